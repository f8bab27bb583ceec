import type { Verdict } from "../../../engine/client/types.ts";
import type { TokenName } from "../../theme/read-tokens.ts";
import type { Grain, RecordSpot } from "../record-marks.ts";
import type { Brush } from "./paint-shapes.ts";

const colours: Record<Verdict, TokenName> = {
  "not yet": "text3",
  counted: "on-time",
  "out of order": "on-time",
  "counted late": "late",
  dropped: "dropped",
  filtered: "text3",
  skipped: "text3",
  "in no window": "text3",
  malformed: "text3",
};

export function verdictColour(verdict: Verdict): TokenName {
  return colours[verdict];
}

/** Opacity of what other partitions counted; their late and dropped records keep full strength. */
const FAINT = 0.62;

/** Paints records in their order: shapes by verdict, or small squares. @param strength opacity of all of them. */
export function paintRecords(
  brush: Brush,
  spots: Iterable<RecordSpot>,
  grain: Exclude<Grain, "bins">,
  strength = 1,
): void {
  for (const spot of spots) {
    brush.context.globalAlpha = strength * opacity(spot);
    if (grain === "squares") paintSquare(brush, spot);
    else paintShape(brush, spot);
  }
  brush.context.globalAlpha = 1;
}

function paintSquare({ context, palette }: Brush, { x, y, verdict }: RecordSpot): void {
  context.fillStyle = palette.colour(colours[verdict]);
  if (verdict === "not yet") context.fillRect(Math.round(x - 1), Math.round(y - 1), 2, 2);
  else context.fillRect(Math.round(x - 1.5), Math.round(y - 1.5), 3, 3);
}

function opacity({ focused, verdict }: RecordSpot): number {
  const full = focused || verdict === "counted late" || verdict === "dropped" || verdict === "not yet";
  return full ? 1 : FAINT;
}

function paintShape({ context, palette }: Brush, { x, y, verdict, focused }: RecordSpot): void {
  const colour = palette.colour(colours[verdict]);
  const surface = palette.colour("surface");
  const radius = focused ? 4.5 : 3;
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.beginPath();
  switch (verdict) {
    case "counted":
      context.arc(x, y, radius, 0, 2 * Math.PI);
      fillWithHalo(context, colour, focused ? surface : null);
      return;
    case "out of order":
      context.arc(x, y, radius + 2, 0, 2 * Math.PI);
      if (focused) fillWith(context, surface);
      strokeWith(context, colour, 1.25);
      context.beginPath();
      context.arc(x, y, radius - 1.2, 0, 2 * Math.PI);
      fillWith(context, colour);
      return;
    case "counted late":
      diamond(context, x, y, radius + 1.5);
      fillWithHalo(context, colour, focused ? surface : null);
      return;
    case "dropped":
      context.arc(x, y, radius + 1, 0, 2 * Math.PI);
      fillWith(context, surface);
      strokeWith(context, colour, focused ? 1.75 : 1.25);
      context.beginPath();
      cross(context, x, y, (radius + 1) * 0.45);
      context.stroke();
      return;
    case "not yet":
      context.arc(x, y, focused ? 4 : 3, 0, 2 * Math.PI);
      strokeWith(context, colour, 1);
      return;
    case "filtered":
      context.moveTo(x - radius, y);
      context.lineTo(x + radius, y);
      strokeWith(context, colour, 1.6);
      return;
    case "skipped":
      context.moveTo(x - 2, y - radius);
      context.lineTo(x + 2, y);
      context.lineTo(x - 2, y + radius);
      strokeWith(context, colour, 1.5);
      return;
    case "in no window":
      bracket(context, x, y, radius);
      strokeWith(context, colour, 1.4);
      return;
    case "malformed":
      context.moveTo(x, y - radius);
      context.lineTo(x, y + 1);
      strokeWith(context, colour, 1.8);
      return;
  }
}

function fillWithHalo(context: CanvasRenderingContext2D, colour: string, halo: string | null): void {
  if (halo) strokeWith(context, halo, 2);
  fillWith(context, colour);
}

function fillWith(context: CanvasRenderingContext2D, colour: string): void {
  context.fillStyle = colour;
  context.fill();
}

function strokeWith(context: CanvasRenderingContext2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

function diamond(context: CanvasRenderingContext2D, x: number, y: number, half: number): void {
  context.moveTo(x, y - half);
  context.lineTo(x + half, y);
  context.lineTo(x, y + half);
  context.lineTo(x - half, y);
  context.closePath();
}

function cross(context: CanvasRenderingContext2D, x: number, y: number, half: number): void {
  context.moveTo(x - half, y - half);
  context.lineTo(x + half, y + half);
  context.moveTo(x + half, y - half);
  context.lineTo(x - half, y + half);
}

function bracket(context: CanvasRenderingContext2D, x: number, y: number, half: number): void {
  for (const side of [-1, 1]) {
    context.moveTo(x + side * (half - 2), y - half);
    context.lineTo(x + side * half, y - half);
    context.lineTo(x + side * half, y + half);
    context.lineTo(x + side * (half - 2), y + half);
  }
}

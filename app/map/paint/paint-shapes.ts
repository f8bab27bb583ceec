import type { Area, Box, Layer, Line, Ring, Shape, Words } from "../shapes.ts";
import { hatchPattern } from "./hatches.ts";
import type { Palette } from "./palette.ts";

/** A canvas, what it is painted with, and how many device pixels a CSS px has on it. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  readonly scale: number;
}

/** Paints a layer's shapes in their order. */
export function paintLayer(brush: Brush, { clip, shapes }: Layer): void {
  const { context } = brush;
  if (clip) {
    context.save();
    context.beginPath();
    context.rect(clip.left, clip.top, clip.width, clip.height);
    context.clip();
  }
  for (const shape of shapes) paintShape(brush, shape);
  if (clip) context.restore();
}

function paintShape(brush: Brush, shape: Shape): void {
  switch (shape.kind) {
    case "area":
      return paintArea(brush, shape);
    case "line":
      return paintLine(brush, shape);
    case "box":
      return paintBox(brush, shape);
    case "ring":
      return paintRing(brush, shape);
    case "words":
      return paintWords(brush, shape);
  }
}

function paintArea({ context, palette, scale }: Brush, { points, fill, alpha }: Area): void {
  context.fillStyle =
    typeof fill === "string" ? palette.colour(fill) : hatchPattern(context, fill.hatch, palette, scale);
  context.globalAlpha = alpha === "tint" ? palette.tint : alpha;
  context.beginPath();
  trace(context, points);
  context.fill();
  context.globalAlpha = 1;
}

function paintLine({ context, palette }: Brush, { paths, colour, width, dash }: Line): void {
  context.strokeStyle = palette.colour(colour);
  context.lineWidth = width;
  context.lineJoin = "miter";
  if (dash) context.setLineDash([...dash]);
  context.beginPath();
  for (const path of paths) trace(context, path);
  context.stroke();
  if (dash) context.setLineDash([]);
}

function trace(context: CanvasRenderingContext2D, points: readonly number[]): void {
  context.moveTo(points[0]!, points[1]!);
  for (let i = 2; i < points.length; i += 2) context.lineTo(points[i]!, points[i + 1]!);
}

function paintBox({ context, palette }: Brush, { left, top, width, height, radius, fill, edge }: Box): void {
  context.beginPath();
  context.roundRect(left, top, width, height, radius);
  if (fill) {
    context.fillStyle = palette.colour(fill);
    context.fill();
  }
  if (!edge) return;
  context.strokeStyle = palette.colour(edge.colour);
  context.lineWidth = edge.width;
  context.stroke();
}

function paintRing({ context, palette }: Brush, { x, y, radius, width, colour }: Ring): void {
  context.strokeStyle = palette.colour(colour);
  context.lineWidth = width;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
}

function paintWords({ context, palette }: Brush, words: Words): void {
  const { text, x, y, size, weight, colour, align, halo, angle } = words;
  context.font = `${weight} ${size}px ${palette.family}`;
  context.textAlign = align;
  // The alphabetic baseline: "middle" is the middle of an em, which differs between fonts.
  context.textBaseline = "alphabetic";
  const drop = size * 0.36;
  if (angle) {
    context.save();
    context.translate(x, y);
    context.rotate(angle);
  }
  const [left, base] = angle ? [0, drop] : [x, y + drop];
  if (halo) {
    context.strokeStyle = palette.colour("surface");
    context.lineWidth = 3;
    context.lineJoin = "round";
    context.strokeText(text, left, base);
  }
  context.fillStyle = palette.colour(colour);
  context.fillText(text, left, base);
  if (angle) context.restore();
}

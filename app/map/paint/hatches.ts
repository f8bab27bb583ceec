import type { Hatch } from "../shapes.ts";
import type { Palette } from "./palette.ts";

const looks: Record<
  Hatch,
  {
    readonly colour: "early" | "late" | "text2" | "text3";
    readonly gap: number;
    readonly width: number;
    readonly rises: boolean;
  }
> = {
  early: { colour: "early", gap: 7, width: 1.1, rises: true },
  late: { colour: "late", gap: 7, width: 1.2, rises: false },
  idle: { colour: "text3", gap: 5, width: 1, rises: true },
  "idle-focused": { colour: "text2", gap: 5, width: 1.2, rises: true },
};

const made = new Map<string, CanvasPattern>();

/** Slanted lines as a pattern in CSS px, sharp at `scale` device pixels each: early ones rise /, late ones fall \. */
export function hatchPattern(
  context: CanvasRenderingContext2D,
  hatch: Hatch,
  palette: Palette,
  scale: number,
): CanvasPattern | string {
  const { colour, gap, width, rises } = looks[hatch];
  const ink = palette.colour(colour);
  const name = `${hatch}|${ink}|${scale}`;
  const known = made.get(name);
  if (known) return known;
  const side = Math.round(gap * scale);
  const tile = new OffscreenCanvas(side, side);
  const pen = tile.getContext("2d");
  if (!pen) return ink;
  pen.scale(side / gap, side / gap);
  pen.strokeStyle = ink;
  pen.lineWidth = width;
  pen.beginPath();
  // One line through the tile and one at each corner, so that tiles meet without a seam.
  for (const shift of [-gap, 0, gap]) {
    pen.moveTo(shift - 1, rises ? gap + 1 : -1);
    pen.lineTo(shift + gap + 1, rises ? -1 : gap + 1);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, "repeat");
  if (!pattern) return ink;
  pattern.setTransform(new DOMMatrix().scale(gap / side));
  if (made.size > 40) made.clear();
  made.set(name, pattern);
  return pattern;
}

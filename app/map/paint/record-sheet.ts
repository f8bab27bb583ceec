import { BIN, binAlpha, DensityGrid, type RecordRange } from "../density-grid.ts";
import type { CanvasSize } from "../map-picture.ts";
import type { TraceMirror } from "../../engine/trace-mirror.ts";
import type { Grain, RecordScope, RecordSpot } from "../record-marks.ts";
import { paintRecords, verdictColour } from "./paint-records.ts";
import type { Palette } from "./palette.ts";

/** px: nothing of a record's mark is farther from its middle. */
export const REACH = 9;

/** A bitmap the size of the map that keeps the records painted on it. */
export class RecordSheet {
  readonly #canvas = document.createElement("canvas");
  #context: CanvasRenderingContext2D | null = null;
  #size: CanvasSize = { width: 0, height: 0, scale: 1 };
  #blank = true;
  density = new DensityGrid();

  resize(size: CanvasSize): void {
    const { width, height, scale } = size;
    const old = this.#size;
    this.#size = size;
    if (width === old.width && height === old.height && scale === old.scale) return;
    this.#canvas.width = Math.round(width * scale);
    this.#canvas.height = Math.round(height * scale);
    this.#context = this.#canvas.getContext("2d");
    this.#context?.scale(scale, scale);
    this.#blank = true;
  }

  clear(): void {
    this.density = new DensityGrid();
    if (!this.#blank) this.#context?.clearRect(0, 0, this.#size.width, this.#size.height);
    this.#blank = true;
  }

  /** Adds records one by one. @param within only around these, where what was painted goes first. */
  paint(
    spots: readonly RecordSpot[],
    grain: Exclude<Grain, "bins">,
    palette: Palette,
    within?: readonly RecordSpot[],
  ): void {
    const context = this.#context;
    if (!context || (spots.length === 0 && !within)) return;
    this.#blank = false;
    if (within) this.#wipe(context, within);
    paintRecords({ context, palette, scale: this.#size.scale }, spots, grain);
    if (within) context.restore();
  }

  /** Adds records as bins, or takes them back; they are seen once `paintBins` is called. */
  count(mirror: TraceMirror, scope: RecordScope, range: RecordRange, by: 1 | -1): void {
    this.density.count(mirror, scope, range, by);
  }

  /** Clears squares around marks and keeps the pen within them, on whole device pixels, until the next restore. */
  #wipe(context: CanvasRenderingContext2D, within: readonly RecordSpot[]): void {
    const { scale } = this.#size;
    const snap = (px: number): number => Math.round(px * scale) / scale;
    context.save();
    context.beginPath();
    for (const { x, y } of within)
      context.rect(snap(x - REACH), snap(y - REACH), snap(2 * REACH), snap(2 * REACH));
    context.clip();
    for (const { x, y } of within)
      context.clearRect(snap(x - REACH), snap(y - REACH), snap(2 * REACH), snap(2 * REACH));
  }

  draw(context: CanvasRenderingContext2D): void {
    if (!this.#blank) context.drawImage(this.#canvas, 0, 0, this.#size.width, this.#size.height);
  }

  /** Paints the bins that look otherwise than before. */
  paintBins(palette: Palette): void {
    const context = this.#context;
    if (!context) return;
    for (const bin of this.density.takeChanged()) {
      this.#blank = false;
      context.globalAlpha = 1;
      context.clearRect(bin.x, bin.y, BIN, BIN);
      if (bin.count === 0) continue;
      context.globalAlpha = binAlpha(bin) * (bin.worst === "not yet" ? 0.5 : 1);
      context.fillStyle = palette.colour(verdictColour(bin.worst));
      context.fillRect(bin.x, bin.y, BIN - 1, BIN - 1);
    }
    context.globalAlpha = 1;
  }
}

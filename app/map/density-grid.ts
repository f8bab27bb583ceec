import type { Verdict } from "../../engine/client/types.ts";
import { isWorse, type RecordSpot } from "./record-marks.ts";

/** px: the side of a bin. */
export const BIN = 6;

/** Records that share a square of the canvas. */
export interface Bin {
  /** px, of its corner. */
  readonly x: number;
  readonly y: number;
  count: number;
  /** The worst among them: one drop is never hidden by a crowd. */
  worst: Verdict;
}

/** Counts records by squares of the canvas; grows with every record added. */
export class DensityGrid {
  readonly #bins = new Map<number, Bin>();
  #changed = new Set<Bin>();

  add({ x, y, verdict }: Pick<RecordSpot, "x" | "y" | "verdict">): void {
    const [column, row] = [Math.floor(x / BIN), Math.floor(y / BIN)];
    const key = column * 16_384 + row;
    let bin = this.#bins.get(key);
    if (!bin) this.#bins.set(key, (bin = { x: column * BIN, y: row * BIN, count: 0, worst: verdict }));
    bin.count++;
    if (isWorse(verdict, bin.worst)) bin.worst = verdict;
    this.#changed.add(bin);
  }

  get bins(): Iterable<Readonly<Bin>> {
    return this.#bins.values();
  }

  /** The bins that have changed since it was last asked. */
  takeChanged(): Iterable<Readonly<Bin>> {
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }
}

/** Opacity of a bin: few records are faint, unless one of them was late or dropped. */
export function binAlpha({ count, worst }: Readonly<Bin>): number {
  if (worst === "dropped" || worst === "counted late") return 1;
  return count < 3 ? 0.4 : count < 10 ? 0.65 : 0.9;
}

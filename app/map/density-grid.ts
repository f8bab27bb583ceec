import type { Verdict } from "../../engine/client/types.ts";
import { isWorse, type RecordSpot } from "./record-marks.ts";

/** px: the side of a bin. */
export const BIN = 6;

/** Records that share a square of the canvas. */
export interface Bin {
  /** px, of its corner. */
  readonly x: number;
  readonly y: number;
  /** 0: the last of them was taken back. */
  count: number;
  /** The worst among them: one drop is never hidden by a crowd. */
  worst: Verdict;
}

/** A bin, and how many records of each verdict it holds, so that one can be taken back. */
interface TalliedBin extends Bin {
  readonly tally: Map<Verdict, number>;
}

/** Counts records by squares of the canvas; a record that is added can be taken back. */
export class DensityGrid {
  readonly #bins = new Map<number, TalliedBin>();
  #changed = new Set<Bin>();

  add({ x, y, verdict }: Pick<RecordSpot, "x" | "y" | "verdict">): void {
    const key = keyOf(x, y);
    let bin = this.#bins.get(key);
    if (!bin) {
      const [left, top] = [Math.floor(x / BIN) * BIN, Math.floor(y / BIN) * BIN];
      this.#bins.set(key, (bin = { x: left, y: top, count: 0, worst: verdict, tally: new Map() }));
    }
    bin.count++;
    bin.tally.set(verdict, (bin.tally.get(verdict) ?? 0) + 1);
    if (isWorse(verdict, bin.worst)) bin.worst = verdict;
    this.#changed.add(bin);
  }

  /** Takes back a record that was added. */
  remove({ x, y, verdict }: Pick<RecordSpot, "x" | "y" | "verdict">): void {
    const key = keyOf(x, y);
    const bin = this.#bins.get(key);
    if (!bin) return;
    this.#changed.add(bin);
    bin.count--;
    const left = bin.tally.get(verdict)! - 1;
    bin.tally.set(verdict, left);
    if (bin.count === 0) this.#bins.delete(key);
    else if (left === 0 && verdict === bin.worst) bin.worst = worstOf(bin.tally);
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

function keyOf(x: number, y: number): number {
  return Math.floor(x / BIN) * 16_384 + Math.floor(y / BIN);
}

function worstOf(tally: ReadonlyMap<Verdict, number>): Verdict {
  const there = [...tally].flatMap(([verdict, count]) => (count > 0 ? [verdict] : []));
  return there.reduce((worst, verdict) => (isWorse(verdict, worst) ? verdict : worst));
}

import { type Verdict, verdictWord } from "../../engine/client/types.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";
import type { RecordScope, RecordSpot } from "./record-marks.ts";

/** px: the side of a bin. */
export const BIN = 6;

/** Records that share a square of the canvas. */
export interface Bin {
  /** px, of its corner. */
  readonly x: number;
  readonly y: number;
  /** 0: the last of them was taken back. */
  readonly count: number;
  /** The worst among them: one drop is never hidden by a crowd. */
  readonly worst: Verdict;
}

/** Records from … to - 1 of what is held. @property arrived false: they are still to come. */
export interface RecordRange {
  readonly from: number;
  readonly to: number;
  readonly arrived: boolean;
}

/** From what hides behind anything to what nothing may hide. */
const verdicts: readonly Verdict[] = [
  "not yet",
  "filtered",
  "skipped",
  "in no window",
  "malformed",
  "counted",
  "out of order",
  "counted late",
  "dropped",
];
const rankOf = Object.fromEntries(verdicts.map((verdict, rank) => [verdict, rank])) as Record<
  Verdict,
  number
>;

/** Bins in a row of the canvas: none is wider. */
const COLUMNS = 2_048;

/**
 * Counts records by squares of the canvas, in columns and without an object for each record; a record that is added can
 * be taken back.
 */
export class DensityGrid {
  /** By square: its slot + 1. */
  #slots: Int32Array = new Int32Array(COLUMNS * 128);
  /** By slot: its square, its records, the rank of the worst, and how it was painted last. */
  #squares: Int32Array = new Int32Array(0);
  #counts: Uint32Array = new Uint32Array(0);
  #worst: Uint8Array = new Uint8Array(0);
  #painted: Uint8Array = new Uint8Array(0);
  #isChanged: Uint8Array = new Uint8Array(0);
  /** By slot, then rank: records. */
  #tallies: Uint32Array = new Uint32Array(0);
  #length = 0;
  #changed: number[] = [];

  add({ x, y, verdict }: Pick<RecordSpot, "x" | "y" | "verdict">): void {
    this.#count(x, y, rankOf[verdict], 1);
  }

  /** Takes back a record that was added. */
  remove({ x, y, verdict }: Pick<RecordSpot, "x" | "y" | "verdict">): void {
    this.#count(x, y, rankOf[verdict], -1);
  }

  /** Adds the records of a range that lie on the plot, or takes them back. */
  count(mirror: TraceMirror, scope: RecordScope, { from, to, arrived }: RecordRange, by: 1 | -1): void {
    const { first, known, eventTime, arrival, partition, fate } = mirror;
    const { projection, alone } = scope;
    const { left, top, width, height } = projection.plot;
    const [right, bottom] = [left + width, top + height];
    const end = Math.min(to, known) - first;
    for (let i = Math.max(from, first) - first; i < end; i++) {
      if (alone && partition[i] !== scope.partition) continue;
      const x = projection.x(eventTime[i]!, arrival[i]!);
      const y = projection.y(eventTime[i]!, arrival[i]!);
      if (x >= left && x <= right && y >= top && y <= bottom)
        this.#count(x, y, arrived ? rankOf[verdictWord(fate[i]!)] : 0, by);
    }
  }

  get bins(): Iterable<Bin> {
    return Array.from({ length: this.#length }, (_, slot) => slot)
      .filter((slot) => this.#counts[slot]! > 0)
      .map((slot) => this.#bin(slot));
  }

  /** The bins that look otherwise than when it was last asked. */
  takeChanged(): readonly Bin[] {
    const found: Bin[] = [];
    for (const slot of this.#changed) {
      this.#isChanged[slot] = 0;
      const bin = this.#bin(slot);
      const look = bin.count === 0 ? 0 : 1 + 4 * this.#worst[slot]! + levelOf(bin.count);
      if (look === this.#painted[slot]) continue;
      this.#painted[slot] = look;
      found.push(bin);
    }
    this.#changed = [];
    return found;
  }

  #count(x: number, y: number, rank: number, by: 1 | -1): void {
    const slot = this.#slotOf(Math.floor(y / BIN) * COLUMNS + Math.floor(x / BIN));
    const tally = verdicts.length * slot;
    this.#counts[slot]! += by;
    this.#tallies[tally + rank]! += by;
    if (by > 0) this.#worst[slot] = Math.max(this.#worst[slot]!, rank);
    else {
      let worst = this.#worst[slot]!;
      while (worst > 0 && this.#tallies[tally + worst] === 0) worst--;
      this.#worst[slot] = worst;
    }
    if (this.#isChanged[slot] === 1) return;
    this.#isChanged[slot] = 1;
    this.#changed.push(slot);
  }

  #slotOf(square: number): number {
    if (square >= this.#slots.length) {
      const slots = new Int32Array(2 * square);
      slots.set(this.#slots);
      this.#slots = slots;
    }
    const known = this.#slots[square]!;
    if (known > 0) return known - 1;
    if (this.#length === this.#counts.length) this.#grow();
    this.#squares[this.#length] = square;
    this.#slots[square] = this.#length + 1;
    return this.#length++;
  }

  #grow(): void {
    const capacity = Math.max(1_024, 2 * this.#length);
    const grown = <Values extends Int32Array | Uint32Array | Uint8Array>(
      from: Values,
      to: Values,
    ): Values => {
      to.set(from);
      return to;
    };
    this.#squares = grown(this.#squares, new Int32Array(capacity));
    this.#counts = grown(this.#counts, new Uint32Array(capacity));
    this.#worst = grown(this.#worst, new Uint8Array(capacity));
    this.#painted = grown(this.#painted, new Uint8Array(capacity));
    this.#isChanged = grown(this.#isChanged, new Uint8Array(capacity));
    this.#tallies = grown(this.#tallies, new Uint32Array(capacity * verdicts.length));
  }

  #bin(slot: number): Bin {
    const square = this.#squares[slot]!;
    const column = square % COLUMNS;
    return {
      x: column * BIN,
      y: ((square - column) / COLUMNS) * BIN,
      count: this.#counts[slot]!,
      worst: verdicts[this.#worst[slot]!]!,
    };
  }
}

/** Steps of opacity: a bin that holds more of them looks no different. */
const strengths = [0.4, 0.65, 0.9];

function levelOf(count: number): number {
  return count < 3 ? 0 : count < 10 ? 1 : 2;
}

/** Opacity of a bin: few records are faint, unless one of them was late or dropped. */
export function binAlpha({ count, worst }: Bin): number {
  return worst === "dropped" || worst === "counted late" ? 1 : strengths[levelOf(count)]!;
}

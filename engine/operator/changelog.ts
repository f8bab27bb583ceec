import { type ColumnBuffer, createBuffer, type NumberBuffer } from "../data/column-buffer.ts";
import type { DataType } from "../data/data-type.ts";

/**
 * Rows on their way out, in columns: what operators append to, read once a batch and cleared. One aggregate buffer an
 * aggregate; the other arrays are what is known of each row (data/change.ts has the words behind the bytes).
 */
export class Changelog {
  length = 0;
  /** Seq of the record that caused the row; Infinity at the end of input. */
  cause: Float64Array = new Float64Array(0);
  kind: Uint8Array = new Uint8Array(0);
  pane: Uint8Array = new Uint8Array(0);
  reason: Uint8Array = new Uint8Array(0);
  /** ms; -Infinity while unset. */
  watermark: Float64Array = new Float64Array(0);
  /** ms; -Infinity without a window. */
  windowStart: Float64Array = new Float64Array(0);
  /** ms; Infinity without a window. */
  windowEnd: Float64Array = new Float64Array(0);
  /** Lowest contributing seq of the row's (window, group); the order within a close. */
  first: Float64Array = new Float64Array(0);
  /** Id of the row's group. */
  key: Int32Array = new Int32Array(0);
  readonly aggregates: readonly ColumnBuffer[];
  #capacity = 0;

  /** @param types of the aggregates' results. */
  constructor(types: readonly DataType[]) {
    this.aggregates = types.map((type) => createBuffer(type, 0));
  }

  /** Makes room for `more` rows after `length`. */
  reserve(more: number): void {
    const wanted = this.length + more;
    if (wanted <= this.#capacity) return;
    const capacity = Math.max(wanted, 2 * this.#capacity, 1024);
    this.cause = grow(new Float64Array(capacity), this.cause);
    this.kind = grow(new Uint8Array(capacity), this.kind);
    this.pane = grow(new Uint8Array(capacity), this.pane);
    this.reason = grow(new Uint8Array(capacity), this.reason);
    this.watermark = grow(new Float64Array(capacity), this.watermark);
    this.windowStart = grow(new Float64Array(capacity), this.windowStart);
    this.windowEnd = grow(new Float64Array(capacity), this.windowEnd);
    this.first = grow(new Float64Array(capacity), this.first);
    this.key = grow(new Int32Array(capacity), this.key);
    for (const buffer of this.aggregates) buffer.reserve(capacity);
    this.#capacity = capacity;
  }

  /** Copies a row onto a place that is not needed, or behind the last. */
  move(from: number, to: number): void {
    if (from === to) return;
    this.cause[to] = this.cause[from]!;
    this.kind[to] = this.kind[from]!;
    this.pane[to] = this.pane[from]!;
    this.reason[to] = this.reason[from]!;
    this.watermark[to] = this.watermark[from]!;
    this.windowStart[to] = this.windowStart[from]!;
    this.windowEnd[to] = this.windowEnd[from]!;
    this.first[to] = this.first[from]!;
    this.key[to] = this.key[from]!;
    for (const buffer of this.aggregates) copyCell(buffer, from, buffer, to);
  }

  /** Moves the rows from `from` on back by as many places. What is left in front of them is to be written over. */
  moveBack(from: number, places: number): void {
    if (places === 0) return;
    this.reserve(places);
    for (let row = this.length - 1; row >= from; row--) this.move(row, row + places);
    this.length += places;
  }

  /** Takes the rows from `length` on back, so that their places are as if never written. */
  truncate(length: number): void {
    for (const buffer of this.aggregates) {
      buffer.validity?.fill(1, length, this.length);
      if (buffer.kind === "number" && buffer.wide?.size)
        for (let row = length; row < this.length; row++) buffer.wide.delete(row);
    }
    this.length = length;
  }

  clear(): void {
    this.length = 0;
    for (const buffer of this.aggregates) buffer.clear();
  }
}

/** Copies one value between buffers of the same type. */
export function copyCell(source: ColumnBuffer, from: number, target: ColumnBuffer, to: number): void {
  if (source.validity && source.validity[from] === 0) {
    target.setNull(to);
    return;
  }
  if (target.validity) target.validity[to] = 1;
  if (source.kind === "number" && target.kind === "number") {
    const wide = wideAt(source, from);
    if (wide === undefined) {
      target.values[to] = source.values[from]!;
      target.wide?.delete(to);
    } else target.setExact(to, wide);
  } else if (source.kind === "boolean" && target.kind === "boolean") {
    target.values[to] = source.values[from]!;
  } else if (source.kind === "string" && target.kind === "string") {
    target.codes[to] =
      source.dictionary === target.dictionary
        ? source.codes[from]!
        : target.dictionary.add(source.dictionary.get(source.codes[from]!));
  }
}

/** Whether two cells of buffers of the same type hold the same value; NULL is the same as NULL. */
export function sameCell(a: ColumnBuffer, i: number, b: ColumnBuffer, j: number): boolean {
  const isNull = a.validity?.[i] === 0;
  if (isNull || b.validity?.[j] === 0) return isNull && b.validity?.[j] === 0;
  if (a.kind === "number" && b.kind === "number")
    return sameNumber(a.values[i]!, b.values[j]!) && wideAt(a, i) === wideAt(b, j);
  if (a.kind === "boolean" && b.kind === "boolean") return a.values[i] === b.values[j];
  if (a.kind === "string" && b.kind === "string")
    return a.dictionary.get(a.codes[i]!) === b.dictionary.get(b.codes[j]!);
  return false;
}

/** 0 and -0 are the same, and so are NaN and NaN. */
function sameNumber(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

/** The integer of a cell whose value is beyond 2^53; an entry that was written over since does not count. */
function wideAt(buffer: NumberBuffer, row: number): bigint | undefined {
  return Number.isSafeInteger(buffer.values[row]) ? undefined : buffer.wide?.get(row);
}

function grow<T extends Float64Array | Int32Array | Uint8Array>(target: T, source: T): T {
  target.set(source);
  return target;
}

/** HAVING over rows of a changelog. */
export interface Having {
  /**
   * @param quiet whether values that cannot be computed are not counted: the rows are tried, and no result of records.
   * @returns One byte for each of the rows `from … to`: 1 where the condition is true (NULL is not).
   */
  test(rows: Changelog, from: number, to: number, quiet?: boolean): Uint8Array;
}

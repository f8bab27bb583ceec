import type { ColumnBuffer } from "../data/column-buffer.ts";
import type { Value } from "../data/data-type.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import type { Accumulator, AggregateInput } from "./accumulator.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import { DistinctKeys, MOST_DISTINCT, writeTooMany } from "./distinct-keys.ts";

/** Hands each slot's values to another aggregate once: f(DISTINCT x). */
export class Distinct implements Accumulator {
  readonly #inner: Accumulator;
  readonly #keys: DistinctKeys;
  readonly #call: AggregateCall;
  readonly #warnings: WarningCounts;
  /** By slot: the keys seen, each with the lowest seq that it came with. */
  readonly #seen: (Map<Value, number> | undefined)[] = [];
  #rows: Int32Array = new Int32Array(0);
  #slots: Int32Array = new Int32Array(0);

  constructor(inner: Accumulator, call: AggregateCall, warnings: WarningCounts) {
    this.#inner = inner;
    this.#keys = new DistinctKeys(call);
    this.#call = call;
    this.#warnings = warnings;
  }

  reserve(capacity: number): void {
    this.#inner.reserve(capacity);
  }

  reset(slot: number): void {
    this.#inner.reset(slot);
    this.#seen[slot] = undefined;
  }

  add(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    if (this.#rows.length < to - from) {
      this.#rows = new Int32Array(to - from);
      this.#slots = new Int32Array(to - from);
    }
    let fresh = 0;
    for (let i = from; i < to; i++) {
      if (!this.#isNew(input, rows[i], slots[i])) continue;
      this.#rows[fresh] = rows[i];
      this.#slots[fresh++] = slots[i];
    }
    this.#inner.add(input, this.#rows, this.#slots, 0, fresh);
  }

  addEach(
    input: AggregateInput,
    rows: Int32Array,
    slots: Int32Array,
    from: number,
    to: number,
    out: ColumnBuffer,
    at: number,
  ): void {
    const shift = at - from;
    for (let i = from; i < to; i++) {
      if (this.#isNew(input, rows[i], slots[i])) this.#inner.add(input, rows, slots, i, i + 1);
      this.read(slots, i, i + 1, out, shift + i);
    }
  }

  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void {
    this.#inner.read(slots, from, to, out, at);
    for (let i = from; i < to; i++) {
      const seen = this.#seen[slots[i]];
      if (seen === undefined || seen.size <= MOST_DISTINCT) continue;
      writeTooMany(out, at + i - from, this.#call, this.#warnings);
    }
  }

  /** What the other aggregate holds may go by the order of first sight: it gets the values of both anew. */
  merge(into: number, from: number): void {
    const [seen, more] = [this.#seen[into], this.#seen[from]];
    if (seen === undefined || more === undefined) {
      this.#inner.merge(into, from);
      this.#seen[into] = seen ?? more;
      this.#seen[from] = undefined;
      return;
    }
    for (const [key, seq] of more)
      if (seen.size <= MOST_DISTINCT) seen.set(key, Math.min(seq, seen.get(key) ?? seq));
    this.reset(from);
    this.#inner.reset(into);
    const entries = [...seen].sort(([, a], [, b]) => a - b);
    const columns = this.#keys.columnsOf(entries.map(([key]) => key));
    const slot = Int32Array.of(into);
    entries.forEach(([, seq], row) =>
      this.#inner.add({ base: seq - row, columns }, Int32Array.of(row), slot, 0, 1),
    );
  }

  #isNew({ base, columns }: AggregateInput, row: number, slot: number): boolean {
    const key = this.#keys.at(columns, row);
    if (key === undefined) return false;
    const seen = (this.#seen[slot] ??= new Map());
    if (seen.size > MOST_DISTINCT || seen.has(key)) return false;
    seen.set(key, base + row);
    return true;
  }
}

import type { ColumnBuffer } from "../data/column-buffer.ts";
import type { Value } from "../data/data-type.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import type { AggregateInput, RetractableAccumulator } from "./accumulator.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import { DistinctKeys, MOST_DISTINCT, writeTooMany } from "./distinct-keys.ts";

/**
 * f(DISTINCT x) that can take records back. A value is with the other aggregate as long as a record has it, at the lowest
 * seq of those, so that what goes by the order of first sight stays right.
 */
export class RetractableDistinct implements RetractableAccumulator {
  readonly #inner: RetractableAccumulator;
  readonly #keys: DistinctKeys;
  readonly #call: AggregateCall;
  readonly #warnings: WarningCounts;
  /** Slots that had more values than can be told apart: what was left out is not known, so they stay NULL. */
  readonly #overflowed = new Set<number>();
  /** By slot: the keys seen, each with the seqs of its records, ascending. */
  readonly #seen: (Map<Value, number[]> | undefined)[] = [];

  constructor(inner: RetractableAccumulator, call: AggregateCall, warnings: WarningCounts) {
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
    this.#overflowed.delete(slot);
  }

  add(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const key = this.#keys.at(input.columns, rows[i]);
      if (key === undefined) continue;
      const seen = (this.#seen[slots[i]] ??= new Map());
      const seqs = seen.get(key) ?? [];
      if (seqs.length === 0 && seen.size === MOST_DISTINCT) {
        this.#overflowed.add(slots[i]);
        continue;
      }
      this.#move(input, rows[i], slots[i], seqs, insert(seqs, input.base + rows[i]));
      seen.set(key, seqs);
    }
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
    for (let i = from; i < to; i++) {
      this.add(input, rows, slots, i, i + 1);
      this.read(slots, i, i + 1, out, at + i - from);
    }
  }

  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void {
    this.#inner.read(slots, from, to, out, at);
    if (this.#overflowed.size === 0) return;
    for (let i = from; i < to; i++)
      if (this.#overflowed.has(slots[i])) writeTooMany(out, at + i - from, this.#call, this.#warnings);
  }

  merge(into: number, from: number): void {
    const more = this.#seen[from];
    if (more === undefined) return;
    if (this.#overflowed.has(from)) this.#overflowed.add(into);
    const entries = [...more];
    const columns = this.#keys.columnsOf(entries.map(([key]) => key));
    this.reset(from);
    const slot = Int32Array.of(into);
    entries.forEach(([, seqs], row) => {
      for (const seq of seqs) this.add({ base: seq - row, columns }, Int32Array.of(row), slot, 0, 1);
    });
  }

  retract(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const key = this.#keys.at(input.columns, rows[i]);
      const seen = this.#seen[slots[i]];
      const seqs = key === undefined ? undefined : seen?.get(key);
      if (seqs === undefined) continue;
      const before = seqs[0];
      seqs.splice(seqs.indexOf(input.base + rows[i]), 1);
      this.#move(input, rows[i], slots[i], seqs, before);
      if (seqs.length === 0) seen!.delete(key!);
    }
  }

  /** The value's lowest seq was `before` (undefined: it had none), and is the first of `seqs` now. */
  #move(input: AggregateInput, row: number, slot: number, seqs: readonly number[], before?: number): void {
    const after: number | undefined = seqs[0];
    if (after === before) return;
    const { columns } = input;
    const rows = Int32Array.of(row);
    const slots = Int32Array.of(slot);
    if (before !== undefined) this.#inner.retract({ base: before - row, columns }, rows, slots, 0, 1);
    if (after !== undefined) this.#inner.add({ base: after - row, columns }, rows, slots, 0, 1);
  }
}

/** Puts a seq in its place. @returns What was the first before. */
function insert(seqs: number[], seq: number): number | undefined {
  const first: number | undefined = seqs[0];
  let at = seqs.length;
  while (at > 0 && seqs[at - 1] > seq) at--;
  seqs.splice(at, 0, seq);
  return first;
}

import type { Column } from "../data/column.ts";
import type { ColumnBuffer, NumberBuffer } from "../data/column-buffer.ts";
import { BIGINT } from "../data/data-type.ts";
import type { Accumulator } from "./accumulator.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { growNumbers } from "./slot-array.ts";

/** COUNT(*): rows; COUNT(x): rows whose x is not NULL. */
export const count: AggregateFunction = {
  name: "count",
  resultType: () => BIGINT,
  create: (_call, capacity) => new Count(capacity),
};

class Count implements Accumulator {
  #counts: Float64Array;

  constructor(capacity: number) {
    this.#counts = new Float64Array(capacity);
  }

  reserve(capacity: number): void {
    this.#counts = growNumbers(this.#counts, capacity, 0);
  }

  reset(slot: number): void {
    this.#counts[slot] = 0;
  }

  add(argument: Column | null, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const counts = this.#counts;
    const validity = argument && argument.validity;
    if (validity === null) for (let i = from; i < to; i++) counts[slots[i]]++;
    else for (let i = from; i < to; i++) counts[slots[i]] += validity[rows[i]] === 0 ? 0 : 1;
  }

  addEach(
    argument: Column | null,
    rows: Int32Array,
    slots: Int32Array,
    from: number,
    to: number,
    out: ColumnBuffer,
    at: number,
  ): void {
    const counts = this.#counts;
    const results = (out as NumberBuffer).values;
    const validity = argument && argument.validity;
    const shift = at - from;
    if (validity === null) for (let i = from; i < to; i++) results[shift + i] = ++counts[slots[i]];
    else
      for (let i = from; i < to; i++)
        results[shift + i] = counts[slots[i]] += validity[rows[i]] === 0 ? 0 : 1;
  }

  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void {
    const counts = this.#counts;
    const results = (out as NumberBuffer).values;
    const shift = at - from;
    for (let i = from; i < to; i++) results[shift + i] = counts[slots[i]];
  }
}

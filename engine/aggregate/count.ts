import type { ColumnBuffer, NumberBuffer } from "../data/column-buffer.ts";
import type { Validity } from "../data/column.ts";
import { BIGINT } from "../data/data-type.ts";
import type { AggregateInput, FoldableAccumulator, RetractableAccumulator } from "./accumulator.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { growNumbers } from "./slot-array.ts";

export const count: AggregateFunction = {
  name: "count",
  columns: 1,
  star: true,
  document: {
    aliases: [],
    spelling: {},
    signature: "COUNT(* | [DISTINCT] value) → BIGINT",
    sentence: "The number of records; with a value, of those where it is not NULL.",
    example: { sql: "COUNT(x)", rows: ["1", "NULL", "3"], result: "2" },
  },
  resultType: () => BIGINT,
  create: (_call, capacity) => new Count(capacity),
  createRetractable: (_call, capacity) => new Count(capacity),
};

export class Count implements RetractableAccumulator, FoldableAccumulator {
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

  add(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const counts = this.#counts;
    const validity = validityOf(input);
    if (validity === null) for (let i = from; i < to; i++) counts[slots[i]]++;
    else for (let i = from; i < to; i++) counts[slots[i]] += validity[rows[i]] === 0 ? 0 : 1;
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
    const counts = this.#counts;
    const results = (out as NumberBuffer).values;
    const validity = validityOf(input);
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

  merge(into: number, from: number): void {
    this.#counts[into] += this.#counts[from];
    this.#counts[from] = 0;
  }

  fold(into: Int32Array, sources: Int32Array, from: number, to: number): void {
    const counts = this.#counts;
    for (let i = from; i < to; i++) counts[into[i]] += counts[sources[i]];
  }

  retract(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const validity = validityOf(input);
    for (let i = from; i < to; i++)
      if (validity === null || validity[rows[i]] !== 0) this.#counts[slots[i]]--;
  }
}

/** null where every row counts: no argument, or one without NULLs. */
function validityOf({ columns }: AggregateInput): Validity {
  return columns.length === 0 ? null : columns[0].validity;
}

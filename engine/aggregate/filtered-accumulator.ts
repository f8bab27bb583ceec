import type { BooleanColumn } from "../data/column.ts";
import type { ColumnBuffer } from "../data/column-buffer.ts";
import type {
  Accumulator,
  AggregateInput,
  FoldableAccumulator,
  RetractableAccumulator,
} from "./accumulator.ts";

/** Hands on the records of another aggregate for which the last argument, a condition, is true. */
export class Filtered<Inner extends Accumulator> implements Accumulator {
  protected readonly inner: Inner;
  protected rows: Int32Array = new Int32Array(0);
  protected slots: Int32Array = new Int32Array(0);

  constructor(inner: Inner) {
    this.inner = inner;
  }

  reserve(capacity: number): void {
    this.inner.reserve(capacity);
  }

  reset(slot: number): void {
    this.inner.reset(slot);
  }

  add(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const count = this.select(input, rows, slots, from, to);
    this.inner.add(withoutCondition(input), this.rows, this.slots, 0, count);
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
      this.inner.read(slots, i, i + 1, out, at + i - from);
    }
  }

  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void {
    this.inner.read(slots, from, to, out, at);
  }

  merge(into: number, from: number): void {
    this.inner.merge(into, from);
  }

  /** Puts what passes into `rows` and `slots`. @returns How many. */
  protected select(
    { columns }: AggregateInput,
    rows: Int32Array,
    slots: Int32Array,
    from: number,
    to: number,
  ): number {
    if (this.rows.length < to - from) {
      this.rows = new Int32Array(to - from);
      this.slots = new Int32Array(to - from);
    }
    const { values, validity } = columns[columns.length - 1] as BooleanColumn;
    let count = 0;
    for (let i = from; i < to; i++) {
      if (values[rows[i]] === 0 || (validity !== null && validity[rows[i]] === 0)) continue;
      this.rows[count] = rows[i];
      this.slots[count++] = slots[i];
    }
    return count;
  }
}

export class FoldableFiltered extends Filtered<FoldableAccumulator> implements FoldableAccumulator {
  fold(into: Int32Array, sources: Int32Array, from: number, to: number): void {
    this.inner.fold(into, sources, from, to);
  }
}

export class RetractableFiltered extends Filtered<RetractableAccumulator> implements RetractableAccumulator {
  retract(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const count = this.select(input, rows, slots, from, to);
    this.inner.retract(withoutCondition(input), this.rows, this.slots, 0, count);
  }
}

function withoutCondition({ base, columns }: AggregateInput): AggregateInput {
  return { base, columns: columns.slice(0, -1) };
}

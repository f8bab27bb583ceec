import type { ColumnBuffer, NumberBuffer } from "../data/column-buffer.ts";
import type { Accumulator, AggregateInput } from "./accumulator.ts";

/** An aggregate whose results are numbers that are written slot by slot: also where one is wanted after each record. */
export abstract class SlotNumbers implements Accumulator {
  abstract reserve(capacity: number): void;
  abstract reset(slot: number): void;
  abstract add(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void;
  abstract merge(into: number, from: number): void;
  /** Writes a slot's result, or NULL. */
  protected abstract write(slot: number, out: NumberBuffer, index: number): void;

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
      this.add(input, rows, slots, i, i + 1);
      this.write(slots[i], out as NumberBuffer, shift + i);
    }
  }

  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void {
    const shift = at - from;
    for (let i = from; i < to; i++) this.write(slots[i], out as NumberBuffer, shift + i);
  }
}

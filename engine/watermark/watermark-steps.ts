/**
 * How a watermark moved during one batch: steps in order of record, values strictly ascending. A step of a timer comes
 * before its record is looked at, any other after the record was observed. Row numbers are positions in the batch.
 */
export class WatermarkSteps {
  rows: Int32Array = new Int32Array(64);
  values: Float64Array = new Float64Array(64);
  /** 1 where a timer caused the step. */
  timers: Uint8Array = new Uint8Array(64);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  push(row: number, value: number, timer: boolean): void {
    if (this.length === this.rows.length) this.#grow(2 * this.length);
    this.rows[this.length] = row;
    this.values[this.length] = value;
    this.timers[this.length] = timer ? 1 : 0;
    this.length++;
  }

  /** @returns Index of the first step from `from` on whose value is at least `value`, or `length`. */
  firstReaching(value: number, from: number): number {
    let low = from;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.values[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @returns Index of the last step at or before `row` (strictly before its observation when `before`), or -1. */
  lastAt(row: number, before: boolean): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = this.rows[middle]!;
      if (at < row || (at === row && (!before || this.timers[middle] === 1))) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Makes room for `capacity` steps, for loops that write the arrays themselves. */
  reserve(capacity: number): void {
    if (capacity > this.rows.length) this.#grow(capacity);
  }

  #grow(capacity: number): void {
    const rows = new Int32Array(capacity);
    rows.set(this.rows);
    this.rows = rows;
    const values = new Float64Array(capacity);
    values.set(this.values);
    this.values = values;
    const timers = new Uint8Array(capacity);
    timers.set(this.timers);
    this.timers = timers;
  }
}

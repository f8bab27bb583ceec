/**
 * How a watermark moved during one batch, as a list in order of record: row (position in the batch) and the value that
 * held after it. Values never descend; where one repeats, the first is the step. A timer's step comes before its record
 * is looked at, any other after the record was observed.
 */
export class WatermarkSteps {
  rows: Int32Array = new Int32Array(64);
  values: Float64Array = new Float64Array(64);
  /** 1 where a timer caused the step. */
  timers: Uint8Array = new Uint8Array(64);
  /** ms on the arrival clock: of a timer's step, the deadline that passed. */
  deadlines: Float64Array = new Float64Array(64);
  length = 0;
  /** The watermark before the batch, ms; -Infinity while unset. */
  initial: number = -Infinity;

  /** Empties the list. @param initial the watermark before the batch. */
  begin(initial: number): void {
    this.length = 0;
    this.initial = initial;
  }

  /** @param deadline that passed, ms on the arrival clock; null where the record itself caused the step. */
  push(row: number, value: number, deadline: number | null): void {
    if (this.length === this.rows.length) this.#grow(2 * this.length);
    this.rows[this.length] = row;
    this.values[this.length] = value;
    this.timers[this.length] = deadline === null ? 0 : 1;
    this.deadlines[this.length] = deadline ?? NaN;
    this.length++;
  }

  /** @returns Index of the first entry from `from` on whose value is at least `value`, or `length`. */
  firstReaching(value: number, from: number): number {
    return lowerBound(this.values, value, from, this.length);
  }

  /**
   * @param before whether the watermark is wanted as it was before the row's observation.
   * @returns Index of the step that the watermark at `row` came from, or -1 when it is older than the batch.
   */
  stepAt(row: number, before: boolean): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = this.rows[middle]!;
      if (at < row || (at === row && (!before || this.timers[middle] === 1))) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return -1;
    const value = this.values[low - 1]!;
    return value === this.initial ? -1 : lowerBound(this.values, value, 0, low);
  }

  /** @returns How many entries come before a timer that goes off at `row`; those of its own deadline do too. */
  countBefore(row: number, deadline: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = this.rows[middle]!;
      const comesBefore =
        at < row || (at === row && this.timers[middle] === 1 && this.deadlines[middle]! <= deadline);
      if (comesBefore) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Writes every value that differs from the one before it to `out`, at its row; for lists of one entry a row. */
  writeMoves(out: Float64Array): void {
    let last = this.initial;
    for (let i = 0; i < this.length; i++) {
      const value = this.values[i]!;
      if (value > last) out[this.rows[i]!] = last = value;
    }
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
    const deadlines = new Float64Array(capacity);
    deadlines.set(this.deadlines);
    this.deadlines = deadlines;
  }
}

/** @returns The first index of from … to - 1 whose value is at least `value`, or `to`. */
function lowerBound(values: Float64Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

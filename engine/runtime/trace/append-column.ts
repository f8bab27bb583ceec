type Numbers = Float64Array | Int32Array | Int16Array | Uint8Array;

/** A column that grows at the end and may forget its oldest entries; an entry keeps its index for ever. */
export class AppendColumn<Values extends Numbers> {
  #values: Values;
  #first = 0;
  #end = 0;

  constructor(empty: Values) {
    this.#values = empty;
  }

  /** Index of the oldest entry that is kept. */
  get first(): number {
    return this.#first;
  }

  /** Index behind the newest entry. */
  get end(): number {
    return this.#end;
  }

  push(value: number): void {
    this.#reserve(1);
    this.#values[this.#end++ - this.#first] = value;
  }

  /** Appends `length` entries of a column, from its first on. */
  append(values: Numbers, length: number): void {
    this.#reserve(length);
    this.#values.set(values.subarray(0, length) as never, this.#end - this.#first);
    this.#end += length;
  }

  /** @param index first <= index < end. */
  at(index: number): number {
    return this.#values[index - this.#first]!;
  }

  /** Changes an entry. @param index first <= index < end. */
  set(index: number, value: number): void {
    this.#values[index - this.#first] = value;
  }

  /** @returns A copy of the entries from … to - 1, clipped to those that are kept. */
  slice(from: number, to: number): Values {
    const end = Math.min(to, this.#end);
    return this.#values.slice(Math.max(0, from - this.#first), Math.max(0, end - this.#first)) as Values;
  }

  /** The entries from `from` on as they lie, valid until the next append: entry `i` stands at `i - from`. @param from kept. */
  view(from: number = this.#first): Values {
    return this.#values.subarray(from - this.#first, this.#end - this.#first) as Values;
  }

  /** Forgets all entries before `index`. */
  forget(index: number): void {
    const dropped = Math.min(index, this.#end) - this.#first;
    if (dropped <= 0) return;
    this.#values.copyWithin(0, dropped, this.#end - this.#first);
    this.#first += dropped;
  }

  /** Index of the first entry >= value, in a column that never descends; `end` when there is none. */
  lowerBound(value: number): number {
    let low = this.#first;
    let high = this.#end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #reserve(count: number): void {
    const needed = this.#end - this.#first + count;
    if (needed <= this.#values.length) return;
    const Kind = this.#values.constructor as new (length: number) => Values;
    const grown = new Kind(Math.max(1_024, needed, 2 * this.#values.length));
    grown.set(this.#values as never);
    this.#values = grown;
  }
}

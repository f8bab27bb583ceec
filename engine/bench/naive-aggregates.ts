/** A value of a record, as engines have it that learn of the query at run time: a closure an operator. */
export type Read<R> = (record: R) => number;
export type Test<R> = (record: R) => boolean;

export interface NaiveAggregate<R> {
  add(record: R): void;
  result(): number;
  /** What it knows, for one that takes it over. */
  parts(): readonly number[];
  merge(parts: readonly number[]): void;
}

export class Counter<R> implements NaiveAggregate<R> {
  #count = 0;

  add(): void {
    this.#count++;
  }

  result(): number {
    return this.#count;
  }

  parts(): readonly number[] {
    return [this.#count];
  }

  merge([more]: readonly number[]): void {
    this.#count += more!;
  }
}

export class Adder<R> implements NaiveAggregate<R> {
  readonly #read: Read<R>;
  #sum = 0;

  constructor(read: Read<R>) {
    this.#read = read;
  }

  add(record: R): void {
    this.#sum += this.#read(record);
  }

  result(): number {
    return this.#sum;
  }

  parts(): readonly number[] {
    return [this.#sum];
  }

  merge([more]: readonly number[]): void {
    this.#sum += more!;
  }
}

export class Mean<R> implements NaiveAggregate<R> {
  readonly #read: Read<R>;
  #sum = 0;
  #count = 0;

  constructor(read: Read<R>) {
    this.#read = read;
  }

  add(record: R): void {
    this.#sum += this.#read(record);
    this.#count++;
  }

  result(): number {
    return this.#sum / this.#count;
  }

  parts(): readonly number[] {
    return [this.#sum, this.#count];
  }

  merge([sum, count]: readonly number[]): void {
    this.#sum += sum!;
    this.#count += count!;
  }
}

export class Least<R> implements NaiveAggregate<R> {
  readonly #read: Read<R>;
  #value: number = Infinity;

  constructor(read: Read<R>) {
    this.#read = read;
  }

  add(record: R): void {
    this.#value = Math.min(this.#value, this.#read(record));
  }

  result(): number {
    return this.#value;
  }

  parts(): readonly number[] {
    return [this.#value];
  }

  merge([other]: readonly number[]): void {
    this.#value = Math.min(this.#value, other!);
  }
}

export class Most<R> implements NaiveAggregate<R> {
  readonly #read: Read<R>;
  #value: number = -Infinity;

  constructor(read: Read<R>) {
    this.#read = read;
  }

  add(record: R): void {
    this.#value = Math.max(this.#value, this.#read(record));
  }

  result(): number {
    return this.#value;
  }

  parts(): readonly number[] {
    return [this.#value];
  }

  merge([other]: readonly number[]): void {
    this.#value = Math.max(this.#value, other!);
  }
}

export function both<R>(left: Test<R>, right: Test<R>): Test<R> {
  return (record) => left(record) && right(record);
}

export function greater<R>(left: Read<R>, right: Read<R>): Test<R> {
  return (record) => left(record) > right(record);
}

export function matches<R>(text: (record: R) => string, pattern: RegExp): Test<R> {
  return (record) => pattern.test(text(record));
}

export function product<R>(left: Read<R>, right: Read<R>): Read<R> {
  return (record) => left(record) * right(record);
}

export function negated<R>(value: Read<R>): Read<R> {
  return (record) => -value(record);
}

export function either<R>(test: Test<R>, yes: Read<R>, no: Read<R>): Read<R> {
  return (record) => (test(record) ? yes(record) : no(record));
}

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

export function counter<R>(): NaiveAggregate<R> {
  let count = 0;
  return {
    add: () => void count++,
    result: () => count,
    parts: () => [count],
    merge: ([more]) => void (count += more!),
  };
}

export function adder<R>(read: Read<R>): NaiveAggregate<R> {
  let sum = 0;
  return {
    add: (record) => void (sum += read(record)),
    result: () => sum,
    parts: () => [sum],
    merge: ([more]) => void (sum += more!),
  };
}

export function mean<R>(read: Read<R>): NaiveAggregate<R> {
  let sum = 0;
  let count = 0;
  return {
    add: (record) => {
      sum += read(record);
      count++;
    },
    result: () => sum / count,
    parts: () => [sum, count],
    merge: ([moreSum, moreCount]) => {
      sum += moreSum!;
      count += moreCount!;
    },
  };
}

export function least<R>(read: Read<R>): NaiveAggregate<R> {
  let value = Infinity;
  return {
    add: (record) => void (value = Math.min(value, read(record))),
    result: () => value,
    parts: () => [value],
    merge: ([other]) => void (value = Math.min(value, other!)),
  };
}

export function most<R>(read: Read<R>): NaiveAggregate<R> {
  let value = -Infinity;
  return {
    add: (record) => void (value = Math.max(value, read(record))),
    result: () => value,
    parts: () => [value],
    merge: ([other]) => void (value = Math.max(value, other!)),
  };
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

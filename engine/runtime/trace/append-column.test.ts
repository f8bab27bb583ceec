import fc from "fast-check";
import { expect, test } from "vitest";
import { AppendColumn } from "./append-column.ts";

const column = (): AppendColumn<Float64Array> => new AppendColumn(new Float64Array(0));

test("an entry keeps its index for ever, whatever is forgotten before it and appended behind it", () => {
  const numbers = column();
  for (let i = 0; i < 3_000; i++) numbers.push(10 * i);
  numbers.forget(2_500);
  numbers.append(Float64Array.of(1, 2, 3), 2);
  expect([numbers.first, numbers.end]).toEqual([2_500, 3_002]);
  expect([numbers.at(2_500), numbers.at(2_999), numbers.at(3_000), numbers.at(3_001)]).toEqual([
    25_000, 29_990, 1, 2,
  ]);
});

test("slices are clipped to what is kept, and are copies", () => {
  const numbers = column();
  numbers.append(Float64Array.of(0, 1, 2, 3, 4), 5);
  numbers.forget(2);
  const slice = numbers.slice(0, 4);
  expect([...slice]).toEqual([2, 3]);
  expect(numbers.slice(0, 2)).toEqual(new Float64Array(0));
  slice[0] = 99;
  expect([...numbers.view()]).toEqual([2, 3, 4]);
});

test("forgetting goes no further than the end, and never back", () => {
  const numbers = column();
  numbers.append(Float64Array.of(7, 8), 2);
  numbers.forget(9);
  expect([numbers.first, numbers.end]).toEqual([2, 2]);
  numbers.forget(1);
  numbers.push(9);
  expect([numbers.first, numbers.end, numbers.at(2)]).toEqual([2, 3, 9]);
});

test("lowerBound is the first kept entry >= value, or the end", () => {
  const sorted = fc.array(fc.integer({ min: 0, max: 20 })).map((values) => values.sort((a, b) => a - b));
  fc.assert(
    fc.property(sorted, fc.nat({ max: 10 }), fc.integer({ min: -1, max: 21 }), (values, forgotten, value) => {
      const numbers = column();
      for (const number of values) numbers.push(number);
      numbers.forget(forgotten);
      const found = values.findIndex((number, index) => index >= numbers.first && number >= value);
      expect(numbers.lowerBound(value)).toBe(found < 0 ? values.length : found);
    }),
  );
});

test("every kind of column keeps its kind when it grows", () => {
  for (const empty of [new Float64Array(0), new Int32Array(0), new Int16Array(0), new Uint8Array(0)]) {
    const grown = new AppendColumn(empty);
    for (let i = 0; i < 2_000; i++) grown.push(i % 100);
    expect(grown.view().constructor).toBe(empty.constructor);
    expect(grown.at(1_999)).toBe(99);
  }
});

test("a slice ends where the entries do, however much room there is behind them", () => {
  const column = new AppendColumn(new Float64Array(0));
  for (const value of [1, 2, 3]) column.push(value);
  expect(column.slice(1, 50_000)).toEqual(Float64Array.of(2, 3));
});

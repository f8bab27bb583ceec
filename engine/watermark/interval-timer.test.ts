import { expect, test } from "vitest";
import { IntervalTimer } from "./interval-timer.ts";

/** @returns `row: deadline` of each that passed, over batches of `size`. */
function passed(interval: number, arrivals: readonly number[], size: number = arrivals.length): string[] {
  const timer = new IntervalTimer(interval);
  const found: string[] = [];
  for (let base = 0; base < arrivals.length; base += size) {
    const part = arrivals.slice(base, base + size);
    const { rows, deadlines, length } = timer.pass(Float64Array.from([...part, 1e9]), part.length);
    for (let i = 0; i < length; i++) found.push(`${base + rows[i]!}: ${deadlines[i]}`);
  }
  return found;
}

test("deadlines are multiples of the interval since the epoch; one is due where arrival is equal", () => {
  expect(passed(10, [3, 9, 10, 11, 19, 20, 20])).toEqual(["2: 10", "5: 20"]);
});

test("the first arrival lets none pass, on a multiple neither", () => {
  expect(passed(10, [10, 15, 20])).toEqual(["2: 20"]);
});

test("of several that one record lets pass the first is told, and the next one counts from the record", () => {
  expect(passed(10, [1, 45, 49, 50])).toEqual(["1: 10", "3: 50"]);
});

test("before 1970 too", () => {
  expect(passed(10, [-25, -20, -11, -10, 0])).toEqual(["1: -20", "3: -10", "4: 0"]);
});

test("while no arrival is known no time passes, and deadlines count from the first that is", () => {
  expect(passed(10, [-Infinity, -Infinity, 15, 20])).toEqual(["3: 20"]);
  expect(passed(10, [-Infinity, -Infinity])).toEqual([]);
});

test("batches never show", () => {
  const arrivals = [-Infinity, 3, 3, 17, 20, 20, 21, 55, 60, 61];
  for (const size of [1, 2, 3, 7]) expect(passed(10, arrivals, size)).toEqual(passed(10, arrivals));
});

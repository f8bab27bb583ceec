import fc from "fast-check";
import { expect, test } from "vitest";
import { formatInterval, parseInterval } from "./interval-text.ts";

test.each([
  [0, "0s"],
  [3_900_000, "1h 5m"],
  [90_061_001, "1d 1h 1m 1s 1ms"],
  [-1_250, "-1s -250ms"],
])("%i ms is %s", (ms, text) => expect(formatInterval(ms)).toBe(text));

test("what is written is read back", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (ms) => {
      expect(parseInterval(formatInterval(ms))).toBe(ms + 0);
    }),
  );
});

test("what is no length of time is null", () => {
  expect(parseInterval("soon")).toBeNull();
  expect(parseInterval("1 month")).toBeNull();
  expect(parseInterval("")).toBeNull();
  expect(parseInterval("60")).toBeNull();
  expect(parseInterval("1.5")).toBeNull();
});

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formatTimestamp, parseTimestamp } from "./timestamp-text.ts";

test("what is written reads back, for every year of four digits", () => {
  const times = fc.integer({ min: -62_135_596_800_000, max: Date.UTC(9999, 11, 31) });
  fc.assert(
    fc.property(times, (time) => {
      expect(parseTimestamp(formatTimestamp(time))).toBe(time);
    }),
  );
});

test("a date is its midnight in UTC; a zone is taken off", () => {
  expect(parseTimestamp("1970-01-02")).toBe(86_400_000);
  expect(parseTimestamp("1970-01-01T02:00:00+02:00")).toBe(0);
  expect(parseTimestamp("1970-01-01 00:00:00,5-0130")).toBe(5_400_500);
  expect(parseTimestamp("1970-01-01t00:00z")).toBe(0);
  expect(parseTimestamp("0001-01-01")).toBe(-62_135_596_800_000);
});

test("digits beyond the millisecond are cut", () => {
  expect(parseTimestamp("1970-01-01T00:00:00.0019999")).toBe(1);
});

test("what is no such time is null", () => {
  for (const text of [
    "",
    "soon",
    "1970-1-1",
    "2023-02-29",
    "2024-13-01",
    "2024-01-01T24:00",
    "2024-01-01T10:60",
  ])
    expect(parseTimestamp(text)).toBeNull();
});

test("times beyond the calendar are written as numbers", () => {
  expect(formatTimestamp(9e15)).toBe("9000000000000000");
});

import { expect, test } from "vitest";
import { BIGINT, DATE, DOUBLE, TIMESTAMP } from "../../data/data-type.ts";
import { column, literal, runFunction } from "../../testing/run-function.ts";

test("FROM_UNIXTIME takes seconds, whole or not; UNIX_TIMESTAMP gives whole ones, down before 1970", () => {
  expect(runFunction("from_unixtime", column(BIGINT, 1n, -1n, null))).toMatchObject({
    type: TIMESTAMP,
    values: [1000, -1000, null],
  });
  expect(runFunction("from_unixtime", column(DOUBLE, 1.0005, -0.5)).values).toEqual([1001, -500]);
  expect(runFunction("unix_timestamp", column(TIMESTAMP, 1999, -1)).values).toEqual([1n, -1n]);
});

test("a number of seconds beyond the calendar is NULL and counted", () => {
  const { values, warnings } = runFunction("from_unixtime", column(BIGINT, 8_640_000_000_001n, 2n ** 62n));
  expect(values).toEqual([null, null]);
  expect(warnings.get("TIME_OUT_OF_RANGE")?.count).toBe(2);
});

test("TO_TIMESTAMP_LTZ takes seconds with precision 0 and milliseconds with 3", () => {
  const numbers = column(BIGINT, 1n, -5n);
  expect(runFunction("to_timestamp_ltz", numbers, literal(BIGINT, 0n)).values).toEqual([1000, -5000]);
  expect(runFunction("to_timestamp_ltz", numbers, literal(BIGINT, 3n)).values).toEqual([1, -5]);
});

test("DATE is the midnight before, also before 1970", () => {
  expect(runFunction("date", column(TIMESTAMP, 86_400_001, -1))).toMatchObject({
    type: DATE,
    values: [86_400_000, -86_400_000],
  });
});

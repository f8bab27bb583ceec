import { describe, expect, test } from "vitest";
import {
  BIGINT,
  type DataType,
  DATE,
  DOUBLE,
  INTERVAL,
  STRING,
  TIMESTAMP,
  decimal,
} from "../data/data-type.ts";
import { column, literal, runCast, runFunction } from "../testing/run-function.ts";
import { findFunction } from "./function-registry.ts";

const day = 86_400_000;

describe("result types", () => {
  test.each<readonly [string, DataType | null, DataType | null, DataType]>([
    ["+", TIMESTAMP, INTERVAL, TIMESTAMP],
    ["+", INTERVAL, TIMESTAMP, TIMESTAMP],
    ["-", TIMESTAMP, INTERVAL, TIMESTAMP],
    ["+", DATE, INTERVAL, TIMESTAMP],
    ["-", DATE, INTERVAL, TIMESTAMP],
    ["-", TIMESTAMP, TIMESTAMP, INTERVAL],
    ["-", DATE, DATE, INTERVAL],
    ["-", TIMESTAMP, DATE, INTERVAL],
    ["+", INTERVAL, INTERVAL, INTERVAL],
    ["-", INTERVAL, INTERVAL, INTERVAL],
    ["*", INTERVAL, BIGINT, INTERVAL],
    ["*", decimal(5, 2), INTERVAL, INTERVAL],
    ["/", INTERVAL, DOUBLE, INTERVAL],
    ["/", INTERVAL, INTERVAL, DOUBLE],
    ["+", TIMESTAMP, null, TIMESTAMP],
    ["-", TIMESTAMP, null, TIMESTAMP],
    ["-", null, TIMESTAMP, INTERVAL],
    ["+", null, INTERVAL, INTERVAL],
    ["*", null, INTERVAL, INTERVAL],
    ["/", INTERVAL, null, INTERVAL],
  ])("%s of %o and %o", (name, left, right, type) => {
    expect(findFunction(name)!.resolve([left, right])).toMatchObject({ type });
  });

  test.each<readonly [string, DataType, DataType, string]>([
    ["+", TIMESTAMP, TIMESTAMP, "+ does not work on TIMESTAMP and TIMESTAMP."],
    ["-", INTERVAL, TIMESTAMP, "- does not work on INTERVAL and TIMESTAMP."],
    [
      "+",
      TIMESTAMP,
      BIGINT,
      "+ does not work on TIMESTAMP and BIGINT; write the length as an INTERVAL: INTERVAL '5' SECOND.",
    ],
    [
      "*",
      INTERVAL,
      INTERVAL,
      "* does not work on INTERVAL and INTERVAL; CAST to BIGINT to compute with milliseconds.",
    ],
    [
      "/",
      BIGINT,
      INTERVAL,
      "/ does not work on BIGINT and INTERVAL; CAST to BIGINT to compute with milliseconds.",
    ],
    [
      "%",
      INTERVAL,
      BIGINT,
      "% does not work on INTERVAL and BIGINT; CAST to BIGINT to compute with milliseconds.",
    ],
  ])("%s of %o and %o is refused", (name, left, right, problem) => {
    expect(findFunction(name)!.resolve([left, right])).toEqual({ problem });
  });
});

test("times move by lengths of time, and differ by them", () => {
  expect(runFunction("+", column(TIMESTAMP, 0, null), literal(INTERVAL, 5000)).values).toEqual([5000, null]);
  expect(runFunction("-", column(DATE, day), literal(INTERVAL, 1)).values).toEqual([day - 1]);
  expect(runFunction("-", column(TIMESTAMP, 5, 1), column(DATE, 0, day)).values).toEqual([5, 1 - day]);
  expect(runFunction("negate", column(INTERVAL, 5, null)).values).toEqual([-5, null]);
});

test("a product or quotient is rounded to whole ms, half away from zero", () => {
  expect(runFunction("*", column(INTERVAL, 1, -1, 3), literal(decimal(2, 1), 5n)).values).toEqual([1, -1, 2]);
  expect(runFunction("/", column(INTERVAL, 1000, -5), literal(BIGINT, 3n)).values).toEqual([333, -2]);
});

test("one length of time is so many of another; of none it is NULL and counted", () => {
  const { values, warnings } = runFunction("/", column(INTERVAL, 90_000, 5), column(INTERVAL, 60_000, 0));
  expect(values).toEqual([1.5, null]);
  expect(warnings.get("DIVISION_BY_ZERO")).toMatchObject({ count: 1, example: "5ms / 0s" });
});

test("beyond the calendar, or beyond 2^53 ms, it is NULL and counted; x / 0 too", () => {
  const late = runFunction("+", column(TIMESTAMP, 8.64e15, 0), literal(INTERVAL, 1));
  expect(late.values).toEqual([null, 1]);
  expect(late.warnings.get("TIME_OUT_OF_RANGE")).toMatchObject({ count: 1, rows: [0] });
  const long = runFunction("*", column(INTERVAL, 2, 2), column(DOUBLE, 2 ** 60, NaN));
  expect(long.values).toEqual([null, null]);
  expect(long.warnings.get("TIME_OUT_OF_RANGE")).toMatchObject({
    count: 2,
    example: "2ms * 1152921504606847000",
  });
  const divided = runFunction("/", column(INTERVAL, 2), literal(BIGINT, 0n));
  expect(divided.values).toEqual([null]);
  expect(divided.warnings.get("DIVISION_BY_ZERO")?.count).toBe(1);
});

describe("casts", () => {
  test("TIMESTAMP to DATE is the day it lies in, also before 1970; back it is the day's midnight", () => {
    expect(runCast(TIMESTAMP, DATE, 1, day + 5, -1, null).values).toEqual([0, day, -day, null]);
    expect(runCast(DATE, TIMESTAMP, day).values).toEqual([day]);
  });

  test("texts of dates and lengths of time are read and written", () => {
    expect(runCast(STRING, DATE, "1970-01-02", "1970-01-02 23:59", "1970-02-30", "x").values).toEqual([
      day,
      day,
      null,
      null,
    ]);
    expect(runCast(DATE, STRING, day, -day).values).toEqual(["1970-01-02", "1969-12-31"]);
    expect(runCast(STRING, INTERVAL, "1h 5m", "PT1H", "2").values).toEqual([3_900_000, null, null]);
    expect(runCast(INTERVAL, STRING, 3_900_000).values).toEqual(["1h 5m"]);
    expect(runCast(INTERVAL, BIGINT, -5).values).toEqual([-5n]);
    expect(runCast(BIGINT, INTERVAL, 5n, 2n ** 60n).values).toEqual([5, null]);
  });

  test("a BIGINT beyond the calendar is no TIMESTAMP", () => {
    expect(runCast(BIGINT, TIMESTAMP, 8_640_000_000_000_000n, 8_640_000_000_000_001n).values).toEqual([
      8.64e15,
      null,
    ]);
  });
});

test("DATEs compare with times and with texts; INTERVALs with each other", () => {
  expect(runFunction("<", column(DATE, 0, day), literal(TIMESTAMP, 1)).values).toEqual([true, false]);
  expect(runFunction("=", column(DATE, 0, day), literal(STRING, "1970-01-02")).values).toEqual([false, true]);
  expect(runFunction(">", column(INTERVAL, 60_000, 1), literal(INTERVAL, 1000)).values).toEqual([
    true,
    false,
  ]);
  expect(runFunction("in", column(DATE, day), literal(DATE, 0), literal(TIMESTAMP, day)).values).toEqual([
    true,
  ]);
});

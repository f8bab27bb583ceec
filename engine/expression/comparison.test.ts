import { expect, test } from "vitest";
import { BIGINT, BOOLEAN, DOUBLE, STRING, TIMESTAMP, decimal } from "../data/data-type.ts";
import { column, literal, runFunction } from "../testing/run-function.ts";
import { findFunction } from "./function-registry.ts";

test("a comparison with NULL is NULL", () => {
  for (const name of ["=", "<>", "<", "<=", ">", ">="])
    expect(runFunction(name, column(BIGINT, null, 1n), column(BIGINT, null, null)).values).toEqual([
      null,
      null,
    ]);
});

test("numbers compare by value across types and scales", () => {
  const price = column(decimal(10, 2), 150n, 150n, 151n);
  expect(runFunction("=", price, column(decimal(10, 4), 15_000n, 15_001n, 15_100n)).values).toEqual([
    true,
    false,
    true,
  ]);
  expect(runFunction(">", price, literal(BIGINT, 1n)).values).toEqual([true, true, true]);
  expect(runFunction("<", price, literal(decimal(4, 3), 1505n)).values).toEqual([true, true, false]);
  expect(runFunction("=", column(decimal(10, 1), 1n), column(DOUBLE, 0.1)).values).toEqual([true]);
});

test("BIGINTs beyond 2^53 compare exactly", () => {
  const a = column(BIGINT, 2n ** 53n, 2n ** 60n);
  const b = column(BIGINT, 2n ** 53n + 1n, 2n ** 60n);
  expect(runFunction("=", a, b).values).toEqual([false, true]);
  expect(runFunction("<", a, b).values).toEqual([true, false]);
  expect(runFunction(">=", a, b).values).toEqual([false, true]);
});

test("DECIMALs too large for one scale of 38 digits still compare", () => {
  const whole = column(decimal(38, 0), 10n ** 37n);
  expect(runFunction(">", whole, column(decimal(38, 30), 1n)).values).toEqual([true]);
});

test("NaN equals NaN and is greater than every number", () => {
  const values = column(DOUBLE, NaN, NaN, 1, Infinity);
  const others = column(DOUBLE, NaN, Infinity, NaN, NaN);
  expect(runFunction("=", values, others).values).toEqual([true, false, false, false]);
  expect(runFunction("<", values, others).values).toEqual([false, false, true, true]);
  expect(runFunction("<=", values, others).values).toEqual([true, false, true, true]);
  expect(runFunction(">", values, others).values).toEqual([false, true, false, false]);
  expect(runFunction("=", column(DOUBLE, 0), column(DOUBLE, -0)).values).toEqual([true]);
});

test("strings are ordered by code point, not by UTF-16 unit", () => {
  expect(runFunction("<", column(STRING, "\uFFFD"), column(STRING, "\u{1F600}")).values).toEqual([true]);
  expect(runFunction("<", column(STRING, "B", "a", "ab"), literal(STRING, "a")).values).toEqual([
    true,
    false,
    false,
  ]);
  expect(runFunction("<", literal(STRING, "a"), column(STRING, "B", "a", "ab")).values).toEqual([
    false,
    false,
    true,
  ]);
});

test("a text that no record has equals none", () => {
  expect(runFunction("=", column(STRING, "a", null), literal(STRING, "z")).values).toEqual([false, null]);
  expect(runFunction("<>", column(STRING, "a", null), literal(STRING, "z")).values).toEqual([true, null]);
});

test("TIMESTAMP compares with times as text and with milliseconds", () => {
  const times = column(TIMESTAMP, 0, 86_400_000);
  expect(runFunction(">=", times, literal(STRING, "1970-01-02")).values).toEqual([false, true]);
  expect(runFunction("=", times, literal(BIGINT, 0n)).values).toEqual([true, false]);
});

test("false is less than true", () => {
  const values = column(BOOLEAN, false, true);
  expect(runFunction("<", values, literal(BOOLEAN, true)).values).toEqual([true, false]);
});

test("IS [NOT] DISTINCT FROM takes NULLs for equal and is never NULL", () => {
  const a = column(BIGINT, null, null, 1n, 1n);
  const b = column(BIGINT, null, 1n, 1n, 2n);
  expect(runFunction("is distinct from", a, b).values).toEqual([false, true, false, true]);
  expect(runFunction("is not distinct from", a, b).values).toEqual([true, false, true, false]);
});

test("IN is NULL where nothing is equal and something is NULL", () => {
  const list = [literal(BIGINT, 1n), literal(BIGINT, null)];
  expect(runFunction("in", column(BIGINT, 1n, 2n, null), ...list).values).toEqual([true, null, null]);
  expect(runFunction("in", column(STRING, "a", "b"), literal(STRING, "b")).values).toEqual([false, true]);
});

test("types that do not compare are refused by name", () => {
  expect(findFunction("=")!.resolve([BIGINT, STRING])).toEqual({
    problem: "= cannot compare BIGINT with STRING; CAST one of them.",
  });
});

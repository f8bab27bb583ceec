import { expect, test } from "vitest";
import { BIGINT, DOUBLE, STRING, decimal } from "../data/data-type.ts";
import { column, literal, runFunction } from "../testing/run-function.ts";
import { findFunction } from "./function-registry.ts";

test("COALESCE is the first value that is not NULL", () => {
  const values = [column(BIGINT, null, 1n, null), column(BIGINT, 2n, 2n, null)];
  expect(runFunction("coalesce", ...values).values).toEqual([2n, 1n, null]);
  expect(runFunction("coalesce", ...values, literal(BIGINT, 2n ** 60n)).values).toEqual([2n, 1n, 2n ** 60n]);
  expect(runFunction("ifnull", column(STRING, null, "a"), literal(STRING, "none")).values).toEqual([
    "none",
    "a",
  ]);
});

test("values of several numeric types meet in the widest", () => {
  const mixed = runFunction("coalesce", column(BIGINT, null, 2n), column(decimal(5, 2), 150n, null));
  expect(mixed).toMatchObject({ type: decimal(21, 2), values: [150n, 200n] });
  expect(runFunction("coalesce", column(BIGINT, null), column(DOUBLE, 0.5)).type).toEqual(DOUBLE);
});

test("NULLIF is NULL where both are equal, else the first", () => {
  expect(runFunction("nullif", column(BIGINT, 0n, 1n, null), literal(BIGINT, 0n)).values).toEqual([
    null,
    1n,
    null,
  ]);
  expect(runFunction("nullif", column(STRING, "a", "b"), column(STRING, null, "b")).values).toEqual([
    "a",
    null,
  ]);
});

test("values without a common type are refused", () => {
  expect(findFunction("coalesce")!.resolve([BIGINT, STRING])).toEqual({
    problem: "COALESCE needs values of one type, not BIGINT and STRING; CAST some of them.",
  });
});

test("GREATEST and LEAST skip NULLs, of any type with an order", () => {
  const a = column(BIGINT, 1n, null, null, 2n ** 60n);
  const b = column(BIGINT, 3n, 2n, null, 2n ** 60n + 1n);
  expect(runFunction("greatest", a, b).values).toEqual([3n, 2n, null, 2n ** 60n + 1n]);
  expect(runFunction("least", a, b, literal(BIGINT, 2n)).values).toEqual([1n, 2n, 2n, 2n]);
  expect(runFunction("greatest", column(STRING, "a", "c"), literal(STRING, "b")).values).toEqual(["b", "c"]);
  expect(runFunction("least", column(BIGINT, 2n), column(decimal(3, 2), 150n))).toMatchObject({
    type: decimal(21, 2),
    values: [150n],
  });
  expect(findFunction("least")!.resolve([BIGINT, STRING])).toHaveProperty("problem");
});

test("TYPEOF names the type, of NULL values too", () => {
  expect(runFunction("typeof", column(decimal(5, 2), null, 1n)).values).toEqual([
    "DECIMAL(5, 2)",
    "DECIMAL(5, 2)",
  ]);
});

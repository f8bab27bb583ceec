import { expect, test } from "vitest";
import { BIGINT, DOUBLE, type DataType, TIMESTAMP, decimal } from "../data/data-type.ts";
import { column, literal, runFunction } from "../testing/run-function.ts";
import { findFunction } from "./function-registry.ts";

const largest = 2n ** 63n - 1n;
const money = decimal(10, 2);

test("BIGINT is exact over all 64 bits", () => {
  const wide = column(BIGINT, 2n ** 53n, largest - 1n, -largest, 3n);
  expect(runFunction("+", wide, literal(BIGINT, 1n)).values).toEqual([
    2n ** 53n + 1n,
    largest,
    1n - largest,
    4n,
  ]);
  expect(runFunction("*", column(BIGINT, 3_037_000_499n), column(BIGINT, 3_037_000_499n)).values).toEqual([
    3_037_000_499n ** 2n,
  ]);
});

test("the sum of two BIGINTs just below 2^53 is exact", () => {
  const near = column(BIGINT, 2n ** 53n - 1n, 2n ** 53n - 2n);
  expect(runFunction("+", near, literal(BIGINT, 2n)).values).toEqual([2n ** 53n + 1n, 2n ** 53n]);
});

test("what overflows 64 bits is NULL and counted, with one example", () => {
  const { values, warnings } = runFunction(
    "+",
    column(BIGINT, largest, 1n, largest, null),
    literal(BIGINT, 1n),
  );
  expect(values).toEqual([null, 2n, null, null]);
  expect(warnings).toEqual(
    new Map([["BIGINT_OVERFLOW", { count: 2, rows: [0, 2], first: 0, example: `${largest} + 1` }]]),
  );
  expect(runFunction("negate", column(BIGINT, -largest - 1n)).values).toEqual([null]);
});

test("a division by 0 is NULL and counted; of NULL by 0 it is just NULL", () => {
  for (const name of ["/", "%", "mod"]) {
    const { values, warnings } = runFunction(name, column(BIGINT, 7n, null), literal(BIGINT, 0n));
    expect(values).toEqual([null, null]);
    expect(warnings.get("DIVISION_BY_ZERO")?.count).toBe(1);
  }
  expect(runFunction("/", column(DOUBLE, 1), column(DOUBLE, 0)).values).toEqual([null]);
  expect(runFunction("/", column(money, 100n), column(money, 0n)).values).toEqual([null]);
});

test("BIGINT / BIGINT is DOUBLE; % keeps the dividend's sign", () => {
  expect(runFunction("/", column(BIGINT, 7n), column(BIGINT, 2n))).toMatchObject({
    type: DOUBLE,
    values: [3.5],
  });
  expect(runFunction("%", column(BIGINT, -7n, 7n), column(BIGINT, 2n, -2n)).values).toEqual([-1n, 1n]);
});

test("DECIMAL + and - go to the greater scale, * adds the scales, all exactly", () => {
  const price = column(decimal(5, 2), 110n);
  const rate = column(decimal(5, 3), 40n);
  expect(runFunction("+", price, rate)).toMatchObject({ type: decimal(7, 3), values: [1140n] });
  expect(runFunction("-", price, rate).values).toEqual([1060n]);
  expect(runFunction("*", price, rate)).toMatchObject({ type: decimal(10, 5), values: [4400n] });
  expect(runFunction("*", price, column(BIGINT, 3n))).toMatchObject({ type: decimal(24, 2), values: [330n] });
});

test("a DECIMAL quotient has six digits more than its operands, half to even", () => {
  const { type, values } = runFunction(
    "/",
    column(money, 1000n, 100n, -100n),
    column(money, 400n, 300n, 300n),
  );
  expect(type).toEqual(decimal(18, 8));
  expect(values).toEqual([250_000_000n, 33_333_333n, -33_333_333n]);
  const ties = runFunction("/", column(decimal(3, 0), 1n, 3n), column(decimal(9, 0), 2_000_000n, 2_000_000n));
  expect(ties.values).toEqual([0n, 2n]);
});

test("a DECIMAL of more than 38 digits is NULL and counted", () => {
  const wide = decimal(38, 0);
  const { values, warnings } = runFunction("+", column(wide, 10n ** 38n - 1n, 5n), column(wide, 1n, 5n));
  expect(values).toEqual([null, 10n]);
  expect(warnings.get("DECIMAL_OVERFLOW")?.count).toBe(1);
});

test("DECIMAL with DOUBLE is DOUBLE", () => {
  expect(runFunction("*", column(money, 110n), column(DOUBLE, 0.04))).toMatchObject({
    type: DOUBLE,
    values: [1.1 * 0.04],
  });
});

test("NULL with anything is NULL, without a warning", () => {
  const { values, warnings } = runFunction("*", column(BIGINT, null, 2n), literal(BIGINT, null));
  expect(values).toEqual([null, null]);
  expect(warnings.size).toBe(0);
});

test("a product is never -0, which would be another group than 0", () => {
  const { values } = runFunction("coalesce", column(BIGINT, 0n));
  expect(values).toEqual([0n]);
  const product = findFunction("*")!.compile(
    [
      { type: BIGINT, constant: null },
      { type: BIGINT, constant: null },
    ],
    BIGINT,
  );
  const operand = (value: number) =>
    ({ kind: "number", values: Float64Array.of(value), exact: null, validity: null }) as const;
  expect(product([operand(0), operand(-5)], 1, new Map())).toMatchObject({ values: Float64Array.of(0) });
});

test("what arithmetic cannot take is said in one sentence", () => {
  const resolve = (types: readonly DataType[]) => findFunction("+")!.resolve(types);
  expect(resolve([BIGINT, { kind: "STRING" }])).toEqual({
    problem: "+ takes numbers, not BIGINT and STRING.",
  });
  expect(resolve([TIMESTAMP, TIMESTAMP])).toHaveProperty("problem");
  expect(resolve([BIGINT])).toEqual({ problem: "+ takes 2 arguments, not 1.", wrongCount: true });
  expect(findFunction("*")!.resolve([decimal(38, 30), decimal(38, 30)])).toHaveProperty("problem");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { BIGINT, DOUBLE, decimal } from "../data/data-type.ts";
import { roundedDouble } from "./double-to-decimal.ts";
import { column, literal, runFunction } from "../testing/run-function.ts";

const money = decimal(5, 2);

test("ROUND goes half away from zero", () => {
  expect(runFunction("round", column(DOUBLE, 2.5, -2.5, 0.49999999999999994)).values).toEqual([3, -3, 0]);
  expect(runFunction("round", column(money, 250n, -250n, 249n))).toMatchObject({
    type: decimal(4, 0),
    values: [3n, -3n, 2n],
  });
});

test("ROUND to a digit rounds the number as it is written", () => {
  expect(runFunction("round", column(DOUBLE, 1.005, 1234.5), literal(BIGINT, 2n)).values).toEqual([
    1.01, 1234.5,
  ]);
  expect(runFunction("round", column(DOUBLE, 1250), literal(BIGINT, -2n)).values).toEqual([1300]);
  expect(runFunction("round", column(money, 12_345n), literal(BIGINT, 1n)).values).toEqual([1235n]);
  expect(runFunction("round", column(BIGINT, 1250n, 1249n), literal(BIGINT, -2n)).values).toEqual([
    1300n,
    1200n,
  ]);
});

test("ROUND to absurd digits neither hangs nor fails", () => {
  expect(runFunction("round", column(DOUBLE, 1.5), literal(BIGINT, 10n ** 15n)).values).toEqual([1.5]);
  expect(runFunction("round", column(money, 150n), literal(BIGINT, -(10n ** 15n))).values).toEqual([0n]);
});

test("FLOOR and CEIL go down and up, below zero too", () => {
  expect(runFunction("floor", column(money, 150n, -150n)).values).toEqual([1n, -2n]);
  expect(runFunction("ceil", column(money, 150n, -150n)).values).toEqual([2n, -1n]);
  expect(runFunction("ceiling", column(DOUBLE, 1.5, -1.5)).values).toEqual([2, -1]);
});

test("ABS of the least BIGINT does not fit: NULL and counted", () => {
  const { values, warnings } = runFunction("abs", column(BIGINT, -(2n ** 63n), -1n));
  expect(values).toEqual([null, 1n]);
  expect(warnings.get("BIGINT_OVERFLOW")?.example).toBe("ABS(-9223372036854775808)");
});

test("TRUNC cuts toward zero, at any digit and of any number", () => {
  expect(runFunction("trunc", column(DOUBLE, 2.7, -2.7, -0.5)).values).toEqual([2, -2, 0]);
  expect(runFunction("trunc", column(DOUBLE, 2.789, -1.005), literal(BIGINT, 2n)).values).toEqual([2.78, -1]);
  expect(runFunction("trunc", column(money, -199n, 199n)).values).toEqual([-1n, 1n]);
  expect(runFunction("truncate", column(BIGINT, -1999n), literal(BIGINT, -2n)).values).toEqual([-1900n]);
});

test("SIGN is a BIGINT; that of what is no number is NULL", () => {
  const { type, values } = runFunction("sign", column(DOUBLE, -0.1, 0, -0, 7, NaN, null));
  expect(type).toBe(BIGINT);
  expect(values).toEqual([-1n, 0n, 0n, 1n, null, null]);
  expect(runFunction("sign", column(BIGINT, -(2n ** 63n))).values).toEqual([-1n]);
});

test("ROUND as ksqlDB has it goes half up, below zero too, and makes a BIGINT of a DOUBLE", () => {
  const whole = runFunction("round up", column(DOUBLE, 2.5, -2.5, -2.6, 0.49999999999999994, 1e17, NaN));
  expect(whole.type).toBe(BIGINT);
  expect(whole.values).toEqual([3n, -2n, -3n, 0n, 10n ** 17n, null]);
  expect(runFunction("round up", column(money, 250n, -250n, -251n)).values).toEqual([3n, -2n, -3n]);
  expect(runFunction("round up", column(DOUBLE, -1.005, 1.005), literal(BIGINT, 2n)).values).toEqual([
    -1, 1.01,
  ]);
  expect(runFunction("round up", column(money, -12_345n), literal(BIGINT, 1n)).values).toEqual([-12_340n]);
});

test("ROUND as RisingWave has it takes the half of a DOUBLE to the even neighbour", () => {
  const halves = column(DOUBLE, 42.5, -6.5, 2.5, 3.5, -0.5, 0.5, 1.5, 0.49999999999999994, 1e17, -2.6, null);
  expect(runFunction("round even", halves).values).toEqual([42, -6, 2, 4, 0, 0, 2, 0, 1e17, -3, null]);
  expect(runFunction("round even", column(DOUBLE, NaN, -Infinity)).values).toEqual([NaN, -Infinity]);
});

test("a DECIMAL that is rounded to known digits keeps no others as zeros", () => {
  expect(runFunction("round", column(decimal(10, 4), 123_450n, -19_999n), literal(BIGINT, 2n))).toMatchObject(
    {
      type: decimal(9, 2),
      values: [1235n, -200n],
    },
  );
  expect(runFunction("trunc", column(money, 99_999n), literal(BIGINT, -2n))).toMatchObject({
    type: decimal(4, 0),
    values: [900n],
  });
  const some = column(BIGINT, 2n, 1n);
  expect(runFunction("round", column(money, 12_345n, 12_345n), some).values).toEqual([12_345n, 12_350n]);
});

test("ROUND and TRUNC of a double to a digit go by its shortest text", () => {
  const number = fc.oneof(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.integer({ min: -1e7, max: 1e7 }).map((units) => units / 1000),
    fc.double({ noNaN: true }),
  );
  const byText = (value: number, places: number, rounding: "half-up" | "toward-zero"): number => {
    const unscaled = roundedDouble(value, places, rounding);
    return typeof unscaled === "number" ? unscaled : Number(`${unscaled}e${-places}`);
  };
  fc.assert(
    fc.property(number, fc.integer({ min: 0, max: 17 }), (value, places) => {
      const digits = literal(BIGINT, BigInt(places));
      expect(runFunction("round", column(DOUBLE, value), digits).values).toEqual([
        byText(value, places, "half-up") + 0,
      ]);
      expect(runFunction("trunc", column(DOUBLE, value), digits).values).toEqual([
        byText(value, places, "toward-zero") + 0,
      ]);
    }),
    { numRuns: 3000 },
  );
});

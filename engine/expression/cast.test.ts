import { expect, test } from "vitest";
import { BIGINT, BOOLEAN, DOUBLE, STRING, TIMESTAMP, decimal } from "../data/data-type.ts";
import { runCast } from "../testing/run-function.ts";
import { castProblem } from "./coercion-table.ts";

const money = decimal(5, 2);

test("to BIGINT digits after the point are cut", () => {
  expect(runCast(DOUBLE, BIGINT, 1.9, -1.9, -0.5, null).values).toEqual([1n, -1n, 0n, null]);
  expect(runCast(money, BIGINT, 199n, -199n).values).toEqual([1n, -1n]);
});

test("to a DECIMAL of fewer digits it rounds half up, away from zero", () => {
  expect(runCast(decimal(10, 3), money, 1005n, 1004n, -1005n).values).toEqual([101n, 100n, -101n]);
});

test("a DOUBLE becomes the DECIMAL that its shortest text is", () => {
  expect(runCast(DOUBLE, money, 0.1, 1.005, -2.675, 1e-300, 123).values).toEqual([
    10n,
    101n,
    -268n,
    0n,
    12_300n,
  ]);
});

test("a DECIMAL becomes the nearest DOUBLE", () => {
  expect(runCast(decimal(38, 2), DOUBLE, 10n, 2n ** 80n).values).toEqual([0.1, 2 ** 80 / 100]);
});

test("a cast that fails is NULL and counted, with the first as the example", () => {
  const { values, warnings } = runCast(STRING, BIGINT, "12", "x", null, "x", "9223372036854775808");
  expect(values).toEqual([12n, null, null, null, null]);
  expect(warnings).toEqual(
    new Map([["CAST_FAILED", { count: 3, rows: [1, 3, 4], first: 1, example: "'x' as BIGINT" }]]),
  );
  expect(runCast(DOUBLE, BIGINT, NaN, Infinity, 1e19).warnings.get("CAST_FAILED")?.count).toBe(3);
});

test("a DECIMAL too large for its new type is NULL and counted", () => {
  const { values, warnings } = runCast(BIGINT, money, 999n, 1000n);
  expect(values).toEqual([99_900n, null]);
  expect(warnings.get("DECIMAL_OVERFLOW")).toEqual({
    count: 1,
    rows: [1],
    first: 1,
    example: "1000 as DECIMAL(5, 2)",
  });
});

test("texts are read with blanks around them, in the form of their type only", () => {
  expect(runCast(STRING, BIGINT, " 42 ", "+7", "1.5", "1e3", "").values).toEqual([42n, 7n, null, null, null]);
  expect(runCast(STRING, DOUBLE, "1e3", " .5", "NaN", "-Infinity", "0x10").values).toEqual([
    1000,
    0.5,
    NaN,
    -Infinity,
    null,
  ]);
  expect(runCast(STRING, money, "1.005", "-1", "1000").values).toEqual([101n, -100n, null]);
  expect(runCast(STRING, BOOLEAN, "TRUE", "false", "1").values).toEqual([true, false, null]);
  expect(runCast(STRING, BIGINT, "9007199254740993", "9".repeat(100_000)).values).toEqual([
    9_007_199_254_740_993n,
    null,
  ]);
});

test("times are read and written as ISO 8601 in UTC", () => {
  expect(
    runCast(STRING, TIMESTAMP, "1970-01-01T00:00:01Z", "1970-01-01 01:00:00+01:00", "soon").values,
  ).toEqual([1000, 0, null]);
  expect(runCast(TIMESTAMP, STRING, 1000).values).toEqual(["1970-01-01 00:00:01.000"]);
  expect(runCast(TIMESTAMP, BIGINT, 1000).values).toEqual([1000n]);
  expect(runCast(BIGINT, TIMESTAMP, 1000n, 2n ** 60n).values).toEqual([1000, null]);
});

test("to STRING numbers are as short as they read back, DECIMALs keep their digits", () => {
  expect(runCast(DOUBLE, STRING, 1, 0.1, NaN).values).toEqual(["1", "0.1", "NaN"]);
  expect(runCast(money, STRING, 1230n).values).toEqual(["12.30"]);
  expect(runCast(BIGINT, STRING, 2n ** 62n).values).toEqual([String(2n ** 62n)]);
  expect(runCast(BOOLEAN, STRING, true).values).toEqual(["true"]);
});

test("BOOLEAN is 1 and 0", () => {
  expect(runCast(BOOLEAN, BIGINT, true, false).values).toEqual([1n, 0n]);
  expect(runCast(BIGINT, BOOLEAN, 2n, 0n).values).toEqual([true, false]);
});

test("types that never cast are refused by name", () => {
  expect(castProblem(TIMESTAMP, BOOLEAN)).toBe("TIMESTAMP cannot be cast to BOOLEAN.");
  expect(castProblem(money, decimal(38, 0))).toBeNull();
  expect(castProblem(null, TIMESTAMP)).toBeNull();
});

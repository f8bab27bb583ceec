import fc from "fast-check";
import { expect, test } from "vitest";
import { BIGINT, DOUBLE, decimal } from "../data/data-type.ts";
import { column, literal, runFunction } from "../testing/run-function.ts";

test.each([
  ["sqrt", -4, "SQRT(-4)"],
  ["ln", 0, "LN(0)"],
  ["log10", -1, "LOG10(-1)"],
  ["log2", 0, "LOG2(0)"],
  ["asin", 2, "ASIN(2)"],
  ["acos", -2, "ACOS(-2)"],
  ["cot", 0, "COT(0)"],
])("%s where it has no result is NULL and counted", (name, bad, example) => {
  const { values, warnings } = runFunction(name, column(DOUBLE, 0.5, bad, null, bad));
  expect(values.slice(1)).toEqual([null, null, null]);
  expect(values[0]).not.toBeNull();
  expect(warnings.get("BAD_ARGUMENT")).toMatchObject({ count: 2, example });
});

test("NaN in gives NaN out and is no warning", () => {
  const { values, warnings } = runFunction("sqrt", column(DOUBLE, NaN));
  expect(values).toEqual([NaN]);
  expect(warnings.size).toBe(0);
});

test("POWER of zero below zero, and of a number below zero to a fraction, is NULL and counted", () => {
  const { values, warnings } = runFunction(
    "power",
    column(DOUBLE, 0, -8, -8, 2),
    column(DOUBLE, -1, 1 / 3, 3, -1),
  );
  expect(values).toEqual([null, null, -512, 0.5]);
  expect(warnings.get("BAD_ARGUMENT")?.count).toBe(2);
});

test("LOG takes its base first, and is refused with one argument, which engines read differently", () => {
  expect(runFunction("log", literal(BIGINT, 2n), column(BIGINT, 8n, 1024n)).values).toEqual([3, 10]);
  expect(runFunction("log", literal(BIGINT, 10n), column(BIGINT, 1000n)).values).toEqual([3]);
  expect(runFunction("log", column(DOUBLE, 1, 0, -2), literal(DOUBLE, 5)).values).toEqual([null, null, null]);
  expect(() => runFunction("log", column(DOUBLE, 1))).toThrow("LN in some engines and LOG10 in others");
});

test("BIGINT and DECIMAL arguments become the nearest DOUBLE", () => {
  expect(runFunction("sqrt", column(BIGINT, 9n)).values).toEqual([3]);
  expect(runFunction("sqrt", column(decimal(5, 2), 225n)).values).toEqual([1.5]);
});

test("functions of one DOUBLE are those of Math", () => {
  const names = [
    "sqrt",
    "cbrt",
    "exp",
    "log10",
    "log2",
    "sin",
    "cos",
    "tan",
    "asin",
    "acos",
    "atan",
  ] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(fc.double({ min: -50, max: 50, noNaN: true })),
      (name, given) => {
        const expected = given.map((x) => {
          const y = Math[name](x);
          return Number.isNaN(y) || (name.startsWith("log") && x === 0) ? null : y + 0;
        });
        if (given.length > 0) expect(runFunction(name, column(DOUBLE, ...given)).values).toEqual(expected);
      },
    ),
  );
});

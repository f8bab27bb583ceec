import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Rounding,
  divideRounded,
  divideSafe,
  fitsPrecision,
  formatDecimal,
  parseDecimal,
  readDecimal,
  rescale,
  writeDecimal,
} from "./decimal.ts";

const largest = 10n ** 38n - 1n;
const unscaled = fc.bigInt(-largest, largest);

test("38 digits of either sign survive the two words", () => {
  fc.assert(
    fc.property(unscaled, (value) => {
      const words = new BigInt64Array(4);
      writeDecimal(words, 1, value);
      expect(readDecimal(words, 1)).toBe(value);
      expect(words.subarray(0, 2)).toEqual(new BigInt64Array(2));
    }),
  );
});

test("what is written reads back", () => {
  fc.assert(
    fc.property(unscaled, fc.nat(38), (value, scale) => {
      expect(parseDecimal(formatDecimal(value, scale), scale)).toBe(value);
    }),
  );
});

test("all digits after the point are written", () => {
  expect(formatDecimal(1230n, 2)).toBe("12.30");
  expect(formatDecimal(-5n, 3)).toBe("-0.005");
  expect(formatDecimal(7n, 0)).toBe("7");
});

test("a text is refused when it is no plain number or has more digits than the scale", () => {
  expect(parseDecimal(" +1.50 ", 1)).toBe(15n);
  expect(parseDecimal(".5", 2)).toBe(50n);
  expect(parseDecimal("-0.05", 2)).toBe(-5n);
  for (const text of ["", ".", "-", "1e3", "1,5", "1.234", "--1"]) expect(parseDecimal(text, 2)).toBeNull();
});

test("many zeros are read in one pass", () => {
  expect(parseDecimal(`1.${"0".repeat(200_000)}1`, 2)).toBeNull();
  expect(parseDecimal(`1.${"0".repeat(200_000)}`, 2)).toBe(100n);
});

test("half-even goes to the even neighbour, half-up away from zero, half-ceiling up, toward-zero cuts", () => {
  const quotients = (rounding: Rounding) =>
    [5n, 15n, 25n, -5n, -15n, 14n, 16n].map((dividend) => divideRounded(dividend, 10n, rounding));
  expect(quotients("half-even")).toEqual([0n, 2n, 2n, 0n, -2n, 1n, 2n]);
  expect(quotients("half-up")).toEqual([1n, 2n, 3n, -1n, -2n, 1n, 2n]);
  expect(quotients("half-ceiling")).toEqual([1n, 2n, 3n, 0n, -1n, 1n, 2n]);
  expect(quotients("toward-zero")).toEqual([0n, 1n, 2n, 0n, -1n, 1n, 1n]);
});

test("a rounded quotient is never further than half a unit from the true one", () => {
  fc.assert(
    fc.property(
      unscaled,
      fc.bigInt(-1000n, 1000n).filter((divisor) => divisor !== 0n),
      fc.constantFrom<Rounding>("half-even", "half-up", "half-ceiling"),
      (dividend, divisor, rounding) => {
        const rest = dividend - divideRounded(dividend, divisor, rounding) * divisor;
        const size = divisor < 0n ? -divisor : divisor;
        expect(2n * (rest < 0n ? -rest : rest) <= size).toBe(true);
      },
    ),
  );
});

test("integers within 2^53 are divided in doubles as in bigints", () => {
  const safe = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -50, max: 50 }));
  fc.assert(
    fc.property(
      safe,
      safe.filter((divisor) => divisor !== 0),
      fc.constantFrom<Rounding>("half-even", "half-up", "half-ceiling", "toward-zero"),
      (dividend, divisor, rounding) => {
        const exact = divideRounded(BigInt(dividend), BigInt(divisor), rounding);
        expect(divideSafe(dividend, divisor, rounding)).toBe(Number(exact));
      },
    ),
    { numRuns: 1000 },
  );
});

test("a greater scale adds zeros, a smaller one rounds", () => {
  expect(rescale(15n, 1, 3, "half-even")).toBe(1500n);
  expect(rescale(1500n, 3, 1, "half-even")).toBe(15n);
  expect(rescale(1550n, 3, 1, "half-up")).toBe(16n);
});

test("the precision counts all digits of either sign", () => {
  expect(fitsPrecision(999n, 3)).toBe(true);
  expect(fitsPrecision(-1000n, 3)).toBe(false);
});

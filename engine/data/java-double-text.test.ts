import fc from "fast-check";
import { expect, test } from "vitest";
import { javaDoubleText } from "./java-double-text.ts";

test.each([
  [0, "0.0"],
  [-0, "-0.0"],
  [10, "10.0"],
  [-2.5, "-2.5"],
  [9_999_999, "9999999.0"],
  [9_999_999.999, "9999999.999"],
  [1e7, "1.0E7"],
  [-12_345_678.9, "-1.23456789E7"],
  [0.001, "0.001"],
  [0.00099, "9.9E-4"],
  [1e-5, "1.0E-5"],
  [1.25e-5, "1.25E-5"],
  [1e21, "1.0E21"],
  [1e100, "1.0E100"],
  [Number.MAX_VALUE, "1.7976931348623157E308"],
  [NaN, "NaN"],
  [Infinity, "Infinity"],
  [-Infinity, "-Infinity"],
])("Java writes %f as %s", (value, text) => {
  expect(javaDoubleText(value)).toBe(text);
});

test("Java's text of any number reads back as the number", () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      const text = javaDoubleText(value);
      expect(Number(text)).toBe(value);
      if (Number.isFinite(value)) expect(text).toMatch(/^-?\d+\.\d+(?:E-?\d+)?$/);
    }),
  );
});

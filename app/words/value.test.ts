import { expect, test } from "vitest";
import type { DataType } from "../../engine/client/types.ts";
import { clockFor } from "./clock.ts";
import { counted, decimalText, rawText, showValue, typeText } from "./value.ts";

const clock = clockFor(0, 1000);
const DOUBLE: DataType = { kind: "DOUBLE" };

test("a BIGINT keeps every digit", () => {
  expect(showValue(9_007_199_254_740_993n, { kind: "BIGINT" }, clock).text).toBe("9007199254740993");
});

test("a DECIMAL keeps its scale, also below one and below zero", () => {
  expect(decimalText(1230n, 2)).toBe("12.30");
  expect(decimalText(5n, 3)).toBe("0.005");
  expect(decimalText(-5n, 2)).toBe("-0.05");
  expect(decimalText(7n, 0)).toBe("7");
});

test("NULL and empty text are told apart and dim", () => {
  expect(showValue(null, DOUBLE, clock)).toEqual({ text: "NULL", dim: true, full: null });
  expect(showValue("", { kind: "STRING" }, clock).text).toBe("(empty)");
});

test("a DOUBLE that is cut keeps the whole of it at hand; the odd ones are spelled", () => {
  expect(showValue(1 / 3, DOUBLE, clock)).toEqual({ text: "0.333", dim: false, full: String(1 / 3) });
  expect(showValue(2.5, DOUBLE, clock)).toEqual({ text: "2.500", dim: false, full: null });
  expect(showValue(NaN, DOUBLE, clock).text).toBe("NaN");
  expect(showValue(-0, DOUBLE, clock).text).toBe("-0");
  expect(showValue(1e-9, DOUBLE, clock).text).toBe("1e-9");
});

test("types read as in SQL, counts agree with their noun", () => {
  expect(typeText({ kind: "DECIMAL", precision: 10, scale: 2 })).toBe("DECIMAL(10, 2)");
  expect(counted(1, "row")).toBe("1 row");
  expect(counted(200_000, "record")).toBe("200,000 records");
});

test("a value is copied whole: every digit, the scale, ms since the epoch, and nothing for NULL", () => {
  expect(rawText(1 / 3, DOUBLE)).toBe("0.3333333333333333");
  expect(rawText(-0, DOUBLE)).toBe("-0");
  expect(rawText(1230n, { kind: "DECIMAL", precision: 10, scale: 2 })).toBe("12.30");
  expect(rawText(9_007_199_254_740_993n, { kind: "BIGINT" })).toBe("9007199254740993");
  expect(rawText(47_400, { kind: "TIMESTAMP" })).toBe("47400");
  expect(rawText(null, DOUBLE)).toBe("");
});

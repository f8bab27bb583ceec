import { expect, test } from "vitest";
import { type DataType, typeName } from "../../engine/client/types.ts";
import { clockFor } from "./clock.ts";
import { counted, rawText, showValue } from "./value.ts";

const clock = clockFor(0, 1000);
const DOUBLE: DataType = { kind: "DOUBLE" };

test("a BIGINT keeps every digit", () => {
  expect(showValue(9_007_199_254_740_993n, { kind: "BIGINT" }, clock).text).toBe("9007199254740993");
});

test("a DECIMAL keeps its scale, also below one and below zero", () => {
  const shown = (value: bigint, scale: number): string =>
    showValue(value, { kind: "DECIMAL", precision: 10, scale }, clock).text;
  expect(shown(1230n, 2)).toBe("12.30");
  expect(shown(5n, 3)).toBe("0.005");
  expect(shown(-5n, 2)).toBe("-0.05");
  expect(shown(7n, 0)).toBe("7");
});

test("a DATE is its day, an INTERVAL its parts, and what is made of values JSON with the names of fields", () => {
  expect(showValue(1_769_817_600_000, { kind: "DATE" }, clock).text).toBe("2026-01-31");
  expect(showValue(3_900_000, { kind: "INTERVAL" }, clock)).toEqual({
    text: "1h 5m",
    dim: false,
    full: "3900000 ms",
  });
  const fields = [{ name: "x", type: DOUBLE }];
  expect(showValue("[1.5]", { kind: "STRUCT", fields }, clock).text).toBe('{"x":1.5}');
  expect(rawText(1_769_817_600_000, { kind: "DATE" })).toBe("2026-01-31");
  expect(rawText(3_900_000, { kind: "INTERVAL" })).toBe("3900000");
  expect(rawText("[1.5]", { kind: "STRUCT", fields })).toBe('{"x":1.5}');
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
  expect(typeName({ kind: "DECIMAL", precision: 10, scale: 2 })).toBe("DECIMAL(10, 2)");
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

import { expect, test } from "vitest";
import { BIGINT, BOOLEAN, DOUBLE, STRING, TIMESTAMP, decimal } from "../data/data-type.ts";
import { findFunction, functionNames } from "./function-registry.ts";
import { commonType, comparableTypes } from "./type-rules.ts";
import { mergeWarnings, warn, type WarningCounts } from "./warning-counts.ts";

test("functions are found in any case, and unknown ones are null", () => {
  expect(findFunction("Coalesce")?.name).toBe("coalesce");
  expect(findFunction("IS NULL")?.name).toBe("is null");
  expect(findFunction("nope")).toBeNull();
});

test("an alias is the function itself, in any case, and is offered too", () => {
  expect(findFunction("CEILING")).toBe(findFunction("ceil"));
  expect(findFunction("nvl")?.name).toBe("ifnull");
  expect(functionNames()).toContain("truncate");
});

test("names to offer are of functions only, not of operators", () => {
  expect(functionNames()).toContain("round");
  for (const operator of ["+", "and", "is null", "negate", "cast", "like"])
    expect(functionNames()).not.toContain(operator);
});

test("an untyped NULL takes the type of its neighbour", () => {
  expect(findFunction("+")!.resolve([null, DOUBLE])).toEqual({ type: DOUBLE, parameters: [DOUBLE, DOUBLE] });
  expect(findFunction("=")!.resolve([STRING, null])).toEqual({ type: BOOLEAN, parameters: [STRING, STRING] });
  expect(findFunction("coalesce")!.resolve([null, TIMESTAMP])).toMatchObject({ type: TIMESTAMP });
});

test("numbers widen BIGINT to DECIMAL to DOUBLE; other types mix with themselves only", () => {
  expect(commonType([BIGINT, decimal(5, 2)])).toEqual(decimal(21, 2));
  expect(commonType([decimal(5, 2), decimal(5, 4), null])).toEqual(decimal(7, 4));
  expect(commonType([decimal(5, 2), DOUBLE])).toEqual(DOUBLE);
  expect(commonType([STRING, BIGINT])).toBeNull();
});

test("BIGINT and DECIMAL compare as they are, beside a DOUBLE all are DOUBLE", () => {
  expect(comparableTypes([BIGINT, decimal(5, 2)])).toEqual([BIGINT, decimal(5, 2)]);
  expect(comparableTypes([BIGINT, DOUBLE, null])).toEqual([DOUBLE, DOUBLE, DOUBLE]);
  expect(comparableTypes([BOOLEAN, BIGINT])).toBeNull();
});

test("of warnings of one row the smallest text is the example, in whatever order they come", () => {
  const texts = ["2 / 0", "1 / 0", "3 / 0"];
  for (const order of [texts, texts.toReversed()]) {
    const all: WarningCounts = new Map();
    for (const text of order) warn(all, "DIVISION_BY_ZERO", [Infinity], text);
    expect(all.get("DIVISION_BY_ZERO")).toMatchObject({ count: 3, first: Infinity, example: "1 / 0" });
  }
});

test("warnings add up by code, and keep the example of the lowest row", () => {
  const all: WarningCounts = new Map();
  warn(all, "CAST_FAILED", [4, 7], "fourth");
  const more: WarningCounts = new Map();
  warn(more, "CAST_FAILED", [0, 2], "second");
  warn(more, "DIVISION_BY_ZERO", [1], "1 / 0");
  mergeWarnings(all, more, (row) => row + 2);
  expect(all).toEqual(
    new Map([
      ["CAST_FAILED", { count: 4, rows: [4, 7, 2, 4], first: 2, example: "second" }],
      ["DIVISION_BY_ZERO", { count: 1, rows: [3], first: 3, example: "1 / 0" }],
    ]),
  );
});

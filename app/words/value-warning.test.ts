import { expect, test } from "vitest";
import { valueWarning } from "./value-warning.ts";

test("says how many values are NULL, why, and at which record first", () => {
  expect(valueWarning({ code: "DIVISION_BY_ZERO", count: 3, seq: 17, example: "5 / 0" })).toEqual([
    "3 values are NULL: a division by zero has no value, first at ",
    { record: 17 },
    ":",
  ]);
});

test("what failed as the windows closed at the end has no record", () => {
  const [, where] = valueWarning({ code: "BIGINT_OVERFLOW", count: 1, seq: Infinity, example: "SUM is 9" });
  expect(where).toBe("the end of input");
});

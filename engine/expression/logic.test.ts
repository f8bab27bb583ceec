import { expect, test } from "vitest";
import { BIGINT, BOOLEAN } from "../data/data-type.ts";
import { column, runFunction } from "../testing/run-function.ts";
import { findFunction } from "./function-registry.ts";

const left = column(BOOLEAN, true, true, true, false, false, false, null, null, null);
const right = column(BOOLEAN, true, false, null, true, false, null, true, false, null);

test("AND is false where either is, else NULL where either is", () => {
  expect(runFunction("and", left, right).values).toEqual([
    true,
    false,
    null,
    false,
    false,
    false,
    null,
    false,
    null,
  ]);
});

test("OR is true where either is, else NULL where either is", () => {
  expect(runFunction("or", left, right).values).toEqual([
    true,
    true,
    true,
    true,
    false,
    null,
    true,
    null,
    null,
  ]);
});

test("NOT NULL is NULL", () => {
  expect(runFunction("not", column(BOOLEAN, true, false, null)).values).toEqual([false, true, null]);
});

test("IS NULL and IS NOT NULL are never NULL", () => {
  expect(runFunction("is null", column(BIGINT, 1n, null)).values).toEqual([false, true]);
  expect(runFunction("is not null", column(BIGINT, 1n, null)).values).toEqual([true, false]);
  expect(runFunction("is null", column(BIGINT, 1n)).values).toEqual([false]);
});

test("numbers are no conditions", () => {
  expect(findFunction("and")!.resolve([BOOLEAN, BIGINT])).toEqual({
    problem: "AND takes conditions, not BIGINT.",
  });
});

import { expect, test } from "vitest";
import { BIGINT, BOOLEAN, type DataType, DOUBLE, STRING } from "../data/data-type.ts";
import type { Expression } from "./expression.ts";
import { isCheap } from "./is-cheap.ts";

const column = (index: number, type: DataType): Expression => ({ kind: "column", index, type });
const call = (name: string, type: DataType, ...args: readonly Expression[]): Expression => ({
  kind: "call",
  name,
  arguments: args,
  type,
});
const price = column(0, DOUBLE);
const volume = call("cast", DOUBLE, column(1, BIGINT));
const name = column(2, STRING);
const limit: Expression = { kind: "literal", value: 50_000, type: DOUBLE };

test("arithmetic and comparisons of numbers are computed for all rows", () => {
  expect(isCheap(call(">", BOOLEAN, call("*", DOUBLE, price, volume), limit))).toBe(true);
  expect(isCheap(column(0, BOOLEAN))).toBe(true);
});

test("a text that is compared with constants is looked up for all rows", () => {
  const like = call("like", BOOLEAN, name, { kind: "literal", value: "%A%", type: STRING });
  expect(isCheap(call("and", BOOLEAN, call(">", BOOLEAN, price, limit), like))).toBe(true);
  expect(isCheap(call("like", BOOLEAN, name, name))).toBe(false);
});

test("what makes texts or numbers of texts, or chooses between expressions, is computed for the rows that are wanted", () => {
  expect(isCheap(call("length", BIGINT, name))).toBe(false);
  expect(isCheap({ kind: "case", branches: [], otherwise: price, type: DOUBLE })).toBe(false);
});

test("a long chain of arithmetic costs more than picking rows does", () => {
  const sum = (terms: number): Expression =>
    Array.from({ length: terms }).reduce<Expression>((left) => call("+", DOUBLE, left, price), price);
  expect([isCheap(sum(8)), isCheap(sum(9))]).toEqual([true, false]);
});

import { expect, test } from "vitest";
import { BIGINT, BOOLEAN, type DataType, DOUBLE, STRING } from "../data/data-type.ts";
import { rightGoesFirst } from "./conjunct-order.ts";
import type { Expression } from "./expression.ts";

const call = (name: string, type: DataType, ...parts: Expression[]): Expression => ({
  kind: "call",
  name,
  arguments: parts,
  type,
});
const price: Expression = { kind: "column", index: 0, type: DOUBLE };
const volume: Expression = { kind: "column", index: 1, type: BIGINT };
const symbol: Expression = { kind: "column", index: 2, type: STRING };
const text = (value: string): Expression => ({ kind: "literal", value, type: STRING });
const like = call("like", BOOLEAN, symbol, text("%A%"));
const large = call(">", BOOLEAN, call("*", DOUBLE, price, call("cast", DOUBLE, volume)), price);

test("a look-up of a text goes before arithmetic that cannot go wrong", () => {
  expect(rightGoesFirst(large, like)).toBe(true);
  expect(rightGoesFirst(like, large)).toBe(false);
  expect(rightGoesFirst(like, like)).toBe(false);
});

test("what can go wrong stays where it was written: the left side guards the right one", () => {
  const overflows = call(">", BOOLEAN, call("*", BIGINT, volume, volume), volume);
  const divides = call(">", BOOLEAN, call("/", DOUBLE, price, price), price);
  const casts = call(">", BOOLEAN, call("cast", BIGINT, symbol), volume);
  for (const left of [overflows, divides, casts]) expect(rightGoesFirst(left, like)).toBe(false);
  expect(rightGoesFirst(large, call("like", BOOLEAN, symbol, symbol))).toBe(false);
});

import { expect, test } from "vitest";
import { BIGINT, BOOLEAN } from "../data/data-type.ts";
import type { Expression } from "./expression.ts";
import { collectColumns, columnsIn } from "./used-columns.ts";

const column = (index: number): Expression => ({ kind: "column", index, type: BIGINT });
const sum = (...parts: readonly Expression[]): Expression => ({
  kind: "call",
  name: "+",
  arguments: parts,
  type: BIGINT,
});
const choice: Expression = {
  kind: "case",
  branches: [
    {
      when: { kind: "call", name: "<", arguments: [column(7), column(2)], type: BOOLEAN },
      result: sum(column(2), { kind: "literal", value: 1n, type: BIGINT }),
    },
  ],
  otherwise: column(5),
  type: BIGINT,
};

test("columns of all parts are found from left to right, each as often as it is read", () => {
  expect(columnsIn(sum(choice, column(0))).map(({ index }) => index)).toEqual([7, 2, 2, 5, 0]);
});

test("indexes are collected beside those that were there", () => {
  const used = new Set([9]);
  collectColumns(choice, used);
  expect([...used].toSorted((a, b) => a - b)).toEqual([2, 5, 7, 9]);
});

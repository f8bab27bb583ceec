import { expect, test } from "vitest";
import type { Comparison, QuerySummary, Value } from "../../engine/client/types.ts";
import { BIGINT, STRING } from "../../engine/data/data-type.ts";
import { clockFor } from "../words/clock.ts";
import { rowColumns } from "./compare/compared-columns.tsx";
import { outputColumns } from "./output-columns.tsx";

const output = [
  { name: "k", type: STRING },
  { name: "n", type: BIGINT },
  { name: "n", type: BIGINT },
];
const query = { output, roles: ["key", "aggregate", "aggregate"], windowed: false } as Partial<QuerySummary>;
const clock = clockFor(0, 60_000);

test("result columns of one name are columns of their own", () => {
  const columns = outputColumns(query as QuerySummary, (row: readonly Value[]) => row, clock);
  expect(new Set(columns.map(({ id }) => id)).size).toBe(3);
  expect(columns.map(({ header, text }) => [header, text(["a", 1n, 2n])])).toEqual([
    ["k", "a"],
    ["n", "1"],
    ["n", "2"],
  ]);
});

test("two compared columns of one name stand under a head each", () => {
  const comparison = {
    here: "velostream",
    there: "flink",
    output,
    columns: [0, 1, 1],
  } as Partial<Comparison>;
  const columns = rowColumns(query as QuerySummary, comparison as Comparison, clock, false);
  const sides = columns.flatMap(({ group }) => (group ? [group] : []));
  expect(sides.map(({ name }) => name)).toEqual(["n", "n", "n", "n"]);
  expect(new Set(sides.map(({ id }) => id)).size).toBe(2);
  expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
});

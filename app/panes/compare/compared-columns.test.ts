import { expect, test } from "vitest";
import type { ComparedRow, Comparison, QuerySummary } from "../../../engine/client/types.ts";
import { BIGINT, STRING } from "../../../engine/data/data-type.ts";
import { clockFor } from "../../words/clock.ts";
import { rowColumns } from "./compared-columns.tsx";

const output = [
  { name: "k", type: STRING },
  { name: "n", type: BIGINT },
];
const query = {
  output,
  roles: ["key", "aggregate"],
  windowed: false,
} as Partial<QuerySummary> as QuerySummary;
const clock = clockFor(0, 60_000);

const row: ComparedRow = {
  fate: "only there",
  partition: 0,
  windowStart: null,
  windowEnd: null,
  here: null,
  there: { index: 0, values: ["a", 1n], cause: 3 },
  placeHere: { kind: "record", seq: 3 },
  columns: [],
  explanation: null,
};

/** The first cell of the row, on a phone. @param n rows in which n differs. */
function fate(n: number): string {
  const comparison = { here: "velostream", there: "flink", output, columns: [0, n] } as Partial<Comparison>;
  return rowColumns(query, comparison as Comparison, clock, true)[0].text(row);
}

test("on a phone a sign is enough where a column of each run tells who has no row, and only there", () => {
  expect(fate(1)).toBe("+");
  expect(fate(0)).toBe("+ Flink");
});

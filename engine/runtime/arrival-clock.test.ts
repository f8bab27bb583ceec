import { expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, STRING, type Value } from "../data/data-type.ts";
import { planOf } from "../testing/compile-text.ts";
import { batchesOf } from "../testing/record-batches.ts";
import { runQuery } from "./run-query.ts";

const stream: StreamDefinition = {
  name: "t",
  schema: [
    { name: "k", type: STRING },
    { name: "v", type: BIGINT },
  ],
  eventTime: null,
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: null,
};
const records = Array.from({ length: 40 }, (_, seq): readonly Value[] => [seq % 2 ? "b" : "a", BigInt(seq)]);

function valuesOf(sql: string, size: number): readonly (readonly Value[])[] {
  const plan = planOf(sql, { preset: "velostream" }, stream);
  return runQuery(plan, batchesOf(plan.input, records, size), { endOfInput: true }).rows.map(
    ({ values }) => values,
  );
}

test.each([1, 3, 40])("without an arrival column record n arrives at n ms, in batches of %s", (size) => {
  const seqs = records.map((_, seq) => seq);
  expect(valuesOf("SELECT NOW(), _timestamp FROM t", size)).toEqual(seqs.map((seq) => [seq, seq]));
  expect(valuesOf("SELECT v FROM t WHERE NOW() >= TIMESTAMP '1970-01-01 00:00:00.038'", size)).toEqual([
    [38n],
    [39n],
  ]);
});

test("it can be grouped by, aggregated, and be the time of windows", () => {
  const last = (sql: string): readonly (readonly Value[])[] => valuesOf(sql, 7).slice(-2);
  expect(last("SELECT k, MAX(NOW()) FROM t GROUP BY k EMIT FINAL")).toEqual([
    ["a", 38],
    ["b", 39],
  ]);
  expect(last("SELECT _timestamp, COUNT(*) FROM t GROUP BY _timestamp EMIT FINAL")).toEqual([
    [38, 1n],
    [39, 1n],
  ]);
  expect(last("SELECT NOW(), COUNT(*) FROM t GROUP BY NOW() EMIT FINAL")).toEqual([
    [38, 1n],
    [39, 1n],
  ]);
  expect(
    last("SELECT window_start, COUNT(*) FROM t GROUP BY k WINDOW TUMBLING(_timestamp, 10ms) EMIT FINAL"),
  ).toEqual([
    [30, 5n],
    [30, 5n],
  ]);
});

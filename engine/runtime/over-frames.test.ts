import { expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, STRING, TIMESTAMP } from "../data/data-type.ts";
import { compileQuery } from "../plan/compile-query.ts";
import { ReplayLog } from "../source/replay-log.ts";
import { batchesOf } from "../testing/record-batches.ts";
import { startInProcess } from "./execution.ts";
import { recordsOfFrames, recordsOverRecord } from "./over-frames.ts";
import { QueryRun, RUN_BUDGET } from "./query-run.ts";

const stream: StreamDefinition = {
  name: "t",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "k", type: STRING },
    { name: "v", type: BIGINT },
  ],
  eventTime: "ts",
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: 10_000,
};

/** A run of `SELECT SUM(v) OVER (window)` to the end of input, and how often it has read from its log since. */
async function finished(window: string, records: readonly (readonly [ms: number, k: string, v: number])[]) {
  const sql = `SELECT k, SUM(v) OVER (${window}) AS s FROM t`;
  const { plan, diagnostics } = compileQuery(sql, [stream], { preset: "velostream" });
  if (!plan) throw new Error(JSON.stringify(diagnostics));
  const rows = records.map(([ms, k, v]) => [ms, k, BigInt(v)]);
  const log = new ReplayLog(stream);
  for (const batch of batchesOf(plan.input, rows, 8_192)) log.append({ batch, malformed: [] });
  log.finish();
  const run = new QueryRun(plan, log, startInProcess, RUN_BUDGET);
  await run.readTo(log.length, () => true);
  await run.end();
  let reads = 0;
  const read = log.read.bind(log);
  log.read = (from, to) => {
    reads++;
    return read(from, to);
  };
  return { run, reads: () => reads };
}

const sorted = (seqs: Iterable<number>): readonly number[] => [...seqs].sort((a, b) => a - b);

/** Of two keys in turn, a second apart, the third one before the first. */
const records = [0, 1, -2, 3, 4, 5, 6, 7].map((s, i) => [1_000 * s, "ab"[i % 2]!, i] as const);

test("records whose unbounded frames hold a record are those of its group at or after its time, found without the log", async () => {
  const { run, reads } = await finished("PARTITION BY k ORDER BY ts", records);
  expect(sorted(recordsOverRecord(run, 0, 8))).toEqual([0, 4, 6]);
  expect(sorted(recordsOverRecord(run, 2, 8))).toEqual([0, 2, 4, 6]);
  expect(sorted(recordsOverRecord(run, 2, 5))).toEqual([0, 2, 4]);
  expect(recordsOfFrames(run, 4, 8)).toEqual([0, 2, 4]);
  expect(reads()).toBe(0);
});

test("frames of rows and of time that go by the event time are found without the log", async () => {
  const rows = await finished("PARTITION BY k ORDER BY ts ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING", records);
  expect(recordsOfFrames(rows.run, 4, 8)).toEqual([0, 2, 4]);
  expect(sorted(recordsOverRecord(rows.run, 2, 8))).toEqual([0, 2, 4]);
  const range = await finished(
    "ORDER BY ts RANGE BETWEEN INTERVAL '2' SECOND PRECEDING AND CURRENT ROW",
    records,
  );
  expect(recordsOfFrames(range.run, 0, 8)).toEqual([0, 2]);
  expect(sorted(recordsOverRecord(range.run, 3, 8))).toEqual([3, 4, 5]);
  expect(rows.reads() + range.reads()).toBe(0);
});

test("frames without an order hold what arrived before, found without the log", async () => {
  const { run, reads } = await finished("PARTITION BY k", records);
  expect(recordsOfFrames(run, 5, 8)).toEqual([1, 3, 5]);
  expect(sorted(recordsOverRecord(run, 3, 8))).toEqual([3, 5, 7]);
  expect(reads()).toBe(0);
});

test("a record is followed through a buffer where others are put before it, until it leaves", async () => {
  const byValue = [5, 9, 1, 7, 8, 6].map((v, i) => [1_000 * i, "a", v] as const);
  const { run } = await finished("ROWS WINDOW BUFFER 3 ROWS ORDER BY v", byValue);
  // 5 · 5 9 · 1 5 9 · 5 7 9 · 7 8 9 · 6 has no room
  expect(sorted(recordsOverRecord(run, 0, 6))).toEqual([0, 1, 2, 3]);
  expect(sorted(recordsOverRecord(run, 1, 6))).toEqual([1, 2, 3, 4]);
  expect(sorted(recordsOverRecord(run, 2, 6))).toEqual([2]);
});

import { describe, expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import { startInProcess } from "../runtime/execution.ts";
import { keepAll } from "../runtime/keep-all.ts";
import { recordEffects } from "../runtime/lineage.ts";
import { QueryRun } from "../runtime/query-run.ts";
import { recordStory } from "../runtime/record-story.ts";
import type { RunResult } from "../runtime/result-row.ts";
import { lateRows } from "../runtime/run-rows.ts";
import { RunView } from "../runtime/run-view.ts";
import { ReplayLog } from "../source/replay-log.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import { planOf } from "./compile-text.ts";
import { realEngine } from "./executors.ts";
import { batchesOf } from "./record-batches.ts";
import { runReference } from "./reference-engine.ts";

const declared: StreamDefinition = {
  name: "t",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "k", type: STRING },
    { name: "s", type: BIGINT },
  ],
  eventTime: "ts",
  arrival: null,
  split: "s",
  splits: 1,
  maxOutOfOrderness: 0,
};
const undeclared: StreamDefinition = { ...declared, maxOutOfOrderness: null };

type Sent = readonly [ts: number | null, k: string, split?: number];

const engines = [
  ["one host", realEngine(100, 1)],
  ["batches of 1", realEngine(1, 1)],
  ["batches of 2 on 3 hosts", realEngine(2, 3)],
  ["the reference", runReference],
] as const;

/** One split, with a record without a time before and behind one that has one, and behind one that is later. */
const sent: readonly Sent[] = [
  [null, "a"],
  [1_000, "b"],
  [null, "c"],
  [500, "d"],
  [2_000, "e"],
];

const plain = "SELECT k FROM t";
const grouped = "SELECT k, COUNT(*) AS n FROM t GROUP BY k";
const windowed = "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW TUMBLING(ts, 1s)";

describe.each(engines)("a NULL event time: %s", (_, run) => {
  const result = (
    sql: string,
    preset: PresetName,
    stream: StreamDefinition,
    records: readonly Sent[] = sent,
  ): RunResult =>
    run(
      planOf(sql, { preset }, stream),
      records.map(([ts, k, split = 0]): readonly Value[] => [ts, k, BigInt(split)]),
      { endOfInput: true },
    );
  const keysOf = ({ rows }: RunResult): string => rows.map(({ values }) => values[0]).join(" ");

  test.each([plain, grouped])("RisingWave takes it until a watermark is set, then drops it: %s", (sql) => {
    const found = result(sql, "risingwave", declared);
    expect(keysOf(found)).toBe("a b e");
    expect(found.ledger).toMatchObject({ read: 5, malformed: 0, late: 2, counted: 3 });
    expect(found.dropped[0]).toEqual({
      seq: 2,
      reason: "late",
      partition: found.dropped[0]!.partition,
      eventTime: -Infinity,
      arrival: 2,
      watermark: 1_000,
      mover: 1,
      lateness: Infinity,
      windowStart: null,
      windowEnd: null,
    });
    expect(found.dropped[1]).toMatchObject({ seq: 3, eventTime: 500, lateness: 500 });
  });

  test("RisingWave: it moves no watermark, and sets none", () =>
    expect(
      keysOf(
        result(plain, "risingwave", declared, [
          [null, "a"],
          [-5_000, "b"],
          [null, "c"],
        ]),
      ),
    ).toBe("a b"));

  test("RisingWave: a split that holds the watermark back keeps it unset", () =>
    expect(result(plain, "risingwave", { ...declared, splits: 2 }).ledger).toMatchObject({
      late: 0,
      counted: 5,
    }));

  test.each(["flink", "risingwave"] as const)(
    "%s: without a watermark it is a value, and counts",
    (preset) => {
      for (const sql of [plain, grouped]) {
        const found = result(sql, preset, undeclared);
        expect(keysOf(found)).toBe("a b c d e");
        expect(found.ledger).toMatchObject({ malformed: 0, late: 0, counted: 5 });
      }
    },
  );

  test("where windows follow it, and natively and in ksqlDB's rules everywhere, it is malformed", () => {
    expect(result(windowed, "risingwave", declared).malformed).toEqual([0, 2]);
    expect(result(windowed, "risingwave", undeclared).malformed).toEqual([0, 2]);
    expect(result(plain, "velostream", declared).malformed).toEqual([0, 2]);
    expect(result(`${plain} WITH ('watermark.strategy' = 'none')`, "velostream", declared).malformed).toEqual(
      [0, 2],
    );
    expect(result(plain, "ksqldb", declared).malformed).toEqual([0, 2]);
  });

  test("Flink's job ends where a watermark is declared", () =>
    expect(() => result(plain, "flink", declared)).toThrow("Record #0 has no event time"));
});

test("the page is told that a record has no event time: in its story, among the late ones, and on the map", async () => {
  const log = new ReplayLog(declared);
  for (const batch of batchesOf(
    declared.schema,
    sent.map(([ts, k]) => [ts, k, 0n]),
    2,
  ))
    log.append({ batch, malformed: [] });
  log.finish();
  const run = new QueryRun(planOf(grouped, { preset: "risingwave" }, declared), log, startInProcess);
  await run.readTo(log.length, () => true);
  await run.end();
  const view = new RunView(run);
  view.moveTo(log.length, true);
  expect(recordStory(run, view, 0)).toMatchObject({
    verdict: "counted",
    eventTime: null,
    judged: null,
    lateness: 0,
  });
  const dropped = { verdict: "dropped", dropped: "late", eventTime: null, judged: 1_000, lateness: null };
  const kept = { bound: null, lateness: null };
  expect(recordStory(run, view, 2)).toMatchObject({ ...dropped, keptWith: kept });
  expect(lateRows(view, 0, 10).rows.map(({ seq, eventTime }) => [seq, eventTime])).toEqual([
    [2, null],
    [3, 500],
  ]);
  expect(keepAll(run, view)).toEqual({ bound: null, lateness: null });
  expect([...run.records.rows(0, 5).eventTime]).toEqual([NaN, 1_000, NaN, 500, 2_000]);
  expect(recordEffects(run, view, 0)?.rows).toHaveLength(1);
});

import { describe, expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import type { RunResult } from "../runtime/result-row.ts";
import { planOf } from "./compile-text.ts";
import { realEngine } from "./executors.ts";

const stream: StreamDefinition = {
  name: "t",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "k", type: STRING },
    { name: "mark", type: TIMESTAMP },
    { name: "s", type: BIGINT },
  ],
  eventTime: "ts",
  arrival: null,
  split: "s",
  splits: 2,
  maxOutOfOrderness: null,
};

type Sent = readonly [ts: number | null, k: string, mark: number | null, split?: number];

const engines = [
  ["one host", realEngine(100, 1)],
  ["batches of 1", realEngine(1, 1)],
  ["batches of 2 on 3 hosts", realEngine(2, 3)],
] as const;

describe.each(engines)("a punctuated watermark: %s", (_, run) => {
  const result = (
    options: string,
    sent: readonly Sent[],
    emit = "EMIT FINAL",
    minAdvance = "0ms",
  ): RunResult =>
    run(
      planOf(
        `-- @num_partitions: 1\nSELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW TUMBLING(10s) ${emit} WITH ('watermark.strategy' = 'punctuated', 'watermark.punctuation.field' = 'mark', 'watermark.min_advance' = '${minAdvance}', 'late.data.strategy' = 'drop', 'watermark.allowed_lateness' = '0s'${options})`,
        {},
        stream,
      ),
      sent.map(([ts, k, mark, split = 0]): readonly Value[] => [ts, k, mark, BigInt(split)]),
      { endOfInput: true },
    );
  const rowsOf = (...given: Parameters<typeof result>): string[] =>
    result(...given).rows.map(
      ({ kind, values, reason, cause, watermark }) =>
        `${kind} ${values.join(" ")} ${reason} #${cause} @${watermark}`,
    );
  const lateOf = (...given: Parameters<typeof result>): number[] =>
    result(...given).dropped.map(({ seq }) => seq);

  test("is the value of its column, wherever event times stand; a NULL moves nothing, a lower one neither", () =>
    expect(
      rowsOf("", [
        [15_000, "a", null],
        [1_000, "b", null],
        [2_000, "b", 9_999],
        [11_000, "a", 10_000],
        [12_000, "a", 3_000],
        [30_000, "a", null],
      ]),
    ).toEqual([
      "+I b 2 watermark #3 @10000",
      "+I a 3 end of input #Infinity @Infinity",
      "+I a 1 end of input #Infinity @Infinity",
    ]));

  test("never judges the record that moves it, and judges the next: late is t < watermark, equal is on time", () =>
    expect(
      lateOf("", [
        [1_000, "a", 8_000],
        [7_999, "a", null],
        [8_000, "a", 9_000],
        [8_999, "a", null],
      ]),
    ).toEqual([1, 3]));

  test("a record is judged before it moves the watermark, and windows close after it was counted", () =>
    expect(rowsOf("", [[1_000, "a", 10_000]], "EMIT CHANGES")).toEqual(["+I a 1 record #0 @-Infinity"]));

  test("min_advance: the first sets it, the next must exceed it by more", () => {
    const sent: Sent[] = [
      [1_000, "a", 5_000],
      [6_000, "a", 5_100],
      [5_050, "a", 5_101],
      [5_100, "a", null],
    ];
    expect(lateOf("", sent)).toEqual([2, 3]);
    expect(lateOf("", sent, "EMIT FINAL", "100ms")).toEqual([3]);
  });

  test("max_future_skew: a record from the future moves nothing, whatever it says", () =>
    expect(
      lateOf(", 'watermark.max_future_skew' = '10s'", [
        [10_001, "a", 5_000],
        [1_000, "a", null],
        [10_002, "a", 4_000],
        [3_000, "a", null],
      ]),
    ).toEqual([3]));

  test("scope source: the least of the splits' punctuations", () =>
    expect(
      rowsOf(", 'watermark.scope' = 'source'", [
        [1_000, "a", 20_000, 0],
        [2_000, "a", 5_000, 1],
        [8_000, "a", 12_000, 1],
      ]),
    ).toEqual(["+I a 3 watermark #2 @12000"]));

  test("what is malformed moves nothing", () => {
    const { ledger, dropped } = result("", [
      [null, "a", 9_000],
      [1_000, "a", null],
    ]);
    expect([ledger.malformed, dropped.length]).toEqual([1, 0]);
  });
});

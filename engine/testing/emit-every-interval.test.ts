import { describe, expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import { planOf } from "./compile-text.ts";
import { realEngine } from "./executors.ts";

const stream: StreamDefinition = {
  name: "t",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "k", type: STRING },
    { name: "v", type: BIGINT },
    { name: "at", type: TIMESTAMP },
    { name: "s", type: BIGINT },
  ],
  eventTime: "ts",
  arrival: "at",
  split: "s",
  splits: 2,
  maxOutOfOrderness: 0,
};

type Sent = readonly [ts: number | null, k: string, v: number, at: number | null, split?: number];

const engines = [
  ["one host", realEngine(100, 1)],
  ["batches of 1", realEngine(1, 1)],
  ["batches of 2 on 3 hosts", realEngine(2, 3)],
  ["more hosts than partitions, which share out groups", realEngine(3, 9)],
] as const;

const windowed = "SELECT k, SUM(v) AS s FROM t GROUP BY k WINDOW TUMBLING(10s) EMIT EVERY 5s";
const exact =
  "WITH ('watermark.min_advance' = '0ms', 'watermark.scope' = 'source', 'watermark.idle_timeout' =";

describe.each(engines)("EMIT EVERY interval: %s", (_, run) => {
  const rowsOf = (sql: string, sent: readonly Sent[], partitions = 1): string[] =>
    run(
      planOf(`-- @num_partitions: ${partitions}\n${sql}`, {}, stream),
      sent.map(([ts, k, v, at, split = 0]): readonly Value[] => [ts, k, BigInt(v), at, BigInt(split)]),
      { endOfInput: true },
    ).rows.map(
      ({ kind, values, pane, reason, cause, watermark }) =>
        `${kind} ${values.join(" ")} ${pane} ${reason} #${cause} @${watermark}`,
    );

  test("at multiples of the interval since the epoch, groups that changed since leave, before the record that let it pass is counted", () =>
    expect(
      rowsOf(windowed, [
        [1_000, "a", 1, 3_000],
        [2_000, "b", 2, 4_000],
        [2_500, "a", 4, 5_000],
        [2_600, "a", 8, 9_999],
        [2_700, "b", 16, 10_000],
        [12_000, "c", 32, 10_001],
      ]),
    ).toEqual([
      "+I a 1 early timer #2 @2000",
      "+I b 2 early timer #2 @2000",
      "+U a 13 early timer #4 @2500",
      "+U a 13 on-time watermark #5 @12000",
      "+U b 18 on-time watermark #5 @12000",
      "+I c 32 on-time end of input #Infinity @Infinity",
    ]));

  test("a deadline counts when arrival is equal; several passed by one record are one emission; nothing changed, nothing leaves", () =>
    expect(
      rowsOf(windowed, [
        [1_000, "a", 1, 1_000],
        [1_100, "a", 2, 31_000],
        [1_200, "a", 4, 31_001],
        [1_300, "a", 8, 34_999],
        [1_400, "a", 16, 35_000],
        [1_500, "a", 32, 35_001],
      ]).filter((row) => row.includes("timer")),
    ).toEqual(["+I a 1 early timer #1 @1000", "+U a 15 early timer #4 @1200"]));

  test("a closed window prints each correction at once and has no timer rows any more", () =>
    expect(
      rowsOf(windowed, [
        [1_000, "a", 1, 1_000],
        [12_000, "b", 2, 2_000],
        [2_000, "a", 4, 3_000],
        [13_000, "b", 8, 6_000],
      ]),
    ).toEqual([
      "+I a 1 on-time watermark #1 @12000",
      "+U a 5 late correction #2 @12000",
      "+I b 2 early timer #3 @12000",
      "+U b 10 on-time end of input #Infinity @Infinity",
    ]));

  test("within a timer rows go by window end, start and lowest contributing seq", () =>
    expect(
      rowsOf(
        "SELECT k, SUM(v) AS s, _WINDOW_START AS w FROM t GROUP BY k WINDOW SLIDING(10s, 5s) EMIT EVERY 5s",
        [
          [3_000, "b", 1, 1_000],
          [4_000, "a", 2, 2_000],
          [4_500, "b", 4, 3_000],
          [4_600, "b", 8, 6_000],
        ],
      ).filter((row) => row.includes("timer")),
    ).toEqual([
      "+I b 5 -5000 early timer #3 @4500",
      "+I a 2 -5000 early timer #3 @4500",
      "+I b 5 0 early timer #3 @4500",
      "+I a 2 0 early timer #3 @4500",
    ]));

  test("every record's arrival lets it pass: a malformed one, a filtered one, one of another partition", () => {
    const sent: Sent[] = [
      [1_000, "a", 1, 1_000],
      [null, "a", 2, 5_000],
      [1_000, "b", 4, 6_000],
      [1_000, "b", -1, 10_000],
    ];
    const sql = windowed.replace("GROUP", "WHERE v > 0 GROUP");
    for (const partitions of [1, 4])
      expect(rowsOf(sql, sent, partitions).filter((row) => row.includes("timer"))).toEqual([
        "+I a 1 early timer #1 @1000",
        "+I b 4 early timer #3 @1000",
      ]);
  });

  test("each partition has a timer of its own: they go off in the order of partitions", () => {
    const rows = rowsOf(
      windowed.replace("TUMBLING(10s)", "SLIDING(10s, 5s)"),
      [
        [1_000, "a", 1, 1_000],
        [1_000, "b", 2, 1_000],
        [1_000, "c", 4, 1_000],
        [1_000, "d", 8, 1_000],
        [1_000, "e", 16, 5_000],
      ],
      4,
    ).filter((row) => row.includes("timer"));
    const groups = rows.map((row) => row.split(" ")[1]!);
    expect(groups.toSorted()).toEqual(["a", "a", "b", "b", "c", "c", "d", "d"]);
    expect(groups).not.toEqual(["a", "b", "c", "d", "a", "b", "c", "d"]);
  });

  test("until the first known arrival no time passes, and deadlines count from that one", () =>
    expect(
      rowsOf(windowed, [
        [1_000, "a", 1, null],
        [1_000, "a", 2, 5_000],
        [1_000, "a", 4, 10_000],
      ]).filter((row) => row.includes("timer")),
    ).toEqual(["+I a 3 early timer #2 @1000"]));

  test("timers go off in the order of their deadlines: windows that an earlier idle one closes print no timer row", () => {
    const sent: Sent[] = [
      [1_000, "a", 1, 1_000],
      [11_000, "b", 2, 2_000],
      [11_500, "b", 4, 9_000],
    ];
    // Split 1 never has a record: at 1,000 + 3,000 it is idle, then the watermark is 11,000, then comes 5,000.
    expect(rowsOf(`${windowed} ${exact} '3s')`, sent)).toEqual([
      "+I a 1 on-time idle #2 @11000",
      "+I b 2 early timer #2 @11000",
      "+U b 6 on-time end of input #Infinity @Infinity",
    ]);
    expect(rowsOf(`${windowed} ${exact} '5s')`, sent)).toEqual([
      "+I a 1 early timer #2 @-Infinity",
      "+I b 2 early timer #2 @-Infinity",
      "+U a 1 on-time idle #2 @11000",
      "+U b 6 on-time end of input #Infinity @Infinity",
    ]);
  });

  test("at one deadline the idle one goes first, in every partition", () => {
    const sent: Sent[] = [
      [1_000, "a", 1, 1_000],
      [1_000, "c", 8, 1_000],
      [11_000, "b", 2, 2_000],
      [11_500, "b", 4, 9_000],
    ];
    for (const partitions of [1, 4]) {
      const rows = rowsOf(`${windowed} ${exact} '4s')`, sent, partitions);
      expect(rows).toEqual([
        "+I a 1 on-time idle #3 @11000",
        "+I c 8 on-time idle #3 @11000",
        "+I b 2 early timer #3 @11000",
        "+U b 6 on-time end of input #Infinity @Infinity",
      ]);
    }
  });

  test("without a window: rows of changed groups, and the final ones at the end of input", () =>
    expect(
      rowsOf("SELECT k, SUM(v) AS s FROM t GROUP BY k EMIT EVERY 5s", [
        [1_000, "b", 1, 1_000],
        [2_000, "a", 2, 2_000],
        [3_000, "a", 4, 5_000],
        [3_000, "a", 8, 11_000],
      ]),
    ).toEqual([
      "+I b 1 null timer #2 @2000",
      "+I a 2 null timer #2 @2000",
      "+U a 6 null timer #3 @3000",
      "+U b 1 null end of input #Infinity @Infinity",
      "+U a 14 null end of input #Infinity @Infinity",
    ]));

  test("HAVING filters what leaves, and a shown group that stops satisfying it is taken back by the timer", () =>
    expect(
      rowsOf("SELECT k, SUM(v) AS s FROM t GROUP BY k HAVING SUM(v) < 4 EMIT EVERY 5s", [
        [1_000, "a", 1, 1_000],
        [2_000, "a", 4, 6_000],
        [3_000, "a", 8, 11_000],
      ]),
    ).toEqual(["+I a 1 null timer #1 @1000", "-D a 1 null timer #2 @2000"]));
});

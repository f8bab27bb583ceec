import { expect, test } from "vitest";
import { problemsOf, planOf } from "./compile-text.ts";
import { generatedSchema } from "./generate-records.ts";
import { runTraced } from "./traced-run.ts";
import type { Trial } from "./trial.ts";
import { rowTexts, runVelostream, type Sent } from "./velostream-run.ts";

// Facts of the engine that this one descends from, by their number; where ours are other results, the name says so.

const END = { endOfInput: true };
const T = 1_700_000_000_000;
const DAY = 86_400_000;
const changes = "SELECT COUNT(*) AS n FROM t";
const bound = (
  length: string,
  strategy = "process_with_warning",
): { readonly settings: Record<string, string> } => ({
  settings: { "watermark.max_out_of_orderness": length, "late.data.strategy": strategy },
});

test("fact 25: a record without an event time leaves the watermark unset", () => {
  const { rows, ledger } = runVelostream(changes, [[null], [T]], bound("1s"));
  expect(ledger.malformed).toBe(1);
  expect(rows.map(({ watermark }) => watermark)).toEqual([T - 1_000]);
});

test.each([
  ["process_with_warning", { counted: 2, countedLate: 1, late: 0 }],
  ["drop", { counted: 1, countedLate: 0, late: 1 }],
  ["process_all", { counted: 2, countedLate: 1, late: 0 }],
])("fact 26: what %s makes of a record that is late", (strategy, wanted) => {
  expect(runVelostream(changes, [[T], [T - 90_000]], bound("60s", strategy)).ledger).toMatchObject(wanted);
});

test("fact 27: the watermark follows by steps above min_advance, 100 ms unless it is said", () => {
  const { rows } = runVelostream(changes, [[T], [T + 50], [T + 1_000]], {
    settings: { ...bound("10s").settings, "watermark.min_advance": "100ms" },
  });
  expect(rows.map(({ watermark }) => watermark - T)).toEqual([-10_000, -10_000, -9_000]);
  expect(planOf("SELECT k FROM orders").watermark.minAdvance).toBe(100);
});

test("fact 28: of four records the late one alone is dropped", () => {
  const sent: Sent[] = [[T], [T + 10_000], [T - 90_000], [T + 20_000]];
  expect(runVelostream(changes, sent, bound("60s", "drop")).ledger).toMatchObject({ counted: 3, late: 1 });
});

test("fact 29: late is behind the bound", () => {
  const sent: Sent[] = [[T], [T - 90_000], [T - 200_000]];
  const { dropped } = runVelostream(changes, sent, bound("120s", "drop"));
  expect(dropped.map(({ seq }) => seq)).toEqual([2]);
});

test("fact 30: process_all takes a record ten days old", () => {
  expect(runVelostream(changes, [[T], [T - 10 * DAY]], bound("0s", "process_all")).ledger.counted).toBe(2);
});

/** Records of a stream with splits, traced. */
function traced(
  sql: string,
  records: Trial["records"],
  {
    settings = {},
    stream = {},
  }: { readonly settings?: Trial["settings"]; readonly stream?: Partial<Trial["stream"]> } = {},
): ReturnType<typeof runTraced> {
  return runTraced({
    sql,
    preset: "velostream",
    settings: { "watermark.max_out_of_orderness": "0ms", "watermark.min_advance": "0ms", ...settings },
    stream: {
      name: "t",
      schema: generatedSchema,
      eventTime: "ts",
      arrival: null,
      split: "split",
      splits: 8,
      maxOutOfOrderness: null,
      ...stream,
    },
    records,
    endOfInput: false,
    batch: 4,
    workers: 2,
  });
}

function sentTo(split: number, ts: number): readonly (number | string | boolean | null)[] {
  return [ts, "a", 1, 1, "1.00", true, split, null];
}

test("fact 31: two partitions keep watermarks and counts of their own", () => {
  const records = Array.from({ length: 15 }, (_, i) =>
    sentTo(i % 3 === 2 ? 1 : 0, i % 3 === 2 ? 500 + i : i),
  );
  const { counts } = traced(
    "-- @num_partitions: 2\n-- @partitioning_strategy: sticky\nSELECT k FROM t",
    records,
  );
  expect(counts.map((one) => [one.records, one.watermark])).toEqual([
    [10, 13],
    [5, 514],
  ]);
});

test("fact 35: queries with groups or windows go by a hash, the others by the split; CREATE STREAM AS as its query", () => {
  const strategyOf = (sql: string): string => planOf(sql).partitioning.strategy;
  expect(strategyOf("SELECT k FROM orders")).toBe("sticky");
  expect(strategyOf("SELECT k, COUNT(*) AS n FROM orders GROUP BY k")).toBe("hash");
  expect(strategyOf("SELECT k, COUNT(*) AS n FROM orders GROUP BY k WINDOW TUMBLING(1m)")).toBe("hash");
  expect(strategyOf("SELECT COUNT(*) AS n FROM orders WINDOW TUMBLING(1m)")).toBe("hash");
  expect(strategyOf("CREATE STREAM s AS SELECT k FROM orders")).toBe("sticky");
});

test("facts 35 and 39, otherwise: keyed ROWS go by a hash of their key, and so do expressions and what CREATE STREAM AS groups", () => {
  const plan = (sql: string): string => planOf(sql).partitioning.strategy;
  expect(plan("SELECT k, SUM(v) OVER (ROWS WINDOW BUFFER 5 ROWS PARTITION BY k) AS s FROM orders")).toBe(
    "hash",
  );
  expect(plan("CREATE STREAM s AS SELECT k, COUNT(*) AS n FROM orders GROUP BY k")).toBe("hash");
  const { query } = planOf("SELECT v % 3 AS r, COUNT(*) AS n FROM orders GROUP BY v % 3");
  expect(query.kind === "aggregate" && query.keys.length).toBe(1);
});

test("fact 36: round robin goes from partition to partition", () => {
  const { records } = traced(
    "-- @num_partitions: 4\n-- @partitioning_strategy: round_robin\nSELECT k FROM t",
    Array.from({ length: 10 }, (_, i) => sentTo(0, i)),
  );
  expect(records.map(({ partition }) => partition)).toEqual([0, 1, 2, 3, 0, 1, 2, 3, 0, 1]);
});

test("fact 37: sticky keeps a record in the partition of its split", () => {
  const { records } = traced("-- @num_partitions: 8\n-- @partitioning_strategy: sticky\nSELECT k FROM t", [
    sentTo(3, 1),
  ]);
  expect(records[0]!.partition).toBe(3);
});

test("fact 37: smart keeps it there too, where the source is keyed by what the query groups by", () => {
  const sql =
    "-- @num_partitions: 8\n-- @partitioning_strategy: smart\nSELECT k, COUNT(*) AS n FROM t GROUP BY k";
  const { records } = traced(sql, [sentTo(2, 1)], { stream: { keyedBy: ["k"] } });
  expect(records[0]!.partition).toBe(2);
});

test("fact 37, otherwise: smart is sticky or hash for all records alike, and never a share of them", () => {
  const sql =
    "-- @num_partitions: 8\n-- @partitioning_strategy: smart\nSELECT k, COUNT(*) AS n FROM t GROUP BY k";
  const sent = Array.from({ length: 100 }, (_, i) => sentTo(i < 75 ? 2 : 5, i));
  const shares = (stream: Partial<Trial["stream"]>): readonly number[] => {
    const counts = new Map<number, number>();
    for (const { partition } of traced(sql, sent, { stream }).records)
      counts.set(partition, (counts.get(partition) ?? 0) + 1);
    return [...counts.values()];
  };
  expect(shares({ keyedBy: ["k"] })).toEqual([75, 25]);
  // Their one key has one partition.
  expect(shares({ keyedBy: ["v"] })).toEqual([100]);
  expect(shares({})).toEqual([100]);
});

test("fact 38, otherwise: hash without groups runs, and keeps all records together", () => {
  const sql = "-- @num_partitions: 4\n-- @partitioning_strategy: hash\nSELECT k FROM t";
  const { records } = traced(
    sql,
    Array.from({ length: 20 }, (_, i) => sentTo(i % 8, i)),
  );
  expect(new Set(records.map(({ partition }) => partition)).size).toBe(1);
});

test("fact 38, otherwise: fan-in has no target to get wrong: it is the first partition", () => {
  const sql = "-- @num_partitions: 4\n-- @partitioning_strategy: fan_in\nSELECT k FROM t";
  const { records } = traced(
    sql,
    Array.from({ length: 20 }, (_, i) => sentTo(i % 8, i)),
  );
  expect(new Set(records.map(({ partition }) => partition))).toEqual(new Set([0]));
  const target = "-- @sticky_partition_id: 9";
  expect(problemsOf(`${target}\n${sql.replace("FROM t", "FROM orders")}`)).toEqual([
    'ANNOTATION_WITHOUT_EFFECT "@sticky_partition_id: 9"',
  ]);
});

test("fact 38, otherwise: a strategy that splits groups runs, with a warning", () => {
  const sql = "-- @partitioning_strategy: round_robin\nSELECT k, COUNT(*) AS n FROM orders GROUP BY k";
  expect(problemsOf(sql).length).toBeGreaterThan(0);
  expect(planOf(sql).partitioning.strategy).toBe("round_robin");
});

test.each([
  [6, 30],
  [3, 15],
])("fact 40: %i windows of five groups print %i rows at the end, each of two records", (windows, rows) => {
  const sent = Array.from({ length: windows * 10 }, (_, i): Sent => [
    1_000 * Math.floor(i / 10) + 100 * (i % 10),
    `g${i % 5}`,
  ]);
  const found = runVelostream(
    "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW TUMBLING(1s)",
    sent,
    END,
  ).rows;
  expect(found.length).toBe(rows);
  expect(found.every(({ values }) => values[1] === 2n)).toBe(true);
});

test("fact 41: a record at the boundary belongs to the next window", () => {
  const sql =
    "SELECT k, COUNT(*) AS n, SUM(d) AS s, _WINDOW_START AS ws FROM t GROUP BY k WINDOW TUMBLING(1s)";
  const sent: Sent[] = [
    [100, "A", 10],
    [500, "A", 20],
    [1_000, "A", 30],
  ];
  expect(rowTexts(sql, sent)).toEqual(["+I A 2 30 0 #2"]);
});

test("fact 42: what WHERE removes prints nothing, the first record of a window neither, a plain one does", () => {
  expect(rowTexts("SELECT k FROM t WHERE v > 5", [[0]])).toEqual([]);
  expect(rowTexts("SELECT COUNT(*) AS n FROM t WINDOW TUMBLING(1m)", [[0]])).toEqual([]);
  expect(rowTexts("SELECT k FROM t", [[0]])).toEqual(["+I a #0"]);
});

const cities: readonly Sent[] = [15, 20, 25].flatMap((v, i): Sent[] => [
  [10 * i, "Paris", v],
  [10 * i + 1, "Tokyo", v + 10],
]);
const spread = "SELECT k, MIN(d) AS low, AVG(d) AS mean, MAX(d) AS high FROM t GROUP BY k";

test("facts 43 and 44: EMIT FINAL without a window is silent until the end of input, EMIT CHANGES is done by then", () => {
  expect(rowTexts(`${spread} EMIT FINAL`, cities)).toEqual([]);
  expect(rowTexts(`${spread} EMIT FINAL`, cities, END)).toEqual([
    "+I Paris 15 20 25 end",
    "+I Tokyo 25 30 35 end",
  ]);
  const rows = rowTexts(`${spread} EMIT CHANGES`, cities, END);
  expect(rows.length).toBe(cities.length);
  expect(rows.some((row) => row.endsWith("end"))).toBe(false);
});

test("facts 45 and 47: a row tells the bounds of its window, in its values as in its metadata", () => {
  const sql = "SELECT COUNT(*) AS n, _WINDOW_START AS ws, _WINDOW_END AS we FROM t WINDOW";
  const [row] = runVelostream(`${sql} TUMBLING(1m)`, [[10_000]], END).rows;
  expect(row!.values).toEqual([1n, 0, 60_000]);
  expect([row!.windowStart, row!.windowEnd]).toEqual([0, 60_000]);
  expect(rowTexts(`${sql} TUMBLING(10s)`, [[1], [2], [3]], END)).toEqual(["+I 3 0 10000 end"]);
});

test("fact 46: keys are columns of the result, qualified ones by their name", () => {
  expect(rowTexts("SELECT t.k, v, COUNT(*) AS n FROM t GROUP BY t.k, v", [[0, "AAPL", 42]])).toEqual([
    "+I AAPL 42 1 #0",
  ]);
  expect(planOf("SELECT orders.k, COUNT(*) AS n FROM orders GROUP BY orders.k").output[0]!.name).toBe("k");
});

const all =
  "SELECT COUNT(*) AS n, COUNT(v) AS known, SUM(d) AS s, AVG(d) AS a, MIN(d) AS low, MAX(d) AS high FROM t WINDOW TUMBLING(1m)";

test("facts 48 to 51: records of one time, NULLs, a single record, none, and the time 0", () => {
  const of = (...values: readonly (number | null)[]): readonly string[] =>
    rowTexts(
      all,
      values.map((v): Sent => [0, "a", v]),
      END,
    );
  expect(of(25, 35, 45)).toEqual(["+I 3 3 105 35 25 45 end"]);
  expect(of(25, null, 35, null)).toEqual(["+I 4 2 60 30 25 35 end"]);
  expect(of(42)).toEqual(["+I 1 1 42 42 42 42 end"]);
  expect(of()).toEqual([]);
});

test("facts 52 to 54: HAVING of any aggregates and of what is computed from them, WHERE before them", () => {
  const sent: readonly Sent[] = [
    [0, "AAPL", 1_000],
    [1, "AAPL", 1_000],
    [2, "AAPL", 1_100],
    [3, "GOOGL", 5_000],
    [4, "MSFT", 700],
    [5, "MSFT", 800],
  ];
  const query = (rest: string): string => `SELECT k FROM t ${rest} WINDOW TUMBLING(1m)`;
  const groups = (rest: string, having: string): readonly string[] =>
    rowTexts(`${query(rest)} ${having}`, sent, END);
  const by = "GROUP BY k";
  expect(groups(by, "HAVING COUNT(*) > 2 OR SUM(v) > 2000")).toEqual(["+I AAPL end", "+I GOOGL end"]);
  expect(groups(by, "HAVING SUM(v) / COUNT(*) > 1000")).toEqual(["+I AAPL end", "+I GOOGL end"]);
  expect(
    rowTexts("SELECT k, COUNT(*) AS n FROM t WHERE v > 900 GROUP BY k WINDOW TUMBLING(1m)", sent, END),
  ).toEqual(["+I AAPL 3 end", "+I GOOGL 1 end"]);
});

test.each([
  ["60 SECONDS", 500, 60_501, 1],
  ["30 SECONDS", 500, 30_501, 1],
  ["1 SECOND", 0, 999, 2],
  ["1 SECOND", 0, 1_002, 1],
])(
  "fact 55: a buffer that expires after %s, whose last record came at %i, holds at %i: %i rows",
  (after, last, now, held) => {
    const [length, unit] = after.split(" ");
    const sql = `SELECT COUNT(*) OVER (ROWS WINDOW BUFFER 9 ROWS EXPIRE AFTER INTERVAL '${length}' ${unit!.replace(/S$/, "")} INACTIVITY) AS n FROM t`;
    const { rows } = runVelostream(sql, [[last], [now]], { arrivesAtEventTime: true });
    expect(rows.at(-1)!.values).toEqual([BigInt(held)]);
  },
);

test("fact 56: with a bound of 5 s a window of 5 s closes once the watermark has reached its end", () => {
  const sql = "SELECT COUNT(*) AS n FROM t WINDOW TUMBLING(5s)";
  expect(rowTexts(sql, [[0], [9_999]], bound("5s"))).toEqual([]);
  expect(rowTexts(sql, [[0], [10_000]], bound("5s"))).toEqual(["+I 1 #1"]);
});

test("fact 56: the watermark of several sources is the least of theirs", () => {
  const windowed = "-- @num_partitions: 1\nSELECT COUNT(*) AS n FROM t WINDOW TUMBLING(5s)";
  const sent = [sentTo(0, 10_000), sentTo(1, 3_000), sentTo(0, 20_000), sentTo(1, 9_000), sentTo(1, 10_000)];
  const settings = {
    "watermark.max_out_of_orderness": "5s",
    "watermark.scope": "source",
    "watermark.idle_timeout": "never",
  };
  const { rows } = traced(windowed, sent, { settings, stream: { splits: 2 } });
  // By #0 alone [00:00, 00:05) had closed before #1 came.
  expect(rows.map(({ cause, watermark, values }) => [cause, watermark, values[0]])).toEqual([[4, 5_000, 1n]]);
});

test.each([
  ["process_with_warning", [1n, 2n]],
  ["drop", [1n]],
  ["process_all", [1n, 2n]],
])("fact 56: %s does what it says with a record behind the bound of 5 s", (strategy, counts) => {
  const sql = "SELECT COUNT(*) AS n FROM t WINDOW TUMBLING(5s)";
  const { rows, ledger } = runVelostream(sql, [[0], [10_000], [4_000]], bound("5s", strategy));
  expect(rows.map(({ values }) => values[0])).toEqual(counts);
  expect([ledger.late, ledger.countedLate]).toEqual(strategy === "drop" ? [1, 0] : [0, 1]);
});

import { expect, test } from "vitest";
import { problemsOf } from "./compile-text.ts";
import { rowTexts, runVelostream, type Sent } from "./velostream-run.ts";

// Facts of the engine that this one descends from, by their number; where ours are other results, the name says so.

const END = { endOfInput: true };
const at = (...times: readonly number[]): Sent[] => times.map((ts) => [ts]);
const counts = (window: string): string =>
  `SELECT COUNT(*) AS n, _WINDOW_START AS ws, _WINDOW_END AS we FROM t WINDOW ${window}`;
const minute = counts("TUMBLING(1m)");

test("fact 1: what lies in one window waits for its end", () => {
  expect(rowTexts(minute, at(1_000, 30_000, 59_000))).toEqual([]);
  expect(rowTexts(minute, at(1_000, 30_000, 59_000), END)).toEqual(["+I 3 0 60000 end"]);
});

test("fact 2: the first record behind a window's end closes it", () => {
  expect(rowTexts(minute, at(30_000, 70_000))).toEqual(["+I 1 0 60000 #1"]);
});

test("fact 3: behind a close the next window goes on", () => {
  expect(rowTexts(minute, at(10_000, 20_000, 60_000), END)).toEqual([
    "+I 2 0 60000 #2",
    "+I 1 60000 120000 end",
  ]);
});

test("fact 4: the first record lies in the window of its own time", () => {
  expect(rowTexts(minute, at(75_000), END)).toEqual(["+I 1 60000 120000 end"]);
});

test.each([
  [30_000, []],
  [60_000, ["+I 1 0 60000 #1"]],
  [70_000, ["+I 1 0 60000 #1"]],
])("fact 5: a window [0, 60000) that time has reached %i prints %j", (time, rows) => {
  expect(rowTexts(minute, at(0, time))).toEqual(rows);
});

test("fact 6: the record that closes a window is none of it", () => {
  const rows = rowTexts(counts("TUMBLING(10s)"), at(5_000, 8_000, 15_000), END);
  expect(rows).toEqual(["+I 2 0 10000 #2", "+I 1 10000 20000 end"]);
});

test("fact 7, otherwise: a jump over many windows makes none between, and the record lies in its own", () => {
  const rows = rowTexts(counts("TUMBLING(10s)"), at(5_000, 95_000), END);
  expect(rows).toEqual(["+I 1 0 10000 #1", "+I 1 90000 100000 end"]);
});

test("fact 8: disorder within a window prints nothing early", () => {
  expect(rowTexts(minute, at(1_000, 50_000, 30_000))).toEqual([]);
  expect(runVelostream(minute, at(1_000, 50_000, 30_000)).ledger.counted).toBe(3);
});

test("fact 9, otherwise: a record within the lateness corrects its own window at once", () => {
  const settings = { "watermark.allowed_lateness": "30s" };
  expect(rowTexts(minute, at(10_000, 50_000, 70_000, 40_000), { settings })).toEqual([
    "+I 2 0 60000 #2",
    "+U 3 0 60000 #3",
  ]);
});

test("fact 10: each window closes once", () => {
  expect(rowTexts(minute, at(10_000, 70_000, 150_000))).toEqual(["+I 1 0 60000 #1", "+I 1 60000 120000 #2"]);
});

test("facts 11 and 14, otherwise: a record lies in every hopping window around it, also before the first record", () => {
  const hops = counts("SLIDING(1m, 30s)");
  expect(rowTexts(hops, at(10_000, 40_000, 70_000), END)).toEqual([
    "+I 1 -30000 30000 #1",
    "+I 2 0 60000 #2",
    "+I 2 30000 90000 end",
    "+I 1 60000 120000 end",
  ]);
  expect(rowTexts(hops, at(45_000), END)).toEqual(["+I 1 0 60000 end", "+I 1 30000 90000 end"]);
});

test("fact 12: hops of a third of the size share two thirds of the records", () => {
  const rows = rowTexts(counts("SLIDING(60s, 20s)"), at(5_000, 15_000, 25_000, 35_000), END);
  expect(rows).toContain("+I 4 0 60000 end");
  expect(rows).toContain("+I 2 20000 80000 end");
});

test("fact 13: long windows hop by a quarter", () => {
  const rows = rowTexts(counts("SLIDING(120s, 30s)"), at(10_000, 50_000, 90_000, 130_000), END);
  expect(rows).toContain("+I 3 0 120000 #3");
  expect(rows).toContain("+I 3 30000 150000 end");
});

test("fact 15, otherwise: a late record is expired in one window and corrects another", () => {
  const settings = { "watermark.allowed_lateness": "40s" };
  const sent = at(10_000, 50_000, 70_000, 25_000);
  const { rows, ledger } = runVelostream(counts("SLIDING(60s, 30s)"), sent, { settings });
  expect(rows.filter(({ cause }) => cause === 3).map(({ kind, values }) => [kind, ...values])).toEqual([
    ["+U", 3n, 0, 60_000],
  ]);
  expect(ledger.windowMisses).toBe(1);
});

const sessions = (gap: string): string => counts(`SESSION(${gap})`);

test("fact 16: a session ends a gap after its last record", () => {
  expect(rowTexts(sessions("300s"), at(1_000, 60_000, 120_000))).toEqual([]);
  expect(rowTexts(sessions("300s"), at(1_000, 60_000, 120_000), END)).toEqual(["+I 3 1000 420000 end"]);
});

test("facts 17 and 18: a record beyond the gap closes a session and begins the next", () => {
  expect(rowTexts(sessions("300s"), at(1_000, 60_000, 500_000))).toEqual(["+I 2 1000 360000 #2"]);
  expect(rowTexts(sessions("300s"), at(10_000, 20_000, 500_000), END)).toEqual([
    "+I 2 10000 320000 #2",
    "+I 1 500000 800000 end",
  ]);
});

test("fact 19: the closing session does not reach to the record that closes it", () => {
  expect(rowTexts(sessions("10s"), at(1_000, 5_000, 20_000))).toEqual(["+I 2 1000 15000 #2"]);
});

test("fact 20, otherwise: at its end a session is open still, for a record there would join it", () => {
  const sql = "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW SESSION(60s)";
  for (const [time, rows] of [
    [50_000, []],
    [70_000, []],
    [70_001, ["+I a 1 #1"]],
  ] as const)
    expect(rowTexts(sql, [[10_000], [time, "b"]])).toEqual(rows);
});

test("fact 21, otherwise: a record within the lateness of a closed session corrects it", () => {
  expect(rowTexts(sessions("60s"), at(1_000, 50_000, 120_000, 40_000))).toEqual([
    "+I 2 1000 110000 #2",
    "+U 3 1000 110000 #3",
  ]);
});

test.each([
  [3, 5],
  [100, 1_000],
  [1, 1],
  [10_000, 11_000],
])("fact 22: a buffer of %i rows that got %i holds the newest", (size, added) => {
  const sql = `SELECT COUNT(*) OVER (ROWS WINDOW BUFFER ${size} ROWS) AS n, MIN(v) OVER (ROWS WINDOW BUFFER ${size} ROWS) AS oldest FROM t`;
  const { rows } = runVelostream(
    sql,
    Array.from({ length: added }, (_, i): Sent => [i, "a", i]),
  );
  expect(rows.at(-1)!.values).toEqual([BigInt(Math.min(size, added)), BigInt(Math.max(0, added - size))]);
});

test("fact 23: EMIT EVERY n ROWS prints at every n-th record", () => {
  const causes = (every: number, records: number): number[] =>
    runVelostream(
      `${minute} EMIT EVERY ${every} ROWS`,
      Array.from({ length: records }, (_, i): Sent => [i]),
    ).rows.map(({ cause }) => cause);
  expect(causes(10, 20)).toEqual([9, 19]);
  expect(causes(3, 9)).toEqual([2, 5, 8]);
});

test("fact 23, otherwise: EMIT EVERY 0 ROWS, which is every row there, is refused", () =>
  expect(problemsOf(`${minute.replace("FROM t", "FROM orders")} EMIT EVERY 0 ROWS`)).toEqual([
    'SYNTAX_EMIT "0"',
  ]));

test("fact 24: under EMIT CHANGES each of 100 records prints", () => {
  const { rows } = runVelostream(
    `${counts("SLIDING(60s, 30s)")} EMIT CHANGES`,
    Array.from({ length: 100 }, (_, i): Sent => [1_000 * i]),
  );
  expect(new Set(rows.map(({ cause }) => cause)).size).toBe(100);
});

test("fact 60, otherwise: each of 10,000 sorted records alone in its window and group prints once, whatever the lateness", () => {
  const sent = Array.from({ length: 10_000 }, (_, i): Sent => [1_000 * i, `group ${i % 100}`]);
  for (const lateness of ["0s", "30s", "120s"]) {
    const { rows } = runVelostream("SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW TUMBLING(1m)", sent, {
      ...END,
      settings: { "watermark.allowed_lateness": lateness },
    });
    expect(rows.length).toBe(10_000);
    expect(rows.every(({ values }) => values[1] === 1n)).toBe(true);
  }
});

test("the cascade under EMIT FINAL, otherwise: a late record corrects its own window and costs no other one anything", () => {
  const sent = at(1_000, 9_000, 11_000, 12_000, 8_000, 13_000, 14_000, 21_000, 22_000, 31_000);
  expect(rowTexts(counts("TUMBLING(10s)"), sent, END)).toEqual([
    "+I 2 0 10000 #2",
    "+U 3 0 10000 #4",
    "+I 4 10000 20000 #7",
    "+I 2 20000 30000 #9",
    "+I 1 30000 40000 end",
  ]);
});

test("the cascade under EMIT CHANGES, otherwise: behind a late record every record goes on to print its own window", () => {
  const sent = at(...Array.from({ length: 200 }, (_, i) => 1_000 * i));
  sent.splice(25, 0, [18_000]);
  const { rows } = runVelostream(`${counts("TUMBLING(10s)")} EMIT CHANGES`, sent);
  expect(rows.length).toBe(201);
  rows.forEach(({ cause, windowStart }) => {
    expect(windowStart).toBe(10_000 * Math.floor(sent[cause]![0]! / 10_000));
  });
});

test("a gap, otherwise: nothing is made up for windows without records", () => {
  expect(rowTexts(counts("TUMBLING(10s)"), at(5_000, 95_000, 96_000, 97_000), END)).toEqual([
    "+I 1 0 10000 #1",
    "+I 3 90000 100000 end",
  ]);
});

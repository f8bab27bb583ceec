import { expect, test } from "vitest";
import { BY_END_OF_INPUT, BY_WATERMARK, CHANGE_KINDS, NO_PANE, PANES, REASONS } from "../data/change.ts";
import { columnOf } from "../data/column-buffer.ts";
import { BIGINT } from "../data/data-type.ts";
import type { Changelog } from "../operator/changelog.ts";
import { atClose, sumRules } from "../testing/hand-made-rules.ts";
import { WindowOperator } from "./window-operator.ts";
import type { WindowInput, WindowListener, GridRules, WindowWatcher } from "./windowed-aggregation.ts";

const changes = { ...atClose, mode: "changes" } as const;

function operator(rules: Partial<GridRules> = {}, watcher: WindowWatcher | null = null): WindowOperator {
  const all: GridRules = {
    window: { kind: "tumbling", size: 10, offset: 0 },
    closeDelay: 0,
    expireDelay: 5,
    ...sumRules(),
    ...rules,
  };
  return new WindowOperator(all, watcher);
}

const deaf: WindowListener = {
  onExpired: () => undefined,
  onCorrection: () => undefined,
  onMissed: () => undefined,
  onNoWindow: () => undefined,
};

/** Records as [event time, group, value, watermark]; offered one by one, the windows advanced after each. */
function run(windows: WindowOperator, records: readonly (readonly [number, number, number, number])[]) {
  const expired: number[] = [];
  const missed: number[] = [];
  const outside: number[] = [];
  const corrected: number[] = [];
  records.forEach(([time, key, value, watermark], seq) => {
    const input: WindowInput = {
      base: seq,
      times: Float64Array.of(time),
      rows: Int32Array.of(0),
      judged: Float64Array.of(watermark),
      keys: Int32Array.of(key),
      arguments: [{ base: seq, columns: [columnOf(BIGINT, [BigInt(value)])] }],
    };
    windows.process(input, 0, 1, {
      onExpired: () => expired.push(seq),
      onCorrection: () => corrected.push(seq),
      onMissed: () => missed.push(seq),
      onNoWindow: () => outside.push(seq),
    });
    if (watermark >= windows.nextClose) windows.advance(watermark, seq, BY_WATERMARK);
  });
  return { rows: rowsOf(windows.changelog), expired, missed, outside, corrected };
}

function rowsOf(log: Changelog) {
  const sums = log.aggregates[0]!;
  return Array.from({ length: log.length }, (_, row) => [
    CHANGE_KINDS[log.kind[row]!],
    log.pane[row] === NO_PANE ? null : PANES[log.pane[row]!],
    REASONS[log.reason[row]!],
    log.cause[row],
    log.windowStart[row],
    log.key[row],
    sums.kind === "number" ? sums.values[row] : NaN,
  ]);
}

test("a window fires when watermark >= end, groups in the order of their first record", () => {
  const { rows } = run(operator(), [
    [1, 7, 1, 0],
    [2, 3, 2, 0],
    [9, 7, 4, 9],
    [12, 3, 8, 10],
  ]);
  expect(rows).toEqual([
    ["+I", "on-time", "watermark", 3, 0, 7, 5],
    ["+I", "on-time", "watermark", 3, 0, 3, 2],
  ]);
});

test("a jump over many windows closes them all, in order, and makes no empty ones", () => {
  const { rows } = run(operator(), [
    [25, 0, 1, 0],
    [5, 0, 2, 0],
    [99, 0, 4, 90],
  ]);
  expect(rows.map((row) => [row[4], row[6]])).toEqual([
    [0, 2],
    [20, 1],
  ]);
});

test("closed but retained: a correction at once; past retention (watermark >= end + lateness): expired", () => {
  const { rows, expired } = run(operator(), [
    [1, 0, 1, 0],
    [12, 0, 2, 10],
    [3, 0, 4, 14],
    [4, 0, 8, 15],
  ]);
  expect(rows.slice(1)).toEqual([["+U", "late", "correction", 2, 0, 0, 5]]);
  expect(expired).toEqual([3]);
});

test("a late record into a window that never was opens nothing: it is a correction, +I", () => {
  const { rows } = run(operator(), [
    [21, 0, 1, 12],
    [3, 5, 4, 12],
  ]);
  expect(rows).toEqual([["+I", "late", "correction", 1, 0, 5, 4]]);
});

test("EMIT CHANGES prints one row after each record, +I then +U, whether or not a value changed", () => {
  const { rows } = run(operator({ emission: changes }), [
    [1, 0, 1, 0],
    [2, 0, 0, 0],
    [3, 1, 5, 0],
  ]);
  expect(rows).toEqual([
    ["+I", "early", "record", 0, 0, 0, 1],
    ["+U", "early", "record", 1, 0, 0, 1],
    ["+I", "early", "record", 2, 0, 1, 5],
  ]);
});

test("the scope of the window prints every group of it after each record", () => {
  const { rows } = run(operator({ emission: { ...changes, scope: "window" } }), [
    [1, 0, 1, 0],
    [2, 1, 2, 0],
    [3, 0, 4, 0],
  ]);
  expect(rows.map((row) => [row[0], row[3], row[5], row[6]])).toEqual([
    ["+I", 0, 0, 1],
    ["+U", 1, 0, 1],
    ["+I", 1, 1, 2],
    ["+U", 2, 0, 5],
    ["+U", 2, 1, 2],
  ]);
});

test("a final marker prints each shown group once more at the close of EMIT CHANGES", () => {
  const { rows } = run(operator({ emission: { ...changes, finalMarker: true } }), [
    [1, 0, 1, 0],
    [12, 0, 2, 10],
  ]);
  expect(rows.slice(2)).toEqual([["+U", "on-time", "watermark", 1, 0, 0, 1]]);
});

test("without a window a group stays open until the end of input, and its rows have no pane", () => {
  const windows = operator({ window: null });
  expect(
    run(windows, [
      [1, 0, 1, 0],
      [99, 0, 2, 99],
    ]).rows,
  ).toEqual([]);
  windows.advance(Infinity, Infinity, BY_END_OF_INPUT);
  expect(rowsOf(windows.changelog)).toEqual([["+I", null, "end of input", Infinity, -Infinity, 0, 3]]);
});

test("a day of grace over 1 ms windows neither scans nor allocates ahead", () => {
  const windows = operator({
    window: { kind: "tumbling", size: 1, offset: 0 },
    closeDelay: 86_400_000,
    expireDelay: 86_400_000,
    emission: changes,
  });
  const records = Array.from({ length: 2_000 }, (_, i) => [i * 1_000, 0, 1, i * 1_000] as const);
  run(windows, records);
  expect(windows.groups).toBe(2_000);
  run(windows, [[400_000_000_000, 0, 1, 400_000_000_000]]);
  expect(windows.groups).toBe(1);
});

/** What a watcher hears while records are offered one by one, windows advanced at closings and at expirations. */
function lifecycle(records: readonly (readonly [time: number, watermark: number])[]) {
  const told: (readonly [string, number, number, number])[] = [];
  const windows = operator(
    {},
    {
      onOpened: (start, end, seq) => told.push(["opened", start, end, seq]),
      onClosed: (start, end, seq) => told.push(["closed", start, end, seq]),
      onRetracted: (start, end, seq) => told.push(["retracted", start, end, seq]),
      onExpired: (start, end, seq) => told.push(["expired", start, end, seq]),
    },
  );
  records.forEach(([time, watermark], seq) => {
    const input: WindowInput = {
      base: seq,
      times: Float64Array.of(time),
      rows: Int32Array.of(0),
      judged: Float64Array.of(watermark),
      keys: Int32Array.of(seq),
      arguments: [{ base: seq, columns: [columnOf(BIGINT, [1n])] }],
    };
    windows.process(input, 0, 1, deaf);
    if (watermark >= Math.min(windows.nextClose, windows.nextExpiry))
      windows.advance(watermark, seq, BY_WATERMARK);
  });
  return { windows, told };
}

test("a watcher hears once a window, not once a group, when it opens, closes (>= end) and expires (>= end + lateness)", () => {
  const { told } = lifecycle([
    [1, 0],
    [2, 9],
    [12, 10],
    [13, 14],
    [14, 15],
  ]);
  expect(told).toEqual([
    ["opened", 0, 10, 0],
    ["opened", 10, 20, 2],
    ["closed", 0, 10, 2],
    ["expired", 0, 10, 4],
  ]);
});

test("a window that a late record opens is opened and closed by that record, and expires as any other", () => {
  const { told } = lifecycle([
    [21, 12],
    [3, 13],
    [22, 15],
  ]);
  expect(told).toEqual([
    ["opened", 20, 30, 0],
    ["opened", 0, 10, 1],
    ["closed", 0, 10, 1],
    ["expired", 0, 10, 2],
  ]);
});

test("at the end of input windows close and none expires", () => {
  const { windows, told } = lifecycle([
    [1, 0],
    [12, 10],
  ]);
  windows.advance(Infinity, Infinity, BY_END_OF_INPUT);
  expect(told.slice(3)).toEqual([["closed", 10, 20, Infinity]]);
});

test.each(["delete", "tombstone", "update-before"] as const)(
  "a watcher hears of a shown row that HAVING takes back, each time, and of none that was never shown (%s)",
  (havingExit) => {
    const told: (readonly [number, number, number])[] = [];
    const watcher: WindowWatcher = {
      onOpened: () => undefined,
      onClosed: () => undefined,
      onRetracted: (start, end, seq) => told.push([start, end, seq]),
      onExpired: () => undefined,
    };
    const under10 = {
      test: (rows: Changelog, from: number, to: number) =>
        Uint8Array.from({ length: to - from }, (_, i) => {
          const sum = rows.aggregates[0]!;
          return sum.kind === "number" && sum.values[from + i]! < 10 ? 1 : 0;
        }),
    };
    const rules = { emission: changes, having: under10, initialResult: true };
    const printing = { updateBefore: havingExit === "update-before", unchangedEmits: true, havingExit };
    const windows = operator({ ...rules, printing }, watcher);
    const records = [
      [1, 0, 5, 0], // shown: 5
      [2, 0, 5, 0], // 10: taken back
      [3, 0, 1, 0], // 11: nothing is shown
      [4, 0, -9, 0], // 2: shown again
      [5, 0, 20, 0], // 22: taken back
      [12, 0, 30, 5], // a group that is never shown
      [13, 0, -25, 5], // 5: shown
      [14, 1, 9, 5], // another group of that window: its row stays
      [6, 0, -15, 10], // late, 7: shown
      [7, 0, 15, 10], // late: taken back from a closed window
    ] as const;
    run(windows, records);
    expect(told).toEqual([
      [0, 10, 1],
      [0, 10, 4],
      [0, 10, 9],
    ]);
  },
);

const hopping = { kind: "hopping", size: 10, advance: 5, offset: 0, noneBelowZero: false } as const;

test("a record goes into each of its windows, those that start before the first record too", () => {
  const { rows } = run(operator({ window: hopping }), [
    [1, 0, 1, 0],
    [7, 0, 2, 0],
    [21, 0, 4, 20],
  ]);
  expect(rows.map((row) => [row[3], row[4], row[6]])).toEqual([
    [2, -5, 1],
    [2, 0, 3],
    [2, 5, 2],
  ]);
});

test("EMIT CHANGES prints a row a window after each record, ascending by start; the scope of the window all its groups", () => {
  const records = [
    [1, 0, 1, 0],
    [2, 1, 2, 0],
  ] as const;
  const startsAndGroups = (scope: "changed" | "window") =>
    run(operator({ window: hopping, emission: { ...changes, scope } }), records).rows.map((row) => [
      row[3],
      row[4],
      row[5],
    ]);
  expect(startsAndGroups("changed")).toEqual([
    [0, -5, 0],
    [0, 0, 0],
    [1, -5, 1],
    [1, 0, 1],
  ]);
  expect(startsAndGroups("window")).toEqual([
    [0, -5, 0],
    [0, 0, 0],
    [1, -5, 0],
    [1, -5, 1],
    [1, 0, 0],
    [1, 0, 1],
  ]);
});

test("each window of a record is judged by itself: expired, corrected and open ones beside each other", () => {
  const windows = operator({ window: { ...hopping, size: 15 }, expireDelay: 4 });
  const { rows, expired, missed, corrected } = run(windows, [
    [1, 0, 1, 0],
    [16, 0, 2, 16],
    [4, 0, 4, 16], // [-10, 5) expired, [-5, 10) expired, [0, 15) closed and retained
    [14, 0, 8, 18], // [0, 15) closed, [5, 20) and [10, 25) open
    [2, 0, 16, 19], // [0, 15) expired
  ]);
  expect(rows.slice(3)).toEqual([
    ["+U", "late", "correction", 2, 0, 0, 5],
    ["+U", "late", "correction", 3, 0, 0, 13],
  ]);
  expect({ expired, missed, corrected }).toEqual({ expired: [4], missed: [2], corrected: [2, 3] });
  expect([windows.counted, windows.corrections]).toEqual([4, 2]);
});

test("a record in a gap is in no window; it is neither counted nor expired", () => {
  const windows = operator({ window: { ...hopping, size: 4, advance: 10 } });
  const { expired, outside } = run(windows, [
    [3, 0, 1, 0],
    [4, 0, 1, 0],
    [5, 0, 1, 99],
  ]);
  expect({ expired, outside, counted: windows.counted }).toEqual({
    expired: [],
    outside: [1, 2],
    counted: 1,
  });
});

test("windows of one start and several ends close one after the other, totals of quiet steps again", () => {
  const { rows } = run(operator({ window: { kind: "cumulate", step: 5, size: 15, offset: 0 } }), [
    [1, 0, 1, 0],
    [6, 0, 2, 9],
    [16, 0, 4, 15],
  ]);
  expect(rows.map((row) => [row[3], row[4], row[6]])).toEqual([
    [1, 0, 1],
    [2, 0, 3],
    [2, 0, 3],
  ]);
});

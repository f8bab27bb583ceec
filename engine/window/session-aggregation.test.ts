import { describe, expect, test } from "vitest";
import { BY_END_OF_INPUT, BY_IDLE, BY_WATERMARK } from "../data/change.ts";
import { columnOf } from "../data/column-buffer.ts";
import { BIGINT } from "../data/data-type.ts";
import {
  brief,
  NEVER,
  type Preset,
  rowsOf,
  run,
  sentinel,
  sessions,
  type Step,
  type Told,
} from "../testing/hand-run-sessions.ts";
import type { WindowInput } from "./windowed-aggregation.ts";

describe("what is one session", () => {
  const steps: Step[] = [
    [0, 0, 1, NEVER],
    [10, 0, 2, NEVER],
    [21, 0, 4, NEVER],
    [9, 1, 8, NEVER],
  ];
  test("records of a group up to a gap apart, the gap itself too", () => {
    const windows = sessions("velostream");
    run(windows, steps);
    windows.advance(Infinity, Infinity, BY_END_OF_INPUT);
    expect(rowsOf(windows.changelog)).toEqual([
      ["+I", 1, 9, 19, 8, Infinity, "on-time", "end of input"],
      ["+I", 0, 0, 20, 3, Infinity, "on-time", "end of input"],
      ["+I", 0, 21, 31, 4, Infinity, "on-time", "end of input"],
    ]);
  });

  test("under RisingWave's rules the gap itself parts them", () => {
    const windows = sessions("risingwave");
    run(windows, steps);
    expect(windows.sessions).toBe(4);
  });

  test("a record joins two sessions at most, and makes them one; a later one joins the rest", () => {
    const windows = sessions("velostream");
    const { rows } = run(windows, [
      [0, 0, 1, NEVER],
      [40, 0, 2, NEVER],
      [20, 0, 4, NEVER],
      [30, 0, 8, NEVER],
      [10, 0, 16, NEVER],
      [99, 1, 32, 80],
    ]);
    expect(brief(rows)).toEqual([["+I", 0, 0, 50, 31, 5]]);
  });

  test("a record that comes out of order never makes a session shorter", () => {
    const { rows } = run(sessions("velostream"), [
      [0, 0, 1, NEVER],
      [9, 0, 2, NEVER],
      [3, 0, 4, NEVER],
      [99, 1, 8, 80],
    ]);
    expect(brief(rows)).toEqual([["+I", 0, 0, 19, 7, 3]]);
  });
});

describe("when a session closes", () => {
  test.each<[Preset, number]>([
    ["velostream", 11],
    ["ksqldb", 16],
    ["flink", 9],
  ])("%s: at watermark %i of one that ends at 10, with 5 ms of lateness", (preset, closes) => {
    const last = (watermark: number) =>
      brief(run(sessions(preset), [[0, 0, 1, NEVER, watermark]]).rows).length;
    expect([last(closes - 1), last(closes)]).toEqual([0, 1]);
  });

  test("risingwave: above the first record of the next session of its group, and at no watermark without one", () => {
    const { rows } = run(sessions("risingwave"), [
      [0, 0, 1, NEVER, 1_000],
      [1_000, 0, 2, 1_000, 1_000],
      [1_001, 1, 4, 1_000, 1_001],
    ]);
    expect(rows).toEqual([["+I", 0, 0, 10, 1, 2, "on-time", "watermark"]]);
  });

  test("what closes together leaves by end, then start, then lowest contributing seq", () => {
    const { rows } = run(sessions("velostream"), [
      [20, 3, 1, NEVER],
      [20, 1, 2, NEVER],
      [12, 2, 4, NEVER],
      [20, 2, 8, NEVER],
      [5, 4, 16, NEVER, 99],
    ]);
    expect(rows.map((row) => row[1])).toEqual([4, 2, 3, 1]);
  });

  test("risingwave: by end, then key, whatever the start", () => {
    const { rows } = run(sessions("risingwave"), [
      [20, 3, 1, NEVER],
      [15, 5, 2, NEVER],
      [20, 5, 4, NEVER],
      [40, 3, 8, NEVER],
      [40, 5, 16, NEVER, 99],
    ]);
    expect(rows.map((row) => [row[1], row[2]])).toEqual([
      [3, 20],
      [5, 15],
    ]);
  });

  test("one that begins and ends among the rows of one batch is foreseen", () => {
    const windows = sessions("velostream");
    const times = [0, 50, 100];
    const input: WindowInput = {
      base: 0,
      times: Float64Array.from(times),
      rows: Int32Array.of(0, 1, 2),
      judged: Float64Array.from(times),
      keys: new Int32Array(3),
      arguments: [{ base: 0, columns: [columnOf(BIGINT, [1n, 2n, 4n])] }],
    };
    windows.foresee(input, 3);
    expect(windows.nextClose).toBe(11);
    windows.process(input, 0, 1, sentinel);
    expect(windows.nextClose).toBe(11);
    windows.process(input, 1, 2, sentinel);
    windows.advance(50, 1, BY_WATERMARK);
    expect(windows.nextClose).toBe(61);
    expect(brief(rowsOf(windows.changelog))).toEqual([["+I", 0, 0, 10, 1, 1]]);
  });
});

describe("a record is judged by the session that it makes, or joins", () => {
  test("velostream: open, closed but retained below end + lateness, or expired", () => {
    const { rows, expired, corrected } = run(sessions("velostream"), [
      [20, 0, 1, 20],
      [11, 1, 2, 21],
      [6, 2, 4, 20],
      [5, 3, 8, 20],
    ]);
    expect(corrected).toEqual([2]);
    expect(expired).toEqual([3]);
    expect(rows).toEqual([["+I", 2, 6, 16, 4, 2, "late", "correction"]]);
  });

  test.each<Preset>(["velostream", "ksqldb", "flink"])(
    "%s: an open session saves an old record",
    (preset) => {
      const { expired } = run(sessions(preset), [
        [20, 0, 1, NEVER],
        [28, 0, 2, 28],
        [12, 0, 4, 28],
        [11, 1, 8, 28],
      ]);
      expect(expired).toEqual([3]);
    },
  );

  test("what expired is gone: a record beside it makes a session of its own", () => {
    const { rows } = run(sessions("flink"), [
      [0, 0, 1, NEVER, 9],
      [8, 0, 2, 9],
      [50, 1, 4, 50],
    ]);
    expect(brief(rows)).toEqual([
      ["+I", 0, 0, 10, 1, 0],
      ["+I", 0, 8, 18, 2, 2],
    ]);
  });

  test("a correction inside a closed session updates its row", () => {
    const { rows, corrected } = run(sessions("velostream", { expireDelay: 20 }), [
      [0, 0, 1, NEVER],
      [9, 0, 2, NEVER, 20],
      [4, 0, 4, 25],
    ]);
    expect(corrected).toEqual([2]);
    expect(rows.slice(1)).toEqual([["+U", 0, 0, 19, 7, 2, "late", "correction"]]);
  });
});

test("state past retention is gone, and its slot given out again", () => {
  const windows = sessions("velostream");
  run(
    windows,
    Array.from({ length: 3_000 }, (_, i): Step => [100 * i, i, 1, 100 * i]),
  );
  expect(windows.sessions).toBe(1);
});

test("growth, merges, closes and expirations are told, each with its group; timers as such", () => {
  const told: Told[] = [];
  const windows = sessions("velostream", {}, told);
  run(windows, [
    [0, 7, 1, NEVER],
    [18, 7, 2, NEVER],
    [9, 7, 4, NEVER],
    [5, 7, 8, NEVER],
    [12, 8, 16, 20],
    [2, 8, 32, 20],
  ]);
  windows.advance(29, 6, BY_IDLE);
  windows.advance(33, 7, BY_WATERMARK);
  expect(told).toEqual([
    ["opened", 7, 0, 10, 0],
    ["opened", 7, 18, 28, 1],
    ["grown", 7, 0, 28, 2, 0, 10],
    ["absorbed", 7, 0, 28, 2, 18, 28],
    ["opened", 8, 12, 22, 4],
    ["grown", 8, 2, 22, 5, 12, 22],
    ["closed", 8, 2, 22, 6, "timer"],
    ["closed", 7, 0, 28, 6, "timer"],
    ["expired", 8, 2, 22, 6, "timer"],
    ["expired", 7, 0, 28, 7],
  ]);
});

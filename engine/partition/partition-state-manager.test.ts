import { expect, test } from "vitest";
import { type RecordHeader, RecordStatus } from "../data/record-status.ts";
import { type PartitionRules, PartitionStateManager } from "./partition-state-manager.ts";

const rules: PartitionRules = {
  watermark: {
    strategy: "bounded",
    bound: 10,
    minAdvance: 0,
    scope: "partition",
    idleTimeout: null,
    maxFutureSkew: null,
  },
  action: "drop",
  observeFirst: true,
  judgesRecords: true,
};

function header(times: readonly number[], status: readonly number[] = []): RecordHeader {
  return {
    base: 0,
    length: times.length,
    status: Uint8Array.from(times, (_, i) => status[i] ?? RecordStatus.live),
    eventTime: Float64Array.from(times),
    arrival: Float64Array.from(times, (_, i) => i),
    allLive: false,
    split: null,
    key: new Int32Array(times.length),
  };
}

/** Hands all records to one partition, in batches of `size`. */
function take(given: PartitionRules, times: readonly number[], status: readonly number[] = [], size = 1_000) {
  const manager = new PartitionStateManager(given);
  const passed: number[] = [];
  const judged: number[] = [];
  const late: (readonly [number, boolean])[] = [];
  for (let base = 0; base < times.length; base += size) {
    const part = { ...header(times.slice(base, base + size), status.slice(base, base + size)), base };
    const rows = Int32Array.from({ length: part.length }, (_, i) => i);
    const output = manager.take(part, rows, part.length, null, (row, _, dropped) =>
      late.push([base + row, dropped]),
    );
    passed.push(...Array.from(output.rows.subarray(0, output.count), (row) => base + row));
    judged.push(...output.judged.subarray(0, output.count));
  }
  return { manager, passed, judged, late };
}

test("late is t < watermark; equal is on time", () => {
  const { passed, late } = take(rules, [100, 90, 89]);
  expect(passed).toEqual([0, 1]);
  expect(late).toEqual([[2, true]]);
});

test("observe-first: a record is never late because of itself, and is judged by the watermark after it", () => {
  const { judged } = take(rules, [100, 150]);
  expect(judged).toEqual([90, 140]);
});

test("judge-first: a record is judged by the watermark before it", () => {
  const { judged } = take({ ...rules, observeFirst: false }, [100, 150, 151], [], 2);
  expect(judged).toEqual([-Infinity, 90, 140]);
});

test("verdict and action are separate: process_with_warning and process_all count a late record and hand it on", () => {
  for (const action of ["process_with_warning", "process_all"] as const) {
    const { manager, passed, late } = take({ ...rules, action }, [100, 50]);
    expect(passed).toEqual([0, 1]);
    expect(late).toEqual([[1, false]]);
    expect(manager.metrics).toMatchObject({ records: 2, late: 1, lateKept: 1, dropped: 0 });
  }
});

test("presets that judge windows judge no record", () => {
  const { manager, passed } = take({ ...rules, judgesRecords: false }, [100, 50]);
  expect(passed).toEqual([0, 1]);
  expect(manager.metrics.late).toBe(0);
});

test("WHERE after the clock: a removed record advances time, and late comes before filtered", () => {
  const filtered = RecordStatus.filtered;
  const { manager, passed } = take(rules, [100, 200, 150, 195], [0, filtered, filtered, 0]);
  expect(passed).toEqual([0, 3]);
  expect(manager.metrics).toMatchObject({ filtered: 1, dropped: 1 });
});

test("law 2: batches never show", () => {
  const times = Array.from({ length: 200 }, (_, i) => (i * 7_919) % 250);
  const whole = take(rules, times);
  for (const size of [1, 3, 64]) {
    const cut = take(rules, times, [], size);
    expect(cut.passed).toEqual(whole.passed);
    expect(cut.judged).toEqual(whole.judged);
  }
});

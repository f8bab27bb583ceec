import { expect, test } from "vitest";
import { type RecordHeader, RecordStatus } from "../data/record-status.ts";
import type { WatermarkSpec } from "../spec/watermark-spec.ts";
import { CombinedWatermark } from "./combined-watermark.ts";
import { WatermarkSteps } from "./watermark-steps.ts";

const spec: WatermarkSpec = {
  strategy: "bounded",
  bound: 0,
  minAdvance: 0,
  scope: "source",
  idleTimeout: 10,
  maxFutureSkew: null,
};

/** Records as [member, event time, arrival, status]. */
function run(records: readonly (readonly [number, number, number, number?])[], members = 2, split = 1_000) {
  const combined = new CombinedWatermark(spec, members);
  const before: number[] = [];
  const after: number[] = [];
  const steps: (readonly [number, number, string])[] = [];
  for (let base = 0; base < records.length; base += split) {
    const part = records.slice(base, base + split);
    const header: RecordHeader = {
      base,
      length: part.length,
      status: Uint8Array.from(part, (record) => record[3] ?? RecordStatus.live),
      eventTime: Float64Array.from(part, (record) => record[1]),
      arrival: Float64Array.from(part, (record) => record[2]),
      allLive: false,
      split: null,
      key: new Int32Array(part.length),
    };
    const list = new WatermarkSteps();
    list.begin(combined.current);
    const b = new Float64Array(part.length);
    const a = new Float64Array(part.length);
    combined.observe(
      header,
      Int32Array.from(part, (record) => record[0]),
      b,
      a,
      list,
    );
    before.push(...b);
    after.push(...a);
    for (let i = 0; i < list.length; i++)
      steps.push([base + list.rows[i]!, list.values[i]!, list.timers[i] ? "timer" : "record"]);
  }
  return { combined, before, after, steps };
}

test("it is the minimum over the members, and a member without a record holds it back", () => {
  expect(
    run([
      [0, 100, 0],
      [0, 200, 1],
      [1, 50, 2],
      [1, 300, 3],
    ]).after,
  ).toEqual([-Infinity, -Infinity, 50, 200]);
});

test("a member that never had a record holds it back until its idle deadline, counted from the first arrival", () => {
  const { before, after, steps } = run([
    [0, 100, 0],
    [0, 110, 9],
    [0, 120, 10],
  ]);
  expect(before).toEqual([-Infinity, -Infinity, 110]);
  expect(after).toEqual([-Infinity, -Infinity, 120]);
  expect(steps).toEqual([
    [2, 110, "timer"],
    [2, 120, "record"],
  ]);
});

test("an idle member leaves the minimum at deadline <= arrival, and comes back with its next record", () => {
  const { after } = run([
    [0, 100, 0],
    [1, 10, 0],
    [0, 200, 9],
    [0, 300, 10],
    [1, 20, 11],
    [0, 400, 12],
  ]);
  expect(after).toEqual([-Infinity, 10, 10, 300, 300, 300]);
});

test("when the last active member goes idle the combined value stays", () => {
  const slowGoesFirst = [
    [1, 10, 0],
    [0, 100, 5],
    [0, 90, 40],
  ] as const;
  expect(run(slowGoesFirst).before[2]).toBe(100);
  const fastGoesFirst = [
    [0, 100, 0],
    [1, 10, 5],
    [1, 12, 40],
  ] as const;
  expect(run(fastGoesFirst).before[2]).toBe(10);
});

test("a malformed record touches no member, but its arrival lets timers pass", () => {
  const { after, steps } = run([
    [0, 100, 0],
    [1, 50, 5],
    [0, 999, 12, RecordStatus.malformed],
    [1, 70, 13],
  ]);
  expect(after).toEqual([-Infinity, 50, 50, 70]);
  expect(steps.at(-1)).toEqual([3, 70, "record"]);
});

test("batches never show: the same steps whatever the cut", () => {
  const records = Array.from({ length: 60 }, (_, i) => [i % 3 === 0 ? 1 : 0, (i * 37) % 101, i * 3] as const);
  const whole = run(records, 3);
  for (const size of [1, 2, 7, 59]) {
    const cut = run(records, 3, size);
    expect(cut.after).toEqual(whole.after);
    expect(cut.steps).toEqual(whole.steps);
  }
});

test("asked for it, it tells where each record moved its member's own watermark, and only there", () => {
  const records = [
    [0, 100],
    [1, 50],
    [0, 90],
    [1, 70],
  ] as const;
  const header: RecordHeader = {
    base: 0,
    length: records.length,
    status: Uint8Array.of(0, 0, 0, 0).fill(RecordStatus.live),
    eventTime: Float64Array.from(records, ([, time]) => time),
    arrival: new Float64Array(records.length),
    allLive: true,
    split: null,
    key: new Int32Array(records.length),
  };
  const moved = new Float64Array(records.length).fill(NaN);
  const member = Int32Array.from(records, ([id]) => id);
  const values = (): Float64Array => new Float64Array(records.length);
  new CombinedWatermark(spec, 2).observe(header, member, values(), values(), new WatermarkSteps(), moved);
  expect([...moved]).toEqual([100, 50, NaN, 70]);
});

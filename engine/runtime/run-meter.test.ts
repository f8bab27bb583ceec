import { afterEach, expect, test } from "vitest";
import { document, engine, pauseAll } from "../testing/service-under-test.ts";
import type { HostOutput } from "./partition-host.ts";
import { RunMeter } from "./run-meter.ts";

afterEach(pauseAll);

/** A meter of two hosts, with partitions 0 and 2, and 1, whose clock the test moves. */
function underTest() {
  const clock = { now: 0 };
  const meter = new RunMeter({
    now: () => clock.now,
    hosts: [[0, 2], [1]],
    hostRoom: 400,
    resultRoom: 800,
  });
  return { clock, meter };
}

/** What a host answers: of each of its partitions the rows that it puts out, and the records that it got so far. */
function output(partitions: Readonly<Record<number, readonly [rows: number, records: number]>>): HostOutput {
  const each = Object.entries(partitions).map(([id, [length, records]]) => ({
    partition: Number(id),
    length,
    records,
  }));
  return { outputs: each, counts: each } as unknown as HostOutput;
}

test("a queue is as deep as what its worker has not answered; results, as what all answered and nobody took", () => {
  const { meter } = underTest();
  const [first, second] = [meter.handed(200, 0), meter.handed(140, 0)];
  meter.answered(first, 1);
  const depths = (): number[] => [
    ...meter.metrics.workers.map(({ queue }) => queue.depth),
    meter.metrics.results.depth,
  ];
  expect(depths()).toEqual([340, 140, 0]);
  expect(meter.metrics.workers.map(({ queue }) => queue.state)).toEqual(["critical", "healthy"]);
  expect(meter.pressure).toMatchObject({ utilization: 0.85, state: "critical", delay: 0.2 });
  meter.answered(first, 0);
  expect(depths()).toEqual([140, 140, 200]);
  meter.answered(second, 0);
  meter.answered(second, 1);
  meter.taken(first, [output({}), output({})], false);
  meter.taken(second, [output({}), output({})], true);
  expect(depths()).toEqual([0, 0, 0]);
  expect(meter.metrics.workers.map(({ queue }) => queue.peak)).toEqual([340, 340]);
  expect(meter.metrics.results.peak).toBe(340);
});

test("a row's latency is from reading its record to its worker's answer, and in all to being taken", () => {
  const { clock, meter } = underTest();
  const batch = meter.handed(100, 0);
  clock.now = 4;
  meter.answered(batch, 1);
  clock.now = 10;
  meter.answered(batch, 0);
  clock.now = 12;
  meter.taken(batch, [output({ 0: [99, 60], 2: [0, 0] }), output({ 1: [1, 40] })], true);
  const { latency, partitions } = meter.metrics;
  expect(latency).toMatchObject({ count: 100, mean: 12 });
  expect(partitions.map((each) => each.latency?.mean)).toEqual([10, 4, undefined]);
});

test("throughput is by the time in which something was under way, of each partition and in all", () => {
  const { clock, meter } = underTest();
  expect(meter.metrics).toMatchObject({ throughput: null, busy: 0, latency: null });
  let records = 0;
  for (const since of [0, 1_000]) {
    clock.now = since;
    const batch = meter.handed(100, since);
    clock.now += 50;
    meter.answered(batch, 0);
    meter.answered(batch, 1);
    records += 100;
    meter.taken(
      batch,
      [output({ 0: [0, 0.75 * records], 2: [0, 0] }), output({ 1: [0, 0.25 * records] })],
      true,
    );
  }
  clock.now = 9_000;
  const { busy, throughput, partitions } = meter.metrics;
  expect([busy, throughput]).toEqual([100, 2_000]);
  expect(partitions.map((each) => each.throughput)).toEqual([1_500, 500, 0]);
});

test("reading the metrics changes nothing", () => {
  const { clock, meter } = underTest();
  const batch = meter.handed(100, 0);
  clock.now = 3;
  meter.waited(1);
  meter.answered(batch, 0);
  meter.answered(batch, 1);
  meter.taken(batch, [output({ 0: [5, 100], 2: [0, 0] }), output({ 1: [0, 0] })], true);
  expect(meter.metrics).toEqual(meter.metrics);
  expect(meter.metrics.throttled).toBe(2);
});

test("a state says how its run went: nothing waits any more, and the row that each record made took some time", async () => {
  const { service, until } = engine();
  await service.load(document(20_000));
  service.seek(Infinity);
  const { metrics, skew, partitions } = await until(({ phase }) => phase === "finished");
  expect(metrics.latency!.count).toBe(20_000);
  expect(metrics.latency!.p50).toBeLessThanOrEqual(metrics.latency!.p99);
  expect(metrics.workers.map(({ queue }) => queue.depth)).toEqual([0]);
  expect(metrics.results.depth).toBe(0);
  expect(metrics.throughput).toBeGreaterThan(0);
  const total = metrics.partitions.reduce((sum, { throughput }) => sum + throughput!, 0);
  expect(total).toBeCloseTo(metrics.throughput!, 3);
  const most = Math.max(...partitions.map(({ records }) => records));
  expect(skew).toBeCloseTo((most * partitions.length) / 20_000, 12);
  expect(partitions.map(({ workers }) => workers)).toEqual(partitions.map(() => [0]));
});

test("a watermark's mover is the record that brought it to where it stands at the position", async () => {
  const { service, until } = engine();
  await service.load(
    document(
      1_000,
      "-- @num_partitions: 1\nSELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW TUMBLING(ts, 1s)",
    ),
  );
  await until(({ known }) => known === 1_000);
  service.seek(150);
  // A ms apart, and a watermark moves by more than 100 ms or not at all.
  const { partitions } = await until(({ position }) => position === 150);
  expect(partitions[0]!.mover).toEqual({ seq: 101, timer: false });
  service.seek(0);
  expect((await until(({ position }) => position === 0)).partitions[0]!.mover).toBeNull();
});

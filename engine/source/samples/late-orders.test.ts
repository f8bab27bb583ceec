import { expect, test } from "vitest";
import { readValue } from "../../data/column.ts";
import { lateOrders } from "./late-orders.ts";
import { lateOrdersQuietPartition } from "./late-orders-quiet-partition.ts";
import type { Sample } from "./sample.ts";

/** Where the hash of each city falls when there are three partitions. */
const partitionOf: Record<string, number> = { berlin: 0, osaka: 0, sofia: 1, kyoto: 1, lima: 2 };

interface Order {
  readonly seq: number;
  readonly time: number;
  readonly arrival: number;
  readonly city: string;
}

async function ordersOf(sample: Sample): Promise<Order[]> {
  const orders: Order[] = [];
  for await (const { batch } of sample.open(() => Promise.reject(new Error("no file is needed"))))
    for (let row = 0; row < batch.length; row++) {
      const value = (column: number): unknown =>
        readValue(batch.columns[column]!, sample.description.stream.schema[column]!.type, row);
      orders.push({
        seq: batch.base + row,
        time: value(0) as number,
        arrival: value(1) as number,
        city: value(2) as string,
      });
    }
  return orders;
}

/** What becomes of the late records: bound 2 s, lateness 5 s, a watermark for each partition. */
function lateRecords(orders: readonly Order[], size: number): { late: number[]; expired: number[] } {
  const watermarks = new Map<number, number>();
  const late: number[] = [];
  const expired: number[] = [];
  for (const { seq, time, city } of orders) {
    const partition = partitionOf[city]!;
    const before = watermarks.get(partition);
    const candidate = time - 2_000;
    const watermark = before === undefined || candidate > before + 100 ? candidate : before;
    watermarks.set(partition, watermark);
    if (time < watermark) late.push(seq);
    if (watermark >= (Math.floor(time / size) + 1) * size + 5_000) expired.push(seq);
  }
  return { late, expired };
}

test("Late orders: 17 orders in order of arrival, two late, the second of them beyond its window's lateness", async () => {
  const orders = await ordersOf(lateOrders);
  expect(orders).toHaveLength(17);
  expect(lateOrders.records).toBe(17);
  expect(orders.map(({ arrival }) => arrival)).toEqual(
    orders.map(({ arrival }) => arrival).toSorted((a, b) => a - b),
  );
  expect(lateRecords(orders, 5_000)).toEqual({ late: [11, 13], expired: [13] });
});

test("Late orders: the first drop comes within five seconds of Play at the speed that the page starts with", async () => {
  const orders = await ordersOf(lateOrders);
  const { basePace, speed } = lateOrders.description;
  expect((orders[13]!.arrival - orders[0]!.arrival) / (basePace * speed)).toBeLessThanOrEqual(5);
});

test("Late orders: the starter query is six lines, and the stream itself declares bound, lateness and partitions", () => {
  const { query, stream } = lateOrders.description;
  expect(query.split("\n")).toHaveLength(6);
  expect([stream.maxOutOfOrderness, stream.options, stream.partitions]).toEqual([
    2_000,
    { "watermark.allowed_lateness": "5s" },
    3,
  ]);
});

test("Late orders, one quiet partition: 49 orders in order of arrival; three come beyond their window's lateness", async () => {
  const orders = await ordersOf(lateOrdersQuietPartition);
  expect(orders).toHaveLength(49);
  expect(lateOrdersQuietPartition.records).toBe(49);
  expect(orders.map(({ arrival }) => arrival)).toEqual(
    orders.map(({ arrival }) => arrival).toSorted((a, b) => a - b),
  );
  expect(lateRecords(orders, 10_000).expired).toEqual([21, 28, 47]);
});

test("Late orders, one quiet partition: no order reaches partition 2 for longer than the idle timeout of 10 s", async () => {
  const arrivals = (await ordersOf(lateOrdersQuietPartition))
    .filter(({ city }) => partitionOf[city] === 2)
    .map(({ arrival }) => arrival);
  const gaps = arrivals.slice(1).map((arrival, index) => arrival - arrivals[index]!);
  expect(Math.max(...gaps)).toBeGreaterThan(10_000);
});

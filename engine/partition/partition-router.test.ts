import { expect, test } from "vitest";
import { columnOf } from "../data/column-buffer.ts";
import { STRING } from "../data/data-type.ts";
import { KeyTable } from "../data/key-table.ts";
import { type RecordHeader, RecordStatus } from "../data/record-status.ts";
import type { PartitioningStrategy } from "../spec/partitioning-spec.ts";
import { createPartitioner } from "./create-partitioner.ts";
import { PartitionRouter } from "./partition-router.ts";

const { live, malformed, skipped, removed, filtered } = RecordStatus;

function header(
  keys: readonly number[],
  status: readonly number[],
  split: readonly number[] | null = null,
): RecordHeader {
  return {
    base: 0,
    length: keys.length,
    status: Uint8Array.from(status),
    allLive: status.every((state) => state === live),
    eventTime: new Float64Array(keys.length),
    arrival: new Float64Array(keys.length),
    split: split && Int32Array.from(split),
    key: Int32Array.from(keys),
  };
}

function keyTable(...keys: (string | null)[]): KeyTable {
  const table = new KeyTable([STRING]);
  table.append([columnOf(STRING, keys)], 0, keys.length);
  return table;
}

function partitionsOf(
  strategy: PartitioningStrategy,
  partitions: number,
  keys: KeyTable,
  records: RecordHeader,
) {
  const own = Array.from({ length: partitions }, (_, id) => id);
  const router = new PartitionRouter(createPartitioner({ strategy, partitions }, keys), partitions, own);
  router.route(records);
  return [...router.partitionOf.subarray(0, records.length)];
}

test("hash-velostream puts the demo's tickers where Velostream does: four of five on partition 3 of 4", () => {
  const keys = keyTable("AAPL", "GOOGL", "MSFT", "AMZN", "META", null);
  expect(partitionsOf("hash-velostream", 4, keys, header([0, 1, 2, 3, 4, 5], [0, 0, 0, 0, 0, 0]))).toEqual([
    3, 3, 3, 3, 0, 0,
  ]);
});

test("hash: a separator tells (ab, c) from (a, bc); hash-velostream has none", () => {
  const keys = new KeyTable([STRING, STRING]);
  keys.append([columnOf(STRING, ["ab", "a"]), columnOf(STRING, ["c", "bc"])], 0, 2);
  const records = header([0, 1], [live, live]);
  const [left, right] = partitionsOf("hash-velostream", 997, keys, records);
  expect(left).toBe(right);
  const [mixedLeft, mixedRight] = partitionsOf("hash", 997, keys, records);
  expect(mixedLeft).not.toBe(mixedRight);
});

test("sticky is split mod P", () => {
  expect(partitionsOf("sticky", 2, keyTable(), header([0, 0, 0], [0, 0, 0], [0, 1, 2]))).toEqual([0, 1, 0]);
});

test("round robin: malformed, skipped and removed records take no turn", () => {
  const records = header([0, 0, 0, 0, 0, 0], [live, malformed, live, skipped, removed, filtered]);
  expect(partitionsOf("round_robin", 2, keyTable(), records)).toEqual([0, -1, 1, 0, 0, 0]);
});

test("a thread keeps the rows of its own partitions only, and counts what never reaches the clock", () => {
  const router = new PartitionRouter(
    createPartitioner({ strategy: "sticky", partitions: 2 }, keyTable()),
    2,
    [1],
  );
  const own = router.route(
    header([0, 0, 0, 0, 0], [live, live, filtered, skipped, removed], [0, 1, 1, 1, 1]),
  );
  expect(own[0]).toBeNull();
  expect([...own[1]!.rows.subarray(0, own[1]!.count)]).toEqual([1, 2]);
  expect(own[1]).toMatchObject({ skipped: 1, removed: 1 });
});

test("one partition takes a batch of live records whole, and sorts the next one out again", () => {
  const router = new PartitionRouter(
    createPartitioner({ strategy: "hash", partitions: 1 }, keyTable("a")),
    1,
    [0],
  );
  const rows = (records: RecordHeader): number[] => {
    const [own] = router.route(records);
    return [...own!.rows.subarray(0, own!.count)];
  };
  expect(rows(header([0, 0, 0], [live, live, live]))).toEqual([0, 1, 2]);
  expect(rows(header([0, -1, 0], [live, malformed, live]))).toEqual([0, 2]);
  expect([...router.partitionOf.subarray(0, 3)]).toEqual([0, -1, 0]);
  expect(rows(header([0, 0, 0, 0], [live, live, live, live]))).toEqual([0, 1, 2, 3]);
  expect([...router.partitionOf.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
});

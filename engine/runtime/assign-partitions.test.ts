import fc from "fast-check";
import { expect, test } from "vitest";
import { assignPartitions } from "./assign-partitions.ts";

test("where nothing is known of them, partition p goes to worker p mod workers", () => {
  expect(assignPartitions(5, 2)).toEqual([
    [0, 2, 4],
    [1, 3],
  ]);
});

test("two full partitions that p mod workers would put together are put apart", () => {
  expect(assignPartitions(4, 2, [900, 10, 800, 20])).toEqual([[0], [1, 2, 3]]);
});

test("p mod workers stays where sharing out by load is no better", () => {
  expect(assignPartitions(4, 2, [5, 5, 5, 5])).toEqual([
    [0, 2],
    [1, 3],
  ]);
  expect(assignPartitions(3, 3, [1, 2, 900])).toEqual([[0], [1], [2]]);
});

test("workers beyond the partitions are not used, and a single one has them all", () => {
  expect(assignPartitions(2, 8)).toEqual([[0], [1]]);
  expect(assignPartitions(3, 1, [7, 8, 9])).toEqual([[0, 1, 2]]);
});

test("any loads: each partition has one worker, no worker more than p mod workers would give one, always the same", () => {
  const loads = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(loads, fc.integer({ min: 1, max: 12 }), (records, workers) => {
      const shares = assignPartitions(records.length, workers, records);
      expect(shares.flat().sort((a, b) => a - b)).toEqual([...records.keys()]);
      for (const own of shares) expect(own).toEqual([...own].sort((a, b) => a - b));
      const fullest = (all: readonly (readonly number[])[]): number =>
        Math.max(...all.map((own) => own.reduce((sum, id) => sum + records[id]!, 0)));
      expect(fullest(shares)).toBeLessThanOrEqual(fullest(assignPartitions(records.length, workers)));
      expect(assignPartitions(records.length, workers, records)).toEqual(shares);
    }),
  );
});

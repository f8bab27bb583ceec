import { expect, test } from "vitest";
import { STRING } from "../data/data-type.ts";
import type { PartitioningStrategy } from "../spec/partitioning-spec.ts";
import { ReferenceRouter, fnv1a } from "./reference-routing.ts";

function partitionOf(
  strategy: PartitioningStrategy,
  partitions: number,
  key: readonly (string | null)[],
): number {
  const router = new ReferenceRouter({ strategy, partitions });
  return router.route({ key, keyTypes: key.map(() => STRING), split: 0 });
}

test("FNV-1a of 64 bits has its published values", () => {
  expect(fnv1a("").toString(16)).toBe("cbf29ce484222325");
  expect(fnv1a("a").toString(16)).toBe("af63dc4c8601ec8c");
  expect(fnv1a("GOOGL").toString(16)).toBe("b795c028a985dfa7");
});

test("hash-velostream: the texts without a separator, and no final mix", () => {
  const partitions = ["AAPL", "GOOGL", "MSFT", "AMZN", "META", null].map((key) =>
    partitionOf("hash-velostream", 8, [key]),
  );
  expect(partitions).toEqual([3, 7, 3, 7, 0, 4]);
  expect(partitionOf("hash-velostream", 8, [])).toBe(5);
  expect(partitionOf("hash-velostream", 8, ["TRADER0", "SYM0"])).toBe(6);
});

test("hash tells (ab, c) from (a, bc), and uses all partitions where the bare hash leaves some out", () => {
  const keys = Array.from({ length: 64 }, (_, i) => [`ab${i}`, "c"]);
  expect(new Set(keys.map((key) => partitionOf("hash", 8, key))).size).toBe(8);
  const apart = keys.some(
    ([a]) => partitionOf("hash", 8, [a!, "c"]) !== partitionOf("hash", 8, [a!.slice(0, -1), `${a!.at(-1)}c`]),
  );
  expect(apart).toBe(true);
});

import { expect, test } from "vitest";
import type { Value } from "../data/data-type.ts";
import type { RunResult } from "../runtime/result-row.ts";
import { handMadePlan, type HandMadePlan } from "./hand-made-plan.ts";
import { runReference } from "./reference-engine.ts";

/** Records of ts, k, v, split, arrival (the position unless given). */
type Given =
  readonly [ts: number | null, k: string | null, v: number | null, split?: number, at?: number] | null;

function run(wanted: HandMadePlan, given: readonly Given[], endOfInput = true): RunResult {
  const records = given.map((record, index): Value[] | null => {
    if (record === null) return null;
    const [ts, k, v, split, at] = record;
    return [ts, k, v === null ? null : BigInt(v), BigInt(split ?? 0), at ?? index];
  });
  return runReference(handMadePlan(wanted), records, { endOfInput });
}

/** Kind, group, values, start of the window, and cause of each row. */
function shown(result: RunResult): string[] {
  return result.rows.map((row) => `${row.cause} ${row.kind} ${row.values.slice(0, -1).join(" ")}`);
}

test("late is t < watermark; equal is on time", () => {
  const result = run({ late: { action: "drop" } }, [
    [5000, "a", 1],
    [5000, "a", 2],
    [4999, "a", 4],
  ]);
  expect(shown(result)).toEqual(["Infinity +I a 2 3 0"]);
  expect(result.dropped).toMatchObject([{ seq: 2, reason: "late", watermark: 5000, mover: 0, lateness: 1 }]);
});

test("judge-first: a second record at end - 1 is late for its window, the first is not", () => {
  const result = run({ preset: "flink" }, [
    [9999, "a", 1],
    [9999, "a", 2],
  ]);
  expect(shown(result)).toEqual(["0 +I a 1 1 0"]);
  expect(result.dropped).toMatchObject([{ seq: 1, reason: "late", windowStart: 0, mover: 0 }]);
});

test("a record into a fired, retained window is a correction; past retention it is expired", () => {
  const given: Given[] = [
    [5000, "a", 1],
    [11000, "a", 2],
    [6000, "a", 4],
    [12000, "b", 8],
    [7000, "a", 16],
  ];
  const result = run({ late: { allowedLateness: 2000 } }, given, false);
  expect(shown(result)).toEqual(["1 +I a 1 1 0", "2 +U a 2 5 0"]);
  expect(result.rows.map(({ pane, reason, watermark }) => [pane, reason, watermark])).toEqual([
    ["on-time", "watermark", 11000],
    ["late", "correction", 11000],
  ]);
  expect(result.ledger).toMatchObject({
    read: 5,
    counted: 4,
    expired: 1,
    late: 0,
    countedLate: 1,
    corrections: 1,
  });
});

test("an idle partition leaves the minimum at its deadline; rows that causes come before the record's", () => {
  const given: Given[] = [
    [1000, "a", 1, 0, 0],
    [2000, "b", 2, 1, 1000],
    [12000, "a", 4, 0, 2000],
    [13000, "a", 8, 0, 11000],
  ];
  const result = run(
    {
      splits: 2,
      partitioning: { strategy: "sticky", partitions: 2 },
      watermark: { scope: "global", idleTimeout: 10_000 },
    },
    given,
    false,
  );
  expect(shown(result)).toEqual(["3 +I a 1 1 0", "3 +I b 1 2 0"]);
  expect(result.rows[0]).toMatchObject({ reason: "idle", watermark: 12000, partition: 0 });
});

test("a malformed record touches no partition and no round-robin turn", () => {
  const result = run({ size: null, partitioning: { strategy: "round_robin", partitions: 2 } }, [
    [1, "a", 1],
    null,
    [null, "a", 2],
    [2, "a", 4],
    [3, "a", 8],
  ]);
  expect(result.malformed).toEqual([1, 2]);
  expect(result.rows.map(({ partition }) => partition)).toEqual([0, 1, 0]);
  expect(result.ledger.counted).toBe(3);
});

test("window scope prints every group of the window again, by lowest contributing seq", () => {
  const result = run({ emission: { mode: "changes", scope: "window", finalMarker: true } }, [
    [1000, "b", 1],
    [2000, "a", 2],
    [3000, "b", 4],
  ]);
  expect(shown(result)).toEqual([
    "0 +I b 1 1 0",
    "1 +U b 1 1 0",
    "1 +I a 1 2 0",
    "2 +U b 2 5 0",
    "2 +U a 1 2 0",
    "Infinity +U b 2 5 0",
    "Infinity +U a 1 2 0",
  ]);
});

test("ksqldb: a NULL key is skipped and a negative time refused, and neither advances stream time", () => {
  const result = run({ preset: "ksqldb", emission: { mode: "final" } }, [
    [1000, "a", 1],
    [20000, null, 2],
    [-1, "a", 4],
    [2000, "a", 8],
    [10000, "b", 16],
  ]);
  expect(shown(result)).toEqual(["4 +I a 2 9 0"]);
  expect([result.skipped, result.malformed]).toEqual([[1], [2]]);
});

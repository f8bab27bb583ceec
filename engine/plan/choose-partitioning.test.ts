import { describe, expect, test } from "vitest";
import type { PartitioningChoice } from "../spec/partitioning-spec.ts";
import { mended, orders, planOf, problemsOf } from "../testing/compile-text.ts";

const keyed = "SELECT k, COUNT(*) FROM orders GROUP BY k WINDOW TUMBLING(10s)";
const global = "SELECT COUNT(*) FROM orders WINDOW TUMBLING(10s)";
const plain = "SELECT k FROM orders";
const spread = (sql: string): PartitioningChoice => planOf(sql).partitioning;

describe("where nothing is said", () => {
  test("a query with a key has four partitions and hashes", () => {
    expect(spread(keyed)).toEqual({
      strategy: "hash",
      partitions: 4,
      reason: "The query has groups, and hash keeps each of them whole.",
      splitsGroups: false,
    });
  });

  test("aggregates without a key have one", () => {
    expect(spread(global)).toMatchObject({ strategy: "hash", partitions: 1 });
    expect(spread("SELECT COUNT(*) FROM orders GROUP BY TUMBLE(ts, INTERVAL '5' SECOND)").partitions).toBe(1);
  });

  test("records without groups stay in their split", () => {
    expect(spread(plain)).toMatchObject({ strategy: "sticky", partitions: 1 });
  });
});

describe("@num_partitions", () => {
  test.each(["num_partitions", "partition_count", "NUM_PARTITIONS"])("@%s sets their number", (key) => {
    expect(spread(`-- @${key}: 7\n${keyed}`).partitions).toBe(7);
  });

  test.each(["0", "-1", "1.5", "many", "1025", "99999999999"])("%s is no number of partitions", (value) => {
    expect(problemsOf(`-- @num_partitions: ${value}\n${plain}`)).toEqual([`BAD_ANNOTATION_VALUE "${value}"`]);
  });

  test("two that differ contradict each other", () => {
    expect(problemsOf(`-- @num_partitions: 2\n-- @partition_count: 3\n${plain}`)).toEqual([
      'CONTRADICTING_ANNOTATIONS "@partition_count: 3"',
    ]);
    expect(problemsOf(`-- @num_partitions: 2\n-- @partition_count: 2\n${plain}`)).toEqual([]);
  });
});

describe("@partitioning_strategy", () => {
  test.each([
    ["hash", "hash"],
    ["hash-velostream", "hash-velostream"],
    ["hash_velostream", "hash-velostream"],
    ["sticky", "sticky"],
    ["round_robin", "round_robin"],
    ["RoundRobin", "round_robin"],
    ["fan_in", "fan_in"],
    ["fanin", "fan_in"],
    ["fan-in", "fan_in"],
    ["AlwaysHash", "hash"],
    ["robin", "round_robin"],
  ])("%s is %s", (word, strategy) =>
    expect(spread(`-- @partitioning_strategy: ${word}\n${keyed}`).strategy).toBe(strategy),
  );

  test("smart is hash, as nothing says how the stream is keyed, which is noted", () => {
    expect(spread(`-- @partitioning_strategy: smart\n${keyed}`).strategy).toBe("hash");
    expect(problemsOf(`-- @partitioning_strategy: smart\n${keyed}`)).toEqual([
      'SMART_IS_HASH "@partitioning_strategy: smart"',
    ]);
  });

  test("smart is sticky where the source is keyed by the very columns of the groups, else hash", () => {
    const smart = "-- @partitioning_strategy: smart\n";
    const keyedByK = "CREATE STREAM orders (ts TIMESTAMP, k STRING KEY, v BIGINT);\n";
    expect(spread(`${keyedByK}${smart}${keyed}`)).toMatchObject({
      strategy: "sticky",
      reason: "orders is keyed by k, as the groups are, so smart is sticky.",
      splitsGroups: false,
    });
    expect(problemsOf(`${keyedByK}${smart}${keyed}`)).toEqual([
      'SMART_IS_STICKY "@partitioning_strategy: smart"',
    ]);
    for (const other of ["k, v", "v", "UPPER(k)"])
      expect(
        spread(`${keyedByK}${smart}SELECT COUNT(*) FROM orders GROUP BY ${other} WINDOW TUMBLING(10s)`),
      ).toMatchObject({
        strategy: "hash",
        reason: "orders is keyed by k, and the groups are others, so smart is hash.",
      });
  });

  test("an unknown one is mended by the nearest", () => {
    expect(problemsOf(`-- @partitioning_strategy: stiky\n${keyed}`)).toEqual([
      'BAD_ANNOTATION_VALUE "stiky"',
    ]);
    expect(mended(`-- @partitioning_strategy: stiky\n${plain}`)).toBe(
      `-- @partitioning_strategy: sticky\n${plain}`,
    );
  });

  test("one that can split a group is warned of", () => {
    expect(problemsOf(`-- @partitioning_strategy: round_robin\n${keyed}`)).toEqual([
      'SPLIT_GROUPS "@partitioning_strategy: round_robin"',
    ]);
    expect(problemsOf(`-- @partitioning_strategy: sticky\n${keyed}`)).toEqual([
      'SPLIT_GROUPS "@partitioning_strategy: sticky"',
    ]);
  });

  test("so is one that nobody chose, where the records of one buffer of OVER may lie in several", () => {
    const over = "SELECT COUNT(*) OVER (ROWS WINDOW BUFFER 5 ROWS) AS n FROM orders";
    expect(problemsOf(over)).toEqual([]);
    expect(spread(over).splitsGroups).toBe(false);
    const spreadOut = `-- @num_partitions: 2\n${over}`;
    expect(problemsOf(spreadOut)).toEqual([`SPLIT_GROUPS "${over}"`]);
    expect(spread(spreadOut)).toMatchObject({ strategy: "sticky", splitsGroups: true });
  });

  test("not sticky where the groups hold the split, or the source is keyed by some of them", () => {
    const sticky = "-- @partitioning_strategy: sticky\n";
    const groups = (by: string): string =>
      `${sticky}SELECT COUNT(*) FROM orders GROUP BY ${by} WINDOW TUMBLING(10s)`;
    expect(problemsOf(groups("k, shard"))).toEqual([]);
    const keyedBy = { ...orders, keyedBy: ["k"] };
    expect(problemsOf(groups("k, v"), {}, keyedBy)).toEqual([]);
    expect(problemsOf(groups("v"), {}, keyedBy)).toEqual(['SPLIT_GROUPS "@partitioning_strategy: sticky"']);
  });

  test("but not where groups stay whole all the same", () => {
    expect(problemsOf(`-- @partitioning_strategy: sticky\n${keyed}`, {}, { ...orders, splits: 1 })).toEqual(
      [],
    );
    expect(problemsOf(`-- @num_partitions: 1\n-- @partitioning_strategy: round_robin\n${keyed}`)).toEqual([]);
    expect(problemsOf(`-- @partitioning_strategy: fan_in\n${keyed}`)).toEqual([]);
    expect(problemsOf(`-- @num_partitions: 2\n-- @partitioning_strategy: round_robin\n${plain}`)).toEqual([]);
  });
});

describe("other annotations", () => {
  test("what means nothing in a browser is noted", () => {
    expect(problemsOf(`-- @job_mode: simple\n-- @metric_type: gauge\n-- @sla.latency: 5\n${plain}`)).toEqual([
      'ANNOTATION_WITHOUT_EFFECT "@job_mode: simple"',
      'ANNOTATION_WITHOUT_EFFECT "@metric_type: gauge"',
      'ANNOTATION_WITHOUT_EFFECT "@sla.latency: 5"',
    ]);
  });

  test("unknown ones are warned of, and the query runs", () => {
    expect(problemsOf(`-- @num_partition: 3\n${plain}`)).toHaveLength(1);
    expect(mended(`-- @num_partition: 3\n${plain}`)).toBe(`-- @num_partitions: 3\n${plain}`);
    expect(planOf(`-- @hello: there\n${plain}`).partitioning.partitions).toBe(1);
  });
});

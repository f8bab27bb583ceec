import { describe, expect, test } from "vitest";
import { mended, orders, planOf, problemsOf } from "../testing/compile-text.ts";
import { compileQuery } from "./compile-query.ts";

const query = "SELECT k, COUNT(*) AS n FROM orders GROUP BY k WINDOW TUMBLING(ts, 10s)";
const codesOf = (sql: string): readonly string[] => problemsOf(sql).map((problem) => problem.split(" ")[0]!);

describe("annotations that act", () => {
  test("say how many partitions there are, and who gets what", () => {
    expect(
      planOf(`-- @num_partitions: 7\n-- @partitioning_strategy: roundrobin\n${query}`).partitioning,
    ).toMatchObject({
      partitions: 7,
      strategy: "round_robin",
    });
    expect(planOf(`-- @partition_count: 2\n${query}`).partitioning.partitions).toBe(2);
  });

  test.each([
    ["@num_partitions: 0", 'BAD_ANNOTATION_VALUE "0"'],
    ["@num_partitions:", 'BAD_ANNOTATION_VALUE "@num_partitions:"'],
    ["@partitioning_strategy: stcky", 'BAD_ANNOTATION_VALUE "stcky"'],
    ["@dialect: postgres", 'BAD_ANNOTATION_VALUE "postgres"'],
  ])("-- %s is an error", (annotation, problem) => {
    expect(problemsOf(`-- ${annotation}\n${query}`)).toEqual([problem]);
  });

  test("two that differ contradict each other", () => {
    expect(codesOf(`-- @num_partitions: 1\n-- @partition_count: 2\n${query}`)).toEqual([
      "CONTRADICTING_ANNOTATIONS",
    ]);
  });

  test("before another statement of the script they change nothing, which is said", () => {
    const sql = `-- @num_partitions: 7\nSET 'watermark.min_advance' = '1s';\n${query}`;
    expect(problemsOf(sql)).toEqual(['MISPLACED_ANNOTATION "@num_partitions: 7"']);
    expect(planOf(sql).partitioning.partitions).toBe(4);
  });
});

test.each(
  "job_mode batch_size sticky_partition_id metric metric_type metric_help metric_labels metric_condition metric_sample_rate metric_field metric_buckets app name version description phase depends_on deployment.node_id observability.metrics.enabled data.price.range sla.max_latency".split(
    " ",
  ),
)("@%s changes nothing in a browser, and says why", (key) => {
  for (const sql of [`-- @${key}: x\n${query}`, `-- @${key}: x\nSHOW STREAMS;\n${query}`]) {
    const [first] = compileQuery(sql, [orders]).diagnostics;
    expect(first).toMatchObject({ code: "ANNOTATION_WITHOUT_EFFECT", severity: "info" });
    expect(first!.message).toMatch(/changes nothing here: .+\.$/);
  }
});

test("an unknown one is a warning with the nearest", () => {
  expect(problemsOf(`-- @num_partitons: 4\n${query}`)).toEqual(['UNKNOWN_ANNOTATION "num_partitons"']);
  expect(mended(`-- @num_partitons: 4\n${query}`)).toBe(`-- @num_partitions: 4\n${query}`);
  expect(codesOf(`-- @colour: red\n${query}`)).toEqual(["UNKNOWN_ANNOTATION"]);
});

import { expect, test } from "vitest";
import { planOf, problemsOf } from "../testing/compile-text.ts";

const longest = "1000000d";
const longer = "1000001d";
const grouped = "SELECT k, COUNT(*) AS n FROM orders GROUP BY k";

test.each([
  ["a size", (length: string) => `${grouped} WINDOW TUMBLING(${length})`, "velostream"],
  ["an offset", (length: string) => `${grouped} WINDOW TUMBLING(1d, OFFSET ${length})`, "velostream"],
  [
    "an offset below 0",
    (length: string) => `${grouped} WINDOW TUMBLING(1d, OFFSET -${length})`,
    "velostream",
  ],
  ["an advance", (length: string) => `${grouped} WINDOW SLIDING(900000d, ${length})`, "velostream"],
  ["a gap", (length: string) => `${grouped} WINDOW SESSION(${length})`, "velostream"],
  [
    "a grace period",
    (length: string) =>
      `SELECT k, COUNT(*) AS n FROM orders WINDOW TUMBLING (SIZE 1 DAYS, GRACE PERIOD ${length.replace("d", " DAYS")}) GROUP BY k EMIT CHANGES`,
    "ksqldb",
  ],
  [
    "a size of a table function",
    (length: string) =>
      `SELECT window_start, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '${length.replace("d", "")}' DAY(7))) GROUP BY window_start, window_end`,
    "flink",
  ],
  [
    "a size in GROUP BY",
    (length: string) =>
      `SELECT k, COUNT(*) AS n FROM orders GROUP BY k, TUMBLE(ts, INTERVAL '${length.replace("d", "")}' DAY(7))`,
    "flink",
  ],
  [
    "an interval of emission",
    (length: string) => `${grouped} WINDOW TUMBLING(1d) EMIT EVERY ${length}`,
    "velostream",
  ],
  ...[
    "watermark.max_out_of_orderness",
    "watermark.allowed_lateness",
    "watermark.idle_timeout",
    "watermark.min_advance",
    "watermark.max_future_skew",
  ].map(
    (key) =>
      [
        `'${key}'`,
        (length: string) => `${grouped} WINDOW TUMBLING(1d) WITH ('${key}' = '${length}')`,
        "velostream",
      ] as const,
  ),
  [
    "a bound in WATERMARK FOR",
    (length: string) =>
      `CREATE TABLE orders (*, WATERMARK FOR ts AS ts - INTERVAL '${length.replace("d", "")}' DAY(7)); SELECT k FROM orders`,
    "flink",
  ],
] as const)("%s is a million days at most", (_, sql, preset) => {
  expect(() => planOf(sql(longest), { preset })).not.toThrow();
  const problems = problemsOf(sql(longer), { preset });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^(SYNTAX_DURATION|BAD_OPTION_VALUE|BAD_WINDOW_SIZE) /);
});

test("values of type INTERVAL may be longer", () =>
  expect(() => planOf("SELECT ts + INTERVAL '2000000' DAY AS later FROM orders")).not.toThrow());

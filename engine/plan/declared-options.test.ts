import { expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, STRING, TIMESTAMP } from "../data/data-type.ts";
import { compileQuery } from "./compile-query.ts";

const orders: StreamDefinition = {
  name: "orders",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "city", type: STRING },
    { name: "amount", type: BIGINT },
  ],
  eventTime: "ts",
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: 2_000,
  options: { "watermark.allowed_lateness": "5s", "watermark.idle_timeout": "10s" },
  partitions: 3,
};
const query = "SELECT city, COUNT(*) AS n FROM orders GROUP BY city WINDOW TUMBLING(ts, 10s)";

test("what a stream declares holds for queries that say nothing", () => {
  const { plan, diagnostics } = compileQuery(query, [orders]);
  expect(diagnostics).toEqual([]);
  expect(plan?.late.allowedLateness).toBe(5_000);
  expect(plan?.watermark).toMatchObject({ bound: 2_000, idleTimeout: 10_000 });
  expect(plan?.partitioning.partitions).toBe(3);
});

test("how long windows wait is the query's to say in engines whose streams do not say it", () => {
  const late = (sql: string): number | undefined => compileQuery(sql, [orders]).plan?.late.allowedLateness;
  const ksqldb =
    "SELECT city, COUNT(*) AS n FROM orders WINDOW TUMBLING (SIZE 10 SECONDS) GROUP BY city EMIT CHANGES;";
  expect(late(ksqldb)).toBe(86_390_000);
  const flink = `SELECT city, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '10' SECOND))
    GROUP BY city, window_start, window_end`;
  expect(late(flink)).toBe(0);
  expect(late(`${flink} WITH ('watermark.allowed_lateness' = '1s')`)).toBe(1_000);
  expect(late(`-- @dialect: velostream\n${query}`)).toBe(5_000);
});

test("what the query says goes before it", () => {
  const { plan } = compileQuery(
    `-- @num_partitions: 2\n${query} WITH ('watermark.allowed_lateness' = '1s', 'watermark.max_out_of_orderness' = '3s')`,
    [orders],
  );
  expect(plan?.late.allowedLateness).toBe(1_000);
  expect(plan?.watermark.bound).toBe(3_000);
  expect(plan?.partitioning.partitions).toBe(2);
});

test("a GRACE PERIOD of the query does not contradict what the stream declares", () => {
  const { plan, diagnostics } = compileQuery(
    "SELECT city, COUNT(*) AS n FROM orders WINDOW TUMBLING (SIZE 10 SECONDS, GRACE PERIOD 1 SECONDS) GROUP BY city EMIT CHANGES;",
    [orders],
  );
  expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
  expect(plan?.late.allowedLateness).toBe(1_000);
});

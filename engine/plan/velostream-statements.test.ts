import { describe, expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, decimal, DOUBLE, STRING, TIMESTAMP, type DataType } from "../data/data-type.ts";
import { compileQuery } from "./compile-query.ts";

function stream(name: string, columns: Readonly<Record<string, DataType>>): StreamDefinition {
  return {
    name,
    schema: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
    eventTime: "event_time",
    arrival: null,
    split: null,
    splits: 1,
    maxOutOfOrderness: null,
  };
}

const price = decimal(10, 4);
const streams = [
  stream("ticks", { symbol: STRING, price, volume: BIGINT, venue: STRING, event_time: TIMESTAMP }),
  stream("flow", { trader: STRING, side: STRING, quantity: BIGINT, event_time: TIMESTAMP }),
  stream("sensors", { device_id: STRING, temperature: DOUBLE, vibration: DOUBLE, event_time: TIMESTAMP }),
  stream("purchases", { customer_id: STRING, amount: price, card: STRING, event_time: TIMESTAMP }),
  stream("payments", { category: STRING, amount: price, event_time: BIGINT }),
];

const jobOptions = `WITH ('ticks.type' = 'kafka_source', 'ticks.bootstrap.servers' = 'broker:9092', 'ticks.topic.name' = 'ticks',
  'ticks.format' = 'avro', 'ticks.schema.registry.url' = 'x', 'ticks.group.id' = 'bars', 'ticks.config_file' = 'ticks.yaml',
  'bars.type' = 'kafka_sink', 'bars.topic.name' = 'bars', 'bars.compression' = 'zstd', 'bars.retention' = '7 days',
  'bars.table_model' = 'compact', 'bars.batch.size' = '100')`;

/** Forms that the documents of the native engine show, in our own words; all must run. */
const runs: readonly string[] = [
  "SELECT * FROM ticks",
  "SELECT symbol, price FROM ticks WHERE price > 100.5;",
  "CREATE STREAM dear AS SELECT symbol, price FROM ticks WHERE price > 100.5",
  "CREATE STREAM dear AS SELECT symbol, price FROM ticks EMIT CHANGES",
  "CREATE STREAM dear (symbol STRING NOT NULL, price DECIMAL(10, 4)) AS SELECT symbol, price FROM ticks",
  "CREATE TABLE totals AS SELECT symbol, COUNT(*) AS n FROM ticks GROUP BY symbol",
  `CREATE STREAM bars AS SELECT symbol, MAX(price) AS high, MIN(price) AS low, SUM(volume) AS traded FROM ticks GROUP BY symbol WINDOW TUMBLING(event_time, 1s) EMIT CHANGES ${jobOptions};`,
  `-- @app: trading\n-- @version: 1.2.0\n-- @description: bars of a minute\n-- @phase: production\n-- @job_mode: transactional\n-- @batch_size: 500\n-- @num_partitions: 8\n-- @partitioning_strategy: hash\n-- @metric: velo_bars_total\n-- @metric_type: counter\n-- @metric_labels: symbol\n-- @observability.metrics.enabled: true\n-- @deployment.node_id: a\n-- @sla.max_latency: 100ms\nCREATE STREAM bars AS SELECT symbol, COUNT(*) AS n FROM ticks GROUP BY symbol WINDOW TUMBLING(INTERVAL '1' MINUTE) EMIT FINAL ${jobOptions}`,
  "CREATE STREAM imbalance AS SELECT trader, SUM(quantity) AS total, SUM(CASE WHEN side = 'BUY' THEN quantity ELSE 0 END) AS bought FROM flow GROUP BY trader WINDOW TUMBLING(1m) HAVING SUM(quantity) > 10000",
  "CREATE STREAM hot AS SELECT device_id, temperature FROM sensors WHERE temperature > 80.0",
  "CREATE TABLE health AS SELECT device_id, AVG(vibration) AS mean, MAX(vibration) AS worst, CASE WHEN MAX(vibration) > 8.0 THEN 'critical' WHEN AVG(vibration) > 5.0 THEN 'high' ELSE 'fine' END AS state FROM sensors GROUP BY device_id WINDOW TUMBLING(10m)",
  "CREATE TABLE tiers AS SELECT customer_id, SUM(amount) AS spent FROM purchases GROUP BY customer_id WINDOW TUMBLING(1h) HAVING SUM(amount) > 1000",
  "CREATE STREAM risky AS SELECT customer_id, CASE WHEN amount > 5000 AND card = 'credit' THEN 'high' ELSE 'low' END AS risk FROM purchases",
  "CREATE STREAM payments (category STRING, amount DECIMAL(10, 4), event_time INTEGER) WITH ('event.time.field' = 'event_time', 'event.time.format' = 'epoch_seconds', 'watermark.strategy' = 'bounded_out_of_orderness', 'watermark.max_out_of_orderness' = '5s', 'late.data.strategy' = 'dead_letter'); CREATE TABLE spending AS SELECT category, COUNT(*) AS n, SUM(amount) AS total, AVG(amount) AS mean FROM payments GROUP BY category WINDOW TUMBLING(5m) WITH ('payments.type' = 'file_source', 'payments.path' = 'payments.csv', 'payments.delimiter' = ',')",
  "SET 'watermark.idle_timeout' = '10s'; SELECT symbol, COUNT(*) AS n FROM ticks GROUP BY symbol WINDOW TUMBLING(60)",
  "INSERT INTO dear SELECT symbol, price FROM ticks",
];

test.each(runs)("runs: %s", (sql) => {
  const { plan, diagnostics } = compileQuery(sql, streams);
  expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
  expect(plan).not.toBeNull();
});

describe("is refused by a name of its own, never as a syntax error", () => {
  test.each([
    ["SHOW STREAMS", "UNSUPPORTED_SHOW"],
    ["SHOW TABLES", "UNSUPPORTED_SHOW"],
    ["LIST TOPICS", "UNSUPPORTED_SHOW"],
    ["SHOW FUNCTIONS", "UNSUPPORTED_SHOW"],
    ["SHOW JOBS", "UNSUPPORTED_SHOW"],
    ["SHOW JOB STATUS bars", "UNSUPPORTED_SHOW"],
    ["SHOW JOB VERSIONS bars", "UNSUPPORTED_SHOW"],
    ["SHOW JOB METRICS bars", "UNSUPPORTED_SHOW"],
    ["SHOW SCHEMA ticks", "UNSUPPORTED_SHOW"],
    ["SHOW PROPERTIES STREAM ticks", "UNSUPPORTED_SHOW"],
    ["SHOW PARTITIONS ticks", "UNSUPPORTED_SHOW"],
    ["DESCRIBE ticks", "UNSUPPORTED_DESCRIBE"],
    ["EXPLAIN SELECT symbol FROM ticks", "UNSUPPORTED_EXPLAIN"],
    ["START JOB bars AS SELECT symbol FROM ticks WITH ('a.b' = 'c')", "UNSUPPORTED_JOB"],
    ["STOP JOB bars", "UNSUPPORTED_JOB"],
    ["STOP FORCE JOB bars", "UNSUPPORTED_JOB"],
    ["PAUSE JOB bars", "UNSUPPORTED_JOB"],
    ["RESUME JOB bars", "UNSUPPORTED_JOB"],
    ["DEPLOY JOB bars VERSION '2' AS SELECT symbol FROM ticks STRATEGY BLUE_GREEN", "UNSUPPORTED_JOB"],
    ["DEPLOY JOB bars VERSION '2' AS SELECT symbol FROM ticks STRATEGY CANARY(25)", "UNSUPPORTED_JOB"],
    [
      "DEPLOY JOB bars VERSION '2' AS SELECT symbol FROM ticks WITH ('a' = 'b') STRATEGY ROLLING",
      "UNSUPPORTED_JOB",
    ],
    ["DEPLOY JOB bars VERSION '2' STRATEGY REPLACE", "UNSUPPORTED_JOB"],
    ["ROLLBACK JOB bars TO VERSION '1'", "UNSUPPORTED_JOB"],
    ["INSERT INTO ticks VALUES ('A', 1.5, 10, 'X', 0)", "UNSUPPORTED_INSERT"],
    ["DROP STREAM bars", "UNSUPPORTED_DROP"],
    [
      "CREATE STREAM a AS SELECT symbol, price FROM ticks; CREATE STREAM b AS SELECT symbol FROM a",
      "UNSUPPORTED_PIPELINE",
    ],
    [
      "CREATE STREAM a AS SELECT symbol FROM ticks; CREATE STREAM b AS SELECT trader FROM flow",
      "UNSUPPORTED_SEVERAL_QUERIES",
    ],
  ])("%s", (sql, code) => {
    const errors = compileQuery(sql, streams).diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map((error) => error.code)).toEqual([code]);
  });
});

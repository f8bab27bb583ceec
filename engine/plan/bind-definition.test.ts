import { describe, expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { mended, orders, planOf, problemsOf } from "../testing/compile-text.ts";

const query = "SELECT k, COUNT(*) AS n FROM orders GROUP BY k WINDOW TUMBLING(10s)";
const columns = "k STRING, v BIGINT, ts TIMESTAMP(3), paid_at TIMESTAMP(3)";
const define = (list: string, options = ""): string =>
  `CREATE TABLE orders (${list})${options === "" ? "" : ` WITH (${options})`};`;

describe("WATERMARK FOR gives the event time and the bound", () => {
  test.each([
    ["ts AS ts - INTERVAL '5' SECOND", 0, 5_000],
    ["ts AS ts", 0, 0],
    ["ts AS (ts - INTERVAL '0.001' SECOND)", 0, 1],
    ["paid_at AS paid_at - INTERVAL '2 minutes'", 6, 120_000],
    ["TS AS ts + INTERVAL '-3' SECOND", 0, 3_000],
  ])("WATERMARK FOR %s", (watermark, eventTime, bound) => {
    const plan = planOf(`${define(`${columns}, WATERMARK FOR ${watermark}`)} ${query}`);
    expect(plan.time.eventTime).toBe(eventTime);
    expect(plan.watermark).toMatchObject({ strategy: "bounded", bound });
  });

  test("goes before what the stream was loaded with, and behind what the query says", () => {
    const loaded: StreamDefinition = {
      ...orders,
      maxOutOfOrderness: 1_000,
      options: { "watermark.strategy": "ascending" },
    };
    const defined = define(`${columns}, WATERMARK FOR ts AS ts - INTERVAL '5' SECOND`);
    expect(planOf(`${defined} ${query}`, {}, loaded).watermark).toMatchObject({
      strategy: "bounded",
      bound: 5_000,
    });
    const said = `${defined} ${query} WITH ('watermark.max_out_of_orderness' = '9s')`;
    expect(planOf(said, {}, loaded).watermark.bound).toBe(9_000);
  });

  test("a watermark that is another column is punctuated", () => {
    const { time, watermark } = planOf(`${define(`${columns}, WATERMARK FOR ts AS paid_at`)} ${query}`);
    expect([watermark.strategy, time.punctuation]).toEqual(["punctuated", 6]);
  });

  test.each([
    ["ts AS ts + INTERVAL '5' SECOND", "BAD_WATERMARK \"ts + INTERVAL '5' SECOND\""],
    ["ts AS paid", 'UNKNOWN_COLUMN "paid"'],
    ["ts AS k", 'TYPE_MISMATCH "k"'],
    ["ts AS SOURCE_WATERMARK()", 'UNSUPPORTED_WATERMARK "SOURCE_WATERMARK()"'],
    ["k AS k", 'TYPE_MISMATCH "k"'],
    ["tss AS tss", 'UNKNOWN_COLUMN "tss"'],
  ])("WATERMARK FOR %s is refused", (watermark, problem) => {
    expect(problemsOf(`${define(`${columns}, WATERMARK FOR ${watermark}`)} ${query}`)).toContain(problem);
  });

  test("there is one, and options do not say it again", () => {
    const twice = define(`${columns}, WATERMARK FOR ts AS ts, WATERMARK FOR paid_at AS paid_at`);
    expect(problemsOf(`${twice} ${query}`)).toEqual([
      'DUPLICATE_WATERMARK "WATERMARK FOR paid_at AS paid_at"',
    ]);
    const both = define(`${columns}, WATERMARK FOR ts AS ts`, "'watermark.max_out_of_orderness' = '5s'");
    expect(problemsOf(`${both} ${query}`)).toEqual([
      "CONTRADICTING_OPTIONS \"'watermark.max_out_of_orderness' = '5s'\"",
    ]);
  });
});

describe("the columns of a definition are those that queries see", () => {
  test("SELECT * shows them in its order; others are unknown", () => {
    const defined = define("v BIGINT, k STRING");
    expect(planOf(`${defined} SELECT * FROM orders`).output.map(({ name }) => name)).toEqual(["v", "k"]);
    expect(problemsOf(`${defined} SELECT d FROM orders`)).toEqual(['UNKNOWN_COLUMN "d"']);
  });

  test("times and splits still come from the data", () => {
    const plan = planOf(`${define("v BIGINT, k STRING")} SELECT * FROM orders`);
    expect(plan.time).toEqual({ eventTime: 0, arrival: 6, split: 7, splits: 3 });
    expect(plan.input).toEqual(orders.schema);
    expect(plan.query).toMatchObject({ projection: [{ index: 2 }, { index: 1 }] });
  });

  test("without a list, or with a star, all are seen", () => {
    const all = orders.schema.map(({ name }) => name);
    expect(
      planOf(
        "CREATE STREAM orders WITH (PARTITIONS=4); SELECT * FROM orders WITH ('semantics' = 'velostream')",
      ).output.map(({ name }) => name),
    ).toEqual(all);
    expect(
      planOf(
        "CREATE TABLE orders (*, WATERMARK FOR ts AS ts); SELECT * FROM orders WITH ('semantics' = 'velostream')",
      ).output.map(({ name }) => name),
    ).toEqual(all);
  });

  test.each([
    ["kk STRING", 'UNKNOWN_COLUMN "kk"'],
    ["k BIGINT", 'TYPE_MISMATCH "BIGINT"'],
    ["m DECIMAL(10, 3)", 'TYPE_MISMATCH "DECIMAL(10, 3)"'],
    ["k STRNG", 'UNKNOWN_TYPE "STRNG"'],
    ["k BYTES", 'UNSUPPORTED_TYPE "BYTES"'],
    ["k STRING, K STRING", 'DUPLICATE_COLUMN "K"'],
    ["k STRING, c AS v + 1", 'UNSUPPORTED_COMPUTED_COLUMN "c AS v + 1"'],
    [
      "k STRING, o BIGINT METADATA FROM 'offset'",
      "UNSUPPORTED_METADATA_COLUMN \"o BIGINT METADATA FROM 'offset'\"",
    ],
  ])("%s is wrong", (list, problem) => {
    expect(problemsOf(`${define(list)} SELECT k FROM orders`)).toContain(problem);
  });

  test("names and types are mended", () => {
    expect(mended(`${define("paidat TIMESTAMP(3)")} SELECT 1 FROM orders`)).toBe(
      `${define("paid_at TIMESTAMP(3)")} SELECT 1 FROM orders`,
    );
    expect(mended(`${define("k BIGINT")} SELECT 1 FROM orders`)).toBe(
      `${define("k STRING")} SELECT 1 FROM orders`,
    );
  });

  test("types are the engines' words for what is there: widths and lengths say nothing", () => {
    const list =
      "ts TIMESTAMP_LTZ(3), k VARCHAR(10) NOT NULL, v INT, d FLOAT, m NUMERIC(10, 2), f BOOL, paid_at TIMESTAMP WITHOUT TIME ZONE, shard SMALLINT COMMENT 'x'";
    expect(problemsOf(`${define(list)} SELECT k FROM orders WITH ('semantics' = 'velostream')`)).toEqual([]);
  });
});

describe("options of a definition", () => {
  test("of ksqlDB: TIMESTAMP names the event time, PARTITIONS is meaning", () => {
    const sql = `CREATE STREAM orders (k STRING KEY, v BIGINT, paid_at BIGINT) WITH (KAFKA_TOPIC='x', VALUE_FORMAT='json', PARTITIONS=5, TIMESTAMP='paid_at'); ${query}`;
    expect(problemsOf(sql)).toEqual(['TYPE_MISMATCH "BIGINT"', "OPTION_WITHOUT_EFFECT \"KAFKA_TOPIC='x'\""]);
    const right = sql.replace("paid_at BIGINT", "paid_at TIMESTAMP");
    expect(problemsOf(right)).toEqual(["OPTION_WITHOUT_EFFECT \"KAFKA_TOPIC='x'\""]);
    expect(planOf(right)).toMatchObject({ time: { eventTime: 6 }, partitioning: { partitions: 5 } });
  });

  test("of velostream, with and without the stream's name", () => {
    const sql = `CREATE STREAM orders (k STRING, ts TIMESTAMP, paid_at TIMESTAMP) WITH ('orders.type' = 'kafka_source', 'orders.event.time.field' = 'paid_at', 'watermark.strategy' = 'ascending', 'late.data.strategy' = 'drop', 'watermark.allowed_lateness' = '3s'); ${query}`;
    expect(problemsOf(sql.replace("TUMBLING(10s)", "TUMBLING(10s) EMIT CHANGES"))).toContain(
      "OPTION_WITHOUT_EFFECT \"'orders.type' = 'kafka_source'\"",
    );
    expect(planOf(sql)).toMatchObject({
      time: { eventTime: 6 },
      watermark: { strategy: "ascending" },
      late: { action: "drop", allowedLateness: 3_000 },
    });
  });

  test("what the query says goes before them", () => {
    const sql = `CREATE STREAM orders WITH ('watermark.allowed_lateness' = '3s', 'watermark.strategy' = 'ascending'); ${query} WITH ('watermark.allowed_lateness' = '1s', 'watermark.max_out_of_orderness' = '2s')`;
    expect(planOf(sql)).toMatchObject({
      late: { allowedLateness: 1_000 },
      watermark: { strategy: "bounded", bound: 2_000 },
    });
  });

  test.each([
    ["'event.time.field' = 'tss'", "UNKNOWN_COLUMN \"'tss'\""],
    ["PARTITIONS = 0", 'BAD_OPTION_VALUE "0"'],
    ["'watermark.scope' = 'all'", "BAD_OPTION_VALUE \"'all'\""],
    ["'watermark.scpe' = 'global'", "UNKNOWN_OPTION \"'watermark.scpe'\""],
    ["'connector' = 'upsert-kafka'", "UNSUPPORTED_CHANGELOG_SOURCE \"'connector' = 'upsert-kafka'\""],
  ])("%s is wrong, at its place", (option, problem) => {
    const sql = `CREATE STREAM orders WITH (${option}); SELECT k FROM orders WITH ('semantics' = 'velostream')`;
    expect(problemsOf(sql).filter((found) => !found.startsWith("OPTION_WITHOUT_EFFECT"))).toEqual([problem]);
  });
});

describe("what a definition names", () => {
  test("is a stream that is loaded; the nearest is the fix", () => {
    const sql = "CREATE STREAM oders (k STRING); SELECT k FROM orders";
    expect(problemsOf(sql)).toEqual(['UNKNOWN_STREAM "oders"']);
    expect(mended(sql)).toBe("CREATE STREAM orders (k STRING); SELECT k FROM orders");
  });

  test("stands before the query", () => {
    expect(problemsOf("SELECT k FROM orders; CREATE STREAM orders (k STRING)")).toEqual([
      'DEFINITION_AFTER_QUERY "CREATE STREAM orders"',
    ]);
  });

  test("a table with a key keeps one row a key, which is not what is read here", () => {
    expect(problemsOf("CREATE TABLE orders (k STRING PRIMARY KEY); SELECT k FROM orders")).toEqual([
      'UNSUPPORTED_TABLE "k STRING PRIMARY KEY"',
    ]);
    expect(
      problemsOf(
        "CREATE SOURCE orders (k STRING) FORMAT UPSERT ENCODE JSON; SELECT k FROM orders WITH ('semantics' = 'velostream')",
      ),
    ).toEqual(['UNSUPPORTED_CHANGELOG_SOURCE "FORMAT UPSERT ENCODE JSON"']);
  });
});

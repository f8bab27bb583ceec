import { describe, expect, test } from "vitest";
import { mended, orders, planOf, problemsOf } from "../testing/compile-text.ts";
import { compileQuery } from "./compile-query.ts";

const query = "SELECT k, COUNT(*) AS n FROM orders GROUP BY k WINDOW TUMBLING(ts, 10s)";

describe("SET before the query acts as a setting", () => {
  test("of ours, in the order in which it stands", () => {
    const plan = planOf(
      `SET 'watermark.min_advance' = '3s'; SET watermark.idle_timeout TO '9s'; SET 'watermark.min_advance' = '4s'; ${query}`,
    );
    expect(plan.watermark).toMatchObject({ minAdvance: 4_000, idleTimeout: 9_000 });
  });

  test("of other engines, where it means something here", () => {
    expect(planOf(`SET 'table.exec.source.idle-timeout' = '30 s'; ${query}`).watermark.idleTimeout).toBe(
      30_000,
    );
    expect(problemsOf(`SET 'table.local-time-zone' = 'UTC'; ${query}`)).toEqual([
      "OPTION_WITHOUT_EFFECT \"'table.local-time-zone' = 'UTC'\"",
    ]);
    expect(problemsOf(`SET 'table.local-time-zone' = 'Europe/Berlin'; ${query}`)).toEqual([
      "UNSUPPORTED_SETTING \"'table.local-time-zone' = 'Europe/Berlin'\"",
    ]);
    expect(problemsOf(`SET 'auto.offset.reset' = 'earliest'; ${query}`)).toEqual([
      "OPTION_WITHOUT_EFFECT \"'auto.offset.reset' = 'earliest'\"",
    ]);
    expect(problemsOf(`SET 'table.exec.emit.early-fire.enabled' = 'true'; ${query}`)).toEqual([
      "UNSUPPORTED_SETTING \"'table.exec.emit.early-fire.enabled' = 'true'\"",
    ]);
  });

  test("WITH of the query goes before it, and it before the settings from outside", () => {
    const sql = `SET 'watermark.min_advance' = '3s'; SELECT k FROM orders WITH ('watermark.min_advance' = '1s')`;
    expect(planOf(sql).watermark.minAdvance).toBe(1_000);
    const settings = { "watermark.min_advance": "8s" };
    expect(planOf(`SET 'watermark.min_advance' = '3s'; ${query}`, { settings }).watermark.minAdvance).toBe(
      3_000,
    );
  });

  test("RESET takes it back", () => {
    const set = "SET 'watermark.min_advance' = '3s'; SET 'table.exec.source.idle-timeout' = '9s';";
    expect(planOf(`${set} RESET 'watermark.min_advance'; ${query}`).watermark).toMatchObject({
      minAdvance: 100,
      idleTimeout: 9_000,
    });
    expect(planOf(`${set} UNSET table.exec.source.idle-timeout; ${query}`).watermark.idleTimeout).toBe(
      30_000,
    );
    expect(planOf(`${set} RESET; ${query}`).watermark).toMatchObject({
      minAdvance: 100,
      idleTimeout: 30_000,
    });
  });

  test("RESET of an unknown key is an error with the nearest", () => {
    const unknown = `RESET 'watermark.min_advnce'; ${query}`;
    expect(problemsOf(unknown)).toEqual(["UNKNOWN_OPTION \"'watermark.min_advnce'\""]);
    expect(mended(unknown)).toBe(`RESET 'watermark.min_advance'; ${query}`);
    expect(mended(`UNSET watermark.scpe; ${query}`)).toBe(`UNSET 'watermark.scope'; ${query}`);
    expect(problemsOf(`RESET 'colour'; ${query}`)).toEqual(["UNKNOWN_OPTION \"'colour'\""]);
    expect(problemsOf(`UNSET 'auto.offset.reset'; RESET timezone; ${query}`)).toEqual([]);
  });

  test("RESET behind the query takes nothing back, which is said", () => {
    const sql = `SET 'watermark.min_advance' = '3s'; ${query}; RESET 'watermark.min_advance'`;
    expect(problemsOf(sql)).toEqual(["SETTING_AFTER_QUERY \"RESET 'watermark.min_advance'\""]);
    expect(planOf(sql).watermark.minAdvance).toBe(3_000);
  });

  test.each([
    ["watermark.min_advance", "soon", "3s", "BAD_OPTION_VALUE \"'soon'\""],
    ["watermark.scope", "all", "global", "BAD_OPTION_VALUE \"'all'\""],
    ["watermark.idle_timeout", "0s", "never", "BAD_OPTION_VALUE \"'watermark.idle_timeout' = '0s'\""],
    ["watermark.idle_timeout", "nevr", "9s", "BAD_OPTION_VALUE \"'nevr'\""],
    ["late.data.strategy", "keep", "drop", "BAD_OPTION_VALUE \"'keep'\""],
    ["semantics", "spark", "velostream", "BAD_OPTION_VALUE \"'spark'\""],
    ["event.time.field", "nix", "ts", "UNKNOWN_COLUMN \"'event.time.field' = 'nix'\""],
    ["event.time.field", "", "ts", "BAD_OPTION_VALUE \"''\""],
    ["event.time.format", "late", "epoch_millis", "BAD_OPTION_VALUE \"'event.time.format' = 'late'\""],
  ])(
    "a wrong value of '%s' is marked also where another takes its place: %s",
    (key, wrong, right, problem) => {
      const set = `SET '${key}' = '${wrong}';`;
      expect(problemsOf(`${set} SET '${key}' = '${right}'; ${query}`)).toEqual([problem]);
      expect(problemsOf(`${set} RESET '${key}'; ${query}`)).toEqual([problem]);
      expect(problemsOf(`${set} RESET; ${query}`)).toEqual([problem]);
      expect(problemsOf(`${set} ${query} WITH ('${key}' = '${right}')`)).toEqual([problem]);
      expect(problemsOf(`SET '${key}' = '${right}'; RESET; ${query}`)).toEqual([]);
    },
  );

  test("an unknown one is an error with the nearest, a wrong value is marked", () => {
    const unknown = `SET 'watermark.min_advnce' = '3s'; ${query}`;
    expect(problemsOf(unknown)).toEqual(["UNKNOWN_OPTION \"'watermark.min_advnce'\""]);
    expect(mended(unknown)).toBe(`SET 'watermark.min_advance' = '3s'; ${query}`);
    expect(problemsOf(`SET 'watermark.scope' = 'all'; ${query}`)).toEqual(["BAD_OPTION_VALUE \"'all'\""]);
  });

  test("behind the query it acts on nothing, which is said", () => {
    const sql = `${query}; SET 'watermark.min_advance' = '3s'`;
    expect(problemsOf(sql)).toEqual(["SETTING_AFTER_QUERY \"'watermark.min_advance' = '3s'\""]);
    expect(planOf(sql).watermark.minAdvance).toBe(100);
  });
});

describe("a stream is defined once in a script", () => {
  const first =
    "CREATE STREAM orders (k STRING, v BIGINT, ts TIMESTAMP) WITH ('partitions' = '9', 'watermark.min_advance' = '7s');";
  const second = "STREAM Orders (k STRING, ts TIMESTAMP);";

  test("a second definition is an error at its name", () => {
    const sql = `${first} CREATE ${second} ${query}`;
    expect(problemsOf(sql)).toEqual(['DUPLICATE_DEFINITION "Orders"']);
    expect(compileQuery(sql, [orders]).diagnostics[0]!.hint).toContain("CREATE OR REPLACE");
  });

  test("OR REPLACE takes the whole place of the first", () => {
    const replaced = planOf(`${first} CREATE OR REPLACE ${second} ${query}`);
    expect(replaced).toEqual(planOf(`CREATE ${second} ${query}`));
    expect(replaced).not.toEqual(planOf(`${first} ${query}`));
    expect(problemsOf(`CREATE OR REPLACE ${second} ${first} ${query}`)).toEqual([
      'DUPLICATE_DEFINITION "orders"',
    ]);
  });

  test("IF NOT EXISTS leaves the first as it is, which is said", () => {
    const sql = `CREATE ${second} CREATE STREAM IF NOT EXISTS orders (k STRING) WITH ('partitions' = '4'); ${query}`;
    expect(problemsOf(sql)).toEqual(['DEFINITION_WITHOUT_EFFECT "orders"']);
    expect(planOf(sql)).toEqual(planOf(`CREATE ${second} ${query}`));
  });

  test("also where INSERT fills it and nothing is loaded by its name", () => {
    const out = "CREATE TABLE out (k STRING, n BIGINT);";
    expect(problemsOf(`${out} ${out} INSERT INTO out ${query}`)).toContain('DUPLICATE_DEFINITION "out"');
  });
});

describe("CREATE … AS SELECT runs its SELECT", () => {
  test.each([
    [`CREATE STREAM out AS ${query}`, "CREATE STREAM out"],
    [`CREATE OR REPLACE TABLE out AS ${query} EMIT CHANGES`, "CREATE OR REPLACE TABLE out"],
    [`CREATE TABLE out (a, b) AS ${query}`, "CREATE TABLE out"],
    [`CREATE VIEW out AS ${query}`, "CREATE VIEW out"],
    [`CREATE SINK out AS ${query}`, "CREATE SINK out"],
    [`INSERT INTO out ${query}`, "INSERT INTO out"],
  ])("%s", (sql, head) => {
    expect(problemsOf(sql)).toEqual([`RESULT_IS_SHOWN "${head}"`]);
    expect(planOf(sql).query).toEqual(planOf(sql.slice(sql.indexOf("SELECT"))).query);
  });

  test("with the options of velostream's jobs around it", () => {
    const sql = `CREATE STREAM out AS ${query} WITH ('orders.type' = 'kafka_source', 'orders.topic' = 'a', 'orders.event.time.field' = 'ts', 'watermark.max_out_of_orderness' = '7s', 'out.type' = 'kafka_sink', 'out.topic' = 'b')`;
    expect(problemsOf(sql)).toEqual([
      'RESULT_IS_SHOWN "CREATE STREAM out"',
      "OPTION_WITHOUT_EFFECT \"'orders.type' = 'kafka_source'\"",
    ]);
    expect(planOf(sql).watermark.bound).toBe(7_000);
  });

  test("with a WITH list before AS, which is about what would be made", () => {
    const sql = `CREATE TABLE out WITH (KAFKA_TOPIC='x', PARTITIONS=9, 'watermark.min_advance'='2s') AS ${query}`;
    expect(planOf(sql)).toMatchObject({ partitioning: { partitions: 4 }, watermark: { minAdvance: 2_000 } });
  });

  test("with EMIT ON WINDOW CLOSE, as RisingWave's materialized views have it", () => {
    const sql =
      "CREATE MATERIALIZED VIEW out AS SELECT k, window_start, COUNT(*) AS n FROM TUMBLE(orders, ts, INTERVAL '10 seconds') GROUP BY k, window_start, window_end EMIT ON WINDOW CLOSE WITH ('semantics' = 'velostream')";
    expect(problemsOf(sql)).toEqual(['RESULT_IS_SHOWN "CREATE MATERIALIZED VIEW out"']);
    expect(planOf(sql).query).toMatchObject({ emission: { mode: "final" }, window: { size: 10_000 } });
  });

  test("the annotations above it hold for the query", () => {
    expect(planOf(`-- @num_partitions: 7\nCREATE STREAM out AS ${query}`).partitioning.partitions).toBe(7);
  });

  test("INSERT into a table that the script defines writes nothing", () => {
    const sql = `CREATE TABLE out (k STRING, n BIGINT) WITH ('connector' = 'print'); INSERT INTO out ${query}`;
    expect(problemsOf(sql)).toEqual(['RESULT_IS_SHOWN "INSERT INTO out"']);
  });
});

describe("only one query of a script runs", () => {
  test("the second is refused, and so is the third", () => {
    expect(problemsOf(`${query}; SELECT v FROM orders; CREATE STREAM x AS SELECT k FROM orders`)).toEqual([
      'UNSUPPORTED_SEVERAL_QUERIES "SELECT"',
      'UNSUPPORTED_SEVERAL_QUERIES "CREATE STREAM x"',
    ]);
  });

  test("a view is a query with a name, which the query behind it may read", () => {
    const view = "CREATE VIEW big AS SELECT k, v AS w, ts FROM orders WHERE v > 5";
    const plan = planOf(
      "WITH big AS (SELECT k, v AS w, ts FROM orders WHERE v > 5) SELECT k FROM big WHERE w < 9",
    );
    expect(planOf(`${view}; SELECT k FROM big WHERE w < 9`)).toEqual(plan);
    expect(planOf(`${view}; CREATE VIEW low AS SELECT * FROM big WHERE w < 9; SELECT k FROM low`)).toEqual(
      plan,
    );
    expect(planOf(`${view}; WITH low AS (SELECT * FROM big WHERE w < 9) SELECT k FROM low`)).toEqual(plan);
    expect(
      planOf("CREATE VIEW big (k, w) AS SELECT k, v FROM orders WHERE v > 5; SELECT k FROM big WHERE w < 9"),
    ).toEqual(plan);
  });

  test("a view alone is run, one that nothing reads is not looked at, and one that groups cannot be read", () => {
    const view = "CREATE VIEW big AS SELECT k FROM orders WHERE v > 5";
    expect(problemsOf(view)).toEqual(['RESULT_IS_SHOWN "CREATE VIEW big"']);
    expect(problemsOf(`${view}; SELECT k FROM orders`)).toEqual(['UNREAD_COMMON_TABLE "big"']);
    expect(problemsOf("CREATE VIEW n AS SELECT COUNT(*) AS n FROM orders; SELECT n FROM n")).toEqual([
      'UNSUPPORTED_COMMON_TABLE "CREATE VIEW n"',
    ]);
    expect(problemsOf(`${view}; SELECT k FROM big; SELECT k FROM big`)).toContain(
      'UNSUPPORTED_SEVERAL_QUERIES "SELECT"',
    );
  });

  test("one that reads the result of another is a pipeline", () => {
    const sql = `CREATE STREAM big AS SELECT * FROM orders WHERE v > 5; SELECT k FROM big`;
    expect(problemsOf(sql)).toEqual(['RESULT_IS_SHOWN "CREATE STREAM big"', 'UNSUPPORTED_PIPELINE "big"']);
    expect(
      problemsOf("INSERT INTO big SELECT * FROM orders; SELECT a.k FROM orders a JOIN BIG b ON a.k = b.k").at(
        -1,
      ),
    ).toBe('UNSUPPORTED_PIPELINE "BIG"');
  });
});

describe("statements that do nothing here are refused, and say what does", () => {
  test.each([
    ["INSERT INTO orders VALUES (1)", "UNSUPPORTED_INSERT", "Load the rows"],
    ["DROP STREAM orders", "UNSUPPORTED_DROP", "Remove"],
    ["SHOW STREAMS", "UNSUPPORTED_SHOW", "The streams are: orders."],
    ["SHOW FUNCTIONS", "UNSUPPORTED_SHOW", "beside the editor"],
    ["SET", "UNSUPPORTED_SHOW", "Rules card"],
    ["DESCRIBE orders", "UNSUPPORTED_DESCRIBE", "orders has ts TIMESTAMP, k STRING"],
    ["DESCRIBE nix", "UNSUPPORTED_DESCRIBE", "beside the editor"],
    [`EXPLAIN ${query}`, "UNSUPPORTED_EXPLAIN", "Rules card"],
    ["START JOB j AS SELECT k FROM orders", "UNSUPPORTED_JOB", "transport bar"],
    ["STOP JOB j", "UNSUPPORTED_JOB", "transport bar"],
    ["CREATE SINK s FROM orders WITH (connector = 'kafka')", "UNSUPPORTED_SINK", "exported"],
    ["ALTER TABLE orders ADD c INT", "UNSUPPORTED_STATEMENT", "Remove"],
    ["CREATE FUNCTION f AS 'x'", "UNSUPPORTED_STATEMENT", "Remove"],
  ])("%s", (sql, code, hint) => {
    const alone = compileQuery(sql, [orders]).diagnostics;
    expect(alone.map((found) => found.code)).toEqual([code]);
    expect(alone[0]!.hint).toContain(hint);
    const { plan, diagnostics } = compileQuery(`${sql}; ${query}`, [orders]);
    expect(diagnostics.map((found) => found.code)).toEqual([code]);
    expect(plan).toBeNull();
  });

  test("a script without a query says so", () => {
    expect(problemsOf("SET 'watermark.min_advance' = '1s'")).toEqual(['UNSUPPORTED_NO_QUERY "SET"']);
    expect(problemsOf("CREATE STREAM orders (k STRING)")).toEqual([
      'UNSUPPORTED_NO_QUERY "CREATE STREAM orders"',
    ]);
  });
});

describe("the dialect that was seen", () => {
  const seen = (sql: string): unknown => compileQuery(sql, [orders]).dialect;

  test("is told with the query, also where it has errors", () => {
    expect(seen(query)).toEqual({ name: "velostream", fixed: false });
    expect(seen("SELECT nix FROM orders WINDOW TUMBLING (SIZE 5 SECONDS) GROUP BY k")).toEqual({
      name: "ksqldb",
      fixed: false,
    });
    expect(seen("SHOW STREAMS")).toBeNull();
  });

  test("is that of the definitions where the query itself shows none", () => {
    const define =
      "CREATE TABLE orders (k STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka');";
    expect(seen(`${define} SELECT k FROM orders`)).toEqual({ name: "flink", fixed: false });
    expect(seen(`${define} ${query}`)).toEqual({ name: "velostream", fixed: false });
  });

  test("is not that of the definitions where the query has a form of its own", () => {
    const define =
      "CREATE STREAM orders (k STRING, ts TIMESTAMP) WITH (KAFKA_TOPIC='x', VALUE_FORMAT='json');";
    expect(seen(`${define} SELECT k FROM orders EMIT CHANGES`)).toEqual({ name: "ksqldb", fixed: false });
    expect(
      seen(`${define} SELECT k FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' SECOND))`),
    ).toEqual({ name: "flink", fixed: false });
  });

  test("is fixed by an annotation", () => {
    expect(seen(`-- @dialect: ksqldb\n${query}`)).toEqual({ name: "ksqldb", fixed: true });
    expect(
      planOf(
        "-- @dialect: flink\nSELECT k, COUNT(*) FROM TUMBLE(orders, ts, INTERVAL '5' SECOND) GROUP BY k, window_start, window_end",
      ).preset,
    ).toBe("flink");
  });

  test("is fixed by an annotation above any statement of the script, above the query first of all", () => {
    const ksqldb = "SELECT k, COUNT(*) AS n FROM orders WINDOW TUMBLING (SIZE 5 MINUTES) GROUP BY k";
    const set = "SET 'late.data.strategy' = 'drop';\n";
    expect(seen(`${set}${ksqldb}`)).toEqual({ name: "ksqldb", fixed: false });
    expect(seen(`-- @dialect: risingwave\n${set}${ksqldb}`)).toEqual({ name: "risingwave", fixed: true });
    expect(seen(`-- @dialect: velostream\nCREATE STREAM orders (k STRING);\n${ksqldb}`)).toEqual({
      name: "velostream",
      fixed: true,
    });
    expect(seen(`-- @dialect: risingwave\n${set}${query}`)).toEqual({ name: "risingwave", fixed: true });
    expect(seen(`-- @dialect: risingwave\n${set}-- @dialect: flink\n${ksqldb}`)).toEqual({
      name: "flink",
      fixed: true,
    });
  });

  test("a wrong one is an error with a fix", () => {
    expect(problemsOf(`-- @dialect: fink\n${query}`)).toEqual(['BAD_ANNOTATION_VALUE "fink"']);
    expect(mended(`-- @dialect: fink\n${query}`)).toBe(`-- @dialect: flink\n${query}`);
  });
});

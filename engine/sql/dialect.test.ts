import { describe, expect, test } from "vitest";
import { dialectOf } from "./dialect.ts";
import { lex } from "./lexer.ts";

function guess(text: string): string {
  return dialectOf(lex(text).tokens, []).dialect;
}

describe("the dialect is guessed from the forms", () => {
  test.each([
    ["SELECT k FROM t", "velostream"],
    ["SELECT k FROM t GROUP BY k WINDOW TUMBLING(5m) EMIT CHANGES WITH ('a' = 'b')", "velostream"],
    ["SELECT AVG(v) OVER (ROWS WINDOW BUFFER 3 ROWS) FROM t", "velostream"],
    [
      "SELECT AVG(v) OVER (ROWS WINDOW BUFFER 3 ROWS), j -> 'x', SUM(v) OVER (ORDER BY ts) FROM t",
      "velostream",
    ],
    ["SELECT k FROM t GROUP BY k WINDOW TUMBLING (SIZE 5 SECONDS, GRACE PERIOD 1 SECOND)", "velostream"],
    ["SELECT k FROM t WHERE tumble > 1 AND session = 'x'", "velostream"],
    ["SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY v) FROM t JOIN u ON t.k = u.k", "velostream"],
    ["CREATE STREAM s AS SELECT k FROM t WITH ('connector.type' = 'x')", "velostream"],

    ["SELECT TUMBLE_START(ts, 1m) FROM t GROUP BY k WINDOW TUMBLING(ts, 1m)", "velostream"],
    ["SELECT k FROM t GROUP BY k WINDOW TUMBLING(1m) EMIT ON WINDOW CLOSE", "velostream"],
    [
      "SELECT WINDOWSTART FROM t GROUP BY k WINDOW HOPPING (SIZE 5 SECONDS, ADVANCE BY 1 SECOND)",
      "velostream",
    ],
    ["SELECT k FROM t WINDOW TUMBLING (INTERVAL '5' MINUTE) GROUP BY k", "velostream"],
    ["SELECT k FROM t WINDOW TUMBLING (t.ts, 5m) GROUP BY k", "velostream"],
    ["SET 'velo.x' = 'y'", "velostream"],

    ["SELECT k FROM t GROUP BY TUMBLE(ts, INTERVAL '5' SECOND), k", "flink"],
    ["SELECT k FROM TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '5' SECOND)", "flink"],
    ["SELECT CURRENT_WATERMARK(ts) FROM t", "flink"],
    ["SELECT SUM(v) OVER w FROM t WINDOW w AS (ORDER BY ts)", "flink"],
    ["SELECT SUM(v) OVER (ORDER BY ts) FROM t", "flink"],
    ["SELECT k FROM t /*+ OPTIONS('a' = 'b') */", "flink"],
    ["SELECT k FROM t MATCH_RECOGNIZE (ORDER BY ts)", "flink"],
    ["CREATE TABLE t (ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND)", "flink"],
    ["CREATE TABLE t (ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'kafka')", "flink"],
    ["CREATE TABLE t (k STRING, PRIMARY KEY (k) NOT ENFORCED)", "flink"],

    ["SET 'table.exec.source.idle-timeout' = '5 s'", "flink"],
    ["SELECT k FROM SESSION(TABLE t PARTITION BY k, DESCRIPTOR(ts), INTERVAL '5' SECOND)", "flink"],

    ["SELECT DATE_FORMAT(ts, 'yyyy-MM-dd HH:mm') FROM t", "flink"],
    ["SELECT DATE_FORMAT(ts, '%Y-%m-%d') FROM t", "velostream"],
    ["SELECT SPLIT_INDEX(k, ',', 0) FROM t", "flink"],
    ["SELECT split_index FROM t", "velostream"],
    ["SET 'auto.offset.reset' = 'earliest'", "ksqldb"],
    ["UNSET 'ksql.streams.cache.max.bytes.buffering'", "ksqldb"],
    ["CREATE STREAM s AS SELECT k FROM t PARTITION BY k", "ksqldb"],
    ["SELECT TRANSFORM(tags, x => UCASE(x)) FROM t", "ksqldb"],
    ["SELECT REDUCE(m, 0, (s, k, v) => s + v) FROM t", "ksqldb"],
    [
      "SELECT COUNT(*) FILTER (WHERE v > 1) FROM TUMBLE(DATA => TABLE t, SIZE => INTERVAL '1' MINUTE)",
      "flink",
    ],
    ["SELECT k, WINDOWSTART AS s FROM t GROUP BY k", "ksqldb"],
    ["SELECT LATEST_BY_OFFSET(v) FROM t GROUP BY k EMIT CHANGES;", "ksqldb"],
    ["SELECT k FROM t WINDOW TUMBLING (SIZE 5 SECONDS) GROUP BY k", "ksqldb"],
    ["SELECT k FROM t WINDOW SESSION (5 SECONDS) GROUP BY k", "ksqldb"],
    ["SELECT k FROM t WINDOW HOPPING (ADVANCE BY 1 SECOND, SIZE 5 SECONDS) GROUP BY k", "ksqldb"],
    ["SELECT k FROM t WINDOW TUMBLING (ts, 5m) GROUP BY k", "velostream"],
    ["SELECT k FROM t WINDOW TUMBLING (5m) GROUP BY k", "velostream"],
    ["SELECT l.k FROM l JOIN r WITHIN 5 SECONDS ON l.k = r.k", "ksqldb"],
    ["SELECT l.k FROM l JOIN r WITHIN 5 SECONDS GRACE PERIOD 1 SECOND", "ksqldb"],
    ["SELECT address->city FROM t", "ksqldb"],
    ["SELECT STRUCT(a := 1) FROM t", "ksqldb"],
    ["CREATE STREAM s (k VARCHAR KEY) WITH (kafka_topic='s', value_format='json')", "ksqldb"],

    ["SELECT k FROM TUMBLE(t, ts, INTERVAL '5 seconds') GROUP BY k", "risingwave"],
    ["SELECT k FROM t GROUP BY k EMIT ON WINDOW CLOSE", "risingwave"],
    ["CREATE MATERIALIZED VIEW v AS SELECT k FROM t", "risingwave"],
    ["SELECT FIRST_VALUE(ts) OVER (ORDER BY ts SESSION WITH GAP INTERVAL '5 seconds') FROM t", "risingwave"],
    ["CREATE SOURCE s (ts TIMESTAMP, WATERMARK FOR ts AS ts) WITH (connector = 'kafka')", "risingwave"],
    ["CREATE SOURCE s (ts TIMESTAMP) WITH (connector = 'kafka') FORMAT PLAIN ENCODE JSON", "risingwave"],
    ["CREATE TABLE t (ts TIMESTAMP, WATERMARK FOR ts AS ts) APPEND ONLY", "risingwave"],
    ["SELECT * EXCEPT (v) FROM t", "risingwave"],
    ["SELECT DISTINCT ON (k) k, v FROM t", "risingwave"],
    ["SELECT l.k FROM l ASOF JOIN r ON l.k = r.k AND l.ts >= r.ts", "risingwave"],
    ["SELECT SUM(v) OVER (ORDER BY ts ROWS 3 PRECEDING EXCLUDE CURRENT ROW) FROM t", "risingwave"],
    ["SELECT k::INT FROM t", "risingwave"],
    ["SELECT j -> 'a' ->> 'b' FROM t", "risingwave"],

    ["SELECT l.k FROM l JOIN r ON l.k = r.k WITHIN 5s", "velostream"],
  ])("%s: %s", (text, dialect) => expect(guess(text)).toBe(dialect));
});

describe("an annotation above a statement fixes it", () => {
  const read = (text: string): ReturnType<typeof dialectOf> => {
    const { tokens, annotations } = lex(text);
    return dialectOf(tokens, annotations);
  };

  test("in any letter case, against all forms", () => {
    expect(read("-- @dialect: KsqlDB\nSELECT k::INT FROM t")).toEqual({ dialect: "ksqldb", fixed: true });
    expect(read("-- @name: x\nSELECT k::INT FROM t")).toEqual({ dialect: "risingwave", fixed: false });
  });

  test("the last one counts; one that names no engine fixes nothing", () => {
    expect(read("-- @dialect: flink\n-- @dialect: risingwave\nSELECT k FROM t").dialect).toBe("risingwave");
    expect(read("-- @dialect: oracle\nSELECT k FROM t")).toEqual({ dialect: "velostream", fixed: false });
  });
});

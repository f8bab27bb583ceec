import { expect, test } from "vitest";
import type { PresetName } from "../spec/semantics-rules.ts";
import { orders, problemsOf } from "../testing/compile-text.ts";
import { runTraced } from "../testing/traced-run.ts";

/** The first row, or the last, of a query over two records whose d is 10 and 0.00001. */
function firstRow(sql: string, preset: PresetName, at: 0 | -1 = 0): readonly unknown[] | undefined {
  const records = [10, 0.00001].map((d, seq) => [seq, "a", seq, d, "1", true, seq, 0]);
  const trial = {
    sql,
    preset,
    settings: {},
    stream: orders,
    records,
    endOfInput: true,
    batch: 8192,
    workers: 1,
  };
  return runTraced(trial).rows.at(at)?.values;
}

test("Flink and ksqlDB write a DOUBLE as Java does, the others as short as it reads back", () => {
  const casts =
    "SELECT CAST(d AS STRING) AS a, k || CAST(d * 1000000 AS STRING) AS b FROM orders WHERE v = 0";
  expect(firstRow(casts, "flink")).toEqual(["10.0", "a1.0E7"]);
  expect(firstRow(casts, "ksqldb")).toEqual(["10.0", "a1.0E7"]);
  expect(firstRow(casts, "velostream")).toEqual(["10", "a10000000"]);
  expect(firstRow(casts, "risingwave")).toEqual(["10", "a10000000"]);
});

test("TRY_CAST, || and CONCAT write it so too", () => {
  const sql = "SELECT TRY_CAST(d AS STRING) AS a, k || d AS b, CONCAT(k, d) AS c FROM orders WHERE v = 1";
  expect(firstRow(sql, "flink")).toEqual(["1.0E-5", "a1.0E-5", "a1.0E-5"]);
});

test("other values keep their text", () => {
  const sql = "SELECT CAST(v AS STRING) AS a, CAST(m AS STRING) AS b, CAST(k AS DOUBLE) AS c FROM orders";
  expect(firstRow(sql, "flink")).toEqual(["0", "1.00", null]);
});

test("texts that an aggregate joins are Java's too", () => {
  const window =
    "FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' HOUR)) GROUP BY window_start, window_end";
  expect(firstRow(`SELECT LISTAGG(d) AS a ${window}`, "flink")).toEqual(["10.0,1.0E-5"]);
  const histogram =
    "SELECT k, HISTOGRAM(d) AS a FROM orders WINDOW TUMBLING (SIZE 1 HOUR) GROUP BY k EMIT CHANGES";
  expect(firstRow(histogram, "ksqldb", -1)?.[1]).toBe('{"1.0E-5":1,"10.0":1}');
  const joined = "SELECT k, STRING_AGG(d) AS a FROM orders GROUP BY k WINDOW TUMBLING(1h)";
  expect(firstRow(joined, "velostream")?.[1]).toBe("10,0.00001");
});

test("texts of nested values, and of DOUBLEs in JSON, are refused where the engine's are others", () => {
  const refused = (item: string): readonly PresetName[] =>
    (["velostream", "flink", "ksqldb", "risingwave"] as const).filter((preset) =>
      problemsOf(`SELECT ${item} AS x FROM orders`, { preset }).some((problem) =>
        problem.startsWith("UNSUPPORTED_MEANING"),
      ),
    );
  const others = ["flink", "ksqldb", "risingwave"];
  const java = ["flink", "ksqldb"];
  expect(refused("CAST(ARRAY[v] AS STRING)")).toEqual(others);
  expect(refused("'x' || MAP['a', v]")).toEqual(others);
  expect(refused("CAST(ARRAY[d] AS ARRAY<STRING>)")).toEqual(java);
  expect(refused("CAST(ARRAY[v] AS ARRAY<STRING>)")).toEqual([]);
  expect(refused("CAST(ARRAY[v] AS ARRAY<DOUBLE>)")).toEqual([]);
  expect(refused("TO_JSON_STRING(ARRAY[d])")).toEqual(java);
  expect(refused("JSON_OBJECT('a' VALUE d)")).toEqual(java);
  expect(refused("JSON_OBJECT('a' VALUE v)")).toEqual([]);
});

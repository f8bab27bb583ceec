import { expect, test } from "vitest";
import { orders, planOf, problemsOf } from "../testing/compile-text.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import { compileQuery } from "./compile-query.ts";

const declared = { ...orders, maxOutOfOrderness: 5_000 };
const problems = (sql: string, preset: PresetName): readonly string[] =>
  problemsOf(sql, { preset }, declared);
const hintOf = (sql: string, preset: PresetName): string | null =>
  compileQuery(sql, [declared], { preset }).diagnostics[0]!.hint;

test("windows of processing time are refused as such, once", () => {
  const refused = ['UNSUPPORTED_PROCESSING_TIME "PROCTIME()"'];
  const length = "INTERVAL '1' MINUTE";
  expect(
    problems(`SELECT COUNT(*) AS n FROM orders GROUP BY TUMBLE(PROCTIME(), ${length})`, "flink"),
  ).toEqual(refused);
  for (const time of ["PROCTIME()", "DESCRIPTOR(PROCTIME())"])
    expect(
      problems(
        `SELECT COUNT(*) AS n FROM TUMBLE(orders, ${time}, ${length}) GROUP BY window_start, window_end`,
        "risingwave",
      ),
    ).toEqual(refused);
});

test("RisingWave asks a condition with NOW() again and again, so it is refused there", () => {
  const sql = "SELECT k FROM orders WHERE ts > NOW() - INTERVAL '1' MINUTE";
  expect(problems(sql, "risingwave")).toEqual(['UNSUPPORTED_TEMPORAL_FILTER "NOW()"']);
  expect(problems(sql, "velostream")).toEqual([]);
});

test("where no record says when it arrived, it is noted what time is now", () => {
  const sql = "SELECT k FROM orders WHERE ts > NOW() - INTERVAL '1' MINUTE";
  expect(problemsOf(sql, {}, { ...declared, arrival: null })).toEqual(['ARRIVAL_IS_COUNTED "NOW()"']);
  expect(problemsOf(sql, {}, declared)).toEqual([]);
});

test("ksqlDB's ROWTIME is the record's event time", () => {
  const options = { preset: "ksqldb" } as const;
  expect(planOf("SELECT ROWTIME AS t, k FROM orders EMIT CHANGES", options)).toEqual(
    planOf("SELECT ts AS t, k FROM orders EMIT CHANGES", options),
  );
});

test("who joins texts with +, or makes a time of a time, is told what to write", () => {
  expect(hintOf("SELECT k + '|' AS x FROM orders EMIT CHANGES", "ksqldb")).toBe(
    "Texts are joined by ||: k || text.",
  );
  expect(hintOf("SELECT FROM_UNIXTIME(ts) AS t FROM orders EMIT CHANGES", "ksqldb")).toBe("Leave it out.");
  expect(hintOf("SELECT FROM_UNIXTIME(v) AS t FROM orders EMIT CHANGES", "ksqldb")).toMatch(/^Write CAST/);
});

test("_EVENT_TIME is the event time of the query, which may be another than the stream's", () => {
  const by = "WITH ('event.time.field' = 'paid_at')";
  expect(planOf(`SELECT _EVENT_TIME AS t FROM orders WHERE _EVENT_TIME > ts ${by}`)).toEqual(
    planOf(`SELECT paid_at AS t FROM orders WHERE paid_at > ts ${by}`),
  );
  const windows = "FROM orders GROUP BY k WINDOW TUMBLING(paid_at, 5s)";
  expect(planOf(`SELECT k, MAX(_EVENT_TIME) AS t ${windows}`)).toEqual(
    planOf(`SELECT k, MAX(paid_at) AS t ${windows}`),
  );
});

import { expect, test } from "vitest";
import { orders, problemsOf } from "../testing/compile-text.ts";

const problems = (sql: string): readonly string[] =>
  problemsOf(sql, {}, { ...orders, maxOutOfOrderness: 5_000 });
const call = "TUMBLE(ts, INTERVAL '5' SECOND)";
const table = "TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' SECOND)";
const clause = "WINDOW TUMBLING(ts, 5s)";

test("a window in a form that the engine of the spelling does not have runs, and that is noted", () => {
  const note = (text: string): string => `WINDOW_FORM_OF_ANOTHER_ENGINE "${text}"`;
  const inGroups = `SELECT k, COUNT(*) AS n FROM orders GROUP BY k, ${call}`;
  expect(problems(`-- @dialect: risingwave\n${inGroups}`)).toEqual([note(call)]);
  expect(problems(`-- @dialect: ksqldb\n${inGroups}`)).toEqual([note(call)]);
  expect(problems(`CREATE MATERIALIZED VIEW m AS ${inGroups}`)).toContain(note(call));
  const native = `SELECT k, COUNT(*) AS n FROM orders GROUP BY k ${clause}`;
  expect(problems(`-- @dialect: flink\n${native}`)).toEqual([note(clause)]);
  const inFrom = `SELECT k, COUNT(*) AS n FROM ${table} GROUP BY k, window_start, window_end`;
  expect(problems(`-- @dialect: ksqldb\n${inFrom}`)).toContain(note(table));
});

test("so is a name of its bounds, unless it is one of SELECT or of the stream", () => {
  const query = (items: string): string =>
    `SELECT ${items}, COUNT(*) AS n FROM TABLE(${table}) GROUP BY k, window_start, window_end`;
  expect(problems(query("window_start, window_time"))).toEqual([]);
  expect(problems(query("k, _WINDOW_START"))).toEqual(['BOUND_OF_ANOTHER_ENGINE "_WINDOW_START"']);
  expect(problems(query("WINDOWSTART, _window_end"))).toEqual(['BOUND_OF_ANOTHER_ENGINE "WINDOWSTART"']);
  expect(problems(query("window_start AS windowstart"))).toEqual([]);
});

test("forms are free where another engine's rules are asked for, and natively", () => {
  const sql = `SELECT k, _WINDOW_START, COUNT(*) AS n FROM orders GROUP BY k ${clause}`;
  for (const preset of ["velostream", "flink", "risingwave"])
    expect(problems(`${sql} WITH ('semantics' = '${preset}')`)).toEqual([]);
  expect(
    problems(`SELECT k, COUNT(*) AS n FROM orders GROUP BY k, ${call} WITH ('semantics' = 'risingwave')`),
  ).toEqual([]);
});

import { expect, test } from "vitest";
import { orders } from "./compile-text.ts";
import { runTraced, type TracedRun } from "./traced-run.ts";

/** A run over records with the text "x", by one host. */
function runOf(sql: string, records: number): TracedRun {
  return runTraced({
    sql,
    preset: "velostream",
    settings: {},
    stream: orders,
    records: Array.from({ length: records }, (_, seq) => [seq, "x", seq, 1, "1", true, seq, 0]),
    endOfInput: true,
    batch: 8192,
    workers: 1,
  });
}

/** The first column of each result, and the counted warnings. */
function outcomeOf(sql: string, records: number): readonly [unknown, unknown] {
  const run = runOf(sql, records);
  return [
    run.rows.map(({ values }) => values[0]),
    run.warnings.before(Infinity).map(({ code, count, example }) => [code, count, example]),
  ];
}

const long = "REPEAT(k, 1000000)";

test.each([
  [`STRING_AGG(${long})`, "STRING_AGG of 700 values"],
  [`COLLECT_LIST(${long})`, "COLLECT_LIST of 700 values"],
  [`COLLECT_SET(REPEAT(k, 999900 + v % 2))`, "COLLECT_SET of 2 values"],
  [`COLLECT_LIST(ARRAY[REPEAT(k, 999000)])`, "COLLECT_LIST of 700 values"],
  [`FIRST_VALUE(${long}, 700)`, "FIRST_VALUE of 700 values"],
  [`HISTOGRAM(REPEAT(k, 999900 + v % 2))`, "HISTOGRAM of 2 values"],
])("%s over more than the longest text is NULL and a warning, and ends no run", (call, example) => {
  const [values, warnings] = outcomeOf(
    `SELECT ${call} AS s, k FROM orders GROUP BY k WINDOW TUMBLING(1h)`,
    700,
  );
  expect(values).toEqual([null]);
  expect(warnings).toEqual([["TEXT_TOO_LONG", 1, example]]);
});

test("a text as long as a text may be is joined", () => {
  const [values, warnings] = outcomeOf(
    "SELECT LENGTH(STRING_AGG(REPEAT(k, 499999), '--')) AS n, k FROM orders GROUP BY k WINDOW TUMBLING(1h)",
    2,
  );
  expect([values, warnings]).toEqual([[1_000_000n], []]);
});

const many = Array.from({ length: 600 }, () => long).join(", ");

test.each([
  [`CARDINALITY(ARRAY[${many}])`, "ARRAY of more than 1000000 characters"],
  [`MAP['a', ${long}, 'b', ${long}]['a']`, "MAP of more than 1000000 characters"],
  [`STRUCT(a := ${long}, b := 1).b`, "STRUCT of more than 1000000 characters"],
  [`ARRAY_JOIN(ARRAY[k, k, k], REPEAT('-', 999999))`, "STRING of more than 1000000 characters"],
  [`CONCAT(${many})`, "CONCAT of 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'"],
])("%.40s makes no text longer than the longest: NULL, and counted for each row", (expression, example) => {
  const [values, warnings] = outcomeOf(`SELECT ${expression} AS s, k FROM orders`, 2);
  expect(values).toEqual([null, null]);
  expect(warnings).toEqual([["TEXT_TOO_LONG", 2, example]]);
});

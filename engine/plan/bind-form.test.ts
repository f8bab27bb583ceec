import { expect, test } from "vitest";
import { DATE, TIMESTAMP } from "../data/data-type.ts";
import { mended, planOf, problemsOf } from "../testing/compile-text.ts";
import type { CompileOptions } from "./compile-query.ts";

const arrival = { kind: "column", index: 6, type: TIMESTAMP };

/** The only expression of a plain query. */
function bound(sql: string, options: CompileOptions = {}): unknown {
  const { query } = planOf(`SELECT ${sql} FROM orders`, { preset: "velostream", ...options });
  if (query.kind !== "project") throw new Error("an aggregate query");
  return query.projection[0];
}

function problems(sql: string, options: CompileOptions = { preset: "velostream" }): readonly string[] {
  return problemsOf(`SELECT ${sql} FROM orders`, options);
}

test.each(["NOW()", "CURRENT_TIMESTAMP", "LOCALTIMESTAMP", "CURRENT_TIMESTAMP()", "TIMESTAMP()"])(
  "%s is the arrival time of the record, as _TIMESTAMP is",
  (sql) => {
    expect(bound(sql)).toEqual(arrival);
    expect(bound("_TIMESTAMP")).toEqual(arrival);
  },
);

test("CURRENT_DATE is the day of the arrival, UNIX_TIMESTAMP() its seconds", () => {
  expect(bound("CURRENT_DATE")).toMatchObject({ name: "date", arguments: [arrival], type: DATE });
  expect(bound("UNIX_TIMESTAMP()")).toMatchObject({ name: "unix_timestamp", arguments: [arrival] });
});

test("the time of the record takes no arguments", () => {
  expect(problems("NOW(1)")).toEqual(['WRONG_ARGUMENT_COUNT "NOW(1)"']);
  expect(problems("TIMESTAMP(ts)")).toEqual(['WRONG_ARGUMENT_COUNT "TIMESTAMP(ts)"']);
});

test("IF is CASE, so that only the chosen branch is computed", () => {
  expect(bound("IF(v <> 0, 1 / v, 0)")).toEqual(bound("CASE WHEN v <> 0 THEN 1 / v ELSE 0 END"));
  expect(bound("iif(f, 1, NULL)")).toEqual(bound("CASE WHEN f THEN 1 ELSE NULL END"));
  expect(problems("IF(f, 1)")).toEqual(['WRONG_ARGUMENT_COUNT "IF(f, 1)"']);
});

test.each([
  ["EXTRACT(YEAR FROM ts)", "DATE_PART('year', ts)"],
  ["DATE_TRUNC(MONTH, ts)", "DATE_TRUNC('month', ts)"],
  ["DATEDIFF(DAYS, ts, paid_at)", "DATEDIFF('days', ts, paid_at)"],
  ["DATESUB(SQL_TSI_HOUR, 2, ts)", "DATESUB('sql_tsi_hour', 2, ts)"],
  ["TIMESTAMPADD(DAY, v, ts)", "DATEADD('DAY', v, ts)"],
])("a unit of %s is a word or a text", (bare, quoted) => {
  const lower = (sql: string): string => JSON.stringify(bound(sql), plain).toLowerCase();
  expect(lower(bare)).toBe(lower(quoted));
});

test("FLOOR and CEIL to a unit round times, and without one numbers", () => {
  expect(bound("FLOOR(ts TO MONTH)")).toMatchObject({ name: "floor to", type: TIMESTAMP });
  expect(bound("CEIL(ts TO HOUR)")).toMatchObject({ name: "ceil to", type: TIMESTAMP });
  expect(bound("FLOOR(d)")).toMatchObject({ name: "floor" });
});

test("what is no unit, no part or no word is said where it stands", () => {
  expect(problems("DATE_TRUNC('fortnight', ts)")).toEqual([`BAD_ARGUMENT "'fortnight'"`]);
  expect(problems("DATE_TRUNC(k || 'x', ts)")).toEqual([`BAD_ARGUMENT "k || 'x'"`]);
  expect(problems("EXTRACT(SHIFT FROM ts)")).toEqual(['BAD_ARGUMENT "SHIFT"']);
  expect(problems("DATEDIFF(ts, paid_at)")).toHaveLength(1);
});

test("a unit, part or pattern that was probably meant is offered", () => {
  const fixed = (sql: string): string => mended(`SELECT ${sql} FROM orders`);
  expect(fixed("EXTRACT( moth FROM ts)")).toBe("SELECT EXTRACT( MONTH FROM ts) FROM orders");
  expect(fixed("DATE_TRUNC('mounth', ts)")).toBe("SELECT DATE_TRUNC('MONTH', ts) FROM orders");
  expect(fixed("TIMESTAMPDIFF(MINUT, ts, paid_at)")).toBe(
    "SELECT TIMESTAMPDIFF('MINUTE', ts, paid_at) FROM orders",
  );
  const native = "-- @dialect: velostream\nSELECT DATE_FORMAT(ts, 'yyyy-MM-dd') FROM orders";
  expect(mended(native)).toBe(native.replace("yyyy-MM-dd", "%Y-%m-%d"));
});

test("a DATE is moved by days and longer units only", () => {
  expect(bound("DATEADD(MONTH, 1, CURRENT_DATE)")).toMatchObject({ type: DATE });
  expect(problems("DATEADD(HOUR, 1, CURRENT_DATE)")).toEqual([
    'TYPE_MISMATCH "DATEADD(HOUR, 1, CURRENT_DATE)"',
  ]);
});

test("patterns and precisions are looked at before any row is read", () => {
  expect(problems("DATE_FORMAT(ts, 'yyyy')")).toEqual([`BAD_ARGUMENT "'yyyy'"`]);
  expect(problems("FORMAT_TIMESTAMP(ts, '%Y')")).toEqual([`BAD_ARGUMENT "'%Y'"`]);
  expect(problems("TO_TIMESTAMP_LTZ(v, 6)")).toEqual(['BAD_ARGUMENT "6"']);
  expect(problems("LOG(d)")).toEqual(['TYPE_MISMATCH "LOG(d)"']);
});

function under(preset: "flink" | "ksqldb", sql: string): readonly string[] {
  return problemsOf(`SELECT ${sql} FROM orders`, { preset });
}

test("in Flink patterns are Java's, and what it means otherwise is refused", () => {
  expect(under("flink", "DATE_FORMAT(ts, 'yyyy-MM-dd')")).toEqual([]);
  expect(under("flink", "DATE_FORMAT(ts, '%Y')")).toEqual([`BAD_ARGUMENT "'%Y'"`]);
  expect(under("flink", "EXTRACT(DOW FROM ts)")).toEqual([]);
  expect(under("flink", "LOG(d)")).toEqual([]);
  for (const sql of ["EXTRACT(MILLISECOND FROM ts)", "GREATEST(v, 1)", "FROM_UNIXTIME(v)", "TYPEOF(v)"])
    expect(under("flink", sql)).toEqual([`UNSUPPORTED_MEANING "${sql}"`]);
});

test("in ksqlDB times as numbers are milliseconds, so that functions of seconds are refused", () => {
  for (const sql of ["FROM_UNIXTIME(v)", "UNIX_TIMESTAMP(ts)", "UNIX_TIMESTAMP()"])
    expect(under("ksqldb", sql)).toEqual([`UNSUPPORTED_MEANING "${sql}"`]);
  expect(under("ksqldb", "FORMAT_TIMESTAMP(ts, 'yyyy-MM-dd')")).toEqual([]);
});

function plain(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { BIGINT, DOUBLE, TIMESTAMP, type Value, decimal } from "../data/data-type.ts";
import { formatDecimal } from "../data/decimal.ts";
import { formatTimestamp } from "../data/timestamp-text.ts";
import type { Schema } from "../data/schema.ts";
import { runQuery } from "../runtime/run-query.ts";
import { planOf } from "./compile-text.ts";
import { batchesOf } from "./record-batches.ts";

/**
 * Functions that DuckDB defines as we do, over the same rows. Where it does not, the pair of spellings below says how the
 * same is asked for there, and `differences` says what is meant otherwise and why.
 */

const schema: Schema = [
  { name: "arrived", type: TIMESTAMP },
  { name: "t", type: TIMESTAMP },
  { name: "u", type: TIMESTAMP },
  { name: "v", type: BIGINT },
  { name: "w", type: BIGINT },
  { name: "m", type: decimal(12, 3) },
  { name: "d", type: DOUBLE },
];

const time = fc.integer({ min: Date.UTC(1890, 0), max: Date.UTC(2110, 0) });
const small = fc.bigInt(-1000n, 1000n);

/** Seeded: the same 300 rows in every run. */
const [rows] = fc.sample(
  fc.array(
    fc.tuple(
      fc.option(time),
      time,
      fc.option(small),
      small,
      fc.option(fc.bigInt(-(10n ** 9n), 10n ** 9n)),
      fc.option(
        fc.double({ min: -1000, max: 1000, noNaN: true }).map((value) => Math.round(value * 1e6) / 1e6 + 0),
      ),
    ),
    { minLength: 300, maxLength: 300 },
  ),
  { numRuns: 1, seed: 11 },
);

const records: Value[][] = rows!.map((row, index) => [index, ...row]);

let connection: DuckDBConnection;

beforeAll(async () => {
  const database = await DuckDBInstance.create(":memory:");
  connection = await database.connect();
  await connection.run(
    "CREATE TABLE s (arrived TIMESTAMP, t TIMESTAMP, u TIMESTAMP, v BIGINT, w BIGINT, m DECIMAL(12, 3), d DOUBLE)",
  );
  const written = records.map((row) => `(${row.map((value, index) => literalOf(value, index)).join(", ")})`);
  await connection.run(`INSERT INTO s VALUES ${written.join(", ")}`);
});

function literalOf(value: Value, column: number): string {
  const { type } = schema[column]!;
  if (value === null) return "NULL";
  if (type.kind === "TIMESTAMP") return `TIMESTAMP '${formatTimestamp(Number(value))}'`;
  if (type.kind === "DECIMAL") return formatDecimal(value as bigint, type.scale);
  return type.kind === "DOUBLE" ? `${String(value)}::DOUBLE` : String(value);
}

/** The expression of every row as text, in the order of the rows. */
function ours(sql: string): (string | null)[] {
  const stream = {
    name: "s",
    schema,
    eventTime: "arrived",
    arrival: "arrived",
    split: null,
    splits: 1,
    maxOutOfOrderness: null,
  };
  const plan = planOf(`SELECT CAST(${sql} AS STRING) FROM s`, { preset: "velostream" }, stream);
  return runQuery(plan, batchesOf(schema, records, 64), { endOfInput: true }).rows.map(({ values }) =>
    values[0] === null ? null : String(values[0]),
  );
}

async function theirs(sql: string): Promise<(string | null)[]> {
  const reader = await connection.runAndReadAll(`SELECT CAST(${sql} AS VARCHAR) FROM s ORDER BY arrived`);
  return reader.getRows().map(([value]) => (value === null || value === undefined ? null : String(value)));
}

/** Numbers up to a relative error of 1e-12, times up to trailing zeros behind the point. */
function expectSame(found: readonly (string | null)[], wanted: readonly (string | null)[]): void {
  expect(found.length).toBe(wanted.length);
  for (const [row, value] of found.entries()) {
    const other = wanted[row]!;
    if (value === other || (value !== null && other !== null && sameValue(value, other))) continue;
    expect({ row, values: records[row]!.map(String), value }).toEqual({
      row,
      values: records[row]!.map(String),
      value: other,
    });
  }
}

function sameValue(a: string, b: string): boolean {
  const [x, y] = [Number(a), Number(b.replace("inf", "Infinity"))];
  if (x === y) return true;
  if (!Number.isNaN(x) && !Number.isNaN(y)) return Math.abs(x - y) <= 1e-12 * Math.max(1, Math.abs(x));
  return withoutZeros(a) === withoutZeros(b);
}

function withoutZeros(text: string): string {
  return text.replace(/\.\d*$/, (fraction) => fraction.replace(/\.?0*$/, ""));
}

/** Spelled alike. */
const alike: readonly string[] = [
  ...["v", "m", "d"].flatMap((x) => [
    `ABS(${x})`,
    `SIGN(${x})`,
    `FLOOR(${x})`,
    `CEIL(${x})`,
    `ROUND(${x})`,
    `TRUNC(${x})`,
    `CBRT(${x})`,
    `SIN(${x})`,
    `COS(${x})`,
    `TAN(${x})`,
    `ATAN(${x})`,
    `DEGREES(${x})`,
    `RADIANS(${x})`,
    `EXP(${x} / 100)`,
    `SQRT(ABS(${x}))`,
    `GREATEST(${x}, 0, w)`,
    `LEAST(${x}, 0, w)`,
  ]),
  "ROUND(m, 1)",
  "ROUND(v, -2)",
  "MOD(v, 7)",
  "MOD(m, 7)",
  "POWER(d, 2)",
  "POW(v, 3)",
  "ATAN2(d, v)",
  "LN(ABS(v) + 1)",
  "LOG10(ABS(v) + 1)",
  "LOG2(ABS(v) + 1)",
  "LOG(3, ABS(v) + 1)",
  "PI()",
  "COALESCE(v, w, 0)",
  "IFNULL(d, 0.5)",
  "NULLIF(v, w)",
  "IF(v > 0, v, w)",
  ...["year", "quarter", "month", "week", "day", "dow", "isodow", "doy", "hour", "minute", "isoyear"].flatMap(
    (part) => [`EXTRACT(${part} FROM t)`, `DATE_PART('${part}', t)`],
  ),
  ...["second", "decade", "century", "millennium"].map((part) => `EXTRACT(${part} FROM t)`),
  ...["YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "DAYOFYEAR", "DAYOFMONTH", "HOUR", "MINUTE", "SECOND"].map(
    (name) => `${name}(t)`,
  ),
  ...["year", "quarter", "month", "week", "day", "hour", "minute", "second"].map(
    (unit) => `DATE_TRUNC('${unit}', t)`,
  ),
  ...["%Y-%m-%d %H:%M:%S", "%d/%m/%y %I:%M %p", "%a %A %b %B %j", "%-d.%-m.%Y %-H", "%G-%V-%u %w %U %W"].map(
    (pattern) => `STRFTIME(t, '${pattern}')`,
  ),
  "STRPTIME(STRFTIME(t, '%d %B %Y %H:%M:%S'), '%d %B %Y %H:%M:%S')",
];

/** Ours, and how the same is asked for there. */
const otherwise: readonly (readonly [ours: string, theirs: string])[] = [
  ...["d", "m"].flatMap((x): [string, string][] => [[`TRUNC(${x}, 0)`, `TRUNC(${x})`]]),
  ...["year", "quarter", "month", "day"].map((unit): [string, string] => [
    `DATEDIFF(${unit}, t, u)`,
    `DATE_DIFF('${unit}', t, u)`,
  ]),
  ...["second", "minute", "hour", "day", "week"].map((unit): [string, string] => [
    `TIMESTAMPDIFF(${unit}, t, u)`,
    `DATE_SUB('${unit}', t, u)`,
  ]),
  ...["year", "quarter", "month", "week", "day", "hour", "minute", "second"].map((unit): [string, string] => [
    `DATEADD(${unit}, v, t)`,
    `t + v * INTERVAL 1 ${unit}`,
  ]),
  ["EXTRACT(MILLISECOND FROM t)", "DATE_PART('millisecond', t) % 1000"],
  ["EXTRACT(MICROSECOND FROM t)", "DATE_PART('microsecond', t) % 1000000"],
  ["EXTRACT(EPOCH FROM t)", "FLOOR(DATE_PART('epoch', t))"],
  ["UNIX_TIMESTAMP(t)", "FLOOR(DATE_PART('epoch', t))"],
  ["FROM_UNIXTIME(v)", "MAKE_TIMESTAMP(v * 1000000)"],
  ["TO_TIMESTAMP_LTZ(v, 3)", "MAKE_TIMESTAMP(v * 1000)"],
  ["DATE(t)", "CAST(t AS DATE)"],
  ["DAYOFWEEK(t)", "DAYOFWEEK(t) + 1"],
  ["SQRT(d)", "CASE WHEN d >= 0 THEN SQRT(d) END"],
  ["LN(d)", "CASE WHEN d > 0 THEN LN(d) END"],
  ["ASIN(d)", "CASE WHEN d BETWEEN -1 AND 1 THEN ASIN(d) END"],
  ["FORMAT_TIMESTAMP(t, 'yyyy-MM-dd HH:mm:ss.SSS')", "STRFTIME(t, '%Y-%m-%d %H:%M:%S.%g')"],
];

describe("functions that DuckDB spells alike give what it gives", () => {
  test.each(alike)("%s", async (sql) => {
    expectSame(ours(sql), await theirs(sql));
  });
});

describe("functions that DuckDB spells otherwise give what it gives", () => {
  test.each(otherwise)("%s is its %s", async (sql, other) => {
    expectSame(ours(sql), await theirs(other));
  });
});

/** What is meant otherwise, with both results and why. */
const differences: readonly {
  readonly ours: string;
  readonly result: string | null;
  readonly theirs: string;
  readonly other: string | null;
  readonly why: string;
}[] = [
  {
    ours: "DATEDIFF(WEEK, TIMESTAMP '1969-12-28 12:00:00', TIMESTAMP '1969-12-29 01:00:00')",
    result: "1",
    theirs: "DATE_DIFF('week', TIMESTAMP '1969-12-28 12:00:00', TIMESTAMP '1969-12-29 01:00:00')",
    other: "0",
    why: "a Monday begins between; before 1970 DuckDB takes the week of the next midnight",
  },
  {
    ours: "DATEDIFF(HOUR, TIMESTAMP '2024-01-01 00:59:00', TIMESTAMP '2024-01-01 01:01:00')",
    result: "0",
    theirs: "DATE_DIFF('hour', TIMESTAMP '2024-01-01 00:59:00', TIMESTAMP '2024-01-01 01:01:00')",
    other: "1",
    why: "Velostream counts hours that passed",
  },
  {
    ours: "TIMESTAMPDIFF(MONTH, TIMESTAMP '2024-01-31', TIMESTAMP '2024-02-29')",
    result: "0",
    theirs: "DATE_SUB('month', TIMESTAMP '2024-01-31', TIMESTAMP '2024-02-29')",
    other: "1",
    why: "in Flink a month has passed when its day comes again; DuckDB takes the last of a month for later days",
  },
  {
    ours: "DAYOFWEEK(DATE '2024-03-03')",
    result: "1",
    theirs: "DAYOFWEEK(DATE '2024-03-03')",
    other: "0",
    why: "in Flink Sunday is 1",
  },
  {
    ours: "EXTRACT(MILLISECOND FROM TIMESTAMP '2024-01-01 00:00:02.345')",
    result: "345",
    theirs: "EXTRACT(MILLISECOND FROM TIMESTAMP '2024-01-01 00:00:02.345')",
    other: "2345",
    why: "in Velostream it is what the second leaves",
  },
  {
    ours: "EXTRACT(EPOCH FROM TIMESTAMP '2024-01-01 00:00:02.5')",
    result: "1704067202",
    theirs: "EXTRACT(EPOCH FROM TIMESTAMP '2024-01-01 00:00:02.5')",
    other: "1704067202.5",
    why: "in Velostream every part is a whole number",
  },
  {
    ours: "STRFTIME(TIMESTAMP '2024-01-01 00:00:00.5', '%f')",
    result: "500000000",
    theirs: "STRFTIME(TIMESTAMP '2024-01-01 00:00:00.5', '%f')",
    other: "500000",
    why: "Velostream's %f has nine digits",
  },
  {
    ours: "SIGN(CAST('NaN' AS DOUBLE))",
    result: null,
    theirs: "SIGN('NaN'::DOUBLE)",
    other: "0",
    why: "what is no number has no sign",
  },
  {
    ours: "MOD(7, 0)",
    result: null,
    theirs: "MOD(7, 0)",
    other: null,
    why: "both NULL, ours counted",
  },
];

test.each(differences)(
  "$ours is $result: $why",
  async ({ ours: sql, result, theirs: other, other: given }) => {
    expect(ours(sql)[0]).toBe(result);
    expect((await theirs(other))[0]).toBe(given);
  },
);

import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, BOOLEAN, DOUBLE, STRING, TIMESTAMP, type Value, decimal } from "../data/data-type.ts";
import { planOf } from "./compile-text.ts";
import { realEngine } from "./executors.ts";

const stream: StreamDefinition = {
  name: "t",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "k", type: STRING },
    { name: "v", type: BIGINT },
    { name: "d", type: DOUBLE },
    { name: "m", type: decimal(10, 2) },
    { name: "s", type: STRING },
    { name: "b", type: BOOLEAN },
  ],
  eventTime: "ts",
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: 0,
};

const record = fc.tuple(
  fc.constantFrom("p", "q", "r", null),
  fc.option(fc.integer({ min: -40, max: 40 }), { freq: 6 }),
  fc.option(fc.integer({ min: -400, max: 400 }), { freq: 6 }),
  fc.option(fc.integer({ min: -9999, max: 9999 }), { freq: 6 }),
  fc.option(fc.constantFrom("a", "b", "ab", "", "é", "\u{1F600}"), { freq: 6 }),
  fc.option(fc.boolean(), { freq: 6 }),
);
/** Seeded: the same 600 records in every run. */
const [given] = fc.sample(fc.array(record, { minLength: 600, maxLength: 600 }), { numRuns: 1, seed: 11 });

/** As JSON has it: integers beyond 53 bits and DECIMALs as texts. */
type Plain = string | number | boolean | null;

let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(":memory:")).connect();
  const text = (value: string | number | boolean | null): string =>
    value === null ? "NULL" : typeof value === "string" ? `'${value}'` : String(value);
  const rows = given!.map(
    ([k, v, d, m, s, b], seq) =>
      `(${seq}, ${text(k)}, ${text(v)}, ${d === null ? "NULL" : d / 8}, ${m === null ? "NULL" : (m / 100).toFixed(2)}, ${text(s)}, ${text(b)})`,
  );
  await connection.run(
    "CREATE TABLE t (seq BIGINT, k VARCHAR, v BIGINT, d DOUBLE, m DECIMAL(10, 2), s VARCHAR, b BOOLEAN)",
  );
  await connection.run(`INSERT INTO t VALUES ${rows.join(", ")}`);
});

/**
 * Ours, and DuckDB's where it is spelled otherwise: there an order of arrival has to be said. What the two define
 * differently is not here:
 * - MEDIAN and PERCENTILE_CONT of DECIMAL are DECIMAL there, DOUBLE here; AVG of DECIMAL is DOUBLE there.
 * - FIRST and LIST hold NULLs there; here they are left out unless the preset's engine holds them too.
 * - HISTOGRAM of other types than texts is a MAP of that type there, here of its texts.
 * - APPROX_COUNT_DISTINCT is HyperLogLog with other registers there, from the first value on.
 * - STRING_AGG of other types than texts is an error there.
 */
const alike: readonly (readonly [string, string?])[] = [
  ["SUM(DISTINCT v)"],
  ["AVG(DISTINCT v)"],
  ["COUNT(DISTINCT s)"],
  ["COUNT(DISTINCT s, b)", "COUNT(DISTINCT (s, b)) FILTER (WHERE s IS NOT NULL AND b IS NOT NULL)"],
  ["SUM(m)"],
  ["SUM(v) FILTER (WHERE b)"],
  ["MIN(s)"],
  ["MAX(s)"],
  ["MAX(m)"],
  ["MIN(b)"],
  ["BOOL_AND(b)"],
  ["BOOL_OR(v > 39)"],
  ["STDDEV(v)"],
  ["STDDEV_POP(d)"],
  ["VAR_SAMP(m)", "VAR_SAMP(m::DOUBLE)"],
  ["VARIANCE(DISTINCT v)"],
  ["VAR_POP(d)"],
  ["MEDIAN(v)"],
  ["MEDIAN(d)"],
  ["PERCENTILE_CONT(v, 0.3)", "QUANTILE_CONT(v, 0.3)"],
  ["PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY d)"],
  ["PERCENTILE_DISC(v, 0.3)", "QUANTILE_DISC(v, 0.3)"],
  ["PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY s)"],
  ["CORR(d, v)"],
  ["COVAR_POP(d, v)"],
  ["COVAR_SAMP(v, d)"],
  ["REGR_SLOPE(d, v)"],
  ["REGR_INTERCEPT(v, d)"],
  ["REGR_R2(d, v)"],
  ["REGR_COUNT(d, v)"],
  ["FIRST_VALUE(v)", "FIRST(v ORDER BY seq) FILTER (WHERE v IS NOT NULL)"],
  ["LAST_VALUE(s)", "LAST(s ORDER BY seq) FILTER (WHERE s IS NOT NULL)"],
  ["FIRST_VALUE(m ORDER BY v, d)", "FIRST(m ORDER BY v, d, seq) FILTER (WHERE m IS NOT NULL)"],
  ["ARG_MIN(s, v)", "FIRST(s ORDER BY v, seq) FILTER (WHERE s IS NOT NULL AND v IS NOT NULL)"],
  ["MAX_BY(v, d)", "FIRST(v ORDER BY d DESC, seq) FILTER (WHERE v IS NOT NULL AND d IS NOT NULL)"],
  ["STRING_AGG(s, '-')", "STRING_AGG(s, '-' ORDER BY seq)"],
  ["STRING_AGG(s, '-' ORDER BY v DESC, d)", "STRING_AGG(s, '-' ORDER BY v DESC NULLS FIRST, d, seq)"],
  ["STRING_AGG(DISTINCT s ORDER BY s DESC)", "STRING_AGG(DISTINCT s, ',' ORDER BY s DESC)"],
  ["COLLECT_LIST(v)", "to_json(LIST(v ORDER BY seq) FILTER (WHERE v IS NOT NULL))"],
  [
    "COLLECT_LIST(DISTINCT v ORDER BY v)",
    "to_json(LIST(DISTINCT v ORDER BY v) FILTER (WHERE v IS NOT NULL))",
  ],
  ["TOPK(v, 3)", "to_json(MAX(v, 3))"],
  ["TOPKDISTINCT(v, 3)", "to_json(LIST(DISTINCT v ORDER BY v DESC) FILTER (WHERE v IS NOT NULL)[:3])"],
  ["HISTOGRAM(s)", "to_json(HISTOGRAM(s))"],
];

describe("aggregates of groups are those of DuckDB", () => {
  const pairs = alike.map(([ours, theirs = ours]) => [ours, theirs] as const);

  test.each(pairs)("%s", async (ours, theirs) => {
    const found = run(ours);
    const reader = await connection.runAndReadAll(`SELECT k, ${theirs} FROM t GROUP BY k`);
    const wanted = reader.getRowsJson() as [string | null, Plain][];
    expect(wanted).toHaveLength(4);
    for (const [k, value] of wanted) expectAlike(found.get(k)!, value, `${ours} of ${String(k)}`);
  });
});

/** @returns The result of each group at the end of input, as text. */
function run(aggregate: string): ReadonlyMap<string | null, string | null> {
  const records = given!.map(([k, v, d, m, s, b], seq): Value[] => [
    seq,
    k,
    v === null ? null : BigInt(v),
    d === null ? null : d / 8,
    m === null ? null : BigInt(m),
    s,
    b,
  ]);
  const plan = planOf(`SELECT k, CAST(${aggregate} AS STRING) AS r FROM t GROUP BY k EMIT FINAL`, {}, stream);
  const { rows } = realEngine(64, 1)(plan, records, { endOfInput: true });
  return new Map(rows.map(({ values: [k, result] }) => [k as string | null, result as string | null]));
}

/** Numbers nearly, everything else as text. */
function expectAlike(found: string | null, wanted: Plain, what: string): void {
  if (found === null || wanted === null) expect([what, found]).toEqual([what, wanted]);
  else if (typeof wanted === "number") {
    const difference = Math.abs(Number(found) - wanted) / Math.max(1, Math.abs(wanted));
    expect(difference, `${what}: ${found} is not ${wanted}`).toBeLessThan(1e-10);
  } else expect([what, found]).toEqual([what, String(wanted)]);
}

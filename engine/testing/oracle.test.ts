import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BIGINT, DOUBLE, type Value } from "../data/data-type.ts";
import { realEngine, referenceEngine } from "./executors.ts";
import { call, column, countAll, handMadePlan, plainStream } from "./hand-made-plan.ts";

const engines = [
  ["the reference engine", referenceEngine],
  ["the engine", realEngine(64, 2)],
] as const;

const size = 25;
const record = fc.tuple(
  fc.integer({ min: -200, max: 400 }),
  fc.constantFrom("a", "b", "c", null),
  fc.option(fc.integer({ min: -50, max: 99 })),
);
/** Seeded: the same 2,000 records in every run, in no order. */
const [given] = fc.sample(fc.array(record, { minLength: 2000, maxLength: 2000 }), { numRuns: 1, seed: 7 });

test.each(engines)("where nothing is late, tumbling aggregates of %s are those of DuckDB", async (_, run) => {
  const schema = plainStream.slice(0, 3);
  const v = column(schema, "v");
  const plan = handMadePlan({
    input: schema,
    aggregates: [
      countAll,
      call("count", v, BIGINT),
      call("sum", v, BIGINT),
      call("avg", v, DOUBLE),
      call("min", v, BIGINT),
      call("max", v, BIGINT),
    ],
    size,
    watermark: { bound: 10_000 },
    partitioning: { partitions: 4 },
  });
  const records = given!.map(([ts, k, value]): Value[] => [ts, k, value === null ? null : BigInt(value)]);
  const { rows } = run(plan, records, { endOfInput: true });
  const found = rows.map(({ values }) => values.map((value) => (value === null ? null : String(value))));
  expect(sorted(found)).toEqual(sorted(await askDuckDb()));
});

async function askDuckDb(): Promise<(string | null)[][]> {
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  const values = given!.map(([ts, k, v]) => `(${ts}, ${k === null ? "NULL" : `'${k}'`}, ${v ?? "NULL"})`);
  await connection.run("CREATE TABLE t (ts BIGINT, k VARCHAR, v BIGINT)");
  await connection.run(`INSERT INTO t VALUES ${values.join(", ")}`);
  const start = `CAST(floor(ts / ${size}.0) * ${size} AS BIGINT)`;
  const reader = await connection.runAndReadAll(
    `SELECT k, count(*), count(v), sum(v), avg(v), min(v), max(v), ${start} AS ws, ${start} + ${size} FROM t GROUP BY k, ws`,
  );
  return reader.getRows().map((row) => row.map((value) => (value === null ? null : String(value))));
}

function sorted(rows: readonly (readonly (string | null)[])[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

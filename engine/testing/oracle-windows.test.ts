import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, BOOLEAN, DOUBLE, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import { planOf } from "./compile-text.ts";
import { realEngine } from "./executors.ts";
import { type WindowShape, windowShapes } from "./window-shapes.ts";

const stream: StreamDefinition = {
  name: "t",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "k", type: STRING },
    { name: "v", type: BIGINT },
    { name: "d", type: DOUBLE },
    { name: "b", type: BOOLEAN },
  ],
  eventTime: "ts",
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: 3_600_000,
};

/** Before 1970 and after, out of order by more than any window is long; never by the bound. d is in eighths: its sums are exact. */
const record = fc.tuple(
  fc.integer({ min: -200, max: 400 }),
  fc.constantFrom("a", "b", "c", null),
  fc.option(fc.integer({ min: -50, max: 99 }), { freq: 6 }),
  fc.option(fc.integer({ min: -400, max: 400 }), { freq: 6 }),
  fc.option(fc.boolean(), { freq: 6 }),
);

/** Of the types above. */
type Plain = string | number | bigint | boolean | null;

type Given = readonly (readonly [number, string | null, number | null, number | null, boolean | null])[];

const trial = fc.record({
  records: fc.array(record, { minLength: 1, maxLength: 120, size: "max" }),
  batch: fc.integer({ min: 1, max: 50 }),
  partitions: fc.integer({ min: 1, max: 4 }),
  workers: fc.integer({ min: 1, max: 2 }),
});

let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(":memory:")).connect();
});

describe("where nothing is late, rows are those of DuckDB", () => {
  test.each(windowShapes)("$name", async (shape) => {
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(trial, async ({ records, batch, partitions, workers }) => {
        const given = shape.ascending ? ascending(records) : records;
        const found = run(shape, given, partitions, batch, workers);
        rows += found.length;
        expect(found).toEqual(await ask(shape, given));
      }),
      { numRuns: 25 },
    );
    expect(rows).toBeGreaterThan(100);
  });
});

function run(
  { ours, preset = "velostream" }: WindowShape,
  records: Given,
  partitions: number,
  batch: number,
  workers: number,
): readonly string[] {
  const plan = planOf(`-- @num_partitions: ${partitions}\n${ours}`, { preset }, stream);
  const values = records.map(([ts, k, v, d, b]): Value[] => [
    ts,
    k,
    v === null ? null : BigInt(v),
    d === null ? null : d / 8,
    b,
  ]);
  return texts(realEngine(batch, workers)(plan, values, { endOfInput: true }).rows.map((row) => row.values));
}

async function ask({ theirs }: WindowShape, records: Given): Promise<readonly string[]> {
  const literal = (value: string | number | boolean | null): string =>
    value === null ? "NULL" : typeof value === "string" ? `'${value}'` : String(value);
  const values = records.map(
    ([ts, k, v, d, b], seq) =>
      `(${seq}, ${ts}, ${literal(k)}, ${literal(v)}, ${literal(d)}::DOUBLE / 8, ${literal(b)}::BOOLEAN)`,
  );
  await connection.run(
    "CREATE OR REPLACE TABLE t (seq BIGINT, ts BIGINT, k VARCHAR, v BIGINT, d DOUBLE, b BOOLEAN)",
  );
  await connection.run(`INSERT INTO t VALUES ${values.join(", ")}`);
  return texts((await connection.runAndReadAll(theirs)).getRows() as Plain[][]);
}

/** Rows as texts, sorted: DuckDB's have no order. */
function texts(rows: readonly (readonly Plain[])[]): readonly string[] {
  return rows.map((row) => row.map((value) => (value === null ? "NULL" : String(value))).join(" | ")).sort();
}

/** The records in order of time, one of each time. */
function ascending(records: Given): Given {
  const byTime = new Map(records.map((values) => [values[0], values]));
  return [...byTime.values()].toSorted(([a], [b]) => a - b);
}

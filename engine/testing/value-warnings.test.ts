import fc from "fast-check";
import { expect, test } from "vitest";
import type { ValueWarning } from "../runtime/value-warnings.ts";
import { orders } from "./compile-text.ts";
import { generatedRecords, streamDefinition } from "./generate-records.ts";
import { runTraced } from "./traced-run.ts";
import type { Trial } from "./trial.ts";

/** Queries whose values go wrong in WHERE, in a key, in an argument, in a result and in a plain SELECT. */
const queries = [
  "SELECT k, SUM(v / (v - 3)) AS s, AVG(d / d) AS a FROM t WHERE 10 / v > -100 OR v IS NULL GROUP BY k WINDOW TUMBLING(10ms)",
  "SELECT v % 2 AS odd, COUNT(*) AS n, SUM(v) / (COUNT(*) - 2) AS r FROM t GROUP BY v % 2 WINDOW TUMBLING(10ms) HAVING 1 / (COUNT(*) - 3) < 9 EMIT CHANGES",
  "SELECT k, v / (v - 2) AS r, CAST(k AS BIGINT) AS n, CASE WHEN d <> 0 THEN 1 / d END AS safe FROM t WHERE b",
  // Every group of one record goes wrong at its close: at the end of input, and by a shared clock, several at once.
  "SELECT v, SUM(v) / (COUNT(*) - 1) AS r FROM t GROUP BY v WINDOW TUMBLING(10ms)",
];

const trials: fc.Arbitrary<Trial> = fc.record({
  sql: fc.constantFrom(...queries),
  preset: fc.constant("velostream" as const),
  settings: fc.constantFrom<Readonly<Record<string, string>>>(
    {},
    { "late.data.strategy": "drop", "watermark.max_out_of_orderness": "1ms" },
    { "watermark.scope": "global", "watermark.max_out_of_orderness": "0ms" },
  ),
  stream: streamDefinition,
  records: generatedRecords,
  endOfInput: fc.boolean(),
  batch: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constant(8192)),
  workers: fc.integer({ min: 1, max: 4 }),
});

test("law 3: what went wrong with values up to any record does not depend on batches and threads", () => {
  let found = 0;
  fc.assert(
    fc.property(trials, (trial) => {
      const here = runTraced(trial);
      const plain = runTraced({ ...trial, batch: 1, workers: 1 });
      const before = (read: number): readonly (readonly ValueWarning[])[] =>
        [here, plain].map(({ warnings }) => warnings.before(read));
      for (let read = 0; read <= trial.records.length; read++) {
        const [a, b] = before(read);
        expect(a).toEqual(b);
      }
      const [a, b] = before(Infinity);
      expect(a).toEqual(b);
      found += a!.length;
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(100);
});

test("only records that get there are counted: WHERE keeps the others from going wrong", () => {
  const trial: Trial = {
    sql: "SELECT k, 1 / v AS r FROM t WHERE v <> 0",
    preset: "velostream",
    settings: {},
    stream: {
      ...fc.sample(streamDefinition, { numRuns: 1, seed: 1 })[0]!,
      arrival: null,
      split: null,
      splits: 1,
    },
    records: [0, 5, 0].map((v, ts) => [ts, "a", v, 1, "1", true, 0, 0]),
    endOfInput: true,
    batch: 8192,
    workers: 1,
  };
  expect(runTraced(trial).warnings.before(Infinity)).toEqual([]);
  const unguarded = runTraced({ ...trial, sql: "SELECT k, 1 / v AS r FROM t" });
  const zeros: ValueWarning = { code: "DIVISION_BY_ZERO", count: 2, seq: 0, example: "1 / 0" };
  expect(unguarded.warnings.before(Infinity)).toEqual([zeros]);
  expect(unguarded.warnings.before(2)).toEqual([{ ...zeros, count: 1 }]);
  expect(unguarded.warnings.before(0)).toEqual([]);
});

/** Warnings of a run over records of these keys, at 0 ms, 1 ms and so on, whose `v` is 10, 11 and so on. */
function warned(
  sql: string,
  preset: Trial["preset"],
  keys: string,
  { batch = 8192, workers = 1, read = Infinity } = {},
): readonly ValueWarning[] {
  const records = Array.from(keys).map((key, at) => [at, key, 10 + at, 1, "1", true, at, 0]);
  const trial = { sql, preset, settings: {}, stream: orders, records, endOfInput: true, batch, workers };
  return runTraced(trial).warnings.before(read);
}

test("ksqldb's trial of HAVING on a group without records counts nothing", () => {
  for (const aggregate of ["10 / COUNT(*)", "10 / (COUNT(*) - 1)"]) {
    const sql = `SELECT k, COUNT(*) AS n FROM orders GROUP BY k HAVING ${aggregate} > 1 EMIT CHANGES`;
    const counts = [1, 2, 3, 8192].map((batch) => warned(sql, "ksqldb", "aabcade", { batch }));
    const firsts = aggregate === "10 / COUNT(*)" ? [] : [expect.objectContaining({ count: 5, seq: 0 })];
    expect(counts).toEqual(counts.map(() => firsts));
  }
});

test("of values that go wrong at one record, the smallest text is the example, wherever it is computed", () => {
  const sql = `SELECT k, SUM(v) / (COUNT(*) - 1) AS r FROM orders GROUP BY k WINDOW TUMBLING(1m)
    WITH ('watermark.scope' = 'global', 'watermark.max_out_of_orderness' = '0ms')`;
  for (const keys of ["ad", "da", "ah", "ha", "dhakbc"])
    for (const workers of [1, 2, 3, 4])
      expect(warned(sql, "velostream", keys, { workers })).toEqual([
        { code: "DIVISION_BY_ZERO", count: keys.length, seq: Infinity, example: "10 / 0" },
      ]);
});

test.each([
  ["velostream", " EMIT CHANGES"],
  ["flink", ""],
  ["risingwave", ""],
] as const)(
  "%s: a value gone wrong is counted where it is put out, not again where it is taken back",
  (preset, emit) => {
    const updated = "SELECT k, 1 / (COUNT(*) - 1) AS r FROM orders GROUP BY k";
    for (const sql of [updated + emit, `${updated} HAVING COUNT(*) < 2${emit}`])
      for (const batch of [1, 2, 8192])
        expect(warned(sql, preset, "aaab", { batch })).toMatchObject([{ count: 2, seq: 0 }]);
  },
);

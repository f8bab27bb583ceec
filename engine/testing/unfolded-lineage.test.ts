import fc from "fast-check";
import { expect, test } from "vitest";
import { readRow } from "../runtime/output-batch.ts";
import { recordEffects, rowLineage } from "../runtime/lineage.ts";
import { generatedRecords, streamDefinition } from "./generate-records.ts";
import { recordTrial, viewAt } from "./recorded-trial.ts";
import { compileTrial, type Trial } from "./trial.ts";

const from = (by: string): string =>
  `TABLE(SESSION(TABLE t ${by}, DESCRIPTOR(ts), INTERVAL '0.004' SECOND(1)))`;

/** Sessions that put out their records as they are, all columns of them. */
const unfolded: fc.Arbitrary<Trial> = fc.record({
  sql: fc.constantFrom(
    `SELECT * FROM ${from("PARTITION BY k")}`,
    `SELECT * FROM ${from("PARTITION BY k")} LIMIT 5`,
    `SELECT * FROM ${from("")}`,
  ),
  preset: fc.constant("flink" as const),
  settings: fc.constant({}),
  stream: streamDefinition.map((stream) => ({ ...stream, maxOutOfOrderness: stream.maxOutOfOrderness ?? 5 })),
  records: generatedRecords,
  endOfInput: fc.boolean(),
  batch: fc.integer({ min: 1, max: 20 }),
  workers: fc.constant(1),
});

test("a row of a session's records was made of the one whose values it has, and each of them is in one row at most", async () => {
  let rows = 0;
  await fc.assert(
    fc.asyncProperty(unfolded, fc.integer({ min: 1, max: 60 }), async (trial, keep) => {
      const run = await recordTrial(trial, keep);
      const { records } = compileTrial(trial);
      const view = viewAt(run, 1);
      const found: number[] = [];
      run.changes.visit(0, view.rowsOut, (output, at, index) => {
        const lineage = rowLineage(run, view, index);
        if (lineage === null) return expect(run.records.first).toBeGreaterThan(0);
        const [seq, ...others] = lineage.records;
        expect(others).toEqual([]);
        expect(readRow(run.plan, output, at).values.slice(0, records[seq!]!.length)).toEqual(records[seq!]);
        found.push(seq!);
        rows++;
        expect(recordEffects(run, view, seq!)!.rows).toEqual([index]);
      });
      expect(new Set(found).size).toBe(found.length);
      for (let seq = run.records.first; seq < run.known; seq++)
        if (!found.includes(seq)) expect(recordEffects(run, view, seq)!.rows).toEqual([]);
    }),
    { numRuns: 200 },
  );
  expect(rows).toBeGreaterThan(500);
}, 60_000);

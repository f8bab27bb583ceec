import fc from "fast-check";
import { expect, test } from "vitest";
import { readRow } from "../runtime/output-batch.ts";
import { recordEffects, rowLineage } from "../runtime/lineage.ts";
import type { QueryRun } from "../runtime/query-run.ts";
import type { RunView } from "../runtime/run-view.ts";
import { generatedTrial, inSixtyFourths } from "./generate-trial.ts";
import { recordTrial, viewAt } from "./recorded-trial.ts";
import { handMadeTrial } from "./hand-made-trial.ts";
import { referenceSessions } from "./reference-engine.ts";
import type { SessionLife } from "./reference-sessions.ts";
import { compileTrial, type Trial } from "./trial.ts";

/** Where the column `d` stands in a record. */
const D = 3;

/** Any trial with COUNT(*) and SUM(d) as its last two columns, d in multiples of 2^-6, whose sums are exact. */
const summedTrial: fc.Arbitrary<Trial> = generatedTrial.map((trial) => ({
  ...trial,
  sql: isProjection(trial)
    ? trial.sql
    : trial.sql.replace(" FROM ", ", COUNT(*) AS in_all, SUM(d) AS sum_of_all FROM "),
  records: inSixtyFourths(trial.records),
}));

const share = fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }));

function isProjection({ sql }: Trial): boolean {
  return /SELECT (ts, |DISTINCT )/.test(sql);
}

function sumOf(run: QueryRun, trial: Trial, seqs: readonly number[]): number | null {
  const values = seqs.map((seq) => trial.records[seq]![D]!).filter((value) => value !== null);
  if (values.length === 0) return run.plan.rules.emptySumIsZero ? 0 : null;
  return values.reduce<number>((sum, value) => sum + Number(value), 0);
}

/** What the reference says of the sessions of all records that are read, and were at any time; none of other windows. */
function sessionsOf(trial: Trial, { plan, known }: QueryRun): readonly SessionLife[] {
  return referenceSessions(plan, compileTrial(trial).records.slice(0, known), { endOfInput: false }) ?? [];
}

function lineagesOf({ run, rowsOut }: RunView, view: RunView) {
  return Array.from({ length: rowsOut }, (_, row) => rowLineage(run, view, row));
}

test("COUNT and SUM over the records of a row's lineage are the row's values", async () => {
  let rows = 0;
  await fc.assert(
    fc.asyncProperty(summedTrial, async (trial) => {
      const run = await recordTrial(trial);
      const view = viewAt(run, 1);
      const { plan } = run;
      run.changes.visit(0, view.rowsOut, (output, at, index) => {
        const row = readRow(plan, output, at);
        const lineage = rowLineage(run, view, index)!;
        expect([lineage.partition, lineage.start, lineage.end]).toEqual([
          row.partition,
          row.windowStart,
          row.windowEnd,
        ]);
        rows++;
        if (isProjection(trial)) return expect(lineage.records).toEqual([row.cause]);
        if (row.kind === "-D" && plan.rules.havingExit === "tombstone") return;
        const [count, sum] = row.values.slice(-2);
        expect(lineage.records).toEqual(lineage.records.toSorted((a, b) => a - b));
        expect([Number(count), sum]).toEqual([lineage.records.length, sumOf(run, trial, lineage.records)]);
      });
    }),
    { numRuns: 400 },
  );
  expect(rows).toBeGreaterThan(1_000);
}, 60_000);

test("a record's effects are the exact inverse of the rows' lineage, at any position", async () => {
  await fc.assert(
    fc.asyncProperty(summedTrial, share, async (trial, at) => {
      const run = await recordTrial(trial);
      const view = viewAt(run, at);
      const lineages = lineagesOf(view, view);
      const lives = sessionsOf(trial, run).filter(({ opened }) => opened < view.read);
      for (let seq = 0; seq < view.read; seq++) {
        const effects = recordEffects(run, view, seq)!;
        const wanted = lineages.flatMap((lineage) => (lineage!.records.includes(seq) ? lineage!.row : []));
        expect(effects.rows).toEqual(wanted);
        // A session is told as it is at the position: it has grown since, or is part of another.
        const session = lives.findLast(({ seqs }) => seqs.includes(seq));
        if (session) {
          const { partition, start, end } = session;
          const key = run.records.key.at(seq);
          expect(effects.windows).toEqual([{ partition, key, start, end }]);
          for (const row of effects.rows) expect(lineages[row]).toMatchObject({ partition, key });
          continue;
        }
        for (const row of effects.rows) {
          const { partition, start, end, key } = lineages[row]!;
          expect(key).toBeUndefined();
          if (start === null) expect(effects.windows).toEqual([]);
          else expect(effects.windows).toContainEqual({ partition, start, end });
        }
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);

test("records of two sessions that the gap of 8 ms keeps apart are in [0, 28) when one at 12 ms has come between", async () => {
  const sql = "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW SESSION(8ms) EMIT CHANGES";
  const run = await recordTrial(
    handMadeTrial(sql, "a0 b2 a4 a20 a12", "velostream", { "watermark.max_out_of_orderness": "20ms" }),
  );
  const windowsAt = (read: number) => {
    const view = viewAt(run, 0);
    view.moveTo(read, false);
    return [0, 1, 2, 3].map((seq) => recordEffects(run, view, seq)?.windows);
  };
  const [partition, a, b] = [0, 0, 1];
  const other = [{ partition, key: b, start: 2, end: 10 }];
  const [first, second, merged] = [
    { partition, key: a, start: 0, end: 12 },
    { partition, key: a, start: 20, end: 28 },
    { partition, key: a, start: 0, end: 28 },
  ];
  expect(windowsAt(4)).toEqual([[first], other, [first], [second]]);
  expect(windowsAt(5)).toEqual([[merged], other, [merged], [merged]]);
});

test("what is not out at the position has no lineage, and what is not read no effects", async () => {
  await fc.assert(
    fc.asyncProperty(summedTrial, share, async (trial, at) => {
      const run = await recordTrial(trial);
      const view = viewAt(run, at);
      for (const row of [view.rowsOut, view.rowsOut + 1, -1, NaN, 0.5])
        expect(rowLineage(run, view, row)).toBeNull();
      for (const seq of [view.read, view.read + 1, -1, NaN, 0.5])
        expect(recordEffects(run, view, seq)).toBeNull();
    }),
    { numRuns: 100 },
  );
});

test("a row of records that are forgotten has no lineage; the others have all of theirs", async () => {
  await fc.assert(
    fc.asyncProperty(summedTrial, fc.integer({ min: 1, max: 10 }), async (trial, keep) => {
      const [whole, short] = [await recordTrial(trial), await recordTrial(trial, keep)];
      const { first } = short.records;
      const wanted = lineagesOf(viewAt(whole, 1), viewAt(whole, 1));
      const view = viewAt(short, 1);
      lineagesOf(view, view).forEach((lineage, row) => {
        const place = whole.changes.at(row)!;
        const oldest = isProjection(trial) ? place.output.cause[place.row]! : place.output.first[place.row]!;
        expect(lineage).toEqual(oldest < first ? null : wanted[row]);
      });
      for (let seq = 0; seq < view.read; seq++)
        expect(recordEffects(short, view, seq) === null).toBe(seq < first);
    }),
    { numRuns: 150 },
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { generatedOverTrial } from "./generate-trial.ts";
import { recordEffects, rowLineage } from "../runtime/lineage.ts";
import { recordStory } from "../runtime/record-story.ts";
import { recordTrial, viewAt } from "./recorded-trial.ts";
import { referenceFrames } from "./reference-engine.ts";
import { compileTrial, firstDisagreement, runTrial } from "./trial.ts";

test("functions over windows of records equal the reference, which computes each row from a list", () => {
  fc.assert(
    fc.property(generatedOverTrial, (given) => {
      const disagreement = firstDisagreement(given);
      if (disagreement !== null) throw new Error(`${disagreement}\n${JSON.stringify(given)}`);
    }),
    { numRuns: 600 },
  );
});

test("every record of a query with OVER ends in one entry of the ledger", () => {
  fc.assert(
    fc.property(generatedOverTrial, (given) => {
      const [, result] = runTrial(given);
      if (typeof result === "string") return;
      const { read, malformed, skipped, filtered, late, expired, counted } = result.ledger;
      expect(malformed + skipped + filtered + late + expired + counted).toBe(read);
    }),
    { numRuns: 60 },
  );
});

test("a row was made of the records of its frames, each record leads back to those rows, and has a story", async () => {
  let [rows, widest] = [0, 0];
  await fc.assert(
    fc.asyncProperty(generatedOverTrial, async (given) => {
      const run = await recordTrial(given);
      if (run.failure !== null) return;
      const { plan, records } = compileTrial(given);
      const frames = referenceFrames(plan, records, { endOfInput: given.endOfInput })!;
      const view = viewAt(run, 1);
      const made = Array.from({ length: view.rowsOut }, (_, row) => rowLineage(run, view, row)!.records);
      made.forEach((seqs, row) => {
        const { output, row: at } = run.changes.at(row)!;
        expect(seqs).toEqual(frames.get(output.first[at]!));
        rows++;
        widest = Math.max(widest, seqs.length);
      });
      for (let seq = 0; seq < view.read; seq++) {
        const story = recordStory(run, view, seq)!;
        expect(story.windows).toEqual([]);
        const effects = recordEffects(run, view, seq)!.rows;
        expect(effects).toEqual(made.flatMap((seqs, row) => (seqs.includes(seq) ? [row] : [])));
        if (story.dropped !== null) expect(effects).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
  expect(rows).toBeGreaterThan(100);
  expect(widest).toBeGreaterThan(5);
});

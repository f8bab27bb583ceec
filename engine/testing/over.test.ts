import fc from "fast-check";
import { expect, test } from "vitest";
import { generatedOverTrial } from "./generate-trial.ts";
import { recordEffects, rowLineage } from "../runtime/lineage.ts";
import { recordStory } from "../runtime/record-story.ts";
import { recordTrial, viewAt } from "./recorded-trial.ts";
import { firstDisagreement, runTrial } from "./trial.ts";

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

test("a row leads to its record, the record back to the row, and every record has a story", async () => {
  let rows = 0;
  await fc.assert(
    fc.asyncProperty(generatedOverTrial, async (given) => {
      const run = await recordTrial(given);
      const view = viewAt(run, 1);
      for (let row = 0; row < view.rowsOut; row++) {
        const [record] = rowLineage(run, view, row)!.records;
        expect(recordEffects(run, view, record!)!.rows).toEqual([row]);
        rows++;
      }
      for (let seq = 0; seq < view.read; seq++) {
        const story = recordStory(run, view, seq)!;
        expect(story.windows).toEqual([]);
        if (story.dropped !== null) expect(recordEffects(run, view, seq)!.rows).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
  expect(rows).toBeGreaterThan(50);
});

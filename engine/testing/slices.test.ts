import fc from "fast-check";
import { expect, test } from "vitest";
import { generatedSlicedTrial } from "./generate-trial.ts";
import { runTraced } from "./traced-run.ts";
import { firstDisagreement } from "./trial.ts";

test("hopping windows in slices: the reference, and traced runs without slices, have the same rows, drops, counts and warnings", () => {
  let rows = 0;
  fc.assert(
    fc.property(generatedSlicedTrial, (trial) => {
      const sliced = runTraced(trial, false);
      const direct = runTraced({ ...trial, batch: 8_192, workers: 1 });
      expect(sliced.rows).toEqual(direct.rows);
      expect(sliced.groups).toEqual(direct.groups);
      expect(sliced.late).toEqual(direct.late.filter(({ reason }) => reason !== null));
      expect(sliced.counts).toEqual(direct.counts);
      expect(sliced.warnings).toEqual(direct.warnings);
      expect(firstDisagreement(trial)).toBeNull();
      rows += sliced.rows.length;
    }),
    { numRuns: 150 },
  );
  expect(rows).toBeGreaterThan(1_500);
}, 60_000);

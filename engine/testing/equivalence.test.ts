import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { generatedTrial } from "./generate-trial.ts";
import { firstDisagreement, runTrial, type Trial } from "./trial.ts";
import { trialChecks } from "./trial-checks.ts";

/** Files of trials on which the engines once disagreed; a new failure is printed in this form. */
const folder = join(import.meta.dirname, "regressions");
const regressions = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];

test.each(regressions)("the engine equals the reference, and itself, on %s", async (name) => {
  const trial = JSON.parse(readFileSync(join(folder, name), "utf8")) as Trial;
  for (const { disagreement } of trialChecks) expect(await disagreement(trial)).toBeNull();
});

test("the engine equals the reference in rows, order, all metadata, ledger and drops", () => {
  fc.assert(
    fc.property(generatedTrial, (given) => {
      const disagreement = firstDisagreement(given);
      if (disagreement !== null) throw new Error(`${disagreement}\n${JSON.stringify(given)}`);
    }),
    { numRuns: 1000 },
  );
});

test("the ledger adds up: read = malformed + skipped + filtered + in no window + late + expired + counted", () => {
  fc.assert(
    fc.property(generatedTrial, (given) => {
      const [, result] = runTrial(given);
      if (typeof result === "string") return;
      const { ledger } = result;
      const { malformed, skipped, filtered, inNoWindow, late, expired, counted } = ledger;
      expect(malformed + skipped + filtered + inNoWindow + late + expired + counted).toBe(ledger.read);
      expect(ledger.read).toBe(given.records.length);
    }),
    { numRuns: 100 },
  );
});

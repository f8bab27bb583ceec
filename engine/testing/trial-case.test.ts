import fc from "fast-check";
import { expect, test } from "vitest";
import { RunFailure } from "../runtime/run-failure.ts";
import { type ConformanceCase } from "./conformance/conformance-case.ts";
import { parseExactJson } from "./conformance/exact-json.ts";
import { runCase } from "./conformance/run-case.ts";
import { realEngine } from "./executors.ts";
import { generatedOverTrial, generatedTrial } from "./generate-trial.ts";
import { caseOf, caseText } from "./trial-case.ts";

test("a trial printed as a conformance case is one that the engine passes where the trial agrees", () => {
  fc.assert(
    fc.property(fc.oneof(generatedTrial, generatedOverTrial), (trial) => {
      // A wider scope counts ksqlDB's tasks as splits.
      fc.pre(trial.preset !== "ksqldb" || trial.settings["watermark.scope"] !== "source");
      try {
        const text = caseText(caseOf("a trial", trial));
        expect(runCase(parseExactJson(text) as ConformanceCase, realEngine(7, 2))).toBeNull();
      } catch (error) {
        if (!(error instanceof RunFailure)) throw error;
      }
    }),
    { numRuns: 150 },
  );
});

import fc from "fast-check";
import { EVENT_KINDS } from "../runtime/timeline.ts";
import type { Seek } from "./trial.ts";

/** Walks over a run, of a dozen moves at most. */
export const generatedSeeks: fc.Arbitrary<readonly Seek[]> = fc.array(
  fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.tuple(fc.constantFrom(...EVENT_KINDS), fc.constantFrom("next" as const, "previous" as const)),
  ),
  { minLength: 1, maxLength: 12 },
);

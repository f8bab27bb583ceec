import fc from "fast-check";
import { generatedQuery } from "./generate-query.ts";
import { generatedRecords, streamDefinition } from "./generate-records.ts";
import { withResult } from "./generate-result.ts";
import type { Trial } from "./trial.ts";

/** Any query over any records, in any batches on any number of hosts. */
export const generatedTrial: fc.Arbitrary<Trial> = fc
  .record({
    query: withResult(generatedQuery),
    stream: streamDefinition,
    records: generatedRecords,
    endOfInput: fc.boolean(),
    batch: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(64, 8192)),
    workers: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ query, ...rest }) => ({ ...query, ...rest }));

import fc from "fast-check";
import { semanticsRules } from "../spec/semantics-rules.ts";
import { generatedOver } from "./generate-over.ts";
import { type GeneratedQuery, generatedQuery } from "./generate-query.ts";
import { generatedRecords, generatedSchema, streamDefinition } from "./generate-records.ts";
import { withResult } from "./generate-result.ts";
import { generatedSliced } from "./generate-sliced.ts";
import type { Trial } from "./trial.ts";

/** Any of these queries over any records, in any batches on any number of hosts. */
function trialOf(query: fc.Arbitrary<GeneratedQuery>): fc.Arbitrary<Trial> {
  return fc
    .record({
      query,
      stream: streamDefinition,
      clause: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 3 }),
      records: generatedRecords,
      endOfInput: fc.boolean(),
      batch: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(64, 8192)),
      workers: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ query: drawn, stream, clause, records, ...rest }) => ({
      ...drawn,
      ...rest,
      ...(clause !== null && isToldByClause(drawn) ? { sql: declaring(clause, drawn.sql) } : {}),
      records: drawn.sql.includes("SESSION") ? inSixtyFourths(records) : records,
      stream: withWatermark(stream, drawn.preset),
    }));
}

/** Sums of DOUBLE are exact then: those of sessions that merge are added up otherwise than the reference does. */
export function inSixtyFourths(records: Trial["records"]): Trial["records"] {
  const column = generatedSchema.findIndex(({ name }) => name === "d");
  return records.map(
    (record) =>
      record &&
      record.map((value, at) =>
        at === column && value !== null ? Math.round(10 * Number(value)) / 64 : value,
      ),
  );
}

/** What keeps records of sessions, and those near 0 where watermarks skip some, only another run tells. */
function isToldByClause({ sql, preset, settings }: GeneratedQuery): boolean {
  return preset === "flink" && !sql.includes("SESSION") && !("watermark.min_advance" in settings);
}

/** With a definition of the stream, whose watermark holds where the settings have no other. @param bound ms. */
function declaring(bound: number, sql: string): string {
  return `CREATE TABLE t (*, WATERMARK FOR ts AS ts - INTERVAL '${bound / 1000}' SECOND(3));\n${sql}`;
}

/** The stream as an engine's windows want it: with a bound of its own where the engine has no other. */
function withWatermark(stream: Trial["stream"], preset: Trial["preset"]): Trial["stream"] {
  const { defaultBound } = semanticsRules[preset];
  return { ...stream, maxOutOfOrderness: stream.maxOutOfOrderness ?? (defaultBound === null ? 0 : null) };
}

/** Plain SELECT, groups and windows, without what is done to a result as a whole. */
export const generatedWholeTrial: fc.Arbitrary<Trial> = trialOf(generatedQuery);

/** The same with it. */
export const generatedTrial: fc.Arbitrary<Trial> = trialOf(withResult(generatedQuery));

/** Functions over windows of records. */
export const generatedOverTrial: fc.Arbitrary<Trial> = trialOf(generatedOver);

/** Hopping windows under EMIT FINAL. */
export const generatedSlicedTrial: fc.Arbitrary<Trial> = trialOf(generatedSliced);

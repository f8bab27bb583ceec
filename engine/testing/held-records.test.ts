import fc from "fast-check";
import { expect, test } from "vitest";
import { planOf } from "./compile-text.ts";
import { realEngine } from "./executors.ts";
import { generatedRecords, streamDefinition } from "./generate-records.ts";
import { firstDisagreement, type Trial } from "./trial.ts";

test("EMIT ON WINDOW CLOSE of single records equals the reference engine", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        "SELECT ts, k, v FROM t EMIT ON WINDOW CLOSE",
        "-- @num_partitions: 3\nSELECT v, ts, v * 2 AS w FROM t WHERE v <> 1 EMIT ON WINDOW CLOSE",
      ),
      fc.constantFrom("risingwave" as const, "velostream" as const),
      streamDefinition.map((stream) => ({ ...stream, maxOutOfOrderness: stream.maxOutOfOrderness ?? 5 })),
      generatedRecords,
      fc.boolean(),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 3 }),
      (sql, preset, stream, records, endOfInput, batch, workers) => {
        const trial: Trial = { sql, preset, settings: {}, stream, records, endOfInput, batch, workers };
        const disagreement = firstDisagreement(trial);
        if (disagreement !== null) throw new Error(`${disagreement}\n${JSON.stringify(trial)}`);
      },
    ),
    { numRuns: 300 },
  );
});

test("rows leave by (event time, seq) once the watermark lies above their time, and not at it", () => {
  const stream = {
    name: "t",
    schema: [{ name: "ts", type: { kind: "TIMESTAMP" } }],
    eventTime: "ts",
    arrival: null,
    split: null,
    splits: 1,
    maxOutOfOrderness: 10,
  } as const;
  const plan = planOf("SELECT ts FROM t EMIT ON WINDOW CLOSE", { preset: "risingwave" }, stream);
  const { rows, dropped } = realEngine(3, 1)(
    plan,
    [30, 20, 20, 40, 41, 31, 30].map((time) => [time]),
    { endOfInput: true },
  );
  expect(rows.map(({ values, cause }) => [values[0], cause])).toEqual([
    [20, 3],
    [20, 3],
    [30, 4],
  ]);
  expect(dropped.map(({ seq }) => seq)).toEqual([6]);
});

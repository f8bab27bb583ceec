import { expect, test } from "vitest";
import { BIGINT } from "../../data/data-type.ts";
import type { PresetName } from "../../spec/semantics-rules.ts";
import { handMadeTrial } from "../../testing/hand-made-trial.ts";
import { recordTrial } from "../../testing/recorded-trial.ts";

/** Splits of the records of a run: [event time, key, split], or null: unreadable. */
async function splitsOf(
  scope: string,
  preset: PresetName,
  keep?: number,
): Promise<readonly number[] | undefined> {
  const trial = handMadeTrial("SELECT k, ts FROM t WHERE k <> 'x'", "a0", preset, {
    "watermark.scope": scope,
  });
  const run = await recordTrial(
    {
      ...trial,
      stream: {
        ...trial.stream,
        schema: [...trial.stream.schema, { name: "s", type: BIGINT }],
        split: "s",
        splits: 3,
      },
      records: [[0, "a", 2], [1, "x", 1], null, [null, "a", 1], [2, "a", null], [3, "a", 4]],
      batch: 1,
    },
    keep,
  );
  const { split } = run.records.rows(0, Infinity);
  return split && [...split];
}

test("the trace tells the split whose clock a record touches, also where WHERE removes it; a malformed one touches none", async () => {
  expect(await splitsOf("source", "velostream")).toEqual([2, 1, -1, -1, 0, 1]);
});

test("a record that WHERE removes before the clock touches none", async () => {
  expect(await splitsOf("source", "ksqldb")).toEqual([2, -1, -1, -1, 0, 1]);
});

test("where partitions have clocks nothing is told of splits", async () => {
  expect(await splitsOf("partition", "velostream")).toBeUndefined();
});

test("splits are forgotten with their records", async () => {
  expect((await splitsOf("source", "velostream", 2))!.length).toBeLessThan(6);
});

import { describe, expect, test } from "vitest";
import { BIGINT, STRING, TIMESTAMP } from "../data/data-type.ts";
import { recordEffects, rowLineage } from "../runtime/lineage.ts";
import { readRow } from "../runtime/output-batch.ts";
import { recordTrial, viewAt } from "./recorded-trial.ts";
import type { Trial } from "./trial.ts";

/** Records of group a, one each 2 ms, each of which arrives at its time. */
const trial = (emission: string): Trial => ({
  sql: `SELECT k, COUNT(*) AS n FROM t GROUP BY k HAVING COUNT(*) < 5 EMIT EVERY ${emission}`,
  preset: "velostream",
  settings: {},
  stream: {
    name: "t",
    schema: [
      { name: "ts", type: TIMESTAMP },
      { name: "k", type: STRING },
      { name: "v", type: BIGINT },
    ],
    eventTime: "ts",
    arrival: "ts",
    split: null,
    splits: 1,
    maxOutOfOrderness: 0,
  },
  records: Array.from({ length: 9 }, (_, at) => [2 * at, "a", at]),
  endOfInput: true,
  batch: 4,
  workers: 1,
});

async function lineagesOf(emission: string): Promise<readonly string[]> {
  const run = await recordTrial(trial(emission));
  const view = viewAt(run, 1);
  const found: string[] = [];
  run.changes.visit(0, view.rowsOut, (output, at, index) => {
    const { kind, values } = readRow(run.plan, output, at);
    const { records } = rowLineage(run, view, index)!;
    found.push(`${kind} ${String(values[1])}: ${records.join(" ")}`);
    for (let seq = 0; seq < view.read; seq++)
      expect(recordEffects(run, view, seq)!.rows.includes(index)).toBe(records.includes(seq));
  });
  return found;
}

describe("a retraction has the lineage of the row that it takes back, which may be older than its cause", () => {
  test("EMIT EVERY n ROWS", async () =>
    expect(await lineagesOf("2 ROWS")).toEqual(["+I 2: 0 1", "+U 4: 0 1 2 3", "-D 4: 0 1 2 3"]));

  test("EMIT EVERY interval: a timer's row lacks the record that let it pass", async () =>
    expect(await lineagesOf("3ms")).toEqual(["+I 2: 0 1", "+U 3: 0 1 2", "-D 3: 0 1 2"]));
});

import { expect, test } from "vitest";
import { assert } from "../../common/assert.ts";
import type { RecordBatch } from "../../data/record-batch.ts";
import { compileQuery } from "../../plan/compile-query.ts";
import { runQuery } from "../../runtime/run-query.ts";
import { mergingSessions } from "./merging-sessions.ts";

const { query, stream } = mergingSessions.description;

test("click #10 makes two visits one, #20 corrects it, and #24 comes too late", async () => {
  const { plan, diagnostics } = compileQuery(query, [stream], { settings: {} });
  expect(diagnostics).toEqual([]);
  assert(plan !== null, "the starter query compiles");
  const batches: RecordBatch[] = [];
  for await (const { batch } of mergingSessions.open(() => Promise.reject(new Error("no file is needed"))))
    batches.push(batch);
  const { rows, ledger, dropped } = runQuery(plan, batches, { endOfInput: true });
  expect(ledger).toMatchObject({ read: mergingSessions.records, counted: 25, corrections: 1, expired: 1 });
  expect(dropped.map(({ seq }) => seq)).toEqual([24]);
  const caused = (seq: number): unknown[] =>
    rows
      .filter(({ cause }) => cause === seq)
      .map(({ kind, pane, reason, windowStart, windowEnd, values }) => [
        kind,
        pane,
        reason,
        windowStart,
        windowEnd,
        Number(values[1]),
      ]);
  expect(caused(10)).toEqual([
    ["-D", "early", "merge", 2_000, 10_000, 2],
    ["-D", "early", "merge", 13_000, 19_500, 2],
    ["+I", "early", "merge", 2_000, 19_500, 5],
  ]);
  expect(caused(20)).toEqual([["+U", "late", "correction", 2_000, 22_000, 7]]);
});

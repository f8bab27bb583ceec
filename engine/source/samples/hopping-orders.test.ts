import { expect, test } from "vitest";
import { assert } from "../../common/assert.ts";
import type { RecordBatch } from "../../data/record-batch.ts";
import { compileQuery } from "../../plan/compile-query.ts";
import { runQuery } from "../../runtime/run-query.ts";
import { hoppingOrders } from "./hopping-orders.ts";

const { query, stream } = hoppingOrders.description;

async function batchesOfSample(): Promise<RecordBatch[]> {
  const batches: RecordBatch[] = [];
  for await (const { batch } of hoppingOrders.open(() => Promise.reject(new Error("no file is needed"))))
    batches.push(batch);
  return batches;
}

test("order #13 misses one of its three windows, corrects the second and is counted in the third", async () => {
  const { plan, diagnostics } = compileQuery(query, [stream], { settings: {} });
  expect(diagnostics).toEqual([]);
  assert(plan !== null, "the starter query compiles");
  const { rows, ledger } = runQuery(plan, await batchesOfSample(), { endOfInput: true });
  expect(ledger).toMatchObject({
    read: hoppingOrders.records,
    counted: 16,
    countedLate: 2,
    corrections: 1,
    windowMisses: 1,
  });
  const caused = rows.filter(({ cause }) => cause === 13);
  expect(caused.map(({ pane, windowStart, values }) => [pane, windowStart, ...values.map(Number)])).toEqual([
    ["late", 15_000, 10, 23_895],
    ["early", 20_000, 9, 24_160],
  ]);
});

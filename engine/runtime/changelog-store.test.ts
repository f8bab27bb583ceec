import { expect, test } from "vitest";
import { NO_PANE } from "../data/change.ts";
import { ChangelogStore } from "./changelog-store.ts";
import type { OutputBatch } from "./output-batch.ts";

/** A batch whose rows have these panes; each row has its own cause, so that the order is theirs. */
function batch(firstCause: number, panes: readonly number[]): OutputBatch {
  const length = panes.length;
  return {
    partition: 0,
    length,
    cause: Float64Array.from(panes, (_, row) => firstCause + row),
    kind: new Uint8Array(length),
    pane: Uint8Array.from(panes),
    reason: new Uint8Array(length),
    watermark: new Float64Array(length),
    windowStart: new Float64Array(length),
    first: new Float64Array(length),
    key: new Int32Array(length),
    columns: [],
  };
}

test("rows are counted by pane over all batches; rows without a window have none", () => {
  const store = new ChangelogStore(() => 0);
  expect(store.panes).toEqual({ early: 0, onTime: 0, late: 0 });
  store.append([batch(0, [0, 0, 1])]);
  store.append([batch(3, [2, 1, NO_PANE, 0])]);
  expect(store.panes).toEqual({ early: 3, onTime: 2, late: 1 });
  expect(store.length).toBe(7);
});

import { expect, test } from "vitest";
import { DELETE, INSERT, NO_PANE, UPDATE_AFTER } from "../data/change.ts";
import { ChangelogStore } from "./changelog-store.ts";
import { mergeOutputs } from "./merge-outputs.ts";
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
    windowEnd: new Float64Array(length),
    first: new Float64Array(length),
    key: new Int32Array(length),
    columns: [],
  };
}

test("the first rows are counted by pane, whatever batches they came in; rows without a window have none", () => {
  const store = new ChangelogStore(mergeOutputs);
  expect(store.panes(0)).toEqual({ early: 0, onTime: 0, late: 0 });
  store.append([batch(0, [0, 0, 1])]);
  store.append([batch(3, [2, 1, NO_PANE, 0])]);
  expect(store.length).toBe(7);
  const early = [0, 1, 2, 2, 2, 2, 2, 3];
  const onTime = [0, 0, 0, 1, 1, 2, 2, 2];
  for (let rows = 0; rows <= 7; rows++)
    expect(store.panes(rows)).toEqual({ early: early[rows], onTime: onTime[rows], late: rows > 3 ? 1 : 0 });
});

test("the first rows are counted by kind, also those that are forgotten", () => {
  const store = new ChangelogStore(mergeOutputs);
  for (const cause of [0, 3, 6])
    store.append([{ ...batch(cause, [0, 0, 0]), kind: Uint8Array.of(INSERT, UPDATE_AFTER, DELETE) }]);
  store.forget(5);
  expect(store.firstKept).toBe(3);
  expect(store.kinds(9)).toEqual([3, 0, 3, 3]);
  expect(store.kinds(7)).toEqual([3, 0, 2, 2]);
});

test("rows before a record are those that earlier records caused; the end of input comes after all", () => {
  const store = new ChangelogStore(mergeOutputs);
  store.append([batch(10, [0, 0, 0])]);
  store.append([batch(13, [0])]);
  store.append([batch(Infinity, [1])]);
  expect([0, 10, 11, 13, 14, 1_000].map((seq) => store.rowsBefore(seq))).toEqual([0, 0, 1, 3, 4, 4]);
});

test("batches before a row are forgotten whole, each told of before; what is counted counts them on", () => {
  const store = new ChangelogStore(mergeOutputs);
  const told: number[] = [];
  store.onForget = ({ start }) => told.push(start);
  for (const cause of [0, 2, 4]) store.append([batch(cause, [0, 0])]);
  expect(store.firstPosition).toBe(0);
  store.forget(3);
  expect(told).toEqual([0]);
  expect(store.firstKept).toBe(2);
  expect(store.at(1)).toBeNull();
  expect(store.at(2)?.output.cause[0]).toBe(2);
  expect(store.panes(6)).toEqual({ early: 6, onTime: 0, late: 0 });
  // Record 1 caused the last row that is gone: the positions behind it have all their rows.
  expect(store.firstPosition).toBe(2);
  expect([2, 3, 9].map((seq) => store.rowsBefore(seq))).toEqual([2, 3, 6]);
  store.forget(6);
  expect([store.firstKept, store.length, store.firstPosition]).toEqual([6, 6, 6]);
});

import { expect, test } from "vitest";
import { DELETE, INSERT, UPDATE_AFTER } from "../data/change.ts";
import { ChangelogStore } from "./changelog-store.ts";
import { mergeOutputs } from "./merge-outputs.ts";
import type { OutputBatch } from "./output-batch.ts";
import { ResultTable } from "./result-table.ts";

/** [cause, kind, window start, key] a row. */
function batch(rows: readonly (readonly [number, number, number, number])[]): OutputBatch {
  const column = (at: 0 | 1 | 2 | 3): number[] => rows.map((row) => row[at]);
  return {
    partition: 0,
    length: rows.length,
    cause: Float64Array.from(column(0)),
    kind: Uint8Array.from(column(1)),
    pane: new Uint8Array(rows.length),
    reason: new Uint8Array(rows.length),
    watermark: new Float64Array(rows.length),
    windowStart: Float64Array.from(column(2)),
    windowEnd: Float64Array.from(column(2), (start) => start + 10),
    first: new Float64Array(rows.length),
    key: Int32Array.from(column(3)),
    columns: [],
  };
}

const rows = [
  [0, INSERT, 10, 1],
  [1, INSERT, 0, 2],
  [2, UPDATE_AFTER, 10, 1],
  [3, DELETE, 0, 2],
  [4, INSERT, 10, 3],
  [5, INSERT, 0, 2],
  [6, UPDATE_AFTER, 10, 1],
] as const;

/** Indexes of the rows that the table shows. */
function shown(table: ResultTable): number[] {
  const indexes: number[] = [];
  table.visit(0, Infinity, (_, __, index) => indexes.push(index));
  return indexes;
}

/** After the first n rows: by window, then by first appearance; a group that comes again keeps its place. */
const expected = [[], [0], [1, 0], [1, 2], [2], [2, 4], [5, 2, 4], [5, 6, 4]];

test("the table at any row is what folding up to there gives, on and back", () => {
  const changes = new ChangelogStore(mergeOutputs);
  const table = new ResultTable(changes, 1);
  changes.append([batch(rows.slice(0, 3))]);
  changes.append([batch(rows.slice(3))]);
  for (const at of [0, 7, 3, 4, 2, 6, 5, 1, 0, 7, 6]) {
    table.moveTo(at);
    expect(shown(table), `after ${at} rows`).toEqual(expected[at]);
    expect(table.size).toBe(expected[at]!.length);
  }
});

test("what a group shows stays readable when the changelog forgets it, at every row from there on", () => {
  for (const forgetAtOnce of [1, 3, 100]) {
    const changes = new ChangelogStore(mergeOutputs);
    const table = new ResultTable(changes, 1, null, forgetAtOnce);
    for (const row of rows) changes.append([batch([row])]);
    for (let first = 0; first <= rows.length; first++) {
      table.moveTo(rows.length);
      changes.forget(first);
      for (let at = rows.length; at >= first; at--) {
        table.moveTo(at);
        expect(shown(table), `after ${at} rows, of which ${first} are forgotten`).toEqual(expected[at]);
        expect(table.size).toBe(expected[at]!.length);
      }
    }
  }
});

test("of a batch that is forgotten only the rows that are shown are held", () => {
  const changes = new ChangelogStore(mergeOutputs);
  const table = new ResultTable(changes, 1);
  changes.append([batch(rows)]);
  table.moveTo(rows.length);
  changes.forget(rows.length);
  const held = new Set<OutputBatch>();
  table.visit(0, Infinity, (output, row, index) => {
    expect([output.cause[row], output.windowStart[row], output.key[row]]).toEqual([
      rows[index]![0],
      rows[index]![2],
      rows[index]![3],
    ]);
    held.add(output);
  });
  expect([...held].map(({ length }) => length)).toEqual([3]);
});

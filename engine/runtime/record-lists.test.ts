import { expect, test } from "vitest";
import { columnOf, createBuffer } from "../data/column-buffer.ts";
import { readValue } from "../data/column.ts";
import { BIGINT, STRING } from "../data/data-type.ts";
import { RecordLists } from "./record-lists.ts";

/** Adds one record a slot: their keys and values at seqs from `base` on. */
function add(
  lists: RecordLists,
  base: number,
  slots: readonly number[],
  texts: readonly (string | null)[],
): void {
  const columns = [columnOf(STRING, texts)];
  const rows = Int32Array.from(slots.keys());
  lists.add({ base, columns }, rows, Int32Array.from(slots), 0, slots.length);
}

/** Takes the list of a slot. @returns What its records are. */
function take(lists: RecordLists, slot: number): readonly unknown[] {
  const out = createBuffer(BIGINT, 1);
  lists.read(Int32Array.of(slot), 0, 1, out, 0);
  const number = Number(readValue(out.column(1), BIGINT, 0));
  return lists.list(number).map((cell) => readValue(lists.column(0), STRING, cell));
}

test("a group's records come in order of arrival, also when two groups have become one", () => {
  const lists = new RecordLists([STRING]);
  lists.reserve(2);
  add(lists, 0, [0, 1, 0], ["a", "b", null]);
  add(lists, 3, [1, 0], ["d", "e"]);
  lists.merge(1, 0);
  expect(take(lists, 1)).toEqual(["a", "b", null, "d", "e"]);
});

test("what was taken is gone from its group, and its place is given to others once it is forgotten", () => {
  const lists = new RecordLists([STRING]);
  lists.reserve(2);
  add(lists, 0, [0, 0], ["a", "b"]);
  expect(take(lists, 0)).toEqual(["a", "b"]);
  expect(take(lists, 0)).toEqual([]);
  lists.forget();
  add(lists, 2, [0, 1], ["c", "d"]);
  lists.reset(0);
  lists.forget();
  add(lists, 4, [0], ["e"]);
  expect([take(lists, 0), take(lists, 1)]).toEqual([["e"], ["d"]]);
});

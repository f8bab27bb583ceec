import { expect, test } from "vitest";
import { BIGINT } from "../../data/data-type.ts";
import { CellStore } from "./cell-store.ts";
import { Lanes } from "./lanes.ts";

/** Records as [group, arrival], one a batch, into buffers of 100 that expire after 10 ms. */
function take(records: readonly (readonly [number, number])[]): { lanes: Lanes; store: CellStore } {
  const store = new CellStore([BIGINT], 1, true);
  const lanes = new Lanes(
    {
      bufferRows: 100,
      frame: { unit: "rows", start: null, end: 0 },
      order: [],
      leaves: "on-arrival",
      onlyFull: false,
      expireAfter: 10,
    },
    store,
    null,
    null,
    { places: [], ranks: [] },
  );
  const cells = new Int32Array(1);
  for (const [group, arrival] of records) {
    store.take(cells, 0, 1);
    store.arrival[cells[0]!] = arrival;
    lanes.take(lanes.slotOf(group), cells[0]!);
    lanes.clear();
    store.recycle();
  }
  return { lanes, store };
}

const held = (lanes: Lanes, group: number): number => {
  const { first, end } = lanes.lane(lanes.slotOf(group));
  return end - first;
};

test("EXPIRE AFTER: a buffer is empty when more than that time has passed; exactly that time is kept", () => {
  expect(
    held(
      take([
        [0, 0],
        [0, 10],
      ]).lanes,
      0,
    ),
  ).toBe(2);
  expect(
    held(
      take([
        [0, 0],
        [0, 11],
      ]).lanes,
      0,
    ),
  ).toBe(1);
});

test("EXPIRE AFTER: a quiet group's buffer is let go when any group's record tells that its time has passed", () => {
  const { lanes } = take([
    [0, 0],
    [1, 5],
    [0, 6],
    [2, 16],
  ]);
  expect([held(lanes, 0), held(lanes, 1), held(lanes, 2)]).toEqual([2, 0, 1]);
});

test("groups that come and go hold no more records than there are at a time", () => {
  const { store } = take(Array.from({ length: 5_000 }, (_, at) => [at, at]));
  expect(store.capacity).toBeLessThanOrEqual(1_024);
});

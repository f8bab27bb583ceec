import { expect, test } from "vitest";
import { ChangedSlots } from "./changed-slots.ts";

function slots(): ChangedSlots {
  const changed = new ChangedSlots();
  changed.reserve(8);
  return changed;
}

test("each slot that was marked is taken once, and then no more", () => {
  const changed = slots();
  for (const slot of [3, 1, 3]) changed.mark(slot);
  expect([...changed.take()].toSorted((a, b) => a - b)).toEqual([1, 3]);
  expect(changed.take()).toHaveLength(0);
});

test("what has printed since, or was given out anew, did not change; marked again it did, once", () => {
  const changed = slots();
  changed.mark(1);
  changed.mark(2);
  changed.clear(1);
  changed.clear(2);
  changed.mark(2);
  expect([...changed.take()]).toEqual([2]);
});

test("what is marked survives more room", () => {
  const changed = slots();
  changed.mark(7);
  changed.reserve(16);
  changed.mark(7);
  changed.mark(15);
  expect([...changed.take()]).toEqual([7, 15]);
});

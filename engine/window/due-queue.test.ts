import { expect, test } from "vitest";
import { DueQueue } from "./due-queue.ts";

function queue(due: Map<number, number>): DueQueue {
  const made = new DueQueue((slot) => due.get(slot)!);
  for (const slot of due.keys()) made.put(slot);
  return made;
}

/** All that is due at a watermark. */
function taken(from: DueQueue, watermark: number): number[] {
  const slots: number[] = [];
  for (let slot = from.take(watermark); slot >= 0; slot = from.take(watermark)) slots.push(slot);
  return slots;
}

test("what is due is taken out in order of time, the rest stays", () => {
  const made = queue(new Map([30, 10, 20, 40].map((time, slot) => [slot, time])));
  expect(made.lowest).toBe(10);
  expect(taken(made, 30)).toEqual([1, 2, 0]);
  expect(made.lowest).toBe(40);
  expect(taken(made, Infinity)).toEqual([3]);
  expect(made.lowest).toBe(Infinity);
});

test("what became due later without a word is looked at again when its turn comes", () => {
  const due = new Map([
    [0, 10],
    [1, 20],
  ]);
  const made = queue(due);
  due.set(0, 50);
  expect(made.lowest).toBe(20);
  expect(taken(made, 49)).toEqual([1]);
  expect(taken(made, 50)).toEqual([0]);
});

test("what is put again may be due earlier, and is taken once", () => {
  const due = new Map([
    [0, 40],
    [1, 20],
  ]);
  const made = queue(due);
  due.set(0, 10);
  made.put(0);
  expect(taken(made, 100)).toEqual([0, 1]);
});

test("a slot that was removed and given out anew is due by its new time alone", () => {
  const due = new Map([[2_000, 10]]);
  const made = queue(due);
  made.remove(2_000);
  made.remove(5_000);
  expect(made.lowest).toBe(Infinity);
  due.set(2_000, 30);
  made.put(2_000);
  expect(taken(made, 29)).toEqual([]);
  expect(taken(made, 30)).toEqual([2_000]);
});

test("what is never due as it stands is taken at the end of input", () => {
  const made = queue(new Map([[0, Infinity]]));
  expect(taken(made, 1e15)).toEqual([]);
  expect(taken(made, Infinity)).toEqual([0]);
});

test("what is never due, as it stands, has no entry until it is due: entries do not grow with what has passed", () => {
  const due = new Map<number, number>();
  const made = queue(due);
  for (let slot = 0; slot < 5_000; slot++) {
    due.set(slot, Infinity);
    made.put(slot);
    if (slot === 0) continue;
    due.set(slot - 1, slot);
    made.put(slot - 1);
    expect(taken(made, slot)).toEqual([slot - 1]);
  }
  expect(made.entries).toBe(0);
  expect(taken(made, Infinity)).toEqual([4_999]);
});

test("what was due, and is looked at again when it never is, is taken at the end of input, after what is due", () => {
  const due = new Map([10, 20, 30].map((time, slot) => [slot, time]));
  const made = queue(due);
  due.set(0, Infinity);
  expect(made.lowest).toBe(20);
  expect(taken(made, 1e15)).toEqual([1, 2]);
  due.set(3, Infinity);
  made.put(3);
  made.remove(3);
  expect(taken(made, Infinity)).toEqual([0]);
  made.put(0);
  expect(taken(made, Infinity)).toEqual([0]);
});

test("ten thousand slots come out in order", () => {
  const times = Array.from({ length: 10_000 }, (_, slot) => (slot * 7_919) % 10_007);
  const found = taken(queue(new Map(times.map((time, slot) => [slot, time]))), Infinity);
  expect(found.map((slot) => times[slot])).toEqual(times.toSorted((a, b) => a - b));
});

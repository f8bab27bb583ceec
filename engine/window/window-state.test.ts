import fc from "fast-check";
import { expect, test } from "vitest";
import { WindowState } from "./window-state.ts";

test("it holds what a Map of Maps holds, over any course of additions and ended windows", () => {
  const step = fc.oneof(
    { weight: 12, arbitrary: fc.record({ key: fc.nat(40), window: fc.integer({ min: -3, max: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ remove: fc.integer({ min: -3, max: 3 }) }) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
      const state = new WindowState();
      const model = new Map<number, number[]>();
      steps.forEach((given, seq) => {
        if ("remove" in given) {
          state.remove(given.remove);
          model.delete(given.remove);
          return;
        }
        const { key, window } = given;
        const keys = model.get(window) ?? [];
        const known = keys.includes(key);
        expect(state.find(key, window) >= 0).toBe(known);
        if (known) return;
        model.set(window, [...keys, key]);
        const slot = state.add(key, window, seq);
        expect(state.isNewWindow).toBe(keys.length === 0);
        expect(state.find(key, window)).toBe(slot);
      });
      expect(state.size).toBe([...model.values()].reduce((sum, keys) => sum + keys.length, 0));
      for (const [window, keys] of model) {
        const entry = state.entry(window)!;
        const slots = new Int32Array(entry.groups);
        state.slots(entry, slots);
        expect(Array.from(slots, (slot) => state.key[slot])).toEqual(keys);
      }
    }),
    { numRuns: 200 },
  );
});

test("it grows past its first capacity, and gives the slots of ended windows out again", () => {
  const state = new WindowState();
  for (let window = 0; window < 20; window++) {
    for (let key = 0; key < 1_500; key++) state.add(key, window, key);
    if (window > 0) state.remove(window - 1);
  }
  expect(state.size).toBe(1_500);
  // Two windows are alive at a time; no more than three eighths of the slots were made in vain.
  expect(state.capacity).toBeGreaterThanOrEqual(3_000);
  expect(state.capacity).toBeLessThanOrEqual(3_000 * 1.375 + 1);
  for (let key = 0; key < 1_500; key++) expect(state.find(key, 19)).toBeGreaterThanOrEqual(0);
  expect(state.find(0, 18)).toBe(-1);
});

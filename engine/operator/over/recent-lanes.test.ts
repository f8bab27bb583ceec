import fc from "fast-check";
import { expect, test } from "vitest";
import { RecentLanes } from "./recent-lanes.ts";

test("slots stand in the order in which they were last touched, each once", () => {
  const step = fc.record({ slot: fc.nat(200), touched: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const recent = new RecentLanes();
      const wanted = new Set<number>();
      for (const { slot, touched } of steps) {
        wanted.delete(slot);
        if (touched) {
          recent.touch(slot);
          wanted.add(slot);
        } else recent.remove(slot);
        expect(recent.oldest).toBe([...wanted][0] ?? -1);
      }
      for (const slot of wanted) {
        expect(recent.oldest).toBe(slot);
        recent.remove(slot);
      }
      expect(recent.oldest).toBe(-1);
    }),
  );
});

import { expect, test } from "vitest";
import type { Engine } from "../../engine/client/types.ts";
import { createArrivals } from "./arrivals.ts";

function engineOf(asked: [number, number][]): Engine {
  const records: Engine["records"] = (from, to) => {
    asked.push([from, to]);
    return Promise.resolve(
      Array.from({ length: to - from }, (_, index) => ({
        seq: from + index,
        arrival: (from + index) * 10,
        eventTime: null,
        partition: 0,
        verdict: "counted",
        values: [],
      })),
    );
  };
  return { records } as Partial<Engine> as Engine;
}

test("near records are asked for together, far ones apart, known ones never again", async () => {
  const asked: [number, number][] = [];
  const arrivals = createArrivals(engineOf(asked));
  const first = await arrivals([5, 7, 1000, 5]);
  expect(asked).toEqual([
    [5, 8],
    [1000, 1001],
  ]);
  expect([first(5), first(1000), first(999)]).toEqual([50, 10_000, null]);
  await arrivals([6, 7]);
  expect(asked).toHaveLength(2);
});

test("the end of input is no record and has no arrival", async () => {
  const asked: [number, number][] = [];
  const arrivals = createArrivals(engineOf(asked));
  expect((await arrivals([Infinity, -1]))(Infinity)).toBeNull();
  expect(asked).toEqual([]);
});

import { expect, test } from "vitest";
import type { Engine, RecordRow } from "../../engine/client/types.ts";
import { positionAt } from "./position-at.ts";

const arrivals = [10, 20, 20, 30];
const engine: Pick<Engine, "records"> = {
  records: (from, to) =>
    Promise.resolve(arrivals.slice(from, to).map((arrival) => ({ arrival }) as RecordRow)),
};

test("a moment stands behind all records that arrived up to it", async () => {
  const wanted: [number, number][] = [
    [0, 0],
    [10, 1],
    [19, 1],
    [20, 3],
    [99, 4],
  ];
  for (const [moment, position] of wanted)
    expect(await positionAt(engine, arrivals.length, moment), `at ${moment}`).toBe(position);
});

test("an empty log has one position", async () => {
  expect(await positionAt(engine, 0, 5)).toBe(0);
});

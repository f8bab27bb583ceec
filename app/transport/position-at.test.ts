import { expect, test } from "vitest";
import type { Engine, RecordRow } from "../../engine/client/types.ts";
import { positionAt } from "./position-at.ts";

const arrivals = [10, 20, 20, 30];
const wanted: readonly (readonly [number, number])[] = [
  [0, 0],
  [10, 1],
  [19, 1],
  [20, 3],
  [99, 4],
];

class CountingEngine implements Pick<Engine, "records"> {
  asked = 0;

  records(from: number, to: number): Promise<readonly RecordRow[]> {
    this.asked++;
    return Promise.resolve(arrivals.slice(from, to).map((arrival) => ({ arrival }) as RecordRow));
  }
}

test("a moment stands behind all records that arrived up to it", async () => {
  for (const [moment, position] of wanted)
    expect(await positionAt(new CountingEngine(), null, arrivals.length, moment), `at ${moment}`).toBe(
      position,
    );
});

test("the engine is not asked for what the page holds", async () => {
  const engine = new CountingEngine();
  const held = { first: 0, known: 4, arrival: [...arrivals, 0, 0] };
  for (const [moment, position] of wanted)
    expect(await positionAt(engine, held, arrivals.length, moment), `at ${moment}`).toBe(position);
  expect(engine.asked).toBe(0);
});

test("where the page holds a part, both together answer", async () => {
  const engine = new CountingEngine();
  const held = { first: 1, known: 3, arrival: [20, 20] };
  for (const [moment, position] of wanted)
    expect(await positionAt(engine, held, arrivals.length, moment), `at ${moment}`).toBe(position);
  expect(engine.asked).toBeGreaterThan(0);
});

test("an empty log has one position", async () => {
  expect(await positionAt(new CountingEngine(), null, 0, 5)).toBe(0);
});

import { expect, test } from "vitest";
import type { QuerySummary, RunState } from "../../engine/client/types.ts";
import { clockFor } from "../words/clock.ts";
import { mapSummary } from "./map-summary.ts";

const query = { partitions: 3 } as QuerySummary;
const clock = clockFor(0, 60_000);

function state(rest: Partial<RunState>): RunState {
  const ledger = { read: 42, counted: 40, countedLate: 7, late: 0, expired: 2 };
  return {
    position: 42,
    length: 49,
    arrival: 47_400,
    watermark: { value: 42_800, heldBy: 1 },
    ledger,
    ...rest,
  } as RunState;
}

test("the picture in words tells how many arrived, what became of them, and who holds the watermark", () => {
  expect(mapSummary(state({}), query, "order", clock)).toBe(
    "Event time of each order against its arrival, with the watermark of each partition. " +
      "42 of 49 orders arrived by 00:47.4: 40 counted, 7 of them late, 2 dropped. Watermark 00:42.8, held by B.",
  );
});

test("of one partition nobody holds the watermark, and none may be set", () => {
  const one = { partitions: 1 } as QuerySummary;
  expect(mapSummary(state({}), one, "order", clock)).toMatch(/Watermark 00:42\.8\.$/);
  expect(mapSummary(state({ watermark: null }), one, "order", clock)).toMatch(/No watermark is set\.$/);
});

test("before the first record it says so", () => {
  expect(mapSummary(null, query, "order", clock)).toMatch(/No order has arrived yet\.$/);
  expect(mapSummary(state({ position: 0 }), query, "order", clock)).toMatch(/No order has arrived yet\.$/);
});

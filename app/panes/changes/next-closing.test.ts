import { expect, test } from "vitest";
import type { QuerySummary, RunState, WindowRow } from "../../../engine/client/types.ts";
import { clockFor } from "../../words/clock.ts";
import { nextClosing } from "./next-closing.ts";

const clock = clockFor(0, 60_000);
const query = { closeDelay: 0, expireDelay: 5_000 } as Partial<QuerySummary> as QuerySummary;
const state = { phase: "paused", watermark: { value: 42_800, heldBy: 1 } } as Partial<RunState> as RunState;

function window(partition: number, start: number, state: WindowRow["state"]): WindowRow {
  const opened = { seq: 0, arrival: 0 };
  const closed = state === "open" ? null : opened;
  const base = { partition, start, end: start + 10_000, state, counted: 1, corrections: 0, opened, closed };
  return { ...base, expired: null, remaining: null };
}

test("the first open window of the partition that holds the watermark is named with what closes it", () => {
  const windows = [
    window(1, 50_000, "open"),
    window(0, 40_000, "open"),
    window(1, 40_000, "open"),
    window(1, 30_000, "closed"),
  ];
  expect(nextClosing(state, query, windows, clock)).toBe(
    "next in B: [00:40, 00:50) closes when its watermark reaches 00:50",
  );
});

test("where windows close later than at their end, the later moment is named", () => {
  expect(nextClosing(state, { ...query, closeDelay: 2_000 }, [window(1, 40_000, "open")], clock)).toMatch(
    /reaches 00:52$/,
  );
});

test("nothing is said where nothing is open there, without a watermark, and after the end", () => {
  const open = [window(1, 40_000, "open")];
  expect(nextClosing(state, query, [window(0, 40_000, "open"), window(1, 30_000, "closed")], clock)).toBe("");
  expect(nextClosing({ ...state, watermark: null }, query, open, clock)).toBe("");
  expect(nextClosing({ ...state, phase: "finished" }, query, open, clock)).toBe("");
});

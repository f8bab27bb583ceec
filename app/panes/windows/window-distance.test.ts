import { expect, test } from "vitest";
import type { WindowRow } from "../../../engine/client/types.ts";
import { windowDistance } from "./window-distance.ts";

const rules = { closeDelay: 0, expireDelay: 5_000, allowedLateness: 5_000, closesByNext: false };
const open: WindowRow = {
  partition: 1,
  start: 40_000,
  end: 50_000,
  state: "open",
  counted: 2,
  corrections: 0,
  opened: { seq: 37, arrival: 43_000 },
  closed: null,
  expired: null,
  remaining: 7_200,
};

test("an open window says what the watermark still lacks to its end, and where it stands", () => {
  expect(windowDistance(open, rules)).toEqual({ text: "7.2 s to close", share: 1 - 0.72, watermark: 42_800 });
});

test("a closed window is measured by its lateness: from closing to expiry", () => {
  const closed = { ...open, start: 30_000, end: 40_000, state: "closed", remaining: 2_200 } as const;
  const distance = windowDistance(closed, rules);
  expect(distance).toMatchObject({ text: "2.2 s to expire", watermark: 42_800 });
  expect(distance?.share).toBeCloseTo(0.56);
});

test("where the watermark has to pass the end, the way ends at the end", () => {
  expect(windowDistance({ ...open, remaining: 7_201 }, { ...rules, closeDelay: 1 })?.text).toBe(
    "7.2 s to close",
  );
});

test("a watermark before the window's start is no part of the way yet", () => {
  expect(windowDistance({ ...open, remaining: 60_000 }, rules)).toMatchObject({
    text: "1 min to close",
    share: 0,
  });
});

test("of a session that its group's next one closes nobody knows how far that is", () => {
  expect(windowDistance(open, { ...rules, closesByNext: true })).toBeNull();
});

test("nothing is left to say of an expired window, or before a watermark is set", () => {
  expect(windowDistance({ ...open, state: "expired", remaining: null }, rules)).toBeNull();
  expect(windowDistance({ ...open, remaining: null }, rules)).toBeNull();
});

import { expect, test } from "vitest";
import { clockFor } from "./clock.ts";
import { placeText } from "./place-words.ts";

const words = { here: "velostream", noun: "order", kind: "window", clock: clockFor(0, 60_000) } as const;
const window = { kind: "window", partition: 1, start: 0, end: 10_000 } as const;

test("a row of the other run leads to its first record where it has no window", () => {
  expect(placeText({ kind: "record", seq: 12 }, 0, words)).toBe(
    "Velostream has no such row: the first order in it, #12, is selected",
  );
  expect(placeText({ kind: "record", seq: 12 }, 0, { ...words, kind: "record" })).toBe(
    "Velostream has no such row: its order, #12, is selected",
  );
});

test("a window that is there says so, and how many records it has", () => {
  expect(placeText({ ...window, exists: true }, 2, words)).toBe(
    "Velostream has no such row: its window [00:00, 00:10) is selected, with 2 orders",
  );
});

test("a window or session that is not there says what became of its records", () => {
  const gone = { ...window, exists: false };
  expect(placeText(gone, 0, words)).toBe(
    "Velostream has no window [00:00, 00:10): no order of that time is counted",
  );
  expect(placeText({ ...gone, key: 3 }, 1, { ...words, kind: "session" })).toBe(
    "Velostream has no session [00:00, 00:10): 1 order of that time is counted in another session",
  );
  expect(placeText({ ...gone, key: 3 }, 1_200, { ...words, kind: "session" })).toBe(
    "Velostream has no session [00:00, 00:10): 1,200 orders of that time are counted in other sessions",
  );
});

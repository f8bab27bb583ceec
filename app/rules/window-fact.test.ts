import { expect, test } from "vitest";
import { windowFact } from "./window-fact.ts";

test("a window is told by its length, its step where it has one, and who its edges belong to", () => {
  expect(windowFact({ kind: "tumbling", size: 5_000, offset: 0 })).toEqual([
    "window",
    "5 s",
    "long; its start belongs to it, its end does not",
  ]);
  expect(
    windowFact({ kind: "hopping", size: 15_000, advance: 5_000, offset: 2_000, noneBelowZero: false })?.[2],
  ).toBe("long, another begins each 5 s, shifted by 2 s; its start belongs to it, its end does not");
  expect(windowFact({ kind: "cumulate", size: 15_000, step: 5_000, offset: 0 })?.[2]).toBe(
    "long at last, shown each 5 s; its start belongs to it, its end does not",
  );
  expect(windowFact(null)).toBeNull();
});

test("a session is told by its silence, and by what a record at the very end of it does", () => {
  const session = { kind: "session", gap: 5_000, shownEnd: "last+gap" } as const;
  expect(windowFact({ ...session, touchingJoins: true })).toEqual([
    "session",
    "5 s",
    "of silence end it; a record exactly so much later joins it",
  ]);
  expect(windowFact({ ...session, touchingJoins: false })?.[2]).toContain("begins another");
});

import { expect, test } from "vitest";
import { clockFor } from "./clock.ts";
import { move22, move25, windowStory } from "./hand-made-story.ts";
import { plainText } from "./sentence.ts";
import { singleLines, windowLines } from "./window-list.ts";

const clock = clockFor(800, 58_000);
const expired = windowStory({
  start: 5_000,
  end: 20_000,
  outcome: "expired",
  closed: move22,
  expired: move25,
});
const corrected = windowStory({ start: 10_000, end: 25_000, outcome: "corrected", closed: move25 });
const open = windowStory({ start: 15_000, end: 30_000 });

test("few windows are told one by one", () => {
  expect(windowLines({ windows: [expired, corrected, open] }, clock).map(plainText)).toEqual([
    "[00:05, 00:20) expired at 00:29.8: not counted",
    "[00:10, 00:25) closed at 00:29.8: counted, corrected",
    "[00:15, 00:30) was open: counted",
  ]);
  expect(singleLines({ windows: [expired, corrected, open] }, clock)).toEqual([]);
});

test("of many those with the same outcome are told together, and each behind them", () => {
  const later = [1, 2, 3].map((i) => windowStory({ start: 15_000 + 5_000 * i, end: 30_000 + 5_000 * i }));
  const windows = [expired, corrected, open, ...later];
  expect(windowLines({ windows }, clock).map(plainText)).toEqual([
    "[00:05, 00:20) expired at 00:29.8: not counted",
    "[00:10, 00:25) closed at 00:29.8: counted, corrected",
    "[00:15, 00:30), [00:20, 00:35), [00:25, 00:40) and [00:30, 00:45) were open: counted",
  ]);
  expect(singleLines({ windows }, clock)).toHaveLength(6);
});

test("thousands of windows are two lines, and the list of each ends somewhere", () => {
  const windows = Array.from({ length: 3_000 }, (_, i) =>
    windowStory({ start: i, end: i + 3_000, outcome: i < 1_000 ? "expired" : "counted" }),
  );
  const lines = windowLines({ windows }, clock).map(plainText);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/ to .*, 1,000 of them, expired: not counted$/);
  const single = singleLines({ windows }, clock);
  expect(plainText(single.at(-1)!)).toBe("and 2,940 more");
});

test("a row that was withdrawn is told with its window", () => {
  const windows = [
    { ...corrected, withdrew: true },
    { ...open, withdrew: true },
  ];
  expect(windowLines({ windows }, clock).map(plainText)).toEqual([
    "[00:10, 00:25) closed at 00:29.8: counted, its row withdrawn",
    "[00:15, 00:30) was open: counted, its row withdrawn",
  ]);
});

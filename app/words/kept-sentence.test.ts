import { expect, test } from "vitest";
import type { RecordStory } from "../../engine/client/types.ts";
import { ordersQuery, recordStory, windowStory } from "./hand-made-story.ts";
import { keptSentence, keptText } from "./kept-sentence.ts";
import { plainText } from "./sentence.ts";

const both = (changes: Partial<RecordStory>): readonly string[] => {
  const story = recordStory(changes);
  return [plainText(keptSentence(story, ordersQuery)), keptText(story, ordersQuery)];
};

test("a drop: lateness and bound apart, each with its exact limit", () => {
  expect(both({})).toEqual([
    "Kept with a lateness over 6.4 s (now 5 s) or a bound over 3.4 s (now 2 s).",
    "lateness > 6.4 s or bound > 3.4 s",
  ]);
});

test("a limit that is enough itself is told as one", () => {
  expect(both({ keptWith: { lateness: null, bound: { ms: 10_900, over: false, delay: null } } })).toEqual([
    "Kept with a bound of at least 10.9 s (now 2 s).",
    "bound ≥ 10.9 s",
  ]);
});

test("where neither alone keeps it", () => {
  expect(both({ keptWith: { lateness: null, bound: null } })).toEqual([
    "No lateness and no bound alone would have kept it.",
    "neither",
  ]);
});

test("where only a run with other settings tells", () => {
  expect(both({ keptWith: null })).toEqual([
    "Only a run tells which bound would have kept it.",
    "only a run tells",
  ]);
});

test("a correction needed some lateness; a bound has no part in it", () => {
  const limit = { ms: 600, over: true, delay: 0 };
  const windows = [windowStory({ outcome: "corrected" })];
  expect(both({ verdict: "counted late", windows, keptWith: { lateness: limit, bound: limit } })).toEqual([
    "It took a lateness over 0.6 s (now 5 s).",
    "lateness > 0.6 s",
  ]);
});

test("a record that missed some of its windows: the lateness with which it would be in all of them", () => {
  const windows = [windowStory({ outcome: "expired", end: 18_000 }), windowStory({})];
  expect(both({ verdict: "counted late", judged: 24_000, windows, keptWith: null })).toEqual([
    "In all of them with a lateness over 6 s (now 5 s).",
    "in all: lateness > 6 s",
  ]);
});

test("in an open window any lateness would have done", () => {
  expect(both({ verdict: "counted late", windows: [windowStory({})], keptWith: null })).toEqual([
    "Any lateness would have done.",
    "any lateness",
  ]);
});

test("records that were on time have nothing to say here", () => {
  expect(both({ verdict: "counted", windows: [windowStory({})], keptWith: null })).toEqual(["", ""]);
});

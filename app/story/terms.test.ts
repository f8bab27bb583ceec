import { expect, test } from "vitest";
import { wordsOf } from "../words/hand-made-story.ts";
import { TERM_NAMES } from "../words/term-name.ts";
import { definition, type TermFacts } from "./terms.ts";

const facts = (changes: Parameters<typeof wordsOf>[0] = {}): TermFacts => ({
  ...wordsOf(changes),
  watermark: { value: 42_800, heldBy: 1 },
});

test("every term is one sentence that names itself", () => {
  for (const term of TERM_NAMES) {
    const sentence = definition(term, facts());
    expect(sentence.toLowerCase()).toContain(term);
    expect(sentence.match(/\.( |$)/g), sentence).toHaveLength(1);
  }
});

test("definitions carry this run's values", () => {
  expect(definition("watermark", facts())).toBe(
    "The watermark is the newest event time less a bound of 2 s, up to which no older order is expected any more: now 00:42.8, held by B.",
  );
  expect(definition("bound", facts())).toContain(": 2 s.");
  expect(definition("lateness", facts())).toContain(": 5 s of watermark.");
  expect(definition("partition", facts())).toContain("3 partitions, chosen by city.");
  expect(definition("idle", facts())).toContain("for 10 s");
  expect(definition("expired", facts())).toContain("its end + 5 s");
});

test("what the rules of the query change, the definitions change", () => {
  expect(definition("late", facts({ lateUnit: "window" }))).toBe(
    "Late is an order whose window closed before it came.",
  );
  expect(definition("closes", facts({ closeDelay: -1 }))).toContain("its end - 1 ms");
  expect(definition("dropped", facts({ lateAction: "drop" }))).toContain(
    "the watermark had passed its event time",
  );
  expect(definition("idle", facts({ idleTimeout: null }))).toContain("none ever is");
  expect(definition("window", facts({ window: null, windowed: false }))).toContain("this query has none");
  const hop = { kind: "hopping", size: 15_000, advance: 5_000, offset: 0, noneBelowZero: false } as const;
  expect(definition("window", facts({ window: hop }))).toContain(
    "of 15 s of event time, and one begins every 5 s",
  );
  const session = { kind: "session", gap: 5_000, touchingJoins: false, shownEnd: "last" } as const;
  expect(definition("window", facts({ window: session }))).toContain(
    "each less than 5 s of event time from the next",
  );
  expect(definition("closes", facts({ window: session, closeDelay: 1 }))).toContain("passes its end:");
  expect(definition("arrival", facts({ arrival: null }))).toContain("one comes each millisecond");
  expect(definition("watermark", { ...facts({ partitions: 1 }), watermark: null })).toContain(
    "it is not set yet.",
  );
});

test("no bound is claimed where there is none", () => {
  const punctuated = facts({ watermarkStrategy: "punctuated", punctuation: "mark", bound: 0 });
  expect(definition("watermark", punctuated)).toBe(
    "The watermark is the greatest time that the column mark has told, up to which no older order is expected any more: now 00:42.8, held by B.",
  );
  expect(definition("bound", punctuated)).toContain("this one goes by the column mark.");
  const none = facts({ watermarkStrategy: "none", bound: 0 });
  expect(definition("watermark", none)).toContain("declares none, so nothing is late.");
  expect(definition("bound", none)).toContain("this stream has no watermark.");
});

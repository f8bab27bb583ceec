import { describe, expect, test } from "vitest";
import type { RecordStory, SessionStory } from "../../engine/client/types.ts";
import { move22, order, recordStory, windowStory, wordsOf } from "./hand-made-story.ts";
import { plainText } from "./sentence.ts";
import { storySentence, storyTitle } from "./story-sentence.ts";

const words = wordsOf({
  window: { kind: "session", gap: 5_000, touchingJoins: true, shownEnd: "last+gap" },
  closeDelay: 1,
});
const after = windowStory({ start: 2_000, end: 19_500 });
const first = { start: 2_000, end: 10_000, counted: 2, closed: false };
const second = { start: 13_000, end: 19_500, counted: 2, closed: false };

function storyOf(session: Partial<SessionStory>, changes: Partial<RecordStory> = {}): RecordStory {
  return recordStory({
    seq: 10,
    verdict: "counted",
    dropped: null,
    eventTime: 9_000,
    arrival: 16_200,
    judged: 8_500,
    lateness: 0,
    values: order(9_000, 16_200, "kyoto"),
    windows: [after],
    session: { key: 0, joined: [], counted: 5, withdrawn: 0, ...session },
    keptWith: null,
    rowsCaused: 1,
    ...changes,
  });
}

const tell = (story: RecordStory): string => plainText(storySentence(story, words));
const start = "Event 00:09.0, arrived 00:16.2. It was on time: B's watermark stood at 00:08.5.";

describe("what a record does to the sessions of its group", () => {
  test("it begins one", () => {
    const windows = [windowStory({ start: 9_000, end: 14_000 })];
    expect(tell(storyOf({ counted: 1 }, { windows }))).toBe(
      `${start} It begins a session of kyoto, [00:09, 00:14).`,
    );
  });

  test("it joins one, which grows", () => {
    expect(tell(storyOf({ joined: [first], counted: 3, withdrawn: 1 }, { rowsCaused: 2 }))).toBe(
      `${start} It joins the session [00:02, 00:10), which becomes [00:02.0, 00:19.5) with 3 orders. 1 row withdrawn, 1 in its place.`,
    );
  });

  test("it joins one whose bounds stay", () => {
    expect(tell(storyOf({ joined: [{ ...first, end: 19_500 }], counted: 3 }))).toBe(
      `${start} It is part of the session [00:02.0, 00:19.5), with 3 orders now; its bounds stay.`,
    );
  });

  test("it makes two one, and names both, what they become, and the rows withdrawn", () => {
    const story = storyOf({ joined: [first, second], withdrawn: 2 }, { rowsCaused: 3 });
    expect(storyTitle(story, "order")).toBe("Order #10 joined 2 sessions");
    expect(tell(story)).toBe(
      `${start} It lies at most 5 s from both: [00:02, 00:10) and [00:13.0, 00:19.5) became [00:02.0, 00:19.5) with 5 orders. 2 rows withdrawn, 1 in their place.`,
    );
  });

  test("a correction names the session as it had closed, which may end later now", () => {
    const closed = { ...move22, arrival: 13_800, watermark: 10_600 };
    const windows = [{ ...after, outcome: "corrected", closed } as const];
    const changes = { verdict: "counted late", judged: 10_600, lateness: 1_600, windows } as const;
    expect(tell(storyOf({ joined: [{ ...first, closed: true }] }, changes))).toContain(
      "Its session [00:02, 00:10) had closed at 00:13.8, when #22 (kyoto, event 00:23.9) moved B's watermark to 00:10.6, past 00:10. It is kept for 5 s, so the late order was counted. It joins the session [00:02, 00:10), which becomes",
    );
  });
});

test("a drop tells when the session that the record would have begun had expired", () => {
  const story = recordStory();
  expect(tell(story)).toContain(
    "The session that it would have begun, [00:10, 00:20), had expired at 00:29.8, when #25 (kyoto, event 00:28.4) moved B's watermark to 00:26.4, past 00:20 + 5 s.",
  );
});

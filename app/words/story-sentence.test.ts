import { describe, expect, test } from "vitest";
import type { RecordStory } from "../../engine/client/types.ts";
import { move22, move25, order, recordStory, windowStory, wordsOf } from "./hand-made-story.ts";
import { plainText } from "./sentence.ts";
import { storySentence, storyTitle } from "./story-sentence.ts";
import type { StoryWords } from "./watermark-words.ts";

const tell = (changes: Partial<RecordStory>, words: StoryWords = wordsOf()): string =>
  plainText(storySentence(recordStory(changes), words));

test("the title of a record in several windows counts them", () => {
  const [open, expired] = [windowStory({}), windowStory({ outcome: "expired" })];
  const title = (verdict: RecordStory["verdict"], windows: RecordStory["windows"]): string =>
    storyTitle(recordStory({ verdict, windows }), "order");
  expect(title("counted late", [expired, open, open])).toBe("Order #28 is in 3 windows, counted in 2");
  expect(title("counted late", [open, open])).toBe("Order #28 was counted late in 2 windows");
  expect(title("out of order", [open, open])).toBe("Order #28 was counted in 2 windows, out of order");
  expect(title("dropped", [expired, expired])).toBe("Order #28 was dropped");
});

test("the title says what became of the record, in the ledger's words", () => {
  const title = (verdict: RecordStory["verdict"]): string => storyTitle(recordStory({ verdict }), "order");
  expect(title("dropped")).toBe("Order #28 was dropped");
  expect(title("counted late")).toBe("Order #28 was counted late");
  expect(title("out of order")).toBe("Order #28 was counted, out of order");
  expect(title("in no window")).toBe("Order #28 is in no window");
  expect(title("not yet")).toBe("Order #28 has not arrived");
});

describe("a drop names event, arrival, window, closing, expiry, culprit and rule", () => {
  test("closed by one record and expired by another", () => {
    expect(tell({})).toBe(
      "Event 00:17.5, arrived 00:32.3. Its window [00:10, 00:20) closed at 00:25.2 and expired at 00:29.8, when #25 (kyoto, event 00:28.4) moved B's watermark to 00:26.4, past 00:20 + 5 s.",
    );
  });

  test("the facts are bold and the culprit is a link", () => {
    expect(storySentence(recordStory(), wordsOf())).toEqual(
      expect.arrayContaining([{ bold: "00:17.5" }, { bold: "[00:10, 00:20)" }, { record: 25 }]),
    );
  });

  test("a tie is told as one", () => {
    const expired = { ...move25, watermark: 25_000 };
    expect(tell({ windows: [windowStory({ outcome: "expired", closed: move22, expired })] })).toContain(
      "moved B's watermark to 00:25.0, exactly 00:20 + 5 s.",
    );
  });

  test("one record may close and expire a window", () => {
    expect(
      tell({ windows: [windowStory({ outcome: "expired", closed: move25, expired: move25 })] }),
    ).toContain("Its window [00:10, 00:20) closed and expired at 00:29.8, when #25");
  });

  test("without lateness the rule is the end alone", () => {
    const words = wordsOf({ allowedLateness: 0, expireDelay: 0 });
    expect(tell({}, words)).toContain("moved B's watermark to 00:26.4, past 00:20.");
  });

  test("rules that close and expire a window at end + lateness, and at end - 1 ms", () => {
    const ksqldb = wordsOf({ lateUnit: "window", closeDelay: 5000, expireDelay: 5000 });
    expect(tell({ dropped: "late" }, ksqldb)).toContain("past 00:20 + 5 s.");
    const flink = wordsOf({ lateUnit: "window", allowedLateness: 0, closeDelay: -1, expireDelay: -1 });
    const expired = { ...move25, watermark: 19_999 };
    const windows = [windowStory({ outcome: "expired", closed: expired, expired })];
    expect(tell({ dropped: "late", windows }, flink)).toContain("to 00:19.999, exactly 00:20 - 1 ms.");
    const kept = wordsOf({ lateUnit: "window", allowedLateness: 3000, closeDelay: -1, expireDelay: 2999 });
    expect(tell({ dropped: "late" }, kept)).toContain("past 00:20 + 3 s - 1 ms.");
  });

  test("a timer moved the watermark that all partitions share", () => {
    const expired = { ...move25, timer: true };
    const words = wordsOf({ watermarkScope: "global" });
    expect(
      tell({ windows: [windowStory({ outcome: "expired", closed: move22, expired })] }, words),
    ).toContain(
      "expired at 00:29.8, when a quiet partition fell idle at the arrival of #25, which let the watermark of the stream go on to 00:26.4, past 00:20 + 5 s.",
    );
  });

  test("a single partition has no letter", () => {
    expect(tell({}, wordsOf({ partitions: 1 }))).toContain("moved the watermark to 00:26.4");
  });

  test("where nobody knows any more who expired it, the watermark that judged it is told", () => {
    expect(tell({ windows: [windowStory({ outcome: "expired" })] })).toBe(
      "Event 00:17.5, arrived 00:32.3. Its window [00:10, 00:20) had expired: B's watermark stood at 00:26.4, past 00:20 + 5 s.",
    );
  });

  test("several windows", () => {
    const windows = [10_000, 15_000, 20_000].map((end) =>
      windowStory({ start: end - 10_000, end, outcome: "expired", closed: move22, expired: move25 }),
    );
    expect(tell({ windows })).toContain(
      "Its windows [00:00, 00:10), [00:05, 00:15) and [00:10, 00:20) had all expired, the last at 00:29.8, when #25",
    );
  });

  test("by the verdict on the record no window is said to have expired", () => {
    const late = { dropped: "late", windows: [windowStory({ outcome: "not reached" })] } as const;
    expect(tell(late, wordsOf({ lateAction: "drop" }))).toBe(
      "Event 00:17.5, arrived 00:32.3. It came after B's watermark had passed it: #25 (kyoto, event 00:28.4) had moved it to 00:26.4, 8.9 s past it. The query's late action drops such orders before they reach a window, here [00:10, 00:20).",
    );
  });
});

describe("counted late", () => {
  const corrected = windowStory({ start: 0, end: 10_000, outcome: "corrected" });
  const closed = { ...move22, seq: 10, arrival: 13_800, eventTime: 12_600, watermark: 10_600 };
  const late: Partial<RecordStory> = {
    seq: 12,
    verdict: "counted late",
    dropped: null,
    eventTime: 9200,
    arrival: 15_100,
    judged: 10_600,
    lateness: 1400,
    values: order(9200, 15_100, "kyoto"),
    mover: closed,
    rowsCaused: 1,
  };

  test("a correction names who closed the window and which row it corrected", () => {
    expect(tell({ ...late, windows: [{ ...corrected, closed }] })).toBe(
      "Event 00:09.2, arrived 00:15.1. Its window [00:00, 00:10) had closed at 00:13.8, when #10 (kyoto, event 00:12.6) moved B's watermark to 00:10.6, past 00:10. It is kept for 5 s, so the late order was counted and the row of kyoto corrected.",
    );
  });

  test("a correction after which HAVING no longer holds withdraws the row, and corrects none", () => {
    expect(tell({ ...late, windows: [{ ...corrected, closed, withdrew: true }] })).toContain(
      "so the late order was counted. HAVING no longer holds, so the row of kyoto in [00:00, 00:10) was withdrawn.",
    );
  });

  test("a correction that changes no row says so", () => {
    expect(tell({ ...late, rowsCaused: 0, windows: [{ ...corrected, closed }] })).toContain(
      "so the late order was counted; no row changed by it.",
    );
  });

  test("in a window that was still open", () => {
    expect(tell({ ...late, windows: [windowStory({ start: 0, end: 10_000 })] })).toBe(
      "Event 00:09.2, arrived 00:15.1. It was 1.4 s behind B's watermark, which #10 (kyoto, event 00:12.6) had moved to 00:10.6. Its window [00:00, 00:10) was still open, so it counted it.",
    );
  });

  test("without windows", () => {
    expect(tell({ ...late, windows: [] }, wordsOf({ windowed: false }))).toContain(
      "had moved to 00:10.6. It was counted all the same, as the late action process_with_warning asks.",
    );
  });
});

describe("on time", () => {
  const counted: Partial<RecordStory> = {
    seq: 27,
    verdict: "counted",
    dropped: null,
    eventTime: 30_800,
    arrival: 31_500,
    partition: 0,
    judged: 28_800,
    lateness: -2000,
    windows: [windowStory({ start: 30_000, end: 40_000 })],
    keptWith: null,
    rowsCaused: 1,
  };

  test("counted in an open window", () => {
    expect(tell(counted)).toBe(
      "Event 00:30.8, arrived 00:31.5. It was on time: A's watermark stood at 00:28.8. Counted in its window [00:30, 00:40), which was open.",
    );
  });

  test("equal is on time, and told as equal", () => {
    expect(tell({ ...counted, judged: 30_800, lateness: 0 })).toContain(
      "It was on time: A's watermark stood at 00:30.8, exactly its event time.",
    );
  });

  test("while no watermark is set nothing is late", () => {
    expect(tell({ ...counted, judged: null })).toContain("It was on time: A's watermark was not set yet.");
  });

  test("rules that judge windows do not call a record on time", () => {
    expect(tell(counted, wordsOf({ lateUnit: "window", watermarkScope: "source" }))).toContain(
      "arrived 00:31.5. The watermark of the stream stood at 00:28.8. Counted in its window",
    );
  });

  test("out of order is not late", () => {
    expect(tell({ ...counted, verdict: "out of order" })).toContain(
      "An order with a later event time had come before it in A. It was on time: A's watermark stood at 00:28.8. Counted in",
    );
  });

  test("a query without windows", () => {
    expect(tell({ ...counted, windows: [] }, wordsOf({ windowed: false }))).toMatch(
      / It was counted in the result\.$/,
    );
  });

  test("of a record in several windows each is told of in a list of its own", () => {
    const missed = windowStory({ start: 20_000, end: 30_000, outcome: "expired", expired: move25 });
    expect(tell({ ...counted, windows: [missed, ...counted.windows!] })).toBe(
      "Event 00:30.8, arrived 00:31.5, watermark 00:28.8.",
    );
  });
});

describe("left out", () => {
  const out = { dropped: null, windows: [], keptWith: null } as const;

  test("filtered, with what it did to time", () => {
    expect(tell({ ...out, verdict: "filtered" })).toBe(
      "Event 00:17.5, arrived 00:32.3. WHERE leaves it out; B's watermark stayed at 00:26.4.",
    );
    expect(tell({ ...out, verdict: "filtered", watermarkAfter: 27_000 })).toContain(
      "WHERE leaves it out; it moved B's watermark to 00:27.0 all the same.",
    );
  });

  test("skipped, with the column that is missing", () => {
    const values = order(17_500, 32_300, null);
    expect(tell({ ...out, verdict: "skipped", values })).toContain(
      "Its city is NULL; these rules skip such orders",
    );
  });

  test("in no window", () => {
    expect(tell({ ...out, verdict: "in no window" })).toContain("No window holds its event time; B's");
  });

  test("without an event time that only a watermark would miss", () => {
    const none = { eventTime: null, lateness: null, windows: [], keptWith: null } as const;
    expect(tell({ ...none, dropped: "late" })).toBe(
      "Arrived 00:32.3. Its event time, ordered_at, is NULL, and B's watermark was set: #25 (kyoto, event 00:28.4) had moved it to 00:26.4. The query's late action drops such orders.",
    );
    expect(tell({ ...none, dropped: null, verdict: "counted late" })).toBe(
      "Arrived 00:32.3. Its event time, ordered_at, is NULL: late by B's watermark, which #25 (kyoto, event 00:28.4) had moved to 00:26.4. It was counted all the same, as the late action process_with_warning asks.",
    );
    expect(tell({ ...none, dropped: null, verdict: "counted", lateness: 0, judged: null, mover: null })).toBe(
      "Arrived 00:32.3. Its event time, ordered_at, is NULL, and it was on time: B's watermark was not set yet.",
    );
  });

  test("malformed", () => {
    expect(tell({ ...out, verdict: "malformed", eventTime: null, partition: -1 })).toBe(
      "Arrived 00:32.3. Its event time, ordered_at, is missing or cannot be read, so it takes part in nothing.",
    );
  });

  test("not yet", () => {
    expect(tell({ ...out, verdict: "not yet", arrival: 49_500, partition: -1 })).toBe(
      "Event 00:17.5, arrives at 00:49.5. Nothing is decided about it until then.",
    );
  });
});

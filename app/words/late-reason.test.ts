import { expect, test } from "vitest";
import type { RecordStory } from "../../engine/client/types.ts";
import { move22, move25, recordStory, windowStory, wordsOf } from "./hand-made-story.ts";
import { lateReason } from "./late-reason.ts";
import { plainText } from "./sentence.ts";

const { query, clock } = wordsOf();
const reason = (changes: Partial<RecordStory>, of = query): string =>
  plainText(lateReason(recordStory(changes), of, clock));

test("a drop: when its window expired and by whom", () => {
  expect(reason({})).toBe("expired 00:29.8 by #25");
  expect(reason({ windows: [windowStory({ outcome: "expired" })] })).toBe("expired, watermark 00:26.4");
});

test("a drop before windows: who moved the watermark", () => {
  expect(reason({ dropped: "late", windows: [windowStory({ outcome: "not reached" })] })).toBe(
    "late, watermark by #25",
  );
  expect(reason({ dropped: "late", windows: [], mover: null })).toBe("late, watermark 00:26.4");
});

test("an idle advance is told from a record's", () => {
  const expired = { ...move25, timer: true };
  expect(reason({ windows: [windowStory({ outcome: "expired", expired })] })).toBe(
    "expired 00:29.8 by idleness at #25",
  );
});

test("counted late: a closed window, an open one, none", () => {
  const late = { verdict: "counted late", dropped: null } as const;
  expect(reason({ ...late, windows: [windowStory({ outcome: "corrected", closed: move22 })] })).toBe(
    "closed 00:25.2 by #22",
  );
  expect(reason({ ...late, windows: [windowStory({})] })).toBe("window still open");
  expect(reason({ ...late, windows: [] }, { ...query, windowed: false })).toBe("all the same by #25");
});

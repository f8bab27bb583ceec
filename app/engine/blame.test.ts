import { expect, test } from "vitest";
import type { RecordStory, WatermarkMove, WindowStory } from "../../engine/client/types.ts";
import { culpritOf } from "./blame.ts";

function move(seq: number): WatermarkMove {
  return { seq, timer: false, arrival: 0, eventTime: 0, watermark: 0, values: [] };
}

function story(verdict: RecordStory["verdict"], rest: Partial<RecordStory>): RecordStory {
  return { seq: 28, verdict, mover: move(27), windows: [], ...rest } as RecordStory;
}

function window(expired: number | null): WindowStory {
  return {
    start: 0,
    end: 1,
    outcome: "expired",
    withdrew: false,
    closed: move(20),
    expired: expired === null ? null : move(expired),
  };
}

test("of a dropped record the one to blame expired its last window", () => {
  expect(culpritOf(story("dropped", { windows: [window(22), window(25)] }))).toBe(25);
});

test("of a late record whose window had not expired, it moved the watermark", () => {
  expect(culpritOf(story("dropped", { windows: [window(null)] }))).toBe(27);
  expect(culpritOf(story("counted late", { windows: [window(25)] }))).toBe(27);
});

test("a record that was on time, moved the watermark itself, or met the end of input has none to blame", () => {
  expect(culpritOf(story("counted", {}))).toBeNull();
  expect(culpritOf(story("out of order", {}))).toBeNull();
  expect(culpritOf(story("not yet", {}))).toBeNull();
  expect(culpritOf(story("counted late", { mover: move(28) }))).toBeNull();
  expect(culpritOf(story("dropped", { mover: null }))).toBeNull();
});

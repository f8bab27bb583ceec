import { expect, test } from "vitest";
import type { RecordStory } from "../../../engine/client/types.ts";
import { NO_LIGHTS } from "../../session/lights-store.ts";
import { windowMark, windowNote } from "./window-marks.ts";

const window = { partition: 1, start: 10_000, end: 20_000 };

test("a chosen window is selected, in its partition alone", () => {
  const target = { kind: "window", ...window } as const;
  expect(windowMark(window, target, NO_LIGHTS)).toBe("selected");
  expect(windowMark({ ...window, partition: 0 }, target, NO_LIGHTS)).toBeNull();
});

test("the windows of a chosen record or row are lit, in words as well", () => {
  const lights = { ...NO_LIGHTS, windows: [window] };
  expect(windowMark(window, { kind: "record", seq: 28 }, lights)).toBe("lit");
  expect(windowNote(window, { kind: "record", seq: 28 }, lights)).toBe("window of #28");
  expect(windowNote(window, { kind: "row", row: 52 }, lights)).toBe("window of the chosen row");
  expect(windowNote({ ...window, start: 0 }, { kind: "row", row: 52 }, lights)).toBeNull();
  expect(windowMark(window, null, lights)).toBeNull();
});

test("of a dropped record the window that it missed is lit", () => {
  const { start, end } = window;
  const missed = { start, end, outcome: "expired", withdrew: false, closed: null, expired: null } as const;
  const story = { seq: 28, partition: 1, windows: [missed] } as Partial<RecordStory> as RecordStory;
  const lights = { ...NO_LIGHTS, story };
  expect(windowMark(window, { kind: "record", seq: 28 }, lights)).toBe("lit");
  expect(windowNote(window, { kind: "record", seq: 28 }, lights)).toBe("missed by #28");
  expect(windowMark({ ...window, partition: 0 }, { kind: "record", seq: 28 }, lights)).toBeNull();
});

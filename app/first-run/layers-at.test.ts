import { expect, test } from "vitest";
import { firstSeqs, layersAt, stagesAt } from "./layers-at.ts";
import { lateOrdersMirror } from "./late-orders-mirror.ts";

const seqs = firstSeqs(lateOrdersMirror(), 1, 0);

test("each stage is made true by its first record in the partition in focus", () => {
  expect(seqs).toEqual({ dot: 0, window: 1, watermark: 2, closes: 8, late: 11, dropped: 13 });
});

test("a watermark below the first time of the plane has not entered it", () => {
  // #1 sets the watermark to -0.9 s, #2 moves it to 0.7 s.
  expect(firstSeqs(lateOrdersMirror(), 1, -1_000).watermark).toBe(1);
});

test("nothing is true before the first record, and a stage is true from behind its record on", () => {
  expect(stagesAt(seqs, 0)).toEqual([]);
  expect(stagesAt(seqs, 1)).toEqual(["dot"]);
  expect(stagesAt(seqs, 2)).toEqual(["dot", "window"]);
  expect(stagesAt(seqs, 8)).toEqual(["dot", "window", "watermark"]);
  expect(stagesAt(seqs, 9)).toEqual(["dot", "window", "watermark", "closes"]);
  expect(stagesAt(seqs, 17)).toEqual(["dot", "window", "watermark", "closes", "late", "dropped"]);
});

test("stepping back before a stage hides its layer again: layers depend on the position alone", () => {
  expect(layersAt(seqs, 14)).toMatchObject({ ground: true, windows: true, watermarks: true, lateness: true });
  expect(layersAt(seqs, 11)).toMatchObject({ watermarks: true, lateness: false });
  expect(layersAt(seqs, 2)).toMatchObject({ diagonal: true, windows: true, watermarks: false });
  expect(layersAt(seqs, 0)).toEqual({
    ground: false,
    diagonal: false,
    windows: false,
    watermarks: false,
    lateness: false,
    keyToLines: false,
    edgeWords: false,
    otherClocks: false,
  });
});

test("a run of which nothing is known yet comes to no stage", () => {
  const empty = firstSeqs(lateOrdersMirror(), 7, 0);
  expect([empty.window, empty.watermark, empty.closes, empty.late]).toEqual([null, null, null, null]);
});

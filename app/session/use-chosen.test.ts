import { expect, test } from "vitest";
import type { RecordStory, RowLineage } from "../../engine/client/types.ts";
import { NO_LIGHTS } from "./lights-store.ts";
import { isOf } from "./use-chosen.ts";

const window = { partition: 1, start: 10_000, end: 20_000 };

test("lights of another record, row or window are not those of the choice", () => {
  const ofRecord = {
    ...NO_LIGHTS,
    windows: [window],
    story: { seq: 28 } as Partial<RecordStory> as RecordStory,
  };
  const ofRow = {
    ...NO_LIGHTS,
    windows: [window],
    lineage: { row: 28 } as Partial<RowLineage> as RowLineage,
  };
  const ofWindow = { ...NO_LIGHTS, windows: [window] };
  const targets = [
    { kind: "record", seq: 28 },
    { kind: "row", row: 28 },
    { kind: "window", ...window },
    { kind: "window", ...window, partition: 0 },
    { kind: "record", seq: 29 },
  ] as const;
  const matches = [ofRecord, ofRow, ofWindow].map((lights) => targets.map((target) => isOf(lights, target)));
  expect(matches).toEqual([
    [true, false, false, false, false],
    [false, true, false, false, false],
    [false, false, true, false, false],
  ]);
  expect(isOf(ofRecord, null)).toBe(false);
});

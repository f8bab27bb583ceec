import { expect, test } from "vitest";
import type { RecordRow, RecordStory, RowLineage } from "../../engine/client/types.ts";
import { type Lights, NO_LIGHTS } from "../session/lights-store.ts";
import { clockFor } from "../words/clock.ts";
import { changeMark, changeNote, madeOf, recordMark, recordNote } from "./selection-marks.ts";

const clock = clockFor(0, 60_000);

function record(seq: number, verdict: RecordRow["verdict"] = "counted"): RecordRow {
  return { seq, arrival: seq, eventTime: seq, partition: 1, verdict, values: [] };
}

function change(index: number, cause: number): Parameters<typeof changeMark>[0] {
  return { index, cause, partition: 1, windowStart: 10_000, windowEnd: 20_000 };
}

const story: Lights = {
  ...NO_LIGHTS,
  records: [28],
  rows: [12, 30, 44],
  culprit: 25,
  story: { seq: 28 } as Partial<RecordStory> as RecordStory,
};
const lineage: Lights = {
  ...NO_LIGHTS,
  records: [3, 9, 17],
  rows: [52],
  lineage: { row: 52 } as Partial<RowLineage> as RowLineage,
};

test("the chosen record is selected, its culprit has the other bar, records to come are quiet", () => {
  const target = { kind: "record", seq: 28 } as const;
  const marks = [28, 25, 27].map((seq) => recordMark(record(seq), target, story));
  expect(marks).toEqual(["selected", "blamed", null]);
  expect(recordMark(record(40, "not yet"), target, story)).toBe("ahead");
  expect(recordNote(record(25), target, story)).toBe("culprit of #28");
});

test("a chosen row lights the records that made it, in words as well", () => {
  const target = { kind: "row", row: 52 } as const;
  expect([3, 9, 10].map((seq) => recordMark(record(seq), target, lineage))).toEqual(["lit", "lit", null]);
  expect([9, 10].map((seq) => recordNote(record(seq), target, lineage))).toEqual(["made row 52", null]);
  expect(madeOf(target, lineage, clock)).toBe("3 records make row 52");
  expect(madeOf(target, { ...lineage, records: [3] }, clock)).toBe("1 record makes row 52");
});

test("a chosen record lights every row that it changed, and the words tell cause from part", () => {
  const target = { kind: "record", seq: 28 } as const;
  expect([12, 13, 44].map((row) => changeMark(change(row, 0), target, story))).toEqual(["lit", null, "lit"]);
  expect(changeNote(change(12, 28), target, story)).toBe("caused by #28");
  expect(changeNote(change(44, 39), target, story)).toBe("#28 is part of it");
});

test("a chosen window lights its rows and its records, and those of no other partition", () => {
  const target = { kind: "window", partition: 1, start: 10_000, end: 20_000 } as const;
  expect(changeMark(change(7, 1), target, NO_LIGHTS)).toBe("lit");
  expect(changeMark({ ...change(7, 1), partition: 0 }, target, NO_LIGHTS)).toBeNull();
  const lights = { ...NO_LIGHTS, records: [3, 9] };
  expect(recordNote(record(9), target, lights)).toBe("counted in the chosen window");
  expect(madeOf(target, lights, clock)).toBe("2 records in [00:10, 00:20) of B");
});

import { expect, test } from "vitest";
import type { Engine, RecordStory } from "../../../engine/client/types.ts";
import { recordStory } from "../../words/hand-made-story.ts";
import { firstDropOf, lateIndexOf } from "./late-index.ts";

function engineOf(rows: readonly RecordStory[]): Pick<Engine, "late"> {
  return { late: (from, to) => Promise.resolve({ total: rows.length, rows: rows.slice(from, to) }) };
}
const late = (seq: number, dropped: boolean): RecordStory =>
  recordStory({ seq, verdict: dropped ? "dropped" : "counted late" });

test("a record is found wherever it stands among the late ones", async () => {
  const seqs = [3, 8, 13, 21];
  const engine = engineOf(seqs.map((seq) => late(seq, true)));
  for (const [index, seq] of seqs.entries()) expect(await lateIndexOf(engine, 4, seq)).toBe(index);
  expect(await lateIndexOf(engine, 4, 9)).toBe(-1);
  expect(await lateIndexOf(engine, 0, 3)).toBe(-1);
});

test("rows that went away meanwhile are not waited for", async () => {
  expect(await lateIndexOf(engineOf([]), 4, 9)).toBe(-1);
});

test("the first drop, also behind many that were counted", async () => {
  const rows = Array.from({ length: 600 }, (_, seq) => late(seq, seq >= 500));
  expect(await firstDropOf(engineOf(rows), rows.length)).toBe(500);
  expect(await firstDropOf(engineOf(rows), 0)).toBeNull();
  expect(await firstDropOf(engineOf(rows.slice(0, 400)), 400)).toBeNull();
});

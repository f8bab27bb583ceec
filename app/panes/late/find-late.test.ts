import { expect, test } from "vitest";
import type { Engine, LateRecord } from "../../../engine/client/types.ts";
import { findLate } from "./find-late.ts";

const late = (seq: number, dropped: boolean): LateRecord =>
  ({ seq, dropped: dropped ? { seq } : null }) as LateRecord;
const rows = [late(3, true), late(8, false), late(13, true), late(21, false)];
const engine: Pick<Engine, "late"> = {
  late: (from, to) => Promise.resolve({ total: rows.length, rows: rows.slice(from, to) }),
};

test("a selected record is found wherever it stands among the late ones", async () => {
  for (const { seq } of rows) expect((await findLate(engine, rows.length, seq))?.seq).toBe(seq);
});

test("without a late selection it is the newest that was dropped", async () => {
  expect((await findLate(engine, rows.length, null))?.seq).toBe(13);
  expect((await findLate(engine, rows.length, 9))?.seq).toBe(13);
});

test("where none was dropped it is the newest, and where none is late there is none", async () => {
  expect(
    (await findLate({ late: () => Promise.resolve({ total: 1, rows: [late(8, false)] }) }, 1, null))?.seq,
  ).toBe(8);
  expect(await findLate({ late: () => Promise.resolve({ total: 0, rows: [] }) }, 0, null)).toBeNull();
});

import { expect, test } from "vitest";
import { assert } from "../../common/assert.ts";
import { readValue } from "../../data/column.ts";
import type { RecordBatch } from "../../data/record-batch.ts";
import { compileQuery } from "../../plan/compile-query.ts";
import type { RunResult } from "../../runtime/result-row.ts";
import { runQuery } from "../../runtime/run-query.ts";
import { classicTen } from "./classic-ten.ts";

const { query, stream } = classicTen.description;

async function batchesOfSample(): Promise<RecordBatch[]> {
  const batches: RecordBatch[] = [];
  for await (const { batch } of classicTen.open(() => Promise.reject(new Error("no file is needed"))))
    batches.push(batch);
  return batches;
}

/** The starter query to the end of input. @param settings beside the stream's own options. */
async function run(settings: Readonly<Record<string, string>> = {}): Promise<RunResult> {
  const { plan, diagnostics } = compileQuery(query, [stream], { settings });
  expect(diagnostics).toEqual([]);
  assert(plan !== null, "the starter query compiles");
  return runQuery(plan, await batchesOfSample(), { endOfInput: true });
}

const clock = (ms: number | null): string => new Date(ms!).toISOString().slice(11, 16);

/** Window, kind, pane, sum and cause of every row, in order. */
function panes({ rows }: RunResult): unknown[] {
  return rows.map(({ windowStart, kind, pane, values, cause }) => [
    clock(windowStart),
    kind,
    pane,
    Number(values[0]),
    cause,
  ]);
}

test("5 on time, then 14 in a late pane, 18, 4 and 12: the 9 is counted under the stream's lateness of two minutes", async () => {
  const result = await run();
  expect(panes(result)).toEqual([
    ["12:00", "+I", "on-time", 5, 2],
    ["12:00", "+U", "late", 14, 6],
    ["12:02", "+I", "on-time", 18, 7],
    ["12:04", "+I", "on-time", 4, 8],
    ["12:06", "+I", "on-time", 12, Infinity],
  ]);
  expect(result.ledger).toMatchObject({
    read: 10,
    counted: 10,
    countedLate: 1,
    corrections: 1,
    late: 0,
    expired: 0,
  });
});

test("with allowed lateness 0 the 9 is dropped, and the first window stays 5", async () => {
  const result = await run({ "watermark.allowed_lateness": "0ms" });
  expect(panes(result)).toEqual([
    ["12:00", "+I", "on-time", 5, 2],
    ["12:02", "+I", "on-time", 18, 7],
    ["12:04", "+I", "on-time", 4, 8],
    ["12:06", "+I", "on-time", 12, Infinity],
  ]);
  expect(result.dropped).toMatchObject([{ seq: 6, reason: "expired", mover: 5, lateness: 150_000 }]);
  expect(result.ledger).toMatchObject({ read: 10, counted: 9, expired: 1 });
});

test("ten records in order of arrival, none before its event time, within the figure's axes", async () => {
  const batches = await batchesOfSample();
  expect(batches).toHaveLength(1);
  const [batch] = batches;
  const column = (index: number): number[] =>
    Array.from({ length: batch!.length }, (_, row) =>
      Number(readValue(batch!.columns[index]!, stream.schema[index]!.type, row)),
    );
  const [events, arrivals, scores] = [column(0), column(1), column(2)];
  expect(scores).toHaveLength(10);
  expect(classicTen.records).toBe(10);
  expect(arrivals).toEqual(arrivals.toSorted((a, b) => a - b));
  arrivals.forEach((arrival, seq) => expect(arrival).toBeGreaterThan(events[seq]!));
  expect(events.map(clock).every((time) => time >= "12:00" && time < "12:08")).toBe(true);
  expect(arrivals.map(clock).every((time) => time >= "12:05" && time < "12:10")).toBe(true);
});

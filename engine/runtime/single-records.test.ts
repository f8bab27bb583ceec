import { afterEach, expect, test } from "vitest";
import type { LoadResult } from "./engine-service.ts";
import { engine, pauseAll, type ServiceUnderTest } from "../testing/service-under-test.ts";

afterEach(pauseAll);

/** [event time in ms, k, v] of each record. */
const records = [
  [0, "a", 1],
  [4_000, "a", 2],
  [10_000, "a", 4],
  [7_000, "a", 8],
  [16_001, "b", 16],
  [25_000, "a", 32],
  [3_000, "a", 64],
  [50_000, "c", 128],
] as const;
const lines = records.map(([ms, k, v]) => `${new Date(1_700_000_000_000 + ms).toISOString()},${k},${v}`);
const text = `ts,k,v\n${lines.join("\n")}\n`;
const options =
  " WITH ('watermark.max_out_of_orderness'='0s','event.time.field'='ts','watermark.min_advance'='0ms')";
const sessions =
  "SELECT k, v, window_start FROM TABLE(SESSION(TABLE t PARTITION BY k, DESCRIPTOR(ts), INTERVAL '5' SECOND))";
const hops =
  "SELECT k, v FROM TABLE(HOP(TABLE t, DESCRIPTOR(ts), INTERVAL '5' SECOND, INTERVAL '10' SECOND))";
const held = "SELECT k, ts, v FROM t EMIT ON WINDOW CLOSE";

/** A service that has run a query to the end of input. */
async function finished(sql: string): Promise<ServiceUnderTest & { readonly loaded: LoadResult }> {
  const made = engine();
  const source = { kind: "text", name: "t", format: "csv", text } as const;
  const loaded = await made.service.load({ sql: sql + options, source });
  expect(loaded.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  await made.until(({ known, length }) => known === length && length > 0);
  made.service.seek(Infinity);
  await made.until(({ phase }) => phase === "finished");
  return { ...made, loaded };
}

/** Seqs of each row's lineage, and by record the rows of its effects. */
function causes({ service }: ServiceUnderTest, rows: number) {
  return {
    lineages: Array.from({ length: rows }, (_, row) => service.lineage(row)?.records),
    effects: records.map((_, seq) => service.effects(seq)?.rows),
  };
}

test("rows of records are shown as they came, none in the place of another", async () => {
  for (const sql of [sessions, hops, held]) {
    const { service, loaded } = await finished(sql);
    expect(loaded.query?.emission).toBe("records");
    expect(loaded.query?.roles).not.toContain("aggregate");
    expect(service.changes(0, 100)).not.toHaveLength(0);
  }
});

test("a row that waited for the watermark is made of its own record alone", async () => {
  const made = await finished(held);
  const { lineages, effects } = causes(made, 5);
  expect(lineages).toEqual([[0], [1], [2], [4], [5]]);
  expect(effects).toEqual([[0], [1], [2], [], [3], [4], [], []]);
});

test("a row of an unfolded session is made of its own record, though all of the session's gave it its bounds", async () => {
  const made = await finished(sessions);
  const { lineages, effects } = causes(made, 7);
  // #2 closes the session of #0 and #1; #3 joins that of #2; #6 comes too late.
  expect(lineages).toEqual([[0], [1], [2], [3], [4], [5], [7]]);
  expect(effects).toEqual([[0], [1], [2], [3], [4], [5], [], [6]]);
});

test("copies of a record are compared by their windows, in whatever order they leave", async () => {
  const { service } = await finished(hops);
  const rows = async (preset: "velostream" | "risingwave") => (await service.compare(preset))?.rows;
  expect(await rows("velostream")).toMatchObject({ agrees: 16, "only here": 0, "only there": 0 });
  expect(await rows("risingwave")).toMatchObject({ agrees: 12, "only here": 4, "only there": 0 });
});

test("records of sessions are compared one by one, not by session", async () => {
  const { service } = await finished(sessions);
  expect((await service.compare("flink"))?.rows).toMatchObject({ agrees: 7, "only here": 0 });
});

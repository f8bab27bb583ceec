import { afterEach, expect, test } from "vitest";
import type { PresetName } from "../../spec/semantics-rules.ts";
import { findSample } from "../../source/samples/registry.ts";
import { csv, engine, pauseAll, type ServiceUnderTest } from "../../testing/service-under-test.ts";
import type { QueryDocument } from "../engine-service.ts";
import type { ComparedRow } from "./comparison.ts";

afterEach(pauseAll);

const lateOrders = { kind: "sample", id: "late-orders" } as const;
const { query: sql } = findSample("late-orders")!.description;

/** A service that has run a query to a position; Infinity: the end of input. */
async function service(
  query: string = sql,
  position: number = Infinity,
  source: QueryDocument["source"] = lateOrders,
): Promise<ServiceUnderTest> {
  const made = engine();
  const { diagnostics } = await made.service.load({ sql: query, source });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  await made.until(({ known, length }) => known === length && length > 0);
  made.service.seek(position);
  await made.until((state) => state.phase === "finished" || state.position === position);
  return made;
}

const text = ({ windowStart }: ComparedRow, values: readonly unknown[]): string =>
  `${windowStart} ${values.join(" ")}`;

/** The final rows of a run of its own under a preset's rules. */
async function finalRows(preset: PresetName, position?: number): Promise<readonly string[]> {
  const said = `EMIT FINAL WITH ('semantics' = '${preset}')`;
  const own = await service(sql.replace("EMIT FINAL", said), position);
  return own.service.table(0, 100).map(({ windowStart, values }) => `${windowStart} ${values.join(" ")}`);
}

test("each side of a comparison is what a run of its own under those rules comes to, at any position", async () => {
  for (const preset of ["flink", "ksqldb", "risingwave"] as const) {
    const { service: shown, until } = await service();
    for (const position of [Infinity, 12, 5, 17]) {
      shown.seek(position);
      await until((state) => state.position === Math.min(17, position));
      const comparison = (await shown.compare(preset))!;
      expect(comparison).toMatchObject({ position: Math.min(17, position), ended: position > 17 });
      const rows = shown.comparedRows(0, 100, false);
      const here = rows.flatMap((row) => (row.here ? [text(row, row.here.values)] : []));
      const there = rows.flatMap((row) => (row.there ? [text(row, row.there.values)] : []));
      expect(here).toEqual(await finalRows("velostream", position));
      expect(there.toSorted()).toEqual((await finalRows(preset, position)).toSorted());
      const { agrees, differs, ...only } = comparison.rows;
      expect(agrees + differs + only["only here"] + only["only there"]).toBe(rows.length);
    }
  }
});

test("late orders: Flink's streams declare no lateness, so one order more is dropped and one row differs", async () => {
  const { service: shown } = await service();
  expect(await shown.compare("flink")).toMatchObject({
    rows: { agrees: 12, differs: 1, "only here": 0, "only there": 0 },
    columns: [0, 1],
    fates: [{ here: "counted", there: "dropped", records: 1 }],
    changes: {
      here: { rows: 14, kinds: { "+I": 13, "-U": 0, "+U": 1, "-D": 0 } },
      there: { rows: 13, kinds: { "+I": 13, "-U": 0, "+U": 0, "-D": 0 } },
    },
    causes: null,
  });
  const explained = await shown.explainComparison();
  expect(explained?.causes).toEqual([
    { rules: ["streamsDeclareLateness"], rows: 1, records: 1, changelog: true },
  ]);
  const [row] = shown.comparedRows(0, 10, true);
  expect(row).toMatchObject({ fate: "differs", columns: [1], explanation: ["streamsDeclareLateness"] });
  expect([row!.here!.values[1], row!.there!.values[1]]).toEqual([3n, 2n]);
  expect(shown.comparedRecords(0, 10)).toMatchObject([
    { seq: 11, here: "counted", there: "dropped", explanation: ["streamsDeclareLateness"] },
  ]);
});

test("a comparison that nobody waits for any more ends with null; the next one is answered", async () => {
  const { service: shown } = await service();
  const comparing = shown.compare("ksqldb");
  shown.stopComparing();
  expect(await comparing).toBeNull();
  expect((await shown.compare("ksqldb"))?.rows["only here"]).toBe(4);
});

test("rows that the end of input alone makes are only here where nothing fires there", async () => {
  const { service: shown } = await service();
  const comparison = await shown.compare("ksqldb");
  expect(comparison?.rows["only here"]).toBe(4);
  await shown.explainComparison();
  const only = shown.comparedRows(0, 100, true).filter(({ fate }) => fate === "only here");
  expect(only.map(({ explanation, there }) => [explanation, there])).toEqual(
    Array.from({ length: 4 }, () => [["endOfInputFires"], null]),
  );
});

test("each difference of rows, records and changelog between presets has rules that make it", async () => {
  const pairs = [
    ["velostream", "ksqldb"],
    ["velostream", "risingwave"],
    ["ksqldb", "flink"],
    ["flink", "risingwave"],
  ] as const;
  for (const [here, there] of pairs) {
    const said = `EMIT FINAL WITH ('semantics' = '${here}')`;
    const { service: shown } = await service(sql.replace("EMIT FINAL", said));
    await shown.compare(there);
    const { causes } = (await shown.explainComparison())!;
    const unexplained = causes?.filter(({ rules }) => rules.length === 0);
    expect(unexplained, `${here} beside ${there}`).toEqual([]);
  }
});

test("numbers are compared by their value: AVG of BIGINT differs under Flink only where it is no whole number", async () => {
  const source = {
    kind: "text",
    name: "t",
    format: "csv",
    text: "ts,k,n\n2024-01-01T00:00:00Z,a,1\n2024-01-01T00:00:01Z,a,2\n2024-01-01T00:00:02Z,b,4\n",
  } as const;
  const { service: shown } = await service(
    "SELECT k, AVG(n) AS mean FROM t GROUP BY k WINDOW TUMBLING(ts, 10s) EMIT FINAL WITH ('watermark.max_out_of_orderness' = '0s')",
    Infinity,
    source,
  );
  expect((await shown.compare("flink"))?.rows).toMatchObject({ agrees: 1, differs: 1 });
  await shown.explainComparison();
  expect(shown.comparedRows(0, 9, true)).toMatchObject([
    { here: { values: ["a", 1.5] }, there: { values: ["a", 1n] }, explanation: ["averageOfBigint"] },
  ]);
});

test("results that agree may have come about otherwise: the rules of the changelog are told too", async () => {
  const { service: shown } = await service("SELECT city, COUNT(*) AS orders FROM orders GROUP BY city");
  expect(await shown.compare("flink")).toMatchObject({
    rows: { agrees: 5, differs: 0 },
    changes: { here: { rows: 17, kinds: { "-U": 0 } }, there: { rows: 29, kinds: { "-U": 12 } } },
  });
  expect((await shown.explainComparison())?.causes).toEqual([
    { rules: ["updateBefore"], rows: 0, records: 0, changelog: true },
  ]);
});

test("sessions are aligned by their bounds: records a gap apart are one session here and two there", async () => {
  const source = {
    kind: "text",
    name: "t",
    format: "csv",
    text: "ts,k\n2024-01-01T00:00:00Z,a\n2024-01-01T00:00:10Z,a\n2024-01-01T00:05:00Z,a\n2024-01-01T00:10:00Z,a\n",
  } as const;
  const { service: shown } = await service(
    "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW SESSION(ts, 10s) EMIT FINAL WITH ('watermark.max_out_of_orderness' = '0s')",
    Infinity,
    source,
  );
  expect((await shown.compare("risingwave"))?.errors).toEqual([]);
  await shown.explainComparison();
  const [start, second] = [Date.UTC(2024, 0, 1), 1_000];
  const sessions = shown
    .comparedRows(0, 9, false)
    .map(({ windowStart, windowEnd, fate, explanation }) => [
      (windowStart! - start) / second,
      (windowEnd! - start) / second,
      fate,
      explanation,
    ]);
  expect(sessions).toEqual([
    [0, 10, "only there", ["session.touchingJoins"]],
    [0, 20, "only here", ["session.touchingJoins"]],
    [10, 20, "only there", ["session.touchingJoins"]],
    [300, 310, "only here", ["endOfInputFires"]],
    [600, 610, "only here", ["endOfInputFires"]],
  ]);
});

test("rows without groups are aligned by their record", async () => {
  const { service: shown } = await service("SELECT city, ordered_at FROM orders");
  expect((await shown.compare("flink"))?.rows).toMatchObject({ agrees: 17, "only here": 0 });
  expect(await shown.compare("risingwave")).toMatchObject({
    rows: { agrees: 15, differs: 0, "only here": 2, "only there": 0 },
    fates: [{ here: "counted", there: "dropped", records: 2 }],
  });
  expect((await shown.explainComparison())?.causes).toEqual([
    { rules: ["lateAction"], rows: 2, records: 2, changelog: true },
  ]);
});

test("a query that cannot be bound under the other rules is told by its errors", async () => {
  const { service: shown } = await service(sql.replace("EMIT FINAL", "EMIT CHANGES"));
  const comparison = await shown.compare("flink");
  const errors = comparison?.errors.map(({ code, hint }) => [code, hint]);
  expect(errors).toEqual([["UNSUPPORTED_EMIT_CHANGES", "Leave EMIT CHANGES out."]]);
  expect(shown.comparedRows(0, 10, false)).toEqual([]);
  expect((await shown.explainComparison())?.causes).toBeNull();
});

test("a record that ends the job there leaves what came before it", async () => {
  const rows = csv(20).split("\n");
  rows[11] = ",3";
  const source = { kind: "text", name: "t", format: "csv", text: rows.join("\n") } as const;
  const { service: shown } = await service(
    "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW TUMBLING(ts, 1s) EMIT FINAL WITH ('watermark.max_out_of_orderness' = '0s')",
    Infinity,
    source,
  );
  const comparison = await shown.compare("flink");
  expect(comparison?.failure).toContain("Record #10 has no event time");
  expect(comparison?.rows).toMatchObject({ "only here": 7, agrees: 0 });
  expect((await shown.explainComparison())?.causes).toEqual([
    { rules: ["nullTime"], rows: 7, records: 0, changelog: true },
  ]);
});

test("a newer comparison, and another load, end the one under way", async () => {
  const { service: shown } = await service(
    "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW TUMBLING(ts, 1s) EMIT FINAL WITH ('watermark.max_out_of_orderness' = '0s')",
    Infinity,
    { kind: "text", name: "t", format: "csv", text: csv(30_000) },
  );
  const first = shown.compare("flink");
  const second = shown.compare("ksqldb");
  expect([await first, (await second)?.there]).toEqual([null, "ksqldb"]);
  const third = shown.compare("risingwave");
  await shown.load({ sql, source: lateOrders });
  expect(await third).toBeNull();
  expect(shown.comparedRows(0, 10, false)).toEqual([]);
});

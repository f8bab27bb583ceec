import { afterEach, expect, test } from "vitest";
import { csv, document, engine, pauseAll, slowly } from "../testing/service-under-test.ts";

afterEach(pauseAll);

test("a document is loaded paused at 0, and runs to the end of input", async () => {
  const { service, until } = engine();
  const { query, diagnostics } = await service.load(document(5_000));
  expect(diagnostics).toEqual([]);
  expect(query).toMatchObject({ stream: "t", emission: "changes", windowSize: 1_000 });
  await until(({ phase, length }) => phase === "paused" && length === 5_000);
  service.seek(Infinity);
  const end = await until(({ phase }) => phase === "finished");
  expect(end).toMatchObject({ position: 5_000, rowsOut: 5_000, tableRows: 35 });
  expect(end.ledger).toMatchObject({ read: 5_000, counted: 5_000 });
  expect(service.changes(4_998, 9_999)).toHaveLength(2);
});

test("the dialect of a text is told while it is typed and when it is loaded, also where it has errors", async () => {
  const { service } = engine();
  const ksqldb = document(10, "SELECT nix FROM t WINDOW TUMBLING (SIZE 5 SECONDS) GROUP BY nix");
  expect((await service.check(ksqldb)).dialect).toEqual({ name: "ksqldb", fixed: false });
  expect((await service.load(ksqldb)).dialect).toEqual({ name: "ksqldb", fixed: false });
  expect((await service.check(document(10, "-- @dialect: flink\nSELECT nix FROM t"))).dialect).toEqual({
    name: "flink",
    fixed: true,
  });
  expect((await service.check(document(10, "SHOW STREAMS"))).dialect).toBeNull();
});

test("a query with errors replaces nothing", async () => {
  const { service, until } = engine();
  await service.load(document(10));
  await until(({ length }) => length === 10);
  service.seek(Infinity);
  await until(({ phase }) => phase === "finished");
  const { query, diagnostics } = await service.load(document(10, "SELECT nix FROM t"));
  expect(query).toBeNull();
  expect(diagnostics[0]?.code).toBe("UNKNOWN_COLUMN");
  expect(service.changes(0, 100)).toHaveLength(10);
});

test("restart while batches are under way: the new run has not failed, and is paused at 0", async () => {
  const { service, until } = engine(slowly);
  await service.load(document(60_000));
  await until(({ length }) => length === 60_000);
  service.seek(Infinity);
  const { run } = await until(({ position }) => position > 0);
  await service.restart();
  const fresh = await until((state) => state.run > run);
  expect(fresh).toMatchObject({ phase: "paused", position: 0, failure: null });
  await new Promise((resolve) => setTimeout(resolve, 50));
  service.seek(Infinity);
  expect(await until(({ phase }) => phase === "finished" || phase === "failed")).toMatchObject({
    phase: "finished",
    position: 60_000,
    failure: null,
  });
});

test("of two loads the later one counts, whichever is ready first", async () => {
  const { service, until } = engine();
  const first = service.load(document(50_000));
  const second = service.load(document(3));
  expect((await first).query).toBeNull();
  expect((await second).query).not.toBeNull();
  await until(({ length }) => length === 3);
});

test("a source that cannot be read fails the run by its reason, and restart opens it again", async () => {
  const { service, until, states } = engine();
  await service.load({
    sql: "SELECT origin, COUNT(*) AS n FROM flights GROUP BY origin WINDOW TUMBLING(scheduled, 1d)",
    source: { kind: "sample", id: "late-flights" },
  });
  expect((await until(({ phase }) => phase === "failed")).failure).toBe("There are no sample data here.");
  const before = states.length;
  await service.restart();
  await until((state) => states.length > before && state.phase === "failed");
});

test("a record that ends the job leaves the rows before it, whatever the slices are", async () => {
  const rows = csv(9_100).split("\n");
  rows[9_001] = ",1";
  const flink = {
    sql: "SELECT window_start, window_end, k, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' SECOND)) GROUP BY window_start, window_end, k WITH ('watermark.max_out_of_orderness' = '0s')",
    source: { kind: "text", name: "t", format: "csv", text: rows.join("\n") } as const,
  };
  const counts: number[] = [];
  for (const stop of [0, 4_000]) {
    const { service, until } = engine();
    await service.load(flink);
    await until(({ length }) => length === 9_100);
    if (stop > 0) {
      service.seek(stop);
      await until(({ position }) => position === stop);
    }
    service.seek(Infinity);
    const failed = await until(({ phase }) => phase === "failed");
    expect(failed.position).toBe(9_000);
    expect(failed.failure).toContain("Record #9000 has no event time");
    counts.push(failed.rowsOut);
  }
  expect(counts[0]).toBeGreaterThan(0);
  expect(counts[1]).toBe(counts[0]);
});

test("the trace comes in tails of 50,000 rows a table, which together are all of it, in arrays of their own", async () => {
  const { service, until } = engine();
  await service.load(document(60_000));
  await until(({ known }) => known === 60_000);
  const first = service.trace({ records: 0, steps: 0, windows: 0 })!;
  const second = service.trace({ records: 50_000, steps: 50_000, windows: 0 })!;
  expect([first.run, first.known, first.records.from, first.records.fate.length]).toEqual([
    1, 60_000, 0, 50_000,
  ]);
  expect([second.records.from, second.records.fate.length, second.steps.from]).toEqual([
    50_000, 10_000, 50_000,
  ]);
  expect([first.steps.seq.length > 0, second.steps.seq.length]).toEqual([true, 0]);
  expect(second.records.arrival[0]).toBe(50_000);
  const buffers = [first, second].flatMap(({ records, steps, windows }) =>
    [records, steps, windows].flatMap((columns) =>
      Object.values(columns).flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer] : [])),
    ),
  );
  expect(new Set(buffers).size).toBe(buffers.length);
});

test("the scrubber's marks lie at the arrival of what they mark: drops one by one, or counted where they are many", async () => {
  const { service, until } = engine();
  const late = (rows: number): string =>
    `ts,k\n${Array.from({ length: rows }, (_, i) => (i % 2 === 0 ? 1_000_000 + i : 0) + ",1").join("\n")}\n`;
  const strict =
    "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW TUMBLING(ts, 1s) EMIT FINAL WITH ('late.data.strategy' = 'drop', 'watermark.max_out_of_orderness' = '0s')";
  for (const rows of [100, 5_000]) {
    const { diagnostics } = await service.load({
      sql: strict,
      source: { kind: "text", name: "t", format: "csv", text: late(rows) },
    });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    await until(({ known, length }) => known === rows && length === rows);
    const { drops, dropBins, known } = service.timeline()!;
    expect(known).toBe(rows);
    const odd = Array.from({ length: rows / 2 }, (_, i) => 2 * i + 1);
    expect(drops).toEqual(rows === 100 ? odd : []);
    expect(dropBins.reduce((sum, { dropped }) => sum + dropped, 0)).toBe(rows === 100 ? 0 : rows / 2);
    for (const { start, end, dropped } of dropBins)
      expect(odd.filter((arrival) => arrival >= start && arrival < end).length).toBe(dropped);
  }
});

import { afterEach, expect, test } from "vitest";
import type { PresetName } from "../../spec/semantics-rules.ts";
import { engine, pauseAll } from "../../testing/service-under-test.ts";
import type { ComparedRow } from "./comparison.ts";

afterEach(pauseAll);

const start = Date.UTC(2024, 0, 1);

/** Rows that only the other run has, at the end of input. @param records seconds and key of each; "" is NULL. */
async function onlyThere(
  query: string,
  records: readonly (readonly [seconds: number, k: string])[],
  [here, there]: readonly [PresetName, PresetName],
): Promise<readonly ComparedRow[]> {
  const lines = records.map(([seconds, k]) => `${new Date(start + 1_000 * seconds).toISOString()},${k}`);
  const { service, until } = engine();
  const options = ` WITH ('semantics' = '${here}', 'watermark.max_out_of_orderness' = '0s')`;
  const { diagnostics } = await service.load({
    sql: query + options,
    source: { kind: "text", name: "t", format: "csv", text: `ts,k\n${lines.join("\n")}\n` },
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  await until(({ known, length }) => known === length && known > 0);
  service.seek(Infinity);
  await until(({ phase }) => phase === "finished");
  expect((await service.compare(there))?.errors).toEqual([]);
  return service.comparedRows(0, 100, true).filter(({ fate }) => fate === "only there");
}

test("a session that is not here is found by the key that its first record has here", async () => {
  const rows = await onlyThere(
    "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW SESSION(ts, 10s) EMIT FINAL",
    [
      [0, "b"],
      [0, "a"],
      [10, "a"],
      [300, "a"],
      [600, "a"],
    ],
    ["velostream", "risingwave"],
  );
  const window = (from: number, to: number) => ({
    kind: "window",
    partition: expect.any(Number) as number,
    start: start + 1_000 * from,
    end: start + 1_000 * to,
    key: 1,
    exists: false,
  });
  const places = rows.map(({ placeHere }) => placeHere);
  expect(places).toEqual([window(0, 10), window(10, 20)]);
});

test("a window that is here, where a row of it is not, is told as such", async () => {
  const rows = await onlyThere(
    "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW TUMBLING(ts, 10s) EMIT FINAL",
    [
      [1, "a"],
      [2, "a"],
      [60, "a"],
    ],
    ["ksqldb", "velostream"],
  );
  expect(rows.map(({ placeHere }) => placeHere)).toEqual([
    {
      kind: "window",
      partition: expect.any(Number) as number,
      start: start + 60_000,
      end: start + 70_000,
      exists: true,
    },
  ]);
});

test("of a group without a window, and of a record, it is the first record that its row is made of", async () => {
  const records = [
    [1, "a"],
    [2, ""],
    [3, ""],
  ] as const;
  const groups = await onlyThere("SELECT k, COUNT(*) AS n FROM t GROUP BY k EMIT CHANGES", records, [
    "ksqldb",
    "velostream",
  ]);
  expect(groups.map(({ placeHere }) => placeHere)).toEqual([{ kind: "record", seq: 1 }]);
  const late = [
    [5, "a"],
    [1, "b"],
  ] as const;
  const rows = await onlyThere("SELECT k, ts FROM t", late, ["risingwave", "velostream"]);
  expect(rows.map(({ placeHere }) => placeHere)).toEqual([{ kind: "record", seq: 1 }]);
});

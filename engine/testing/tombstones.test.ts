import { describe, expect, test } from "vitest";
import { planOf } from "./compile-text.ts";
import { realEngine, referenceEngine } from "./executors.ts";
import { handMadeStream } from "./hand-made-trial.ts";

describe.each([
  ["the reference engine", referenceEngine],
  ["the engine", realEngine(1, 1)],
] as const)("%s", (_, run) => {
  /** The rows that are taken back. */
  function tombstones(sql: string): readonly (readonly unknown[])[] {
    const plan = planOf(sql, { preset: "ksqldb" }, handMadeStream);
    const records = [0, 4_000].map((ts) => [ts, "a"]);
    const { rows } = run(plan, records, { endOfInput: false });
    return rows.filter(({ kind }) => kind === "-D").map(({ values }) => values);
  }

  test("a tombstone holds keys and window bounds alone: no literal, no expression over them", () => {
    const columns = "k, UPPER(k) AS u, 5 AS five, WINDOWEND - WINDOWSTART AS len, COUNT(*) AS n";
    const sessions = `SELECT ${columns} FROM t WINDOW SESSION (5 SECONDS) GROUP BY k EMIT CHANGES`;
    expect(tombstones(sessions)).toEqual([["a", null, null, null, null]]);
    const tumbling = `SELECT ${columns}, WINDOWSTART AS ws FROM t WINDOW TUMBLING (SIZE 10 SECONDS) GROUP BY k HAVING COUNT(*) < 2 EMIT CHANGES`;
    expect(tombstones(tumbling)).toEqual([["a", null, null, null, null, 0]]);
  });

  test("a tombstone of groups without a window holds their keys alone", () => {
    const sql =
      "SELECT k, UPPER(k) AS u, 5 AS five, COUNT(*) AS n FROM t GROUP BY k HAVING COUNT(*) < 2 EMIT CHANGES";
    expect(tombstones(sql)).toEqual([["a", null, null, null]]);
  });
});

import { describe, expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { STRING, TIMESTAMP } from "../data/data-type.ts";
import { planOf } from "./compile-text.ts";
import { realEngine, referenceEngine } from "./executors.ts";

const stream: StreamDefinition = {
  name: "t",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "k", type: STRING },
  ],
  eventTime: "ts",
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: 0,
};

describe.each([
  ["the reference engine", referenceEngine],
  ["the engine", realEngine(1, 1)],
] as const)("%s", (_, run) => {
  /** The rows that are taken back. */
  function tombstones(sql: string): readonly (readonly unknown[])[] {
    const plan = planOf(sql, { preset: "ksqldb" }, stream);
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

import { describe, expect, test } from "vitest";
import { compileQuery } from "../plan/compile-query.ts";
import { TIMESTAMP } from "../data/data-type.ts";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { realEngine, referenceEngine } from "./executors.ts";

/** What Velostream's own tests say of its sessions, and where ours are meant to differ. */
const stream: StreamDefinition = {
  name: "t",
  schema: [{ name: "ts", type: TIMESTAMP }],
  eventTime: "ts",
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: 0,
};

describe.each([
  ["the reference engine", referenceEngine],
  ["the engine", realEngine(2, 1)],
] as const)("%s", (_, run) => {
  /** Rows as [kind, start, end, records, cause]. */
  function sessions(
    seconds: number,
    times: readonly number[],
    options: { emit?: string; endOfInput?: boolean } = {},
  ) {
    const { emit = "", endOfInput = false } = options;
    const sql = `SELECT window_start, window_end, COUNT(*) FROM t WINDOW SESSION(${seconds}s)${emit} WITH ('watermark.min_advance' = '0ms')`;
    const { plan } = compileQuery(sql, [stream]);
    const records = times.map((time) => [BigInt(time)]);
    const { rows } = run(plan!, records, { endOfInput });
    return rows.map(({ kind, values, cause }) => [kind, ...values.map(Number), cause]);
  }

  test("fact 16: a gap of 300 s, records at 1, 60 and 120 s: one session that ends at 420 s and is open", () => {
    expect(sessions(300, [1_000, 60_000, 120_000])).toEqual([]);
    expect(sessions(300, [1_000, 60_000, 120_000], { endOfInput: true })).toEqual([
      ["+I", 1_000, 420_000, 3, Infinity],
    ]);
  });

  test("fact 17: a record more than the gap behind the last closes the session", () =>
    expect(sessions(300, [1_000, 60_000, 500_000])).toEqual([["+I", 1_000, 360_000, 2, 2]]));

  test("fact 18: the record that closes a session is the first of the next one", () =>
    expect(sessions(300, [10_000, 20_000, 500_000], { endOfInput: true }).slice(1)).toEqual([
      ["+I", 500_000, 800_000, 1, Infinity],
    ]));

  test("fact 19: a gap of 10 s, records at 1, 5 and 20 s: the session that closes ends at 15 s", () =>
    expect(sessions(10, [1_000, 5_000, 20_000])).toEqual([["+I", 1_000, 15_000, 2, 2]]));

  test("fact 20, ours: a session whose end the watermark has reached is open, for a record at the gap joins it", () => {
    expect(sessions(60, [10_000, 70_000])).toEqual([]);
    expect(sessions(60, [10_000, 70_001])).toEqual([["+I", 10_000, 70_000, 1, 1]]);
  });

  test("fact 21, ours: a late record inside a session that has closed corrects its row", () =>
    expect(sessions(60, [1_000, 50_000, 120_000, 40_000])).toEqual([
      ["+I", 1_000, 110_000, 2, 2],
      ["+U", 1_000, 110_000, 3, 3],
    ]));

  test("a record out of order inside a session never makes it shorter, as it does there", () =>
    expect(sessions(10, [1_000, 9_000, 3_000, 30_000])).toEqual([["+I", 1_000, 19_000, 3, 3]]));
});

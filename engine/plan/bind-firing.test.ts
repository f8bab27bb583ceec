import { describe, expect, test } from "vitest";
import { aggregateQueryOf, planOf, problemsOf } from "../testing/compile-text.ts";

const call = "TUMBLE(ts, INTERVAL '10' SECOND)";
const legacy = `SELECT k, COUNT(*) FROM orders GROUP BY k, ${call}`;
const tableFunction =
  "SELECT k, COUNT(*) FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '10' SECOND)) GROUP BY k, window_start, window_end";
const sessions = "SELECT k, COUNT(*) FROM orders GROUP BY k, SESSION(ts, INTERVAL '10' SECOND)";
const preset = "flink";

const firing = {
  early: {
    "table.exec.emit.early-fire.enabled": "true",
    "table.exec.emit.early-fire.delay": "0 ms",
  },
  late: {
    "table.exec.emit.late-fire.enabled": "true",
    "table.exec.emit.late-fire.delay": "0 ms",
  },
  lateness: { "table.exec.emit.allow-lateness": "4 s" },
} as const;

const codes = (sql: string, settings: Readonly<Record<string, string>>): readonly string[] =>
  problemsOf(sql, { preset, settings }).map((problem) => problem.split(" ")[0]!);

describe("Flink's older windows fire early and late", () => {
  test("early fire prints after each record, and nothing more at a close that changes nothing", () => {
    expect(aggregateQueryOf(legacy, { preset, settings: firing.early }).emission.mode).toBe("changes");
    expect(aggregateQueryOf(legacy, { preset }).emission.mode).toBe("final");
  });

  test("an allowed lateness keeps closed windows for corrections, with a late fire or without", () => {
    for (const settings of [firing.lateness, { ...firing.lateness, ...firing.late }])
      expect(planOf(legacy, { preset, settings })).toMatchObject({
        late: { allowedLateness: 4_000 },
        query: { emission: { mode: "final" } },
      });
    expect(planOf(legacy, { preset }).late.allowedLateness).toBe(0);
  });

  test("SET in the script says the same", () =>
    expect(
      planOf(`SET 'table.exec.emit.allow-lateness' = '4 s'; ${legacy}`, { preset }).late.allowedLateness,
    ).toBe(4_000));

  test("what is switched off says nothing", () => {
    const settings = { ...firing.early, "table.exec.emit.early-fire.enabled": "false" };
    expect(aggregateQueryOf(legacy, { preset, settings }).emission.mode).toBe("final");
    expect(codes(tableFunction, settings)).toEqual([]);
  });
});

describe("and are refused", () => {
  test("of table functions, as Flink does; a lateness alone has no effect there", () => {
    expect(codes(tableFunction, firing.early)).toEqual(["UNSUPPORTED_SETTING"]);
    expect(codes(tableFunction, firing.lateness)).toEqual(["OPTION_WITHOUT_EFFECT"]);
    expect(planOf(tableFunction, { preset, settings: firing.lateness }).late.allowedLateness).toBe(0);
  });

  test("of sessions", () => expect(codes(sessions, firing.early)).toContain("UNSUPPORTED_SETTING"));

  test("at intervals, which go by a machine's clock", () =>
    expect(codes(legacy, { ...firing.early, "table.exec.emit.early-fire.delay": "5 s" })).toEqual([
      "UNSUPPORTED_SETTING",
    ]));

  test("without the delay, and late fire without a lateness", () => {
    expect(codes(legacy, { "table.exec.emit.early-fire.enabled": "true" })).toEqual(["MISSING_OPTION"]);
    expect(codes(legacy, firing.late)).toEqual(["MISSING_OPTION"]);
  });

  test("beside another word on the same", () => {
    expect(codes(`${legacy} EMIT FINAL`, firing.early)).toContain("CONTRADICTING_OPTIONS");
    expect(codes(`${legacy} WITH ('watermark.allowed_lateness' = '2s')`, firing.lateness)).toEqual([
      "CONTRADICTING_OPTIONS",
    ]);
  });

  test.each(["velostream", "ksqldb", "risingwave"] as const)("under the rules of %s", (other) =>
    expect(
      problemsOf("SELECT k, COUNT(*) FROM orders GROUP BY k", { preset: other, settings: firing.early }),
    ).toEqual(['UNSUPPORTED_SETTING ""']),
  );

  test("without a window they mean nothing", () =>
    expect(codes("SELECT k, COUNT(*) FROM orders GROUP BY k", firing.early)).toEqual([
      "OPTION_WITHOUT_EFFECT",
    ]));
});

import { describe, expect, test } from "vitest";
import { semanticsRules } from "../spec/semantics-rules.ts";
import { planOf, problemsOf } from "../testing/compile-text.ts";

const native = "SELECT k, COUNT(*) FROM orders GROUP BY k WINDOW TUMBLING(10s)";
const ksqldb = "SELECT k, COUNT(*) FROM orders WINDOW TUMBLING (SIZE 10 SECONDS) GROUP BY k";
const flink =
  "SELECT k, COUNT(*) FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '10' SECOND)) GROUP BY window_start, window_end, k";
const risingwave =
  "SELECT k, COUNT(*) FROM TUMBLE(orders, ts, INTERVAL '10' SECOND) GROUP BY window_start, window_end, k";

describe("whose rules a query runs under", () => {
  test("those of the engine whose spelling it uses", () => {
    expect([native, ksqldb, flink].map((sql) => planOf(sql).preset)).toEqual([
      "velostream",
      "ksqldb",
      "flink",
    ]);
    expect(planOf(flink).rules).toEqual(semanticsRules.flink);
  });

  test("'semantics' goes before the spelling, in WITH and in settings", () => {
    expect(planOf(`${native} WITH ('semantics' = 'flink')`).preset).toBe("flink");
    expect(planOf(flink, { settings: { semantics: "velostream" } }).preset).toBe("velostream");
  });

  test("the caller's choice goes before all, which is noted where it differs", () => {
    const sql = `${native} WITH ('semantics' = 'flink')`;
    expect(planOf(sql, { preset: "ksqldb" }).preset).toBe("ksqldb");
    expect(problemsOf(sql, { preset: "ksqldb" })).toEqual(["SEMANTICS_FIXED \"'semantics' = 'flink'\""]);
    expect(problemsOf(sql, { preset: "flink" })).toEqual([]);
  });

  test("its options may choose RisingWave's for another spelling, and others for RisingWave's", () => {
    // Windows take no record without a time (rulesUnder).
    expect(planOf(risingwave).rules).toEqual({ ...semanticsRules.risingwave, nullTime: "malformed" });
    expect(planOf(`${native} WITH ('semantics' = 'risingwave')`).preset).toBe("risingwave");
    expect(planOf(`${risingwave} WITH ('semantics' = 'velostream')`).preset).toBe("velostream");
  });
});

describe("what other engines have of the plain forms", () => {
  const grouped = "SELECT k, COUNT(*) FROM orders GROUP BY k";
  const presets = ["velostream", "flink", "ksqldb", "risingwave"] as const;

  test.each(presets)("%s runs GROUP BY without a window, and SELECT without aggregates", (preset) => {
    expect(problemsOf(grouped, { preset })).toEqual([]);
    expect(problemsOf("SELECT k, v + 1 FROM orders", { preset })).toEqual([]);
  });

  test("a window without GROUP BY, which ksqlDB does not have", () => {
    const sql = "SELECT COUNT(*) FROM orders WINDOW TUMBLING(10s)";
    expect(problemsOf(sql)).toEqual([]);
    expect(problemsOf(sql, { preset: "ksqldb" })).toEqual([
      'UNSUPPORTED_UNGROUPED_WINDOW "WINDOW TUMBLING(10s)"',
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { compileQuery } from "./compile-query.ts";
import { orders, problemsOf } from "../testing/compile-text.ts";

const over = (call: string): string =>
  `SELECT k, COUNT(*) AS n FROM ${call} GROUP BY k, window_start, window_end`;

describe("the size of Flink's HOP and CUMULATE is a whole number of steps", () => {
  test.each([
    ["HOP(TABLE orders, DESCRIPTOR(ts), INTERVAL '3' SECOND, INTERVAL '10' SECOND)", "9 s or 12 s"],
    ["CUMULATE(TABLE orders, DESCRIPTOR(ts), INTERVAL '7' SECOND, INTERVAL '10' SECOND)", "7 s or 14 s"],
  ])("refused, with the nearest sizes: %s", (call, sizes) => {
    const { diagnostics } = compileQuery(over(call), [orders], { preset: "flink" });
    expect(diagnostics).toMatchObject([{ code: "BAD_WINDOW_STEP", severity: "error" }]);
    expect(diagnostics[0]!.hint).toContain(`Make it ${sizes},`);
  });

  test("a size below the step: the two are probably exchanged", () => {
    const call = "HOP(TABLE orders, DESCRIPTOR(ts), INTERVAL '20' SECOND, INTERVAL '10' SECOND)";
    const { diagnostics } = compileQuery(over(call), [orders], { preset: "flink" });
    expect(diagnostics).toMatchObject([
      { code: "BAD_WINDOW_STEP", hint: "HOP takes the step before the size: exchange them." },
    ]);
  });

  test("whole numbers are accepted, as is any ratio of the older HOP and of the native SLIDING", () => {
    const accepted = [
      over("HOP(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' SECOND, INTERVAL '10' SECOND)"),
      "SELECT k, COUNT(*) AS n FROM orders GROUP BY HOP(ts, INTERVAL '3' SECOND, INTERVAL '10' SECOND), k",
    ];
    for (const sql of accepted) expect(problemsOf(sql, { preset: "flink" })).toEqual([]);
    const native = "SELECT k, COUNT(*) AS n FROM orders GROUP BY k WINDOW SLIDING(10s, 3s)";
    expect(problemsOf(native)).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { compileQuery } from "./compile-query.ts";
import { orders, planOf, problemsOf } from "../testing/compile-text.ts";

const window = (length: string): string =>
  `SELECT k, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), ${length})) GROUP BY k, window_start, window_end`;

describe("in Flink a unit has two digits unless it says how many", () => {
  test.each([
    ["INTERVAL '100' SECOND", "INTERVAL '100' SECOND(3)"],
    ["INTERVAL '1440' MINUTE", "INTERVAL '1440' MINUTE(4)"],
    ["INTERVAL '100:30' MINUTE TO SECOND", "INTERVAL '100:30' MINUTE(3) TO SECOND"],
  ])("%s is mended to %s", (length, fix) => {
    const { diagnostics } = compileQuery(window(length), [orders], { preset: "flink" });
    expect(diagnostics).toMatchObject([{ code: "UNSUPPORTED_INTERVAL_DIGITS", fix }]);
    expect(problemsOf(window(fix), { preset: "flink" })).toEqual([]);
  });

  test.each([
    "INTERVAL '99' SECOND",
    "INTERVAL '100' SECOND(3)",
    "INTERVAL '007' SECOND",
    "INTERVAL '1 02:03' DAY TO MINUTE",
  ])("accepted: %s", (length) => expect(problemsOf(window(length), { preset: "flink" })).toEqual([]));

  test("wherever the interval stands", () => {
    const sql = `${window("INTERVAL '5' SECOND")} HAVING MAX(ts) > MIN(ts) + INTERVAL '500' SECOND(2)`;
    expect(problemsOf(sql, { preset: "flink" })).toEqual([
      "UNSUPPORTED_INTERVAL_DIGITS \"INTERVAL '500' SECOND(2)\"",
    ]);
  });

  test("elsewhere as many as one likes", () => {
    expect(planOf(window("INTERVAL '100' SECOND"), { preset: "velostream" }).query).toMatchObject({
      window: { size: 100_000 },
    });
  });
});

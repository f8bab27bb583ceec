import { expect, test } from "vitest";
import type { StreamDefinition } from "../../catalog/stream-definition.ts";
import { orders, planOf, problemsOf } from "../../testing/compile-text.ts";
import { compileQuery } from "../compile-query.ts";

const timeless: StreamDefinition = { ...orders, eventTime: null };

test("without an event time windows follow the arrival, and that is said", () => {
  const sql = "SELECT COUNT(*) FROM orders WINDOW TUMBLING(5s)";
  expect(problemsOf(sql, {}, timeless)).toEqual(['ARRIVAL_TIME_WINDOW "WINDOW TUMBLING(5s)"']);
  const [problem] = compileQuery(sql, [timeless]).diagnostics;
  expect(problem).toMatchObject({
    severity: "warning",
    hint: "Name the column: WINDOW TUMBLING(ts, 5m), or WITH ('event.time.field' = 'ts').",
  });
  expect(planOf(sql, {}, timeless)).toBeDefined();
});

test("the window's own time column is a time", () => {
  expect(problemsOf("SELECT COUNT(*) FROM orders WINDOW TUMBLING(k, 5s)", {}, timeless)).toEqual([
    'TYPE_MISMATCH "k"',
  ]);
  expect(problemsOf("SELECT COUNT(*) FROM orders WINDOW TUMBLING(nix, 5s)", {}, timeless)).toEqual([
    'UNKNOWN_COLUMN "nix"',
  ]);
  expect(problemsOf("SELECT COUNT(*) FROM orders WINDOW TUMBLING(ts, 5s)", {}, timeless)).toEqual([]);
});

const native = { preset: "velostream" } as const;

test("a bound of a window needs one", () => {
  for (const name of ["window_start", "_WINDOW_END", "WINDOWSTART"]) {
    expect(problemsOf(`SELECT ${name} FROM orders`, native)).toEqual([
      `WINDOW_BOUND_WITHOUT_WINDOW "${name}"`,
    ]);
    expect(problemsOf(`SELECT ${name}, COUNT(*) FROM orders`, native)).toEqual([
      `WINDOW_BOUND_WITHOUT_WINDOW "${name}"`,
    ]);
  }
});

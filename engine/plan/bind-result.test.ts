import { describe, expect, test } from "vitest";
import { planOf, problemsOf } from "../testing/compile-text.ts";

const grouped = "SELECT k, COUNT(*) AS n FROM orders GROUP BY k";
const windowed = `${grouped} WINDOW TUMBLING(10s)`;

describe("LIMIT and OFFSET", () => {
  test.each([
    ["SELECT k FROM orders LIMIT 5", 0, 5],
    ["SELECT k FROM orders FETCH FIRST 5 ROWS ONLY", 0, 5],
    ["SELECT k FROM orders LIMIT 5 OFFSET 2", 2, 5],
    ["SELECT k FROM orders OFFSET 2 ROWS", 2, null],
    ["SELECT k FROM orders LIMIT 0", 0, 0],
    ["SELECT k FROM orders LIMIT ALL", 0, null],
    [`${grouped} LIMIT 3`, 0, 3],
    [`${windowed} LIMIT 3 EMIT CHANGES`, 0, 3],
  ])("%s", (sql, offset, limit) => expect(planOf(sql).result).toMatchObject({ offset, limit }));

  test.each(["'ten'", "-1", "1.5", "v", "99999999999999999999"])("LIMIT %s is no number of rows", (text) =>
    expect(problemsOf(`SELECT k FROM orders LIMIT ${text}`)).toEqual([`BAD_LIMIT "${text}"`]),
  );

  test("ksqlDB has no OFFSET", () =>
    expect(problemsOf(`${windowed} LIMIT 3 OFFSET 1`, { preset: "ksqldb" })).toEqual([
      'UNSUPPORTED_OFFSET "1"',
    ]));

  test("under Flink's and RisingWave's rules only of rows that never change", () => {
    const tumble =
      "SELECT k, COUNT(*) FROM TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' SECOND) GROUP BY window_start, window_end, k LIMIT 3";
    expect(problemsOf(tumble, { preset: "flink" })).toEqual([]);
    expect(problemsOf(tumble, { preset: "flink", settings: { "watermark.allowed_lateness": "1s" } })).toEqual(
      ['UNSUPPORTED_CHANGING_LIMIT "3"'],
    );
    expect(problemsOf(`${windowed} LIMIT 3`, { preset: "risingwave" })).toContain(
      'UNSUPPORTED_CHANGING_LIMIT "3"',
    );
  });
});

describe("DISTINCT", () => {
  test("of single records", () => expect(planOf("SELECT DISTINCT k FROM orders").result.distinct).toBe(true));

  test("of groups is refused: their rows change", () =>
    expect(problemsOf(`SELECT DISTINCT COUNT(*) FROM orders GROUP BY k`)).toEqual([
      'UNSUPPORTED_DISTINCT_GROUPS "DISTINCT"',
    ]));

  test("ksqlDB has none", () =>
    expect(problemsOf("SELECT DISTINCT k FROM orders", { preset: "ksqldb" })).toContain(
      'UNSUPPORTED_DISTINCT "DISTINCT"',
    ));
});

describe("ORDER BY with and without LIMIT", () => {
  test("of single records is refused, as the stream of them never ends", () =>
    expect(problemsOf("SELECT k FROM orders ORDER BY k DESC, v")).toEqual([
      'UNSUPPORTED_ORDER_BY "k DESC, v"',
    ]));

  test("ksqlDB has none", () =>
    expect(problemsOf(`${windowed} ORDER BY n`, { preset: "ksqldb" })).toEqual(['UNSUPPORTED_ORDER_BY "n"']));

  test("the first ones of rows that change would be a ranking", () => {
    expect(problemsOf(`${windowed} ORDER BY n LIMIT 3 EMIT CHANGES`)).toEqual(['UNSUPPORTED_RANKING "3"']);
    expect(problemsOf(`${grouped} ORDER BY n LIMIT 3`)).toEqual(['UNSUPPORTED_RANKING "3"']);
  });

  test("a note says that LIMIT counts over all windows", () =>
    expect(problemsOf(`${windowed} ORDER BY n LIMIT 3`)).toEqual(['LIMIT_IS_GLOBAL "3"']));

  test("Flink sorts a window's rows by its time first, and groups without a window not at all", () => {
    const tumble =
      "SELECT window_time, k, COUNT(*) AS n FROM TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' SECOND) GROUP BY window_start, window_end, window_time, k ORDER BY";
    const flink = { preset: "flink" } as const;
    expect(problemsOf(`${tumble} window_time, n DESC`, flink)).toEqual([]);
    expect(problemsOf(`${tumble} n DESC`, flink)).toEqual(['UNSUPPORTED_ENDLESS_SORT "n DESC"']);
    expect(problemsOf(`${tumble} window_time, n LIMIT 2`, flink)).toEqual(['UNSUPPORTED_RANKING "2"']);
  });
});

import { describe, expect, test } from "vitest";
import { compileQuery } from "./compile-query.ts";
import { aggregateQueryOf, orders, problemsOf, planOf } from "../testing/compile-text.ts";

const native = (window: string): string => `SELECT k, COUNT(*) AS n FROM orders GROUP BY k WINDOW ${window}`;
const grouped = (from: string, keys = "window_start, window_end, k"): string =>
  `SELECT k, COUNT(*) AS n FROM ${from} GROUP BY ${keys}`;

describe("spellings of one tumbling window", () => {
  test.each([
    native("TUMBLING(5m)"),
    native("TUMBLING(300)"),
    native("TUMBLING(ts, 5m)"),
    native("TUMBLING(INTERVAL '5' MINUTE)"),
    native("TUMBLING(ts, INTERVAL '5' MINUTE)"),
    native("TUMBLING(SIZE 5 MINUTES)"),
    "SELECT k, COUNT(*) AS n FROM orders WINDOW TUMBLING (SIZE 5 MINUTES) GROUP BY k",
    grouped("TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' MINUTE))"),
    grouped("TUMBLE(orders, ts, INTERVAL '5' MINUTE)"),
    "SELECT k, COUNT(*) AS n FROM orders GROUP BY TUMBLE(ts, INTERVAL '5' MINUTE), k",
  ])("%s", (sql) => {
    const { window, keys } = aggregateQueryOf(sql, { preset: "velostream" });
    expect(window).toEqual({ kind: "tumbling", size: 300_000, offset: 0 });
    expect(keys).toEqual([{ kind: "column", index: 1, type: { kind: "STRING" } }]);
  });
});

describe("offsets", () => {
  const flink = (offset: string): string =>
    grouped(`TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' SECOND, INTERVAL '${offset}' SECOND))`);

  test("velostream takes any, also below zero and longer than the window", () => {
    expect(aggregateQueryOf(native("TUMBLING(10s, OFFSET 23s)")).window).toMatchObject({ offset: 23_000 });
    expect(aggregateQueryOf(flink("-7"), { preset: "velostream" }).window).toMatchObject({ offset: -7_000 });
  });

  test("Flink refuses one that is as long as the window, in both directions", () => {
    expect(aggregateQueryOf(flink("-1.22")).window).toMatchObject({ offset: -1_220 });
    expect(aggregateQueryOf(flink("4.999")).window).toMatchObject({ offset: 4_999 });
    expect(problemsOf(flink("5"))).toEqual(["BAD_WINDOW_OFFSET \"INTERVAL '5' SECOND\""]);
    expect(problemsOf(flink("-5"))).toEqual(["BAD_WINDOW_OFFSET \"INTERVAL '-5' SECOND\""]);
  });

  test("ksqlDB has none", () => {
    expect(problemsOf(native("TUMBLING(10s, OFFSET 3s)"), { preset: "ksqldb" })).toEqual([
      'UNSUPPORTED_WINDOW_OFFSET "3s"',
    ]);
  });
});

test("a window is at least one millisecond long", () => {
  expect(aggregateQueryOf(native("TUMBLING(1ms)")).window).toMatchObject({ size: 1 });
  expect(problemsOf(native("TUMBLING(0s)"))).toEqual(['SYNTAX_WINDOW_LENGTH "0s"']);
  const negative = "INTERVAL '-5' SECOND";
  expect(problemsOf(`SELECT COUNT(*) FROM orders GROUP BY TUMBLE(ts, ${negative})`)).toEqual([
    `BAD_WINDOW_SIZE "${negative}"`,
  ]);
});

test("a query has one window", () => {
  expect(
    problemsOf(`${grouped("TUMBLE(orders, ts, INTERVAL '5' SECOND)")} WINDOW TUMBLING(5s)`, {
      preset: "velostream",
    }),
  ).toContain("SEVERAL_WINDOWS \"TUMBLE(orders, ts, INTERVAL '5' SECOND)\"");
});

test("RETENTION is ignored with a note", () => {
  expect(
    problemsOf("SELECT k, COUNT(*) FROM orders WINDOW TUMBLING (SIZE 1 HOURS, RETENTION 2 DAYS) GROUP BY k"),
  ).toEqual(['RETENTION_WITHOUT_EFFECT "2 DAYS"']);
});

describe("windowing table functions", () => {
  const table = "TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' SECOND))";

  test("window_time may be grouped by, too", () => {
    expect(aggregateQueryOf(grouped(table, "window_start, window_end, window_time, k")).keys).toHaveLength(1);
  });

  test("a name from SELECT may stand for a bound", () => {
    const sql = `SELECT window_start AS ws, COUNT(*) AS n FROM ${table} GROUP BY ws, window_end, k`;
    expect(aggregateQueryOf(sql, { preset: "velostream" }).keys).toHaveLength(1);
    expect(problemsOf(sql, { preset: "flink" })).toEqual(['UNSUPPORTED_GROUP_ALIAS "ws"']);
    const own = `SELECT window_start AS window_start, COUNT(*) AS n FROM ${table} GROUP BY window_start, window_end`;
    expect(problemsOf(own, { preset: "flink" })).toEqual([]);
  });

  const oneBound = `SELECT COUNT(*) AS n FROM ${table} GROUP BY`;

  test("in Flink one bound alone is a column like others: its groups have no window", () => {
    for (const keys of ["window_start, k", "k, window_end", "k"]) {
      const query = aggregateQueryOf(`${oneBound} ${keys}`, { preset: "flink" });
      expect(query.window).toBeNull();
      expect(query.keys).toHaveLength(keys.split(",").length);
      expect(query.emission.mode).toBe("changes");
    }
  });

  test("elsewhere one bound names the window, and none is a GROUP BY without it", () => {
    for (const preset of ["velostream", "risingwave"] as const) {
      expect(aggregateQueryOf(`${oneBound} window_start, k`, { preset }).window).not.toBeNull();
      expect(aggregateQueryOf(`${oneBound} window_end`, { preset }).window).not.toBeNull();
      expect(aggregateQueryOf(`${oneBound} k`, { preset }).window).toBeNull();
    }
    expect(aggregateQueryOf(`SELECT COUNT(*) FROM ${table}`).window).toBeNull();
  });

  test("a bound that is not grouped by stands for no group", () => {
    const sql = `SELECT window_end, COUNT(*) AS n FROM ${table} GROUP BY window_start`;
    expect(problemsOf(sql, { preset: "flink" })).toEqual(['UNGROUPED_COLUMN "window_end"']);
  });

  test("records have their window: alone, in WHERE, and behind the columns of *", () => {
    const sql = `SELECT k, window_start FROM ${table} WHERE window_end > ts`;
    expect(planOf(sql).output.map(({ name }) => name)).toEqual(["k", "window_start"]);
    const names = (text: string, preset: "flink" | "risingwave"): readonly string[] =>
      planOf(`SELECT ${text} FROM ${table}`, { preset }).output.map(({ name }) => name);
    expect(names("*", "flink").slice(-3)).toEqual(["window_start", "window_end", "window_time"]);
    expect(names("*", "risingwave").slice(-2)).toEqual(["window_start", "window_end"]);
    expect(names("* EXCEPT (window_end, k)", "risingwave")).toEqual(
      names("*", "risingwave").filter((name) => name !== "window_end" && name !== "k"),
    );
  });

  test("columns can be qualified by the stream's name and by the alias", () => {
    const sql =
      "SELECT w.window_start, w.k, COUNT(*) FROM TUMBLE(orders, ts, INTERVAL '5' SECOND) AS w GROUP BY w.window_start, w.window_end, orders.k";
    expect(aggregateQueryOf(sql, { preset: "velostream" }).keys).toHaveLength(1);
  });
});

describe("bounds of the window", () => {
  test.each(["_WINDOW_START", "window_start", "WINDOWSTART", "_window_start"])("%s is its start", (name) => {
    const { projection } = aggregateQueryOf(`SELECT ${name} AS x FROM orders WINDOW TUMBLING(5s)`, {
      preset: "velostream",
    });
    expect(projection).toEqual([{ kind: "column", index: 0, type: { kind: "TIMESTAMP" } }]);
  });

  test("keys, then aggregates, then the bounds: also those of HAVING count", () => {
    const { projection, aggregates } = aggregateQueryOf(
      "SELECT WINDOWEND AS we, COUNT(*) AS n FROM orders GROUP BY k, v WINDOW TUMBLING(5s) HAVING SUM(v) > 1 AND COUNT(*) > 2",
      { preset: "velostream" },
    );
    expect(aggregates.map(({ name }) => name)).toEqual(["count", "sum"]);
    expect(projection).toMatchObject([{ index: 5 }, { index: 2 }]);
  });

  test("window_time is a millisecond before the end", () => {
    const { projection } = aggregateQueryOf("SELECT window_time FROM orders WINDOW TUMBLING(5s)");
    expect(projection).toMatchObject([
      {
        name: "+",
        type: { kind: "TIMESTAMP" },
        arguments: [{ index: 1 }, { value: -1, type: { kind: "INTERVAL" } }],
      },
    ]);
  });

  test("without a window there are none", () => {
    expect(problemsOf("SELECT window_start FROM orders")).toEqual([
      'WINDOW_BOUND_WITHOUT_WINDOW "window_start"',
    ]);
    expect(problemsOf("SELECT k, WINDOWEND FROM orders GROUP BY k", { preset: "velostream" })).toEqual([
      'WINDOW_BOUND_WITHOUT_WINDOW "WINDOWEND"',
    ]);
    expect(problemsOf("SELECT k, TUMBLE_START() FROM orders GROUP BY k", { preset: "velostream" })).toEqual([
      'WINDOW_BOUND_WITHOUT_WINDOW "TUMBLE_START()"',
    ]);
  });

  test("the advice is written as the engine whose name stands there writes it", () => {
    const hint = (name: string) => compileQuery(`SELECT ${name} FROM orders`, [orders]).diagnostics[0]!.hint;
    expect(hint("WINDOWSTART")).toContain("SIZE 5 MINUTES");
    expect(hint("window_start")).toContain("TUMBLING(5m)");
  });

  test("they are not known before grouping", () => {
    expect(problemsOf("SELECT COUNT(*) FROM orders WHERE window_start > ts WINDOW TUMBLING(5s)")).toEqual([
      'UNSUPPORTED_WINDOW_BOUND_HERE "window_start"',
    ]);
  });

  test("a WINDOW clause groups by them already", () => {
    expect(problemsOf("SELECT COUNT(*) FROM orders GROUP BY window_start WINDOW TUMBLING(5s)")).toEqual([
      'WINDOW_BOUND_IN_GROUP_BY "window_start"',
    ]);
  });

  test("their qualifier must be right, too", () => {
    const sql = "SELECT nope.window_start, COUNT(*) FROM orders WINDOW TUMBLING(5s)";
    expect(problemsOf(sql)).toEqual(['UNKNOWN_STREAM "nope"']);
  });

  test("a column of the stream of that name makes it ambiguous", () => {
    const stream = {
      ...orders,
      schema: [...orders.schema, { name: "window_start", type: orders.schema[0]!.type }],
    };
    const sql = "SELECT window_start, WINDOWEND, COUNT(*) FROM orders WINDOW TUMBLING(5s)";
    expect(problemsOf(sql, { preset: "velostream" }, stream)).toEqual(['AMBIGUOUS_COLUMN "window_start"']);
  });
});

describe("TUMBLE( ) in GROUP BY", () => {
  const by = (select: string): string =>
    `SELECT ${select} FROM orders GROUP BY TUMBLE(ts, INTERVAL '5' SECOND), k`;

  test("its functions name the same window", () => {
    const { projection } = aggregateQueryOf(
      by(
        "TUMBLE_START(ts, INTERVAL '5' SECOND) AS a, TUMBLE_END(ts, INTERVAL '5' SECOND) AS b, TUMBLE_ROWTIME(ts, INTERVAL '5' SECOND) AS c",
      ),
    );
    expect(projection).toMatchObject([{ index: 1 }, { index: 2 }, { name: "+" }]);
  });

  test.each([
    "TUMBLE_START(ts, INTERVAL '6' SECOND)",
    "TUMBLE_START(paid_at, INTERVAL '5' SECOND)",
    "TUMBLE_END(5)",
  ])("%s is another window", (call) => expect(problemsOf(by(call))).toEqual([`WINDOW_MISMATCH "${call}"`]));

  test("it takes a column and a length", () => {
    expect(problemsOf("SELECT COUNT(*) FROM orders GROUP BY TUMBLE(ts, 5)")).toEqual([
      'BAD_WINDOW "TUMBLE(ts, 5)"',
    ]);
    const moved = "TUMBLE(ts, INTERVAL '5' SECOND, INTERVAL '1' SECOND)";
    expect(problemsOf(`SELECT COUNT(*) FROM orders GROUP BY ${moved}`)).toEqual([
      `UNSUPPORTED_WINDOW_ALIGNMENT "${moved}"`,
    ]);
  });
});

describe("spellings of one hopping window", () => {
  test.each([
    native("SLIDING(10m, 5m)"),
    native("SLIDING(ts, 10m, 5m)"),
    native("HOPPING(SIZE 10 MINUTES, ADVANCE BY 5 MINUTES)"),
    native("HOPPING(ADVANCE BY 5 MINUTES, SIZE 10 MINUTES)"),
    grouped("TABLE(HOP(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' MINUTE, INTERVAL '10' MINUTE))"),
    grouped("HOP(orders, ts, INTERVAL '5' MINUTE, INTERVAL '10' MINUTE)"),
    "SELECT k, COUNT(*) AS n FROM orders GROUP BY HOP(ts, INTERVAL '5' MINUTE, INTERVAL '10' MINUTE), k",
  ])("%s", (sql) => {
    const { window } = aggregateQueryOf(sql, { preset: "velostream" });
    expect(window).toEqual({
      kind: "hopping",
      size: 600_000,
      advance: 300_000,
      offset: 0,
      noneBelowZero: false,
    });
  });

  test("ksqlDB has none below 0, and no gaps between them", () => {
    const hopping = (advance: string): string =>
      `SELECT k, COUNT(*) AS n FROM orders WINDOW HOPPING (SIZE 10 SECONDS, ADVANCE BY ${advance}) GROUP BY k`;
    expect(aggregateQueryOf(hopping("4 SECONDS"), { preset: "ksqldb" }).window).toMatchObject({
      advance: 4_000,
      noneBelowZero: true,
    });
    expect(problemsOf(hopping("11 SECONDS"), { preset: "ksqldb" })).toEqual([
      'BAD_WINDOW_ADVANCE "11 SECONDS"',
    ]);
  });

  test("gaps between windows are told of", () => {
    expect(problemsOf(native("SLIDING(4s, 10s)"), { preset: "velostream" })).toEqual([
      'WINDOW_GAPS "WINDOW SLIDING(4s, 10s)"',
    ]);
  });

  test("of the older function, any ratio; its bounds name the same lengths, the advance first", () => {
    const by = (call: string): string =>
      `SELECT ${call} AS x FROM orders GROUP BY HOP(ts, INTERVAL '4' SECOND, INTERVAL '5' SECOND), k`;
    const lengths = "ts, INTERVAL '4' SECOND, INTERVAL '5' SECOND";
    expect(aggregateQueryOf(by(`HOP_START(${lengths})`)).projection).toMatchObject([{ index: 1 }]);
    expect(aggregateQueryOf(by(`HOP_END(${lengths})`)).projection).toMatchObject([{ index: 2 }]);
    expect(aggregateQueryOf(by(`HOP_ROWTIME(${lengths})`)).projection).toMatchObject([{ name: "+" }]);
    for (const other of [
      "HOP_START(ts, INTERVAL '5' SECOND, INTERVAL '4' SECOND)",
      "HOP_END(ts, INTERVAL '5' SECOND)",
      "TUMBLE_START(ts, INTERVAL '5' SECOND)",
    ])
      expect(problemsOf(by(other))).toEqual([`WINDOW_MISMATCH "${other}"`]);
  });

  test("it takes a column and two lengths", () => {
    const short = "HOP(ts, INTERVAL '5' SECOND)";
    expect(problemsOf(`SELECT COUNT(*) FROM orders GROUP BY ${short}`)).toEqual([`BAD_WINDOW "${short}"`]);
  });
});

describe("cumulating windows", () => {
  test.each([
    native("CUMULATE(1m, 5m)"),
    grouped("TABLE(CUMULATE(TABLE orders, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '5' MINUTE))"),
  ])("%s", (sql) => {
    const { window } = aggregateQueryOf(sql, { preset: "velostream" });
    expect(window).toEqual({ kind: "cumulate", step: 60_000, size: 300_000, offset: 0 });
  });

  test("their end names one, but not their start, which several share", () => {
    const by = (keys: string): readonly string[] =>
      problemsOf(grouped("CUMULATE(orders, ts, INTERVAL '1' MINUTE, INTERVAL '5' MINUTE)", keys), {
        preset: "velostream",
      });
    expect(by("k, window_end")).toEqual([]);
    expect(by("k, window_start")).toContain(
      "UNSUPPORTED_PLAIN_WINDOW \"CUMULATE(orders, ts, INTERVAL '1' MINUTE, INTERVAL '5' MINUTE)\"",
    );
  });

  test("the step is no longer than the whole", () => {
    expect(problemsOf(native("CUMULATE(5m, 1m)"), { preset: "velostream" })).toEqual([
      'BAD_WINDOW_STEP "5m"',
    ]);
  });

  test("ksqlDB has none", () => {
    expect(problemsOf(native("CUMULATE(1m, 5m)"), { preset: "ksqldb" })).toEqual([
      'UNSUPPORTED_CUMULATE "WINDOW CUMULATE(1m, 5m)"',
    ]);
  });
});

describe("a windowing table function whose windows do not group", () => {
  const hop = "TABLE(HOP(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' SECOND, INTERVAL '10' SECOND))";
  const copiesOf = (sql: string, preset: "velostream" | "flink" = "flink") => {
    const { query, filter } = planOf(sql, { preset });
    return { copies: query.kind === "project" ? query.copies : null, filter };
  };

  test("gives a copy of each record for each of its windows, under Flink's rules that of the latest first", () => {
    const sql = `SELECT k, window_start FROM ${hop}`;
    const window = { kind: "hopping", size: 10_000, advance: 5_000, offset: 0, noneBelowZero: false };
    const copies = { window, firstBound: 8, latestFirst: true, filter: null };
    expect(copiesOf(sql)).toEqual({ copies, filter: null });
    expect(copiesOf(sql, "velostream").copies).toEqual({ ...copies, latestFirst: false });
    const cumulate = hop.replace("HOP", "CUMULATE");
    expect(copiesOf(`SELECT k FROM ${cumulate}`).copies).toMatchObject({ latestFirst: false });
  });

  test("of tumbling windows it adds columns, and makes no copies", () => {
    const tumble = "TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' SECOND))";
    expect(copiesOf(`SELECT k, window_start FROM ${tumble}`).copies).toBeNull();
  });

  test("WHERE decides about copies where it reads a bound, else about records", () => {
    const byBound = copiesOf(`SELECT k FROM ${hop} WHERE v > 1 AND window_end > ts`);
    expect(byBound.filter).toBeNull();
    expect(byBound.copies?.filter).toMatchObject({ name: "and" });
    const byRecord = copiesOf(`SELECT k FROM ${hop} WHERE v > 1`);
    expect(byRecord.filter).toMatchObject({ name: ">" });
    expect(byRecord.copies?.filter).toBeNull();
  });

  test("Flink's DISTINCT of both bounds makes groups, and is refused", () => {
    const refused = ['UNSUPPORTED_DISTINCT_WINDOWS "DISTINCT"'];
    for (const items of ["k, window_start, window_end", "*"])
      expect(problemsOf(`SELECT DISTINCT ${items} FROM ${hop}`, { preset: "flink" })).toEqual(refused);
    expect(problemsOf(`SELECT DISTINCT k, window_start FROM ${hop}`, { preset: "flink" })).toEqual([]);
    expect(problemsOf(`SELECT DISTINCT * FROM ${hop}`, { preset: "velostream" })).toEqual([]);
  });

  test("groups and OVER over copies are refused, once", () => {
    const refused = [`UNSUPPORTED_PLAIN_WINDOW "${hop}"`];
    const codes = (sql: string): readonly string[] => problemsOf(sql, { preset: "flink" });
    expect(codes(`SELECT window_start, COUNT(*) FROM ${hop} GROUP BY window_start`)).toEqual(refused);
    expect(codes(`SELECT window_start, SUM(v) OVER (ORDER BY ts) FROM ${hop}`)).toEqual([
      'UNSUPPORTED_OVER_GROUPS "OVER (ORDER BY ts)"',
    ]);
  });
});

test("a record is in 10,000 windows at most", () => {
  expect(problemsOf(native("SLIDING(10s, 1ms)"))).toEqual([]);
  expect(problemsOf(native("SLIDING(10001ms, 1ms)"))).toEqual([
    'UNSUPPORTED_WINDOW_NUMBER "WINDOW SLIDING(10001ms, 1ms)"',
  ]);
  expect(problemsOf(native("CUMULATE(1s, 1d)"))).toEqual([
    'UNSUPPORTED_WINDOW_NUMBER "WINDOW CUMULATE(1s, 1d)"',
  ]);
});

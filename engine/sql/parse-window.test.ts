import { describe, expect, test } from "vitest";
import type { FromItem, Select, WindowShape } from "./ast.ts";
import { parse } from "./parse.ts";

function select(text: string): Select {
  const [statement] = parse(text).script.statements;
  if (statement?.kind !== "query" || statement.query.kind !== "select") throw new Error("no query");
  return statement.query;
}

/** Diagnostics as `code «text under the range»`. */
function problems(text: string): string[] {
  return parse(text).diagnostics.map(({ code, range }) => `${code} «${text.slice(range.start, range.end)}»`);
}

/** A shape with its lengths in ms. */
function lengths(shape: WindowShape): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shape).flatMap(([key, value]) => {
      if (value === null) return [];
      return [[key, typeof value === "object" && "ms" in value ? value.ms : value]];
    }),
  );
}

describe("WINDOW TUMBLING in every spelling of its length", () => {
  test.each([
    ["5m", 300_000],
    ["60", 60_000],
    ["500ms", 500],
    ["1.5s", 1_500],
    ["INTERVAL '5' MINUTE", 300_000],
    ["INTERVAL '0.5' SECOND", 500],
    ["INTERVAL '5 minutes'", 300_000],
    ["INTERVAL 5 MINUTES", 300_000],
    ["1 MINUTE", 60_000],
    ["2 WEEKS", 1_209_600_000],
    ["SIZE 5 SECONDS", 5_000],
    ["size 5s", 5_000],
  ])("TUMBLING(%s)", (length, ms) => {
    const text = `SELECT k FROM t GROUP BY k WINDOW TUMBLING(${length})`;
    expect(problems(text)).toEqual([]);
    const { window, dialect } = select(text);
    expect(lengths(window!.shape)).toEqual({ kind: "tumbling", size: ms });
    expect(window).toMatchObject({ timeColumn: null, position: "after-group-by" });
    expect(dialect).toBe("velostream");
  });

  test("time column, offset, grace and retention", () => {
    const text =
      'SELECT k FROM t GROUP BY k WINDOW TUMBLING("event time", 1h, OFFSET -15m, GRACE PERIOD 10 SECONDS, RETENTION 2 DAYS)';
    expect(problems(text)).toEqual([]);
    const { window } = select(text);
    expect(lengths(window!.shape)).toEqual({ kind: "tumbling", size: 3_600_000, offset: -900_000 });
    expect(window).toMatchObject({
      timeColumn: { qualifier: null, name: { text: "event time", quoted: true } },
      gracePeriod: { ms: 10_000 },
      retention: { ms: 172_800_000 },
    });
  });

  test("a column named like a word of the clause is still a column", () => {
    const text = "SELECT k FROM t GROUP BY k WINDOW TUMBLING(size, 5m)";
    expect(problems(text)).toEqual([]);
    expect(select(text).window).toMatchObject({
      timeColumn: { name: { text: "size" } },
      shape: { size: { ms: 300_000 } },
    });
  });

  test("ranges: the clause from WINDOW to the parenthesis, the length as written", () => {
    const text = "SELECT k FROM t GROUP BY k WINDOW TUMBLING(ts, INTERVAL '5' MINUTE) EMIT FINAL";
    const { window } = select(text);
    const at = (range: { start: number; end: number }): string => text.slice(range.start, range.end);
    expect(at(window!.range)).toBe("WINDOW TUMBLING(ts, INTERVAL '5' MINUTE)");
    expect(at(window!.name.range)).toBe("TUMBLING");
    expect(window!.shape.kind === "tumbling" && at(window!.shape.size!.range)).toBe("INTERVAL '5' MINUTE");
  });
});

describe("the other kinds", () => {
  test.each([
    ["SLIDING(10m, 5m)", { kind: "hopping", size: 600_000, advance: 300_000 }],
    ["SLIDING(ts, 10m, INTERVAL '5' MINUTE)", { kind: "hopping", size: 600_000, advance: 300_000 }],
    [
      "HOPPING (SIZE 10 MINUTES, ADVANCE BY 5 MINUTES, GRACE PERIOD 1 MINUTE)",
      { kind: "hopping", size: 600_000, advance: 300_000 },
    ],
    ["SESSION(30s)", { kind: "session", gap: 30_000, keys: [] }],
    ["SESSION(ts, 30 SECONDS)", { kind: "session", gap: 30_000, keys: [] }],
    ["CUMULATE(1m, 1h)", { kind: "cumulate", step: 60_000, size: 3_600_000 }],
  ])("%s", (written, shape) => {
    const text = `SELECT k FROM t GROUP BY k WINDOW ${written}`;
    expect(problems(text)).toEqual([]);
    expect(lengths(select(text).window!.shape)).toEqual(shape);
  });

  test("SESSION(ts, gap, key): what follows the gap is its key", () => {
    const { window } = select("SELECT k FROM t p WINDOW SESSION(p.ts, INTERVAL '4' HOUR, p.k)");
    expect(window).toMatchObject({
      timeColumn: { qualifier: { text: "p" }, name: { text: "ts" } },
      shape: { keys: [{ qualifier: { text: "p" }, name: { text: "k" } }] },
    });
  });
});

describe("ksqlDB's window stands between FROM and WHERE", () => {
  test.each([
    "SELECT k FROM t WINDOW TUMBLING (SIZE 5 SECONDS, GRACE PERIOD 1 SECONDS) GROUP BY k EMIT CHANGES;",
    "SELECT k FROM t WINDOW TUMBLING (SIZE 5 SECONDS, RETENTION 1 DAY, GRACE PERIOD 1 SECONDS) WHERE v > 1 GROUP BY k HAVING COUNT(*) > 1 EMIT FINAL;",
  ])("%s", (text) => {
    expect(problems(text)).toEqual([]);
    expect(select(text)).toMatchObject({
      dialect: "ksqldb",
      window: { position: "after-from", shape: { size: { ms: 5_000 } }, gracePeriod: { ms: 1_000 } },
    });
  });

  test("a session's gap is written without a word before it", () => {
    const text = "SELECT k FROM t WINDOW SESSION (30 SECONDS, GRACE PERIOD 0 SECONDS) GROUP BY k";
    expect(problems(text)).toEqual([]);
    expect(select(text).window).toMatchObject({ shape: { gap: { ms: 30_000 } }, gracePeriod: { ms: 0 } });
  });

  test("in the native spelling WINDOW belongs after GROUP BY", () => {
    expect(problems("SELECT k FROM t WINDOW TUMBLING(5m) GROUP BY k")).toEqual([
      "SYNTAX_CLAUSE_ORDER «WINDOW»",
    ]);
    expect(problems("SELECT k FROM t WINDOW TUMBLING(ts, 5m) WHERE v > 1")).toEqual([
      "SYNTAX_CLAUSE_ORDER «WINDOW»",
    ]);
  });

  test("labels alone are its style too", () => {
    expect(problems("SELECT k FROM t WINDOW TUMBLING (GRACE PERIOD 1 MINUTE) GROUP BY k")).toEqual([
      "SYNTAX_WINDOW_ARGUMENT «)»",
    ]);
  });

  test("between WHERE and GROUP BY it is in no dialect's place, and ksqlDB's is before WHERE", () => {
    const text = "SELECT k FROM t WHERE v > 1 WINDOW TUMBLING (SIZE 5 SECONDS) GROUP BY k";
    expect(problems(text)).toEqual(["SYNTAX_CLAUSE_ORDER «WINDOW»"]);
    expect(parse(text).diagnostics[0]!.message).toBe("WINDOW stands after WHERE; it belongs before it.");
  });

  test("directly behind FROM a length of ksqlDB needs SIZE", () => {
    const text = "SELECT k FROM t WINDOW TUMBLING (5 SECONDS) GROUP BY k";
    expect(problems(text)).toEqual(["SYNTAX_WINDOW_ARGUMENT «WINDOW»"]);
    expect(parse(text).diagnostics[0]!.message).toContain("SIZE");
  });

  test("an example of what is missing is in the spelling of the dialect", () => {
    const hint = (text: string) => parse(text).diagnostics[0]!.hint;
    expect(hint("SELECT k FROM t WINDOW HOPPING (SIZE 5 SECONDS) GROUP BY k")).toContain("ADVANCE BY");
    expect(hint("SELECT k FROM t GROUP BY k WINDOW HOPPING(5s)")).toContain("(10m, 5m)");
  });

  test("a quoted length is offered without its quotes", () => {
    const text = "SELECT k FROM t GROUP BY k WINDOW TUMBLING(ts, '5s')";
    expect(problems(text)).toEqual(["SYNTAX_EXPECTED «'5s'»"]);
    expect(parse(text).diagnostics[0]!.fix).toBe("5s");
  });

  test("without WHERE and GROUP BY behind it the place is the native one", () => {
    const text = "SELECT COUNT(*) FROM t WINDOW TUMBLING(5m) HAVING COUNT(*) > 1";
    expect(problems(text)).toEqual([]);
    expect(select(text)).toMatchObject({ dialect: "velostream", window: { position: "after-group-by" } });
  });
});

describe("errors in the window clause", () => {
  test.each([
    ["TUMBLING()", ["SYNTAX_WINDOW_ARGUMENT «)»"]],
    ["TUMBLING(ts)", ["SYNTAX_WINDOW_ARGUMENT «)»"]],
    ["SLIDING(10m)", ["SYNTAX_WINDOW_ARGUMENT «)»"]],
    ["TUMBLING(5m, 1m)", ["SYNTAX_WINDOW_ARGUMENT «1m»"]],
    ["TUMBLING(5m, SIZE 1m)", ["SYNTAX_WINDOW_ARGUMENT «SIZE 1m»"]],
    ["TUMBLING(5m, ADVANCE BY 1m)", ["SYNTAX_WINDOW_ARGUMENT «ADVANCE BY 1m»"]],
    ["TUMBLING(5x)", ["SYNTAX_DURATION «5x»"]],
    ["TUMBLING(5 parsecs)", ["SYNTAX_DURATION «5 parsecs»"]],
    ["TUMBLING(100us)", ["SYNTAX_DURATION «100us»"]],
    ["TUMBLING(0.5ms)", ["SYNTAX_DURATION «0.5ms»"]],
    ["TUMBLING(99999999999999999999d)", ["SYNTAX_DURATION «99999999999999999999d»"]],
    ["TUMBLING(1 MONTH)", ["UNSUPPORTED_CALENDAR_UNIT «1 MONTH»"]],
    ["TUMBLING(0s)", ["SYNTAX_WINDOW_LENGTH «0s»"]],
    ["TUMBLING(-5m)", ["SYNTAX_WINDOW_LENGTH «-5m»"]],
    ["TUMBLING(5m, GRACE PERIOD -1s)", ["SYNTAX_WINDOW_LENGTH «-1s»"]],
    ["TUMBLING('5m')", ["SYNTAX_EXPECTED «'5m'»"]],
    ["TUMBLING(5m ts)", ["SYNTAX_UNEXPECTED «ts»"]],
    ["HOPPING(SIZE 5m ADVANCE BY 1m)", ["SYNTAX_UNEXPECTED «ADVANCE»"]],
    ["HOPPING(SIZE 5m, ADVANCE 1m)", ["SYNTAX_EXPECTED «1m»"]],
    ["TUMBLING(SIZE 5m, GRACE 1m)", ["SYNTAX_EXPECTED «1m»"]],
    ["TUMBLING 5m", ["SYNTAX_EXPECTED «5m»"]],
    ["TUMBLING(5m", ["SYNTAX_UNCLOSED_PARENTHESIS «(»"]],
    ["TUMBLNG(5m)", ["SYNTAX_WINDOW_KIND «TUMBLNG»"]],
    ["FOO(5m)", ["SYNTAX_WINDOW_KIND «FOO»"]],
  ])("WINDOW %s", (written, expected) => {
    expect(problems(`SELECT k FROM t GROUP BY k WINDOW ${written}`).toSorted()).toEqual(expected.toSorted());
  });

  test("a misspelt kind has a fix, and the rest is still checked", () => {
    const text = "SELECT k FROM t GROUP BY k WINDOW TUMBLNG(5m) EMIT CHANGE";
    expect(parse(text).diagnostics).toMatchObject([
      { code: "SYNTAX_WINDOW_KIND", fix: "TUMBLING" },
      { code: "SYNTAX_EMIT", fix: "CHANGES" },
    ]);
  });
});

function from(item: string): FromItem | null {
  return select(`SELECT window_start FROM ${item} GROUP BY window_start, window_end`).from;
}

describe("windowing table functions", () => {
  test.each([
    ["TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '5' SECOND))", "flink"],
    ["TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '5' SECOND)", "flink"],
    ["TABLE(TUMBLE(DATA => TABLE t, TIMECOL => DESCRIPTOR(ts), SIZE => INTERVAL '5' SECOND))", "flink"],
    ["TABLE(TUMBLE(SIZE => INTERVAL '5' SECOND, TIMECOL => DESCRIPTOR(ts), DATA => TABLE t))", "flink"],
    ["TUMBLE(t, ts, INTERVAL '5' SECOND)", "risingwave"],
    ["tumble(t, t.ts, INTERVAL '5 seconds')", "risingwave"],
  ])("FROM %s", (item, dialect) => {
    const text = `SELECT window_start FROM ${item} AS w GROUP BY window_start, window_end`;
    expect(problems(text)).toEqual([]);
    expect(select(text)).toMatchObject({
      dialect,
      from: {
        kind: "window-function",
        input: { kind: "stream", name: { text: "t" } },
        timeColumn: { name: { text: "ts" } },
        shape: { kind: "tumbling", size: { ms: 5_000 }, offset: null },
        alias: { text: "w" },
      },
    });
  });

  test("an offset follows the size, of any sign and by its quoted name", () => {
    expect(from("TUMBLE(t, ts, INTERVAL '1' MINUTE, INTERVAL '-15' SECOND)")).toMatchObject({
      shape: { size: { ms: 60_000 }, offset: { ms: -15_000 } },
    });
    expect(
      from(
        "TUMBLE(DATA => TABLE t, TIMECOL => DESCRIPTOR(ts), SIZE => INTERVAL '1' MINUTE, `OFFSET` => 15s)",
      ),
    ).toMatchObject({ shape: { offset: { ms: 15_000 } } });
  });

  test.each([
    "HOP(TABLE t, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '5' MINUTE)",
    "HOP(t, ts, INTERVAL '1' MINUTE, INTERVAL '5' MINUTE)",
  ])("HOP has the slide first, then the size: %s", (item) => {
    expect(from(item)).toMatchObject({
      shape: { kind: "hopping", advance: { ms: 60_000 }, size: { ms: 300_000 } },
    });
    expect(problems(`SELECT k FROM ${item}`)).toEqual([]);
  });

  test("CUMULATE has the step first, SESSION its keys in PARTITION BY", () => {
    expect(from("CUMULATE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '1' HOUR)")).toMatchObject({
      shape: { kind: "cumulate", step: { ms: 60_000 }, size: { ms: 3_600_000 } },
    });
    expect(from("SESSION(TABLE t PARTITION BY (a, b), DESCRIPTOR(ts), INTERVAL '30' SECOND)")).toMatchObject({
      shape: { kind: "session", gap: { ms: 30_000 }, keys: [{}, {}] },
    });
  });

  test.each([
    ["TUMBLE()", ["SYNTAX_WINDOW_ARGUMENT «TUMBLE()»"]],
    ["TUMBLE(t, ts)", ["SYNTAX_WINDOW_ARGUMENT «TUMBLE(t, ts)»"]],
    ["TUMBLE(t, ts, 5s, 1s, 2s)", ["SYNTAX_WINDOW_ARGUMENT «2s»"]],
    ["TUMBLE(t, 5s, ts)", ["SYNTAX_WINDOW_ARGUMENT «5s»", "SYNTAX_WINDOW_ARGUMENT «ts»"]],
    ["TUMBLE(TABLE t, DESCRIPTOR(ts), FOO => 5s)", ["SYNTAX_WINDOW_ARGUMENT «FOO»"]],
    ["TUMBLE(t, ts, INTERVAL '0' SECOND)", ["SYNTAX_WINDOW_LENGTH «INTERVAL '0' SECOND»"]],
    ["TABLE(TUMBEL(TABLE t, DESCRIPTOR(ts), 5s))", ["SYNTAX_WINDOW_KIND «TUMBEL»"]],
    ["TABLE(TUMBLE(t, ts, 5s)", ["SYNTAX_UNCLOSED_PARENTHESIS «(»"]],
    ["SESSION(t, ts, 5s, 1s)", ["SYNTAX_WINDOW_ARGUMENT «1s»"]],
  ])("wrong: %s", (item, expected) => {
    const found = problems(`SELECT k FROM ${item}`);
    for (const problem of expected) expect(found).toContain(problem);
  });

  test("several PARTITION BY columns need parentheses, as in Flink", () => {
    const text = "SELECT k FROM SESSION(TABLE t PARTITION BY a, b, c, DESCRIPTOR(ts), 5s)";
    expect(parse(text).diagnostics).toMatchObject([{ code: "SYNTAX_WINDOW_ARGUMENT", fix: "(a, b, c)" }]);
    expect(problems(text)).toEqual(["SYNTAX_WINDOW_ARGUMENT «a, b, c»"]);
    expect(problems(text.replace("a, b, c", "(a, b, c)"))).toEqual([]);
    expect(problems("SELECT k FROM SESSION(t PARTITION BY a, ts, 5s)")).toEqual([]);
  });
});

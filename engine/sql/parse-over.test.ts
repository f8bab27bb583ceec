import { describe, expect, test } from "vitest";
import { expressionOf, selectOf, shown, syntaxProblems } from "../testing/sql-tree.ts";
import type { OverSpecification } from "./ast.ts";

function over(inside: string): OverSpecification {
  const call = expressionOf(`SUM(v) OVER (${inside})`);
  if (call.kind !== "call" || call.over === null || "text" in call.over.window)
    throw new Error("no OVER ( )");
  return call.over.window;
}

function problems(inside: string): readonly string[] {
  return syntaxProblems(`SELECT SUM(v) OVER (${inside}) FROM t`);
}

const empty = {
  base: null,
  bufferRows: null,
  partitionBy: [],
  orderBy: [],
  frame: null,
  sessionGap: null,
  emit: null,
  expireAfter: null,
};

describe("OVER ( ) in every form", () => {
  test.each([
    ["", {}],
    ["ROWS WINDOW BUFFER 10 ROWS", { bufferRows: 10n }],
    [
      "ROWS WINDOW BUFFER 10 ROWS EMIT EVERY RECORD EXPIRE AFTER NEVER",
      { emit: "every-record", expireAfter: "never" },
    ],
    [
      "ROWS WINDOW BUFFER 10 ROWS PARTITION BY k, g ORDER BY ts EMIT ON BUFFER FULL EXPIRE AFTER INTERVAL '5' MINUTE INACTIVITY",
      { bufferRows: 10n, emit: "on-buffer-full", expireAfter: { ms: 300_000 } },
    ],
    ["ROWS WINDOW BUFFER 3 ROWS EXPIRE AFTER 5m INACTIVITY", { expireAfter: { ms: 300_000 } }],
    ["PARTITION BY k ORDER BY ts DESC NULLS LAST", { orderBy: [{ descending: true, nulls: "last" }] }],
    [
      "ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING",
      {
        frame: {
          unit: "rows",
          start: { kind: "unbounded-preceding", amount: null },
          end: { kind: "following", amount: { value: 1n } },
          exclude: null,
        },
      },
    ],
    [
      "ORDER BY ts RANGE BETWEEN INTERVAL '5' SECOND PRECEDING AND CURRENT ROW",
      {
        frame: {
          unit: "range",
          start: { kind: "preceding", amount: { ms: 5_000 } },
          end: { kind: "current-row" },
        },
      },
    ],
    [
      "ORDER BY ts ROWS 2 PRECEDING",
      { frame: { start: { kind: "preceding" }, end: { kind: "current-row" } } },
    ],
    [
      "ORDER BY ts GROUPS UNBOUNDED PRECEDING EXCLUDE CURRENT ROW",
      { frame: { unit: "groups", exclude: "current-row" } },
    ],
    ["ORDER BY ts ROWS CURRENT ROW EXCLUDE NO OTHERS", { frame: { exclude: null } }],
    ["PARTITION BY k ORDER BY ts SESSION WITH GAP INTERVAL '30 seconds'", { sessionGap: { ms: 30_000 } }],
    [
      "ORDER BY ts RANGE INTERVAL '5 minutes' PRECEDING",
      { frame: { unit: "range", start: { amount: { ms: 300_000 } } } },
    ],
    ["w", { base: { text: "w" } }],
    ["w ORDER BY ts", { base: { text: "w" }, orderBy: [{}] }],
  ])("OVER (%s)", (inside, tree) => {
    expect(problems(inside)).toEqual([]);
    expect(over(inside)).toMatchObject({ ...(inside === "" ? empty : {}), ...tree });
  });

  test("the keys are expressions", () => {
    expect(over("PARTITION BY k, a + 1 ORDER BY ts").partitionBy.map(shown)).toEqual(["k", "(+ a 1)"]);
  });

  test.each([
    ["ROWS WINDOW BUFFER many ROWS", "SYNTAX_EXPECTED «many»"],
    ["ROWS WINDOW BUFFER 10", "SYNTAX_EXPECTED «)»"],
    ["ORDER BY ts ROWS BETWEEN 1 PRECEDING", "SYNTAX_EXPECTED «)»"],
    ["ORDER BY ts ROWS CURRENT ROW EXCLUDE ME", "SYNTAX_EXPECTED «ME»"],
    ["ROWS WINDOW BUFFER 10 ROWS EXPIRE AFTER soon INACTIVITY", "SYNTAX_EXPECTED «soon»"],
    ["ORDER BY ts SESSION WITH GAP ever", "SYNTAX_EXPECTED «ever»"],
    ["ORDER BY ts PARTITION BY k", "SYNTAX_UNEXPECTED «PARTITION»"],
    ["PARTITION k ORDER BY ts", "SYNTAX_EXPECTED «k»"],
    ["ORDER ts", "SYNTAX_EXPECTED «ts»"],
    ["ROWS WINDOW BUFFER 5 ROWS EMIT SOMETIMES", "SYNTAX_EXPECTED «SOMETIMES»"],
  ])("wrong, and one error: OVER (%s)", (inside, problem) => expect(problems(inside)).toEqual([problem]));
});

describe("named windows", () => {
  test("OVER w names one that WINDOW declares", () => {
    const text =
      "SELECT SUM(v) OVER w, MAX(v) OVER (w ROWS 1 PRECEDING) FROM t WINDOW w AS (PARTITION BY k ORDER BY ts), u AS (w) ORDER BY k";
    expect(syntaxProblems(text)).toEqual([]);
    const { namedWindows, items, orderBy } = selectOf(text);
    expect(namedWindows.map(({ name }) => name.text)).toEqual(["w", "u"]);
    expect(namedWindows[1]!.over.base?.text).toBe("w");
    expect(items[0]).toMatchObject({ expression: { over: { window: { text: "w" } } } });
    expect(orderBy).toHaveLength(1);
  });

  test("a window without AS is reported where it is missing", () => {
    expect(syntaxProblems("SELECT k FROM t WINDOW w AS (ORDER BY ts), v (ORDER BY ts)")).toEqual([
      "SYNTAX_EXPECTED «(»",
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { type DataType, typeName } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import { aggregateQueryOf, mended, planOf, problemsOf } from "../testing/compile-text.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import type { CompileOptions } from "./compile-query.ts";

function bind(text: string, options: CompileOptions = {}): Expression {
  const { query } = planOf(`SELECT ${text} AS x FROM orders`, options);
  if (query.kind !== "project") throw new Error("no projection");
  return query.projection[0]!;
}

/** The expression in prefix notation: `(+ v 1)`; casts as `v::DOUBLE`. */
function shown(expression: Expression): string {
  switch (expression.kind) {
    case "column":
      return `#${expression.index}`;
    case "literal":
      return `${String(expression.value)}:${typeName(expression.type)}`;
    case "call": {
      const parts = expression.arguments.map(shown);
      return expression.name === "cast"
        ? `${parts[0]}::${typeName(expression.type)}`
        : `(${expression.name} ${parts.join(" ")})`;
    }
    case "case":
      return `(case ${expression.branches.map(({ when, result }) => `${shown(when)} ${shown(result)}`).join(" ")} else ${
        expression.otherwise ? shown(expression.otherwise) : "nothing"
      })`;
  }
}

function typeOf(text: string): string {
  const { type }: { type: DataType } = bind(text);
  return typeName(type);
}

describe("literals", () => {
  test.each([
    ["7", "7:BIGINT"],
    ["-7", "-7:BIGINT"],
    ["-9223372036854775808", "-9223372036854775808:BIGINT"],
    ["1.5", "15:DECIMAL(2, 1)"],
    ["-0.50", "-50:DECIMAL(2, 2)"],
    ["1e3", "1000:DOUBLE"],
    ["-2.5e0", "-2.5:DOUBLE"],
    ["'a'", "a:STRING"],
    ["TRUE", "true:BOOLEAN"],
    ["NULL", "null:STRING"],
    ["TIMESTAMP '1970-01-01 00:00:01'", "1000:TIMESTAMP"],
    ["DATE '1970-01-02'", "86400000:DATE"],
    ["INTERVAL '5' SECOND", "5000:INTERVAL"],
  ])("%s is %s", (text, expected) => expect(shown(bind(text))).toBe(expected));

  test("a BIGINT has 64 bits, a DECIMAL 38 digits", () => {
    expect(problemsOf("SELECT 9223372036854775808 FROM orders")).toEqual([
      'NUMBER_OUT_OF_RANGE "9223372036854775808"',
    ]);
    const digits = `0.${"1".repeat(39)}`;
    expect(problemsOf(`SELECT ${digits} FROM orders`)).toEqual([`NUMBER_OUT_OF_RANGE "${digits}"`]);
  });

  test("a time that is none is shown where it stands", () => {
    expect(problemsOf("SELECT k FROM orders WHERE ts > '2026-02-30'")).toEqual(["BAD_TIME \"'2026-02-30'\""]);
    expect(problemsOf("SELECT TIMESTAMP 'noon' FROM orders")).toEqual(["BAD_TIME \"TIMESTAMP 'noon'\""]);
    expect(problemsOf("SELECT DATE '2026-01-31 12:00' FROM orders")).toEqual([
      "BAD_TIME \"DATE '2026-01-31 12:00'\"",
    ]);
  });
});

describe("literals take the type that is wanted", () => {
  test.each([
    ["d > 1", "(> #3 1:DOUBLE)"],
    ["d > 1.5", "(> #3 1.5:DOUBLE)"],
    ["d = -1.5", "(= #3 -1.5:DOUBLE)"],
    ["m > 1", "(> #4 1:BIGINT)"],
    ["COALESCE(m, 1)", "(coalesce #4::DECIMAL(21, 2) 100:DECIMAL(21, 2))"],
    ["COALESCE(m, 1.5)", "(coalesce #4 150:DECIMAL(10, 2))"],
    ["ts > '1970-01-01 00:00:01'", "(> #0 1000:TIMESTAMP)"],
    ["ts BETWEEN 0 AND 5", "(and (>= #0 0:TIMESTAMP) (<= #0 5:TIMESTAMP))"],
    ["v = NULL", "(= #2 null:BIGINT)"],
    ["NULL + 1", "(+ null:BIGINT 1:BIGINT)"],
  ])("%s is %s", (text, expected) => expect(shown(bind(text))).toBe(expected));
});

describe("operators", () => {
  test.each([
    ["v + 1 * 2", "(+ #2 (* 1:BIGINT 2:BIGINT))"],
    ["-v", "(negate #2)"],
    ["+v", "#2"],
    ["v + d", "(+ #2::DOUBLE #3)"],
    ["v % 2", "(% #2 2:BIGINT)"],
    ["NOT f AND v > 1", "(and (not #5) (> #2 1:BIGINT))"],
    ["v IS NULL", "(is null #2)"],
    ["v IS NOT NULL", "(is not null #2)"],
    ["f IS TRUE", "(is not distinct from #5 true:BOOLEAN)"],
    ["f IS NOT UNKNOWN", "(is distinct from #5 null:BOOLEAN)"],
    ["v IS DISTINCT FROM 1", "(is distinct from #2 1:BIGINT)"],
    ["v NOT BETWEEN 1 AND 2", "(not (and (>= #2 1:BIGINT) (<= #2 2:BIGINT)))"],
    ["k IN ('a', 'b')", "(in #1 a:STRING b:STRING)"],
    ["k NOT IN ('a')", "(not (in #1 a:STRING))"],
    ["k LIKE 'a%'", "(like #1 a%:STRING)"],
    ["k NOT LIKE 'a!%' ESCAPE '!'", "(not (like #1 a!%:STRING !:STRING))"],
    ["k || v", "(|| #1 #2::STRING)"],
    ["CASE WHEN f THEN 1 ELSE d END", "(case #5 1:DOUBLE else #3)"],
    ["CASE v WHEN 1 THEN 'a' END", "(case (= #2 1:BIGINT) a:STRING else nothing)"],
    ["CAST(v AS STRING)", "#2::STRING"],
    ["CAST(v AS BIGINT)", "#2"],
    ["CAST(1 AS DOUBLE)", "1:DOUBLE"],
    ["CAST(NULL AS DECIMAL(5, 1))", "null:DECIMAL(5, 1)"],
    ["mod(v, 2)", "(mod #2 2:BIGINT)"],
    ["ts + INTERVAL '5' SECOND", "(+ #0 5000:INTERVAL)"],
    ["ts - INTERVAL '5' SECOND", "(- #0 5000:INTERVAL)"],
    ["INTERVAL '5' SECOND + ts", "(+ 5000:INTERVAL #0)"],
    ["ts - paid_at", "(- #0 #6)"],
    ["ts - DATE '1970-01-02'", "(- #0 86400000:TIMESTAMP)"],
    ["-INTERVAL '5' SECOND * v", "(* (negate 5000:INTERVAL) #2::DOUBLE)"],
    ["ts > DATE '1970-01-02'", "(> #0 86400000:TIMESTAMP)"],
    ["TRY_CAST(k AS BIGINT)", "(try_cast #1)"],
    ["TRY_CAST(v AS BIGINT)", "#2"],
    ["TRY_CAST(1 AS DOUBLE)", "1:DOUBLE"],
  ])("%s", (text, expected) => expect(shown(bind(text))).toBe(expected));

  test("types of results", () => {
    expect(typeOf("v / 2")).toBe("DOUBLE");
    expect(typeOf("m * 2")).toBe("DECIMAL(29, 2)");
    expect(typeOf("CASE WHEN f THEN 1 ELSE m END")).toBe("DECIMAL(21, 2)");
    expect(typeOf("CASE WHEN f THEN ts ELSE DATE '1970-01-02' END")).toBe("TIMESTAMP");
    expect(typeOf("ts - paid_at")).toBe("INTERVAL");
    expect(typeOf("DATE '1970-01-02' + INTERVAL '1' DAY")).toBe("TIMESTAMP");
  });
});

describe("columns", () => {
  test.each(["v", "V", "orders.v", "o.v"])("%s is the third", (name) => {
    const from = name.startsWith("o.") ? "orders AS o" : "orders";
    expect(planOf(`SELECT ${name} FROM ${from}`).query).toMatchObject({
      projection: [{ kind: "column", index: 2 }],
    });
  });

  test("system columns are columns of the stream under another name", () => {
    const { query, output } = planOf("SELECT _EVENT_TIME, _TIMESTAMP, _PARTITION FROM orders");
    expect(query).toMatchObject({ projection: [{ index: 0 }, { index: 6 }, { index: 7 }] });
    expect(output.map(({ name }) => name)).toEqual(["_EVENT_TIME", "_TIMESTAMP", "_PARTITION"]);
    expect(problemsOf("SELECT _OFFSET FROM orders")).toEqual(['UNSUPPORTED_SYSTEM_COLUMN "_OFFSET"']);
  });

  test("an unknown one is mended by its nearest name", () => {
    expect(problemsOf("SELECT paid_ad FROM orders")).toEqual(['UNKNOWN_COLUMN "paid_ad"']);
    expect(mended("SELECT paid_ad FROM orders")).toBe("SELECT paid_at FROM orders");
    expect(mended("SELECT orders.shrad FROM orders")).toBe("SELECT orders.shard FROM orders");
  });

  test("one in double quotes was probably meant as a text", () => {
    expect(mended('SELECT k FROM orders WHERE k = "it"')).toBe("SELECT k FROM orders WHERE k = 'it'");
  });

  test.each(["constructor", "__proto__", "toString"])("%s is no column either", (name) => {
    expect(problemsOf(`SELECT ${name} FROM orders`)).toEqual([`UNKNOWN_COLUMN "${name}"`]);
    expect(problemsOf(`SELECT ${name}(v) FROM orders`)).toEqual([`UNKNOWN_FUNCTION "${name}"`]);
    expect(problemsOf(`SELECT v FROM ${name}`)).toEqual([`UNKNOWN_STREAM "${name}"`]);
    expect(problemsOf(`SELECT CAST(v AS ${name}) FROM orders`)).toEqual([`UNKNOWN_TYPE "${name}"`]);
    expect(problemsOf(`SELECT v FROM orders WITH ('${name}' = '1')`)).toEqual([`UNKNOWN_OPTION "'${name}'"`]);
    expect(problemsOf(`SELECT v FROM orders WITH ('semantics' = '${name}')`)).toEqual([
      `BAD_OPTION_VALUE "'${name}'"`,
    ]);
  });

  test("an alias hides the stream's name; another qualifier is unknown", () => {
    expect(problemsOf("SELECT orders.v FROM orders AS o")).toEqual(['UNKNOWN_STREAM "orders"']);
    expect(problemsOf("SELECT x.v, x.* FROM orders")).toEqual(['UNKNOWN_STREAM "x"', 'UNKNOWN_STREAM "x"']);
  });

  test("an unknown stream is mended by its nearest name", () => {
    expect(problemsOf("SELECT v FROM order_s")).toEqual(['UNKNOWN_STREAM "order_s"']);
    expect(mended("SELECT v FROM order_s")).toBe("SELECT v FROM orders");
  });

  test("a name from SELECT is not visible in WHERE, and is mended by what it stands for", () => {
    const sql = "SELECT v * 2 AS w FROM orders WHERE w > 1";
    expect(problemsOf(sql)).toEqual(['ALIAS_NOT_VISIBLE "w"']);
    expect(mended(sql)).toBe("SELECT v * 2 AS w FROM orders WHERE (v * 2) > 1");
  });
});

describe("what has the wrong type", () => {
  test.each([
    ["k + 1", "k + 1"],
    ["k > 1", "k > 1"],
    ["f AND v", "v"],
    ["NOT v", "v"],
    ["-k", "-k"],
    ["+k", "+k"],
    ["ts = f", "ts = f"],
    ["v IN (1, 'a')", "'a'"],
    ["v LIKE 'a'", "v LIKE 'a'"],
    ["CASE WHEN v THEN 1 END", "v"],
    ["CASE WHEN f THEN 1 ELSE 'a' END", "'a'"],
    ["CAST(f AS TIMESTAMP)", "CAST(f AS TIMESTAMP)"],
    ["UPPER(v)", "UPPER(v)"],
    ["v + INTERVAL '5' SECOND", "v + INTERVAL '5' SECOND"],
  ])("%s", (text, range) =>
    expect(problemsOf(`SELECT ${text} FROM orders`)).toEqual([`TYPE_MISMATCH "${range}"`]),
  );

  test("times are UTC: another zone is refused", () => {
    const native = { preset: "velostream" } as const;
    expect(shown(bind("ts AT TIME ZONE 'UTC'", native))).toBe("#0");
    expect(problemsOf("SELECT ts AT TIME ZONE 'Europe/Paris' FROM orders", native)).toEqual([
      "UNSUPPORTED_TIME_ZONE \"'Europe/Paris'\"",
    ]);
    expect(problemsOf("SELECT k AT TIME ZONE 'UTC' FROM orders", native)).toEqual(['TYPE_MISMATCH "k"']);
  });

  test("WHERE needs a condition", () => {
    expect(problemsOf("SELECT k FROM orders WHERE v + 1")).toEqual(['TYPE_MISMATCH "v + 1"']);
    expect(planOf("SELECT k FROM orders WHERE NULL").filter).toMatchObject({
      value: null,
      type: { kind: "BOOLEAN" },
    });
  });

  test("every part of an expression is checked, not only the first that is wrong", () => {
    expect(problemsOf("SELECT (k + 1) * (nix + 2) FROM orders")).toEqual([
      'TYPE_MISMATCH "(k + 1)"',
      'UNKNOWN_COLUMN "nix"',
    ]);
  });
});

describe("functions", () => {
  test("an unknown one is mended by its nearest name, also among the aggregates", () => {
    expect(problemsOf("SELECT UPER(k) FROM orders")).toEqual(['UNKNOWN_FUNCTION "UPER"']);
    expect(mended("SELECT UPER(k) FROM orders")).toBe("SELECT UPPER(k) FROM orders");
    expect(mended("SELECT COUMT(*) FROM orders")).toBe("SELECT COUNT(*) FROM orders");
  });

  test("one that an engine has and that is not run yet is refused as such, before its arguments", () => {
    expect(problemsOf("SELECT NTILE(nix) FROM orders")).toEqual(['UNSUPPORTED_FUNCTION "NTILE"']);
  });

  test("DISTINCT, * and FILTER go with aggregates only", () => {
    expect(problemsOf("SELECT UPPER(DISTINCT k) FROM orders")).toEqual(['NOT_AN_AGGREGATE "DISTINCT"']);
    expect(problemsOf("SELECT UPPER(*) FROM orders")).toEqual(['NOT_AN_AGGREGATE "*"']);
  });
});

describe("types in CAST", () => {
  test.each([
    ["INT", "BIGINT"],
    ["INTEGER", "BIGINT"],
    ["FLOAT", "DOUBLE"],
    ["DOUBLE PRECISION", "DOUBLE"],
    ["VARCHAR", "STRING"],
    ["TEXT", "STRING"],
    ["DECIMAL(12, 3)", "DECIMAL(12, 3)"],
    ["NUMERIC(12)", "DECIMAL(12, 0)"],
  ])("%s is %s", (written, expected) => expect(typeOf(`CAST(v AS ${written})`)).toBe(expected));

  test("TIMESTAMP may say that it has milliseconds", () =>
    expect(typeOf("CAST(k AS TIMESTAMP(3))")).toBe("TIMESTAMP"));

  test.each([
    ["DECIMAL", "BAD_TYPE"],
    ["DECIMAL(39, 2)", "BAD_TYPE"],
    ["DECIMAL(5, 6)", "BAD_TYPE"],
    ["VARCHAR(5)", "UNSUPPORTED_TYPE"],
    ["TIMESTAMP(6)", "UNSUPPORTED_TYPE"],
    ["BLOB", "UNSUPPORTED_TYPE"],
    ["ARRAY", "BAD_TYPE"],
    ["MAP<STRING>", "BAD_TYPE"],
  ])("%s: %s", (written, code) =>
    expect(problemsOf(`SELECT CAST(k AS ${written}) FROM orders`)).toEqual([`${code} "${written}"`]),
  );

  test("INT and FLOAT are narrower in other engines, so there they are refused", () => {
    expect(
      problemsOf("SELECT SUM(CAST(v AS INT)) FROM orders WINDOW TUMBLING(5s)", { preset: "flink" }),
    ).toEqual(['UNSUPPORTED_TYPE "INT"']);
  });
});

describe("/ under the rules of other engines", () => {
  const sql = (divided: string): string =>
    `SELECT k, SUM(${divided}) FROM orders GROUP BY k WINDOW TUMBLING(5s)`;

  test("a quotient of whole numbers is whole, toward zero, but natively a DOUBLE", () => {
    const argumentOf = (preset: PresetName): unknown =>
      aggregateQueryOf(sql("v / 2"), { preset }).aggregates[0]!.arguments[0];
    expect(argumentOf("velostream")).toMatchObject({ name: "/", type: { kind: "DOUBLE" } });
    for (const preset of ["flink", "ksqldb"] as const)
      expect(argumentOf(preset)).toMatchObject({ name: "div", type: { kind: "BIGINT" } });
  });

  test("a quotient of decimals has other digits there, so it is refused; of DOUBLEs it is the same", () => {
    for (const preset of ["flink", "ksqldb"] as const) {
      expect(problemsOf(sql("m / 2"), { preset })).toEqual(['UNSUPPORTED_EXACT_DIVISION "m / 2"']);
      expect(problemsOf(sql("d / m"), { preset })).toEqual([]);
    }
  });
});

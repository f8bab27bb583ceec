import { expect, test } from "vitest";
import { compileExpression } from "../expression/compile-expression.ts";
import { columnOf } from "../data/column-buffer.ts";
import { readValue } from "../data/column.ts";
import { STRING, type Value, typeName } from "../data/data-type.ts";
import { planOf, problemsOf } from "../testing/compile-text.ts";

interface Found {
  readonly type: string;
  readonly values: readonly Value[];
  readonly warned: readonly string[];
}

/** Evaluates a call over the column k. */
function found(call: string, ...texts: readonly (string | null)[]): Found {
  const { query } = planOf(`SELECT ${call} FROM orders`, { preset: "velostream" });
  if (query.kind !== "project") throw new Error("an aggregate query");
  const [expression] = query.projection;
  const warnings = new Map();
  const column = columnOf(STRING, texts);
  const result = compileExpression(expression!).evaluate([column, column], texts.length, warnings);
  return {
    type: typeName(expression!.type),
    values: texts.map((_, row) => readValue(result, expression!.type, row)),
    warned: [...warnings.keys()],
  };
}

function problems(call: string): readonly string[] {
  return problemsOf(`SELECT ${call} FROM orders`, { preset: "velostream" });
}

test("RETURNING is a cast, exact over all digits", () => {
  expect(found("JSON_VALUE(k, '$.a' RETURNING BIGINT)", '{"a": 9007199254740993}', '{"a": "x"}')).toEqual({
    type: "BIGINT",
    values: [9007199254740993n, null],
    warned: ["CAST_FAILED"],
  });
});

test("ON EMPTY is for nothing at the path, ON ERROR for bad JSON and what is no one value", () => {
  const call = "JSON_VALUE(k, '$.a' RETURNING BIGINT DEFAULT 0 ON EMPTY DEFAULT -1 ON ERROR)";
  expect(found(call, '{"a": 7}', "{}", "{bad", '{"a": [1]}', '{"a": null}', null)).toEqual({
    type: "BIGINT",
    values: [7n, 0n, -1n, -1n, null, null],
    warned: [],
  });
  expect(found("JSON_VALUE(k, '$.a' DEFAULT 'none' ON EMPTY)", "{}", "{bad").values).toEqual(["none", null]);
  expect(found("JSON_VALUE(k, '$.a' NULL ON EMPTY NULL ON ERROR)", "{bad")).toMatchObject({
    values: [null],
    warned: ["BAD_JSON"],
  });
});

test("JSON_QUERY wraps, and gives an empty array or object", () => {
  expect(found("JSON_QUERY(k, '$.a' WITH WRAPPER)", '{"a": [1]}', '{"a": 1}').values).toEqual([
    "[[1]]",
    "[1]",
  ]);
  expect(
    found("JSON_QUERY(k, '$.a' WITH CONDITIONAL ARRAY WRAPPER)", '{"a": [1]}', '{"a": 1}').values,
  ).toEqual(["[1]", "[1]"]);
  expect(
    found("JSON_QUERY(k, '$.a' WITHOUT WRAPPER EMPTY OBJECT ON ERROR)", '{"a": 1}', "{}").values,
  ).toEqual(["{}", null]);
  expect(found("JSON_QUERY(k, '$.a' EMPTY ARRAY ON EMPTY)", "{}").values).toEqual(["[]"]);
});

test("JSON_EXISTS answers for what is no JSON as it is told", () => {
  expect(found("JSON_EXISTS(k, '$.a' TRUE ON ERROR)", "{bad", '{"a": 1}', "{}", null).values).toEqual([
    true,
    true,
    false,
    null,
  ]);
  expect(found("JSON_EXISTS(k, '$.a' FALSE ON ERROR)", "{bad")).toMatchObject({
    values: [false],
    warned: [],
  });
  expect(found("JSON_EXISTS(k, '$.a' UNKNOWN ON ERROR)", "{bad").values).toEqual([null]);
});

test("options that a function has not, and ERROR ON …, are refused", () => {
  expect(problems("JSON_VALUE(k, '$.a' WITH WRAPPER)")).toEqual(['UNSUPPORTED_JSON_OPTION "WITH WRAPPER"']);
  expect(problems("JSON_QUERY(k, '$.a' RETURNING BIGINT)")).toEqual([
    'UNSUPPORTED_JSON_OPTION "RETURNING BIGINT"',
  ]);
  expect(problems("JSON_VALUE(k, '$.a' ERROR ON ERROR)")).toHaveLength(1);
  expect(problems("JSON_VALUE(k, '$.a' TRUE ON ERROR)")).toHaveLength(1);
  expect(problems("JSON_VALUE(k, '$.a' RETURNING BIGINT DEFAULT 'x' ON EMPTY)")).toEqual([]);
});

test("the operators -> and ->> are chained", () => {
  expect(found("k -> 'a' ->> 0", '{"a": ["x"]}').values).toEqual(["x"]);
});

test("JSON_OBJECT and JSON_ARRAY nest, and treat NULL as they are told", () => {
  expect(
    found("JSON_OBJECT(KEY 'a' VALUE k, 'b' VALUE JSON_ARRAY(k, 1, NULL NULL ON NULL))", 'x"', null).values,
  ).toEqual(['{"a":"x\\"","b":["x\\"",1,null]}', '{"a":null,"b":[null,1,null]}']);
  expect(found("JSON_OBJECT('a' VALUE k, 'b' VALUE TRUE ABSENT ON NULL)", null).values).toEqual([
    '{"b":true}',
  ]);
  expect(found("JSON_ARRAY(k, JSON_OBJECT('q' VALUE JSON_QUERY(k, '$')))", "[1]").values).toEqual([
    '["[1]",{"q":[1]}]',
  ]);
  expect(found("JSON_OBJECT()", "x").values).toEqual(["{}"]);
  expect(problems("JSON_OBJECT('a', v, 'b')")).toHaveLength(1);
  expect(problems("JSON_OBJECT(v VALUE 1)")).toEqual(['TYPE_MISMATCH "v"']);
});

test("IS JSON is a test of the text", () => {
  expect(found("k IS JSON OBJECT", "{}", "[]", null).values).toEqual([true, false, null]);
  expect(found("k IS NOT JSON", "{").values).toEqual([true]);
});

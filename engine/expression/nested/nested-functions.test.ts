import { describe, expect, test } from "vitest";
import {
  BIGINT,
  DATE,
  DOUBLE,
  STRING,
  TIMESTAMP,
  arrayOf,
  decimal,
  mapOf,
  structOf,
  typeName,
} from "../../data/data-type.ts";
import { column, literal, runCast, runFunction } from "../../testing/run-function.ts";
import { findFunction } from "../function-registry.ts";

const numbers = arrayOf(BIGINT);
const words = arrayOf(STRING);

describe("elements", () => {
  test("are counted from 1; what lies outside is NULL, and so is position 0", () => {
    const array = column(words, '["a","b"]', '["a","b"]', "[]", null, '["a",null]');
    expect(runFunction("[]", array, column(BIGINT, 1n, 2n, 1n, 1n, 2n)).values).toEqual([
      "a",
      "b",
      null,
      null,
      null,
    ]);
    expect(runFunction("[]", array, literal(BIGINT, 0n)).values).toEqual([null, null, null, null, null]);
    expect(runFunction("[]", array, literal(BIGINT, 2n ** 62n)).values).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test("below 1 are counted from the end by ELEMENT_AT alone", () => {
    const array = column(words, '["a","b"]');
    expect(runFunction("element_at", array, literal(BIGINT, -1n)).values).toEqual(["b"]);
    expect(runFunction("[]", array, literal(BIGINT, -1n)).values).toEqual([null]);
    expect(runFunction("element_at", array, literal(BIGINT, -3n)).values).toEqual([null]);
  });

  test("of a MAP are taken by key; a key that is not there is NULL", () => {
    const map = column(mapOf(BIGINT), '{"a":1}', '{"b":9007199254740993}');
    expect(runFunction("[]", map, literal(STRING, "b")).values).toEqual([null, 2n ** 53n + 1n]);
    expect(runFunction("[]", map, column(STRING, "a", null)).values).toEqual([1n, null]);
  });

  test("a NULL position or key has no element", () => {
    expect(runFunction("[]", column(words, '["a"]'), literal(BIGINT, null)).values).toEqual([null]);
  });

  test("BIGINTs beyond 2^53 and DECIMALs stay exact, whether the position is a constant or not", () => {
    const exact = column(arrayOf(decimal(38, 2)), "[99999999999999999999.99,1.00]", "[0.10]");
    const expected = [9_999_999_999_999_999_999_999n, 10n];
    expect(runFunction("[]", exact, literal(BIGINT, 1n)).values).toEqual(expected);
    expect(runFunction("[]", exact, column(BIGINT, 1n, 1n)).values).toEqual(expected);
  });
});

describe("ARRAYs", () => {
  test("ARRAY_LENGTH counts NULLs too, and the entries of a MAP", () => {
    expect(runFunction("cardinality", column(numbers, "[1,null]", "[]", null)).values).toEqual([
      2n,
      0n,
      null,
    ]);
    expect(runFunction("array_length", column(mapOf(STRING), '{"a":"b"}')).values).toEqual([1n]);
  });

  test("ARRAY_CONTAINS compares by value; of a NULL it is NULL", () => {
    const array = column(arrayOf(decimal(5, 2)), "[1.50,null]", "[]");
    expect(runFunction("array_contains", array, literal(decimal(3, 1), 15n)).values).toEqual([true, false]);
    expect(runFunction("array_contains", array, literal(decimal(5, 2), null)).values).toEqual([null, null]);
  });

  test("ARRAY_MAX and ARRAY_MIN pass over NULLs; NaN is greatest, texts go by code point", () => {
    expect(
      runFunction("array_max", column(arrayOf(DOUBLE), '[1,"NaN",null,2]', "[null]", "[]")).values,
    ).toEqual([NaN, null, null]);
    expect(runFunction("array_min", column(arrayOf(DOUBLE), '["NaN",-1,2]')).values).toEqual([-1]);
    expect(runFunction("array_max", column(words, '["\uFFFD","\u{1F600}","B"]')).values).toEqual([
      "\u{1F600}",
    ]);
  });

  test("ARRAY_SORT puts NULLs last, ARRAY_DISTINCT keeps the order of first sight", () => {
    expect(runFunction("array_sort", column(numbers, "[3,null,-1,10]")).values).toEqual(["[-1,3,10,null]"]);
    expect(runFunction("array_distinct", column(numbers, "[3,null,3,null,1]")).values).toEqual([
      "[3,null,1]",
    ]);
  });

  test("ARRAY_JOIN leaves NULLs out, or writes what is given for them", () => {
    const dates = column(arrayOf(DATE), "[0,null,86400000]");
    expect(runFunction("array_join", dates, literal(STRING, "; ")).values).toEqual([
      "1970-01-01; 1970-01-02",
    ]);
    expect(runFunction("array_join", dates, literal(STRING, ";"), literal(STRING, "-")).values).toEqual([
      "1970-01-01;-;1970-01-02",
    ]);
    expect(runFunction("array_join", dates, literal(STRING, null)).values).toEqual([null]);
  });

  test("the elements of a new one are brought to one type", () => {
    const made = runFunction("array", column(BIGINT, 1n, null), literal(DOUBLE, 0.5));
    expect(typeName(made.type)).toBe("ARRAY<DOUBLE>");
    expect(made.values).toEqual(["[1,0.5]", "[null,0.5]"]);
  });
});

describe("MAPs and STRUCTs", () => {
  test("of equal keys the last one counts; a NULL key has no MAP and is counted", () => {
    const { values, warnings } = runFunction(
      "map",
      column(STRING, "b", null),
      literal(BIGINT, 1n),
      literal(STRING, "a"),
      column(BIGINT, null, 2n),
      literal(STRING, "b"),
      literal(BIGINT, 3n),
    );
    expect(values).toEqual(['{"a":null,"b":3}', null]);
    expect(warnings.get("BAD_ARGUMENT")).toMatchObject({ count: 1, example: "MAP(NULL, 1, 'a', 2, 'b', 3)" });
  });

  test("keys and values of a MAP come in the order of the keys", () => {
    const map = column(mapOf(BIGINT), '{"a":1,"b":null}');
    expect(runFunction("map_keys", map).values).toEqual(['["a","b"]']);
    expect(runFunction("map_values", map).values).toEqual(["[1,null]"]);
  });

  test("a STRUCT keeps NULL fields", () => {
    expect(runFunction("struct", column(BIGINT, 1n, null), literal(STRING, 'q"')).values).toEqual([
      '[1,"q\\""]',
      '[null,"q\\""]',
    ]);
  });
});

describe("casts", () => {
  const point = structOf([
    { name: "x", type: BIGINT },
    { name: "y", type: TIMESTAMP },
  ]);

  test("from JSON text, by the names of fields; what is no such value is NULL and counted", () => {
    const { values, warnings } = runCast(
      STRING,
      point,
      '{"Y":"1970-01-01","x":1}',
      "[1,2]",
      '{"x":"a"}',
      "nix",
      null,
    );
    expect(values).toEqual(["[1,0]", "[1,2]", null, null, null]);
    expect(warnings.get("CAST_FAILED")).toMatchObject({ count: 2, rows: [2, 3] });
  });

  test("to text they are JSON with the names of fields, which is read back", () => {
    const text = '{"x":9007199254740993,"y":"1970-01-01 00:00:00.001"}';
    expect(runCast(point, STRING, "[9007199254740993,1]").values).toEqual([text]);
    expect(runCast(STRING, point, text).values).toEqual(["[9007199254740993,1]"]);
  });

  test("to another of their kind what is in them is cast; where that fails the whole is NULL", () => {
    expect(runCast(numbers, words, "[1,null]").values).toEqual(['["1",null]']);
    const { values, warnings } = runCast(words, numbers, '["1","x"]', '["7"]', "[]");
    expect(values).toEqual([null, "[7]", "[]"]);
    expect(warnings.get("CAST_FAILED")?.count).toBe(1);
    expect(runCast(arrayOf(DATE), arrayOf(TIMESTAMP), "[0]").values).toEqual(["[0]"]);
    expect(runCast(mapOf(numbers), mapOf(arrayOf(DOUBLE)), '{"a":[1]}').values).toEqual(['{"a":[1]}']);
  });
});

test("equality is that of what is in them, NULLs and all; between types after bringing them together", () => {
  expect(
    runFunction("=", column(numbers, "[1,null]", "[1]", null), column(numbers, "[1,null]", "[2]", "[1]"))
      .values,
  ).toEqual([true, false, null]);
  expect(runFunction("=", column(numbers, "[1]"), column(arrayOf(decimal(3, 1)), "[1.0]")).values).toEqual([
    true,
  ]);
  expect(
    runFunction("in", column(numbers, "[1]", "[3]"), literal(numbers, "[1]"), literal(numbers, null)).values,
  ).toEqual([true, null]);
  expect(runFunction("coalesce", column(numbers, null, "[1]"), literal(numbers, "[]")).values).toEqual([
    "[]",
    "[1]",
  ]);
  expect(runFunction("nullif", column(numbers, "[1]", "[2]"), literal(numbers, "[1]")).values).toEqual([
    null,
    "[2]",
  ]);
});

describe("what they do not take is said in one sentence", () => {
  test.each([
    ["array_length", [BIGINT], "ARRAY_LENGTH takes an ARRAY or a MAP, not BIGINT."],
    [
      "array_sort",
      [arrayOf(numbers)],
      "ARRAY_SORT takes an ARRAY of elements that have an order, not ARRAY<ARRAY<BIGINT>>.",
    ],
    ["array_contains", [numbers, STRING], "ARRAY_CONTAINS cannot look for STRING in ARRAY<BIGINT>; CAST it."],
    [
      "array",
      [BIGINT, STRING],
      "An ARRAY has elements of one type, not BIGINT and STRING; CAST some of them.",
    ],
    ["map", [BIGINT, STRING], "The keys of a MAP are STRINGs, not BIGINT; CAST them."],
    ["map", [STRING], "MAP takes keys and values in turn, not 1 arguments."],
    [
      "[]",
      [words, STRING],
      "An element of an ARRAY is taken by its position, a BIGINT from 1, not by STRING.",
    ],
    ["[]", [STRING, BIGINT], "[ ] takes an ARRAY or a MAP, not STRING."],
    ["<", [numbers, numbers], "< has no order for ARRAY<BIGINT>; only = and <> compare it."],
  ])("%s", (name, types, problem) => expect(findFunction(name)!.resolve(types)).toEqual({ problem }));
});

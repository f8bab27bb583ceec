import { expect, test } from "vitest";
import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  type DataType,
  STRING,
  TIMESTAMP,
  type Value,
  arrayOf,
  decimal,
  mapOf,
  structOf,
} from "../../data/data-type.ts";
import { nestedText } from "../../data/nested-value.ts";
import { column, literal, runFunction } from "../../testing/run-function.ts";
import { normalizedNumber } from "./json-number.ts";

function of(name: string, json: string | null, ...more: readonly (string | bigint)[]): Value {
  const rest = more.map((value) => literal(typeof value === "bigint" ? BIGINT : STRING, value));
  return runFunction(name, column(STRING, json), ...rest).values[0]!;
}

const order = '{"id": 9007199254740993, "tags": ["a", {"b": null}], "ok": true, "note": "x y"}';

test("JSON_VALUE gives what is one value, JSON_QUERY what is made of values, JSON_EXTRACT either", () => {
  expect(of("json_value", order, "$.id")).toBe("9007199254740993");
  expect(of("json_value", order, "$.ok")).toBe("true");
  expect(of("json_value", order, "$.tags")).toBeNull();
  expect(of("json_value", order, "$.tags[1].b")).toBeNull();
  expect(of("json_query", order, "$.tags")).toBe('["a",{"b":null}]');
  expect(of("json_query", order, "$.note")).toBeNull();
  expect(of("json_query with wrapper", order, "$.tags")).toBe('[["a",{"b":null}]]');
  expect(of("json_query with conditional wrapper", order, "$.tags")).toBe('["a",{"b":null}]');
  expect(of("json_query with conditional wrapper", order, "$.note")).toBe('["x y"]');
  expect(of("json_extract", order, "tags.0")).toBe("a");
  expect(of("json_extract", order, "tags.1")).toBe('{"b":null}');
  expect(of("json_extract", null, "tags")).toBeNull();
});

test("JSON_EXISTS knows JSON's null from nothing", () => {
  expect(of("json_exists", order, "$.tags[1].b")).toBe(true);
  expect(of("json_exists", order, "$.tags[2]")).toBe(false);
  expect(of("json_exists", null, "$.tags")).toBeNull();
});

test("-> gives JSON, ->> text; keys are exact and numbers count from either end", () => {
  expect(of("->", order, "note")).toBe('"x y"');
  expect(of("->>", order, "note")).toBe("x y");
  expect(of("->", '["a", null]', 1n)).toBe("null");
  expect(of("->>", '["a", null]', 1n)).toBeNull();
  expect(of("->>", '["a", "b"]', -2n)).toBe("a");
  expect(of("->>", '{"a.b": 1}', "a.b")).toBe("1");
  expect(of("->>", '{"0": 1}', 0n)).toBeNull();
});

test("lengths, keys, items and kinds are NULL of another kind", () => {
  expect(of("json_array_length", "[1, [2, 3]]")).toBe(2n);
  expect(of("json_array_length", "{}")).toBeNull();
  expect(of("json_keys", '{"b": 1, "a": 2, "b": 3}')).toBe('["b","a"]');
  expect(of("json_keys", "[]")).toBeNull();
  expect(of("json_items", '[1, "a", {"b": [ ]}]')).toBe('["1","\\"a\\"","{\\"b\\":[]}"]');
  expect(of("json_items", "1")).toBeNull();
  expect(["{}", "[]", '""', "0", "true", "null"].map((json) => of("json_typeof", json))).toEqual([
    "object",
    "array",
    "string",
    "number",
    "boolean",
    "null",
  ]);
});

test("IS_JSON_STRING is never NULL and never warns", () => {
  const { values, warnings } = runFunction("is_json_string", column(STRING, "1", "[1", null, ""));
  expect(values).toEqual([true, false, false, false]);
  expect(warnings.size).toBe(0);
});

test("IS JSON tells shapes apart, and is NULL of NULL", () => {
  const shapes = ["VALUE", "SCALAR", "OBJECT", "ARRAY"];
  const of4 = (json: string | null): Value[] => shapes.map((shape) => of("is json", json, shape));
  expect(of4("{}")).toEqual([true, false, true, false]);
  expect(of4("[1]")).toEqual([true, false, false, true]);
  expect(of4("null")).toEqual([true, true, false, false]);
  expect(of4("{")).toEqual([false, false, false, false]);
  expect(of4(null)).toEqual([null, null, null, null]);
});

test("JSON_ARRAY_CONTAINS compares by kind, numbers by value over all digits", () => {
  const contains = (type: DataType, value: Value): Value =>
    runFunction(
      "json_array_contains",
      column(STRING, '[1.50, "1.5", true, 9007199254740993, -0.0]'),
      literal(type, value),
    ).values[0]!;
  expect(contains(DOUBLE, 1.5)).toBe(true);
  expect(contains(decimal(5, 3), 1500n)).toBe(true);
  expect(contains(BIGINT, 9007199254740993n)).toBe(true);
  expect(contains(BIGINT, 9007199254740992n)).toBe(false);
  expect(contains(BIGINT, 0n)).toBe(true);
  expect(contains(STRING, "1.5")).toBe(true);
  expect(contains(STRING, "true")).toBe(false);
  expect(contains(BOOLEAN, true)).toBe(true);
  expect(of("json_array_contains", "{}", "a")).toBe(false);
});

test("numbers of equal value have one form", () => {
  const forms = ["-1250", "-1250.0", "-1.25e3", "-1.250E+3", "-0.125e4"].map(normalizedNumber);
  expect(new Set(forms)).toEqual(new Set(["-125e1"]));
  expect(["0", "-0.00", "0e9"].map(normalizedNumber)).toEqual(["0", "0", "0"]);
  expect(normalizedNumber("Infinity")).toBe("Infinity");
});

test("what is no JSON is NULL and counted with an example", () => {
  for (const name of ["json_value", "json_query", "json_exists", "json_extract", "->", "->>"]) {
    const { values, warnings } = runFunction(
      name,
      column(STRING, "{bad", "{}", "{bad"),
      literal(STRING, "a"),
    );
    expect([values[0], values[2]]).toEqual([null, null]);
    expect(warnings.get("BAD_JSON")).toMatchObject({ count: 2, rows: [0, 2], example: "'{bad'" });
  }
});

test("a path that is data and no path is NULL and counted", () => {
  const { values, warnings } = runFunction(
    "json_value",
    literal(STRING, '{"a": 1}'),
    column(STRING, "a", "a..b"),
  );
  expect(values).toEqual(["1", null]);
  expect(warnings.get("BAD_ARGUMENT")).toMatchObject({ count: 1, example: "the path 'a..b'" });
});

test("TO_JSON_STRING writes any type; JSON_VALUE reads it back", () => {
  const written = (type: DataType, value: Value): Value =>
    runFunction("to_json_string", column(type, value)).values[0]!;
  expect(written(STRING, 'a "b"\n')).toBe('"a \\"b\\"\\n"');
  expect(written(BIGINT, 9007199254740993n)).toBe("9007199254740993");
  expect(written(decimal(5, 2), 1230n)).toBe("12.30");
  expect(written(DOUBLE, NaN)).toBe('"NaN"');
  expect(written(BOOLEAN, false)).toBe("false");
  expect(written(TIMESTAMP, 0)).toBe('"1970-01-01 00:00:00.000"');
  expect(written(DATE, 0)).toBe('"1970-01-01"');
  expect(written(BIGINT, null)).toBeNull();
  const inner = structOf([
    { name: "at", type: TIMESTAMP },
    { name: "n", type: BIGINT },
  ]);
  const type = mapOf(arrayOf(inner));
  const value = nestedText(new Map([["k", [[0, 7n], null]]]), type);
  expect(written(type, value)).toBe('{"k":[{"at":"1970-01-01 00:00:00.000","n":7},null]}');
});

import { describe, expect, test } from "vitest";
import { mended, orders, planOf, problemsOf } from "../../testing/compile-text.ts";
import { compileQuery } from "../compile-query.ts";

function problem(type: string): readonly string[] {
  return problemsOf(`SELECT CAST(k AS ${type}) FROM orders`, { preset: "velostream" });
}

test("a type that is none is mended by the nearest", () => {
  expect(mended("SELECT CAST(k AS DUOBLE) FROM orders")).toBe("SELECT CAST(k AS DOUBLE) FROM orders");
  expect(problem("FROB")).toEqual(['UNKNOWN_TYPE "FROB"']);
});

describe("types that the engines have and that are not run are refused as such", () => {
  test.each(["BYTES", "TIME", "SMALLINT", "UUID", "JSONB"])("%s", (type) =>
    expect(problem(type)).toEqual([`UNSUPPORTED_TYPE "${type}"`]),
  );
});

test.each([
  ["CHARACTER VARYING", "STRING"],
  ["DOUBLE PRECISION", "DOUBLE"],
  ["TIMESTAMP(3) WITH LOCAL TIME ZONE", "TIMESTAMP"],
  ["TIMESTAMPTZ", "TIMESTAMP"],
])("%s is %s", (type, plain) => {
  const cast = (name: string): unknown =>
    planOf(`SELECT CAST(k AS ${name}) AS x FROM orders`, { preset: "velostream" }).query;
  expect(cast(type)).toEqual(cast(plain));
});

test("JSON is read out of a text without a type of its own", () => {
  const read = (text: string): unknown =>
    planOf(`SELECT ${text} AS x FROM orders`, { preset: "velostream" }).query;
  expect(read("k::JSONB -> 'a' ->> 'b'")).toEqual(read("k -> 'a' ->> 'b'"));
  expect(read("CAST(k AS JSON) ->> 'b'")).toEqual(read("k ->> 'b'"));
  expect(problem("JSON")).toEqual(['UNSUPPORTED_TYPE "JSON"']);
});

describe("parameters", () => {
  test.each([
    ["DECIMAL", "BAD_TYPE"],
    ["DECIMAL(39, 2)", "BAD_TYPE"],
    ["DECIMAL(5, 6)", "BAD_TYPE"],
    ["VARCHAR(5)", "UNSUPPORTED_TYPE"],
    ["TIMESTAMP(6)", "UNSUPPORTED_TYPE"],
    ["ARRAY", "BAD_TYPE"],
    ["MAP<STRING>", "BAD_TYPE"],
  ])("%s: %s", (type, code) => expect(problem(type)).toEqual([`${code} "${type}"`]));

  test("what is wrong inside is shown there", () => {
    expect(problem("ARRAY<MAP<STRING, FROB>>")).toEqual(['UNKNOWN_TYPE "FROB"']);
    expect(problem("MAP<BIGINT, STRING>")).toEqual(['UNSUPPORTED_TYPE "BIGINT"']);
    expect(problem("STRUCT<a BIGINT, b DECIMAL(99)>")).toEqual(['BAD_TYPE "DECIMAL(99)"']);
  });
});

test("a type that a value cannot become says what can", () => {
  const [found] = compileQuery("SELECT CAST(f AS TIMESTAMP) FROM orders", [orders]).diagnostics;
  expect(found).toMatchObject({
    message: "BOOLEAN cannot be cast to TIMESTAMP.",
    hint: "CAST makes TIMESTAMP of BIGINT, STRING, DATE, TIMESTAMP.",
  });
});

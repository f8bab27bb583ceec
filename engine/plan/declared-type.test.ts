import { expect, test } from "vitest";
import {
  arrayOf,
  BIGINT,
  decimal,
  mapOf,
  STRING,
  structOf,
  TIMESTAMP,
  type DataType,
} from "../data/data-type.ts";
import { parse } from "../sql/parse.ts";
import type { TypeName } from "../sql/expression-ast.ts";
import { orders } from "../testing/compile-text.ts";
import { compileQuery } from "./compile-query.ts";
import { describesType } from "./declared-type.ts";

function typeNameOf(text: string): TypeName {
  const [statement] = parse(`CREATE STREAM s (c ${text})`).script.statements;
  const type = statement?.kind === "create" ? statement.elements?.columns[0]?.type : null;
  if (!type) throw new Error(`${text} is no type`);
  return type;
}

const point: DataType = structOf([
  { name: "x", type: BIGINT },
  { name: "tags", type: arrayOf(STRING) },
]);

test.each<readonly [string, DataType, boolean]>([
  ["VARCHAR(20)", STRING, true],
  ["SMALLINT", BIGINT, true],
  ["TIMESTAMP(3) WITH LOCAL TIME ZONE", TIMESTAMP, true],
  ["DECIMAL(12, 2)", decimal(10, 2), true],
  ["DECIMAL(12, 3)", decimal(10, 2), false],
  ["DECIMAL(10)", decimal(10, 2), false],
  ["NUMERIC", decimal(10, 2), true],
  ["DOUBLE", decimal(10, 2), false],
  ["ARRAY<INT>", arrayOf(BIGINT), true],
  ["ARRAY<STRING>", arrayOf(BIGINT), false],
  ["MAP<STRING, BIGINT>", mapOf(BIGINT), true],
  ["MAP<STRING, STRING>", mapOf(BIGINT), false],
  ["STRUCT<x INT, tags ARRAY<STRING>>", point, true],
  ["ROW<X BIGINT, TAGS ARRAY<TEXT>>", point, true],
  ["STRUCT<x INT>", point, false],
  ["STRUCT<y INT, tags ARRAY<STRING>>", point, false],
  ["NIX", STRING, false],
])("%s", (text, actual, expected) => {
  expect(describesType(typeNameOf(text), actual)).toBe(expected);
});

test("a text that is declared as a nested type is told how to become one", () => {
  const sql = "CREATE STREAM orders (ts TIMESTAMP, k ARRAY<STRING>);\nSELECT ts FROM orders";
  const { diagnostics } = compileQuery(sql, [orders]);
  expect(diagnostics.find(({ code }) => code === "TYPE_MISMATCH")!.hint).toMatch(/CAST\(k AS ARRAY<…>\)/);
  const cast = "SELECT CAST(k AS ARRAY<STRING>)[1] AS first FROM orders";
  expect(compileQuery(cast, [orders]).plan).not.toBeNull();
});

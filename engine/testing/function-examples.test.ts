import { describe, expect, test } from "vitest";
import { aggregateNames, findAggregate } from "../aggregate/registry.ts";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { TIMESTAMP, type DataType, type Value } from "../data/data-type.ts";
import type { Schema } from "../data/schema.ts";
import { commonType } from "../expression/type-rules.ts";
import { writtenFunctions } from "../expression/function-registry.ts";
import { functionDocuments } from "../language/function-documents.ts";
import { runQuery } from "../runtime/run-query.ts";
import { planOf } from "./compile-text.ts";
import { batchesOf } from "./record-batches.ts";

test("every function that is written as name(…) has a document", () => {
  const silent = [...writtenFunctions(), ...aggregateNames().map((name) => findAggregate(name)!)]
    .filter(({ document }) => document === undefined)
    .map(({ name }) => name);
  expect(silent).toEqual([]);
});

describe("the example of a document gives its result", () => {
  test.each(functionDocuments())("$name", ({ name, document: { example, aliases } }) => {
    const rows = (example.rows ?? []).map(literals);
    expect(resultOf(example.sql, rows)).toBe(example.result);
    const called = new RegExp(`\\b(${[name, ...aliases].join("|")})\\b`, "i");
    expect(example.sql, "the example calls something else").toMatch(called);
  });
});

test("documents are sentences, and signatures begin with the name", () => {
  for (const { name, document } of functionDocuments()) {
    expect(document.sentence).toMatch(/^[A-Z0-9].*[.…]$/);
    expect(document.signature.startsWith(name), document.signature).toBe(true);
    for (const alias of document.aliases) expect(alias).toBe(alias.toUpperCase());
  }
});

/** The expression over one row, or an aggregate after the last of the rows, as CAST to STRING writes it. */
function resultOf(sql: string, rows: readonly (readonly TypedValue[])[]): string {
  const fields: Schema = (rows[0] ?? []).map((_, index) => ({
    name: index === 0 ? "x" : "y",
    type: commonType(rows.map((row) => row[index]!.type))!,
  }));
  const records = rows.map((row) => row.map(({ value }) => value));
  const last = run(`SELECT CAST(${sql} AS STRING) FROM s`, fields, rows.length === 0 ? [[]] : records).at(
    -1,
  )!;
  return String(last[0] ?? "NULL");
}

/** Whatever engine the spelling of an example makes one think of. */
const native = { preset: "velostream" } as const;

interface TypedValue {
  /** null: of an untyped NULL. */
  readonly type: DataType | null;
  readonly value: Value;
}

/** A row of literals: `1, 'a'`. */
function literals(row: string): readonly TypedValue[] {
  const { output } = planOf(`SELECT ${row} FROM s`, native, stream([]));
  const [values] = run(`SELECT ${row} FROM s`, [], [[]]);
  return values!.map((value, index) => ({ value, type: value === null ? null : output[index]!.type }));
}

/** Record n arrives n ms after midnight of 31 January 2024. */
function run(
  sql: string,
  fields: Schema,
  records: readonly (readonly Value[])[],
): readonly (readonly Value[])[] {
  const start = Date.UTC(2024, 0, 31);
  const definition = stream(fields);
  const rows = records.map((record, index) => [start + index, ...record]);
  const batches = batchesOf(definition.schema, rows, 1000);
  return runQuery(planOf(sql, native, definition), batches, { endOfInput: true }).rows.map(
    ({ values }) => values,
  );
}

function stream(fields: Schema): StreamDefinition {
  return {
    name: "s",
    schema: [{ name: "at", type: TIMESTAMP }, ...fields],
    eventTime: "at",
    arrival: "at",
    split: null,
    splits: 1,
    maxOutOfOrderness: null,
  };
}

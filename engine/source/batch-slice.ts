import { createBuffer } from "../data/column-buffer.ts";
import type { Column, NumberColumn, Validity } from "../data/column.ts";
import { writeDecimal } from "../data/decimal.ts";
import type { RecordBatch } from "../data/record-batch.ts";
import type { Schema } from "../data/schema.ts";

/** Rows from … to - 1 of a batch, as views of its arrays. */
export function sliceBatch(schema: Schema, batch: RecordBatch, from: number, to: number): RecordBatch {
  return {
    base: batch.base + from,
    length: to - from,
    columns: batch.columns.map((column, index) => sliceColumn(column, wordsOf(schema, index), from, to)),
    unreadable: batch.unreadable && batch.unreadable.subarray(from, to),
  };
}

/** Batches that follow each other as one; a single one as it is. @param base of the result, for when there are none. */
export function concatBatches(schema: Schema, base: number, parts: readonly RecordBatch[]): RecordBatch {
  if (parts.length === 1) return parts[0]!;
  if (parts.length === 0)
    return {
      base,
      length: 0,
      columns: schema.map(({ type }) => createBuffer(type, 0).column(0)),
      unreadable: null,
    };
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const lengths = parts.map((part) => part.length);
  const columns = schema.map((_, index) =>
    concatColumns(
      schema,
      index,
      parts.map((part) => part.columns[index]!),
      lengths,
      length,
    ),
  );
  const unreadable = concatBytes(
    parts.map((part) => part.unreadable),
    lengths,
    length,
    0,
  );
  return { base, length, columns, unreadable };
}

/** 64-bit words that an exact value of the column takes. */
function wordsOf(schema: Schema, index: number): 1 | 2 {
  return schema[index]!.type.kind === "DECIMAL" ? 2 : 1;
}

function sliceColumn(column: Column, words: 1 | 2, from: number, to: number): Column {
  const validity = column.validity && column.validity.subarray(from, to);
  if (column.kind === "string") return { ...column, codes: column.codes.subarray(from, to), validity };
  if (column.kind === "boolean") return { ...column, values: column.values.subarray(from, to), validity };
  const exact = column.exact && column.exact.subarray(words * from, words * to);
  return { ...column, values: column.values.subarray(from, to), exact, validity };
}

function concatColumns(
  schema: Schema,
  index: number,
  parts: readonly Column[],
  lengths: readonly number[],
  length: number,
): Column {
  const { kind } = schema[index]!.type;
  const validity = concatBytes(
    parts.map((part) => part.validity),
    lengths,
    length,
    1,
  );
  if (kind === "BOOLEAN") {
    const values = new Uint8Array(length);
    forEachPart(parts, lengths, (part, at, rows) => {
      if (part.kind === "boolean") values.set(part.values.subarray(0, rows), at);
    });
    return { kind: "boolean", values, validity };
  }
  const dictionary = parts.find((part) => part.kind === "string")?.dictionary;
  if (dictionary) {
    const codes = new Int32Array(length);
    forEachPart(parts, lengths, (part, at, rows) => {
      if (part.kind === "string") codes.set(part.codes.subarray(0, rows), at);
    });
    return { kind: "string", codes, dictionary, validity };
  }
  const values = new Float64Array(length);
  const numbers = parts.filter((part) => part.kind === "number");
  forEachPart(numbers, lengths, (part, at, rows) => values.set(part.values.subarray(0, rows), at));
  return {
    kind: "number",
    values,
    exact: concatExact(numbers, lengths, wordsOf(schema, index), length),
    validity,
  };
}

/** Exact words are made for all rows as soon as one part has them. */
function concatExact(
  parts: readonly NumberColumn[],
  lengths: readonly number[],
  words: 1 | 2,
  length: number,
): BigInt64Array | null {
  if (parts.every((part) => part.exact === null)) return null;
  const exact = new BigInt64Array(words * length);
  forEachPart(parts, lengths, (part, at, rows) => {
    if (part.exact) exact.set(part.exact.subarray(0, words * rows), words * at);
    else
      for (let i = 0; i < rows; i++) {
        if (part.validity && part.validity[i] === 0) continue;
        const value = BigInt(part.values[i]!);
        if (words === 2) writeDecimal(exact, at + i, value);
        else exact[at + i] = value;
      }
  });
  return exact;
}

/** @param filler of the rows of a part that is null. */
function concatBytes(
  parts: readonly (Uint8Array | null)[],
  lengths: readonly number[],
  length: number,
  filler: 0 | 1,
): Validity {
  if (parts.every((part) => part === null)) return null;
  const bytes = new Uint8Array(length).fill(filler);
  forEachPart(parts, lengths, (part, at, rows) => {
    if (part) bytes.set(part.subarray(0, rows), at);
  });
  return bytes;
}

function forEachPart<T>(
  parts: readonly T[],
  lengths: readonly number[],
  visit: (part: T, at: number, rows: number) => void,
): void {
  let at = 0;
  parts.forEach((part, index) => {
    visit(part, at, lengths[index]!);
    at += lengths[index]!;
  });
}

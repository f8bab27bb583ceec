import { createBuffer, writeValue } from "../data/column-buffer.ts";
import type { Value } from "../data/data-type.ts";
import type { Schema } from "../data/schema.ts";
import type { SourceChunk } from "./source-chunk.ts";

/** A small table, written as rows, as the first chunk of a stream. @param rows values in the order of the schema. */
export function rowsToChunk(schema: Schema, rows: readonly (readonly Value[])[]): SourceChunk {
  const columns = schema.map((field, index) => {
    const buffer = createBuffer(field.type, rows.length);
    rows.forEach((row, at) => writeValue(buffer, at, row[index]!));
    return buffer.column(rows.length);
  });
  return { batch: { base: 0, length: rows.length, columns, unreadable: null }, malformed: [] };
}

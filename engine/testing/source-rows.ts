import { readValue } from "../data/column.ts";
import type { Value } from "../data/data-type.ts";
import type { Schema } from "../data/schema.ts";
import type { MalformedRow } from "../source/malformed-row.ts";
import type { RowParser } from "../source/row-parser.ts";
import type { SourceChunk } from "../source/source-chunk.ts";

/** What a source gave, as plain rows. */
export interface SourceRows {
  /** "unreadable" in the place of a row that could not be read. */
  readonly rows: readonly (readonly Value[] | "unreadable")[];
  readonly malformed: readonly MalformedRow[];
}

export function sourceRows(schema: Schema, chunks: Iterable<SourceChunk>): SourceRows {
  const rows: (Value[] | "unreadable")[] = [];
  const malformed: MalformedRow[] = [];
  for (const { batch, malformed: some } of chunks) {
    if (batch.base !== rows.length) throw new Error(`the chunk begins at ${batch.base}, not ${rows.length}`);
    for (let row = 0; row < batch.length; row++) {
      const values = schema.map(({ type }, column) => readValue(batch.columns[column]!, type, row));
      const unreadable = batch.unreadable?.[row] === 1;
      if (unreadable && values.some((value) => value !== null)) throw new Error(`row ${row} keeps values`);
      rows.push(unreadable ? "unreadable" : values);
    }
    malformed.push(...some);
  }
  return { rows, malformed };
}

/** Parses the text cut at these bytes; every piece lies in a buffer that is overwritten after it was pushed. */
export function parsePieces(
  parser: RowParser,
  text: string | Uint8Array,
  cuts: readonly number[],
): SourceRows {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const bounds = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  function* chunks(): Generator<SourceChunk> {
    for (let index = 1; index < bounds.length; index++) {
      const piece = bytes.slice(bounds[index - 1], bounds[index]);
      yield* parser.push(piece);
      piece.fill(34);
    }
    yield* parser.finish();
  }
  return sourceRows(parser.schema, chunks());
}

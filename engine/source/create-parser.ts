import type { Schema } from "../data/schema.ts";
import { CsvParser } from "./csv-parser.ts";
import { JsonlParser } from "./jsonl-parser.ts";
import type { RowParser } from "./row-parser.ts";

/** Formats of text that a stream can be read from. */
export type TextFormat = "csv" | "jsonl";

/** @returns A parser at the beginning of its input. */
export function createParser(format: TextFormat, schema: Schema): RowParser {
  return format === "csv" ? new CsvParser(schema) : new JsonlParser(schema);
}

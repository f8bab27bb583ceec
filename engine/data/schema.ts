import type { DataType } from "./data-type.ts";

export interface Field {
  readonly name: string;
  readonly type: DataType;
}

/** The columns of a stream or of a result, in order. */
export type Schema = readonly Field[];

/** @returns The index of the column of that name (case-insensitive, as SQL has it), or -1. */
export function fieldIndex(schema: Schema, name: string): number {
  const wanted = name.toLowerCase();
  return schema.findIndex((field) => field.name.toLowerCase() === wanted);
}

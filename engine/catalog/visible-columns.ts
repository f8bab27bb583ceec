import { fieldIndex } from "../data/schema.ts";
import type { StreamDefinition } from "./stream-definition.ts";

/** Indexes into the stream's schema of the columns that queries see, in the order of `SELECT *`. */
export function visibleColumns({ schema, visible }: StreamDefinition): readonly number[] {
  return visible ?? schema.map((_, index) => index);
}

/** @returns The index of the column of that name (case-insensitive) that queries see, or -1. */
export function visibleIndex(stream: StreamDefinition, name: string): number {
  const index = fieldIndex(stream.schema, name);
  return stream.visible === undefined || stream.visible.includes(index) ? index : -1;
}

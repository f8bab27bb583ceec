import { readValue } from "../data/column.ts";
import type { Value } from "../data/data-type.ts";
import type { ReplayLog } from "../source/replay-log.ts";

/** @param column index of the event time; null: the arrival is it. @returns ms, or null where it cannot be read. */
export function eventTimeOf(
  column: number | null,
  log: ReplayLog,
  seq: number,
  values: readonly Value[],
): number | null {
  if (column === null) return log.arrivalAt(seq);
  const value = values[column];
  return typeof value === "number" ? value : typeof value === "bigint" ? Number(value) : null;
}

/** A record's values, in the order of the stream's schema. */
export function valuesAt(log: ReplayLog, seq: number): Value[] {
  const batch = log.read(seq, seq + 1);
  return log.stream.schema.map((field, index) => readValue(batch.columns[index]!, field.type, 0));
}

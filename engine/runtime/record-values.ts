import { readValue } from "../data/column.ts";
import type { Value } from "../data/data-type.ts";
import type { TimeColumns } from "../plan/physical-plan.ts";
import type { ReplayLog } from "../source/replay-log.ts";

/** @returns ms, or null where it cannot be read. */
export function eventTimeOf(
  { eventTime: column, eventTimeUnit: unit = 1 }: TimeColumns,
  log: ReplayLog,
  seq: number,
  values: readonly Value[],
): number | null {
  if (column === null) return log.arrivalAt(seq);
  const value = values[column];
  return typeof value === "number" || typeof value === "bigint" ? Number(value) * unit : null;
}

/** A record's values, in the order of the stream's schema. */
export function valuesAt(log: ReplayLog, seq: number): Value[] {
  const batch = log.read(seq, seq + 1);
  return log.stream.schema.map((field, index) => readValue(batch.columns[index]!, field.type, 0));
}

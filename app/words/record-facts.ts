import type { Field, QuerySummary, Value } from "../../engine/client/types.ts";
import type { Clock } from "./clock.ts";
import { partitionLetter } from "./partition-letter.ts";
import { showValue } from "./value.ts";

/** Characters of a value that tells records apart; the rest of a longer one is left out. */
const LONGEST = 24;

/**
 * What tells a record apart, for a person: the values of its group, else its first text.
 * @param values in the order of the stream's schema. @returns Each at most 24 characters; empty where it has none.
 */
export function recordName(values: readonly Value[], query: QuerySummary, clock: Clock): readonly string[] {
  const keys = keyColumns(query);
  const text = query.input.findIndex(({ type }, index) => type.kind === "STRING" && isSet(values[index]));
  return (keys.length > 0 ? keys : [text]).flatMap((index) => shortValue(values, index, query, clock));
}

/** The facts beside the title of a record's card: its name, its first other value, its partition. */
export function recordFacts(
  { values, partition }: { readonly values: readonly Value[]; readonly partition: number },
  query: QuerySummary,
  clock: Clock,
): string {
  const name = recordName(values, query, clock);
  const taken = new Set(keyColumns(query).map((index) => query.input[index]));
  const others = query.input.flatMap((field, index) =>
    taken.has(field) || isTime(field, query) || !isSet(values[index])
      ? []
      : shortValue(values, index, query, clock),
  );
  const other = others.find((value) => !name.includes(value));
  const lane = partition < 0 || query.partitions === 1 ? [] : [`partition ${partitionLetter(partition)}`];
  return [...name, ...(other === undefined ? [] : [other]), ...lane].join(", ");
}

/** Indexes of the stream's columns that are group columns. */
export function keyColumns({ keys, input }: QuerySummary): readonly number[] {
  return keys.flatMap((key) => {
    const index = input.findIndex(({ name }) => name.toLowerCase() === key.toLowerCase());
    return index < 0 ? [] : [index];
  });
}

function shortValue(
  values: readonly Value[],
  index: number,
  query: QuerySummary,
  clock: Clock,
): readonly string[] {
  const field = query.input[index];
  if (!field || index >= values.length) return [];
  const { text } = showValue(values[index] ?? null, field.type, clock);
  return [text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text];
}

function isTime({ name, type }: Field, { eventTime, arrival }: QuerySummary): boolean {
  const is = (column: string | null): boolean => column?.toLowerCase() === name.toLowerCase();
  return type.kind === "TIMESTAMP" || is(eventTime) || is(arrival);
}

function isSet(value: Value | undefined): boolean {
  return value !== null && value !== undefined;
}

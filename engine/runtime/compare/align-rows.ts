import type { GiveWay } from "./give-way.ts";
import { comparableRow, type NamedRow } from "./result-set.ts";
import type { DataType } from "../../data/data-type.ts";

/** How a row of one result stands to the other: the same values, others, or no row of its name at all. */
export type RowFate = "agrees" | "differs" | "only here" | "only there";

/** Two rows of one name, one of each result; one of them may be missing. */
export interface RowPair {
  readonly name: string;
  readonly fate: RowFate;
  readonly here: NamedRow | null;
  readonly there: NamedRow | null;
  /** Indexes of the output columns whose values differ. */
  readonly columns: readonly number[];
}

/** Rows that are compared before others get their turn. */
const PIECE = 64;

/**
 * Pairs the rows of two results by their names, never by their places.
 * @param types of the output columns here and there. @returns In the order here; what is there alone stands behind the last row of its
 * window, or of an earlier one.
 */
export async function alignRows(
  here: readonly NamedRow[],
  there: readonly NamedRow[],
  types: { readonly here: readonly DataType[]; readonly there: readonly DataType[] },
  giveWay: GiveWay,
): Promise<readonly RowPair[]> {
  const left = new Map<string, NamedRow>();
  for (const row of there) left.set(row.name, row);
  const pairs: RowPair[] = [];
  for (const [at, row] of here.entries()) {
    const other = left.get(row.name) ?? null;
    left.delete(row.name);
    const columns = other === null ? [] : differing(row, other, types);
    const fate = other === null ? "only here" : columns.length > 0 ? "differs" : "agrees";
    pairs.push({ name: row.name, fate, here: row, there: other, columns });
    if (at % PIECE === PIECE - 1) await giveWay();
  }
  return merged(
    pairs,
    [...left.values()].map((row) => ({
      name: row.name,
      fate: "only there",
      here: null,
      there: row,
      columns: [],
    })),
  );
}

function differing(
  here: NamedRow,
  there: NamedRow,
  types: { readonly here: readonly DataType[]; readonly there: readonly DataType[] },
): number[] {
  const values = comparableRow(there, types.there);
  return comparableRow(here, types.here).flatMap((value, column) =>
    value === values[column] ? [] : [column],
  );
}

/** Both are ascending by window; of records by seq. */
function merged(pairs: readonly RowPair[], others: readonly RowPair[]): readonly RowPair[] {
  if (others.length === 0) return pairs;
  const all: RowPair[] = [];
  let at = 0;
  for (const other of others) {
    while (at < pairs.length && !comesBefore(other, pairs[at]!)) all.push(pairs[at++]!);
    all.push(other);
  }
  return [...all, ...pairs.slice(at)];
}

function comesBefore(a: RowPair, b: RowPair): boolean {
  const [x, y] = [a, b].map(({ here, there }) => {
    const { output, row } = (here ?? there)!;
    return { start: output.windowStart[row]!, end: output.windowEnd[row]!, first: output.first[row]! };
  });
  if (x!.start !== y!.start) return x!.start < y!.start;
  return x!.start === -Infinity ? x!.first < y!.first : x!.end < y!.end;
}

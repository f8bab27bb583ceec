import { readValue } from "../../data/column.ts";
import type { DataType, Value } from "../../data/data-type.ts";
import { valueText } from "../../data/value-text.ts";
import type { OutputBatch } from "../output-batch.ts";
import type { RunView } from "../run-view.ts";
import type { GiveWay } from "./give-way.ts";

/** Rows that are compared at most, of one run: beyond that aligning them would take too much room. */
const ROWS_COMPARED = 200_000;
/** Rows that are named before others get their turn. */
const PIECE = 64;

/** A row of a result where it lies, with a name that is the same in every run over the log. */
export interface NamedRow {
  /** Window, group and partition; without groups the record. */
  readonly name: string;
  readonly output: OutputBatch;
  readonly row: number;
  /** Its index in the changelog. */
  readonly index: number;
}

/**
 * The result that a run has come to: the folded changelog, and of a query without groups all that came out.
 * @returns In the order in which the page shows them; null where there are too many to compare, or some are kept no more.
 */
export async function resultSet(view: RunView, giveWay: GiveWay): Promise<readonly NamedRow[] | null> {
  const { run, table, rowsOut } = view;
  const { query, output } = run.plan;
  const grouped = query.kind === "aggregate" && !query.unfolds;
  if (grouped ? table.isFull : rowsOut > ROWS_COMPARED || run.changes.firstKept > 0) return null;
  const nameOf = grouped
    ? groupNames(view)
    : recordNames(
        view,
        output.map(({ type }) => type),
      );
  const rows: NamedRow[] = [];
  // Placed at once, named in slices: batches never change, while the table may move on.
  const placed: Omit<NamedRow, "name">[] = [];
  const take = (output: OutputBatch, row: number, index: number): unknown =>
    placed.push({ output, row, index });
  if (grouped) table.visit(0, Infinity, take);
  else run.changes.visit(0, rowsOut, take);
  for (const [at, place] of placed.entries()) {
    rows.push({ name: nameOf(place.output, place.row), ...place });
    if (at % PIECE === PIECE - 1) await giveWay();
  }
  return rows;
}

/**
 * One for each row that a record put out. Where it may put out several, their order is the preset's: then a row goes by its
 * values, and equal ones are counted.
 */
function recordNames(
  { run: { plan } }: RunView,
  types: readonly DataType[],
): (output: OutputBatch, row: number) => string {
  const { query } = plan;
  if (query.kind === "over" || (query.kind === "project" && query.copies === null))
    return (output, row) => String(output.first[row]!);
  const seen = new Map<string, number>();
  return (output, row) => {
    const values = types.map((type, column) =>
      comparableText(readValue(output.columns[column]!, type, row), type),
    );
    const name = `${query.kind === "project" ? output.first[row]! : ""} ${JSON.stringify(values)}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name} ${count}`;
  };
}

/** Ids of groups depend on the rules that see them first, so groups go by their values. */
function groupNames({ run: { keys } }: RunView): (output: OutputBatch, row: number) => string {
  const texts = new Map<number, string>();
  return (output, row) => {
    const key = output.key[row]!;
    let text = texts.get(key);
    if (text === undefined) {
      text = JSON.stringify(
        keys.values(key).map((value, index) => comparableText(value, keys.types[index]!)),
      );
      texts.set(key, text);
    }
    const start = output.windowStart[row]!;
    const end = start === -Infinity ? Infinity : output.windowEnd[row]!;
    return `${start} ${end} ${output.partition} ${text}`;
  };
}

/** The values of a row as texts that are equal where the values are, whatever their types. */
export function comparableRow({ output, row }: NamedRow, types: readonly DataType[]): (string | null)[] {
  return types.map((type, column) => comparableText(readValue(output.columns[column]!, type, row), type));
}

/** Numbers by their value: 2.50 of a DECIMAL, 2.5 of a DOUBLE and, in whole, a BIGINT are the same. */
function comparableText(value: Value, type: DataType): string | null {
  if (value === null) return null;
  const text = valueText(value, type);
  return type.kind === "DECIMAL" && text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

import { BY_TIMER, phaseOf } from "../data/change.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { DistinctRows } from "./distinct-rows.ts";
import { type CloseOrder, mergeOutputs, type MergedOrder } from "./merge-outputs.ts";
import type { OutputBatch } from "./output-batch.ts";
import { type CompareRows, orderOf } from "./row-order.ts";

/**
 * The rows of a result as they leave: those of all partitions merged, then DISTINCT, ORDER BY and LIMIT. Whatever comes
 * out of a run goes through here once, in order, so none of them depends on batches or threads (law 3). They take rows
 * out or put them elsewhere within their emission; what became of records and windows they do not change.
 */
export class ResultRows {
  readonly #order: CloseOrder;
  readonly #distinct: DistinctRows | null;
  readonly #compareRows: CompareRows | null;
  /** Whether all groups of a window print after each record, which makes them one emission. */
  readonly #wholeWindows: boolean;
  /** Rows still to be left out, and to let through. */
  #offset: number;
  #left: number;

  /** @param order of the groups at one close. */
  constructor(plan: PhysicalPlan, order: CloseOrder) {
    const { result, query } = plan;
    this.#order = order;
    this.#distinct = result.distinct ? new DistinctRows(plan.output) : null;
    this.#compareRows = orderOf(plan);
    this.#wholeWindows = query.kind === "aggregate" && query.emission.scope === "window";
    this.#offset = result.offset;
    this.#left = result.limit ?? Infinity;
  }

  /** @param outputs of one batch, in order of partition. @returns The rows of them that leave, in order. */
  take(outputs: readonly OutputBatch[]): MergedOrder {
    if (this.#left === 0) return nothing;
    let rows = mergeOutputs(outputs, this.#order);
    if (this.#distinct) rows = this.#firstOnes(outputs, rows, this.#distinct);
    if (this.#compareRows) sortEmissions(outputs, rows, this.#compareRows, this.#wholeWindows);
    return this.#limited(rows);
  }

  #firstOnes(
    outputs: readonly OutputBatch[],
    { output, row }: MergedOrder,
    distinct: DistinctRows,
  ): MergedOrder {
    let count = 0;
    for (let i = 0; i < row.length; i++) {
      if (!distinct.isNew(outputs[output[i]!]!, row[i]!)) continue;
      output[count] = output[i]!;
      row[count++] = row[i]!;
    }
    return { output: output.slice(0, count), row: row.slice(0, count) };
  }

  #limited(rows: MergedOrder): MergedOrder {
    const from = Math.min(this.#offset, rows.row.length);
    const to = Math.min(from + this.#left, rows.row.length);
    this.#offset -= from;
    this.#left -= to - from;
    if (to - from === rows.row.length) return rows;
    return { output: rows.output.slice(from, to), row: rows.row.slice(from, to) };
  }
}

const nothing: MergedOrder = { output: new Int32Array(0), row: new Int32Array(0) };

/**
 * Sorts the rows of each emission: those of one window at its close, or at the timer of its partition, or after one record
 * where all of it prints.
 */
function sortEmissions(
  outputs: readonly OutputBatch[],
  { output, row }: MergedOrder,
  compare: CompareRows,
  wholeWindows: boolean,
): void {
  const together = (i: number, j: number): boolean => {
    const [a, b] = [outputs[output[i]!]!, outputs[output[j]!]!];
    const [x, y] = [row[i]!, row[j]!];
    const reason = a.reason[x]!;
    return (
      a.cause[x] === b.cause[y] &&
      reason === b.reason[y] &&
      (reason !== BY_TIMER || a.partition === b.partition) &&
      (phaseOf(reason) !== 1 || wholeWindows) &&
      a.windowStart[x] === b.windowStart[y] &&
      a.windowEnd[x] === b.windowEnd[y]
    );
  };
  for (let from = 0, to = 1; from < row.length; from = to++) {
    while (to < row.length && together(from, to)) to++;
    if (to - from < 2) continue;
    const places = Array.from({ length: to - from }, (_, at) => from + at);
    places.sort((i, j) => compare(outputs[output[i]!]!, row[i]!, outputs[output[j]!]!, row[j]!));
    const sorted = { output: places.map((at) => output[at]!), row: places.map((at) => row[at]!) };
    output.set(sorted.output, from);
    row.set(sorted.row, from);
  }
}

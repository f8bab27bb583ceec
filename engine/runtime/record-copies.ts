import type { Column } from "../data/column.ts";
import { takeRows } from "../data/take-rows.ts";
import { collectColumns } from "../expression/used-columns.ts";
import { mergeWarnings, type WarningCounts } from "../expression/warning-counts.ts";
import type { Expression } from "../expression/expression.ts";
import type { RecordCopies } from "../plan/physical-plan.ts";
import { createAssigner } from "../window/create-assigner.ts";
import type { WindowAssigner } from "../window/window-assigner.ts";
import { RowEvaluator } from "./row-evaluator.ts";

/** Copies that are made at once, unless one record alone has more. */
const COPIES_AT_ONCE = 65_536;

/** Copies of records, in the order in which they leave. */
export interface Copies {
  readonly count: number;
  /** Of each copy the row of the batch that it is a copy of. */
  readonly rows: Int32Array;
  /** Those of a record that are asked for, then the two bounds; one row a copy. */
  readonly columns: readonly Column[];
}

/** Makes the copies that a windowing table function gives for records: one for each window that a record lies in. */
export class CopyMaker {
  /** Records whose copies are made at once. */
  readonly atOnce: number;
  readonly #assigner: WindowAssigner;
  readonly #latestFirst: boolean;
  readonly #firstBound: number;
  readonly #used = new Set<number>();

  /** @param expressions what is computed of copies. */
  constructor({ window, latestFirst, firstBound }: RecordCopies, expressions: readonly Expression[]) {
    this.#assigner = createAssigner(window);
    this.#latestFirst = latestFirst;
    this.#firstBound = firstBound;
    for (const expression of expressions) collectColumns(expression, this.#used);
    this.atOnce = Math.max(1, Math.floor(COPIES_AT_ONCE / this.#assigner.windowsPerRecord));
  }

  /** @param times by row of the batch, ms. @param rows those that are copied, from … to - 1. */
  make(columns: readonly Column[], times: Float64Array, rows: Int32Array, from: number, to: number): Copies {
    const assigner = this.#assigner;
    const [first, last] = [new Float64Array(to - from), new Float64Array(to - from)];
    assigner.assign(times, rows, from, to, first, last);
    let count = 0;
    for (let i = 0; i < to - from; i++) count += Math.max(0, last[i]! - first[i]! + 1);
    const copied = new Int32Array(count);
    const [starts, ends] = [new Float64Array(count), new Float64Array(count)];
    let at = 0;
    for (let i = 0; i < to - from; i++) {
      const windows = Math.max(0, last[i]! - first[i]! + 1);
      for (let which = 0; which < windows; which++, at++) {
        const window = this.#latestFirst ? last[i]! - which : first[i]! + which;
        copied[at] = rows[from + i]!;
        starts[at] = assigner.start(window);
        ends[at] = assigner.end(window);
      }
    }
    const own = columns
      .slice(0, this.#firstBound)
      .map((column, index) => (this.#used.has(index) ? takeRows(column, copied) : column));
    const bounds = [starts, ends].map((values): Column => ({
      kind: "number",
      values,
      exact: null,
      validity: null,
    }));
    return { count, rows: copied, columns: [...own, ...bounds] };
  }
}

/** Tells which records have a copy that WHERE lets pass. */
export class CopyFilter {
  readonly #maker: CopyMaker;
  readonly #evaluator: RowEvaluator;

  constructor(copies: RecordCopies, filter: Expression) {
    this.#maker = new CopyMaker(copies, [filter]);
    this.#evaluator = new RowEvaluator([filter]);
  }

  /**
   * @param rows of the batch that are asked about. @param warnings by row of the batch.
   * @returns By row 1 where a copy passes, or where there is none that could be removed.
   */
  passing(
    columns: readonly Column[],
    length: number,
    times: Float64Array,
    rows: Int32Array,
    warnings: WarningCounts,
  ): Uint8Array {
    const passes = new Uint8Array(length);
    const { atOnce } = this.#maker;
    for (let from = 0; from < rows.length; from += atOnce) {
      const to = Math.min(from + atOnce, rows.length);
      const copies = this.#maker.make(columns, times, rows, from, to);
      for (let i = from; i < to; i++) passes[rows[i]!] = 1;
      for (let i = 0; i < copies.count; i++) passes[copies.rows[i]!] = 0;
      const found: WarningCounts = new Map();
      const passed = this.passed(copies, found);
      for (const copy of passed) passes[copies.rows[copy]!] = 1;
      mergeWarnings(warnings, found, (copy) => copies.rows[copy]!);
    }
    return passes;
  }

  /** @param warnings by copy. @returns The copies that pass, in their order. */
  passed({ columns, count }: Copies, warnings: WarningCounts): Int32Array {
    const [column] = this.#evaluator.dense(columns, everyRow(count), count, warnings);
    const passed = new Int32Array(count);
    let kept = 0;
    if (column!.kind === "boolean")
      for (let copy = 0; copy < count; copy++) {
        passed[kept] = copy;
        const known = column!.validity === null ? 1 : column!.validity[copy]!;
        kept += column!.values[copy]! & known;
      }
    return passed.subarray(0, kept);
  }
}

/** 0 … count - 1. */
export function everyRow(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, row) => row);
}

import { DELETE, UPDATE_BEFORE } from "../data/change.ts";
import type { Column } from "../data/column.ts";
import type { KeyTable } from "../data/key-table.ts";
import { compileExpression } from "../expression/compile-expression.ts";
import type { Expression } from "../expression/expression.ts";
import { PickedRows } from "../expression/picked-rows.ts";
import { RowEvaluation } from "../expression/row-evaluation.ts";
import { collectColumns } from "../expression/used-columns.ts";
import { type WarningCounts, mergeWarnings } from "../expression/warning-counts.ts";
import type { WindowSpec } from "../spec/window-spec.ts";
import type { Changelog, Having } from "./changelog.ts";

/** What HAVING and SELECT make of the rows of a changelog. */
export interface GroupProjectionSpec {
  /** Both over the result scope: group keys, aggregates, window_start, window_end. */
  readonly having: Expression | null;
  readonly projection: readonly Expression[];
  readonly aggregates: number;
  /** Without a window its bounds are NULL. Of sessions results may call the end the time of the last record. */
  readonly window: WindowSpec | null;
  /** Whether a `-D` row holds its group columns and window bounds alone, and NULL for all else. */
  readonly tombstones: boolean;
}

/** Evaluates HAVING and the SELECT list over changelog rows. */
export class GroupProjection implements Having {
  readonly #keys: KeyTable;
  readonly #spec: GroupProjectionSpec;
  /** By seq of the record that causes the row. */
  readonly #warnings: WarningCounts;
  readonly #having: Part | null;
  readonly #projection: readonly Part[];

  constructor(spec: GroupProjectionSpec, keys: KeyTable, warnings: WarningCounts) {
    this.#spec = spec;
    this.#keys = keys;
    this.#warnings = warnings;
    this.#having = spec.having && partOf(spec.having);
    this.#projection = spec.projection.map(partOf);
  }

  test(rows: Changelog, from: number, to: number, quiet: boolean = false): Uint8Array {
    const scope: Column[] = [];
    const all = (): PickedRows => picked(scope, to - from, () => true);
    const warnings: WarningCounts = quiet ? new Map() : this.#warnings;
    const passes = this.#evaluate(this.#having!, rows, from, to, scope, all, warnings);
    const result = new Uint8Array(to - from);
    if (passes.kind !== "boolean") return result;
    for (let i = 0; i < result.length; i++)
      result[i] = passes.validity && passes.validity[i] === 0 ? 0 : passes.values[i]!;
    return result;
  }

  /**
   * Values that cannot be computed are counted in rows that are put out; what is taken back was counted before.
   * @returns The output columns of all rows; they may share arrays with the changelog.
   */
  project(rows: Changelog): Column[] {
    const { kind, length } = rows;
    const scope: Column[] = [];
    const isPutOut = (row: number): boolean => kind[row] !== DELETE && kind[row] !== UPDATE_BEFORE;
    const putOut = (): PickedRows => picked(scope, length, isPutOut);
    return this.#projection.map((part) => {
      const column = this.#evaluate(part, rows, 0, length, scope, putOut, this.#warnings);
      return this.#spec.tombstones && !this.#namesRow(part) ? withoutDeleted(column, rows) : column;
    });
  }

  /** Whether it is a group column or a bound of the window itself, not an expression over them. */
  #namesRow({ expression }: Part): boolean {
    if (expression.kind !== "column") return false;
    const aggregate = expression.index - this.#keys.types.length;
    return aggregate < 0 || aggregate >= this.#spec.aggregates;
  }

  /**
   * @param scope columns of the scope made so far, by index.
   * @param counted the rows whose values are counted where they cannot be computed; asked for only then.
   */
  #evaluate(
    { evaluation, columns }: Part,
    rows: Changelog,
    from: number,
    to: number,
    scope: Column[],
    counted: () => PickedRows,
    warnings: WarningCounts,
  ): Column {
    for (const index of columns) scope[index] ??= this.#scopeColumn(index, rows, from, to);
    const found: WarningCounts = new Map();
    const column = evaluation.whole(scope, to - from, counted, found);
    if (found.size > 0) mergeWarnings(warnings, found, (row) => rows.cause[from + row]!);
    return column;
  }

  #scopeColumn(index: number, rows: Changelog, from: number, to: number): Column {
    const keys = this.#keys.types.length;
    if (index < keys) return this.#keys.gather(index, rows.key.subarray(from, to), to - from);
    const aggregate = index - keys;
    if (aggregate < this.#spec.aggregates) return rows.aggregates[aggregate]!.view(to, from);
    const { window } = this.#spec;
    const isStart = aggregate === this.#spec.aggregates;
    const bounds = (isStart ? rows.windowStart : rows.windowEnd).subarray(from, to);
    const values =
      window?.kind === "session" && window.shownEnd === "last" && !isStart
        ? bounds.map((end) => end - window.gap)
        : bounds;
    return { kind: "number", values, exact: null, validity: window ? null : new Uint8Array(to - from) };
  }
}

interface Part {
  readonly expression: Expression;
  readonly evaluation: RowEvaluation;
  /** Indexes of the scope columns that it reads. */
  readonly columns: readonly number[];
}

function partOf(expression: Expression): Part {
  const columns = new Set<number>();
  collectColumns(expression, columns);
  return {
    expression,
    evaluation: new RowEvaluation(expression, compileExpression(expression)),
    columns: [...columns],
  };
}

/** The rows of `length` for which `wanted` holds. */
function picked(scope: readonly Column[], length: number, wanted: (row: number) => boolean): PickedRows {
  const rows = Int32Array.from({ length }, (_, row) => row).filter(wanted);
  return new PickedRows(
    scope,
    () => rows.length,
    () => rows,
  );
}

function withoutDeleted(column: Column, rows: Changelog): Column {
  const validity = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++)
    validity[i] = rows.kind[i] === DELETE ? 0 : column.validity ? column.validity[i]! : 1;
  return { ...column, validity };
}

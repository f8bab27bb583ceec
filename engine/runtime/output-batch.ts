import { CHANGE_KINDS, NO_PANE, PANES, REASONS } from "../data/change.ts";
import { type Column, readValue } from "../data/column.ts";
import { copyColumn } from "../data/copy-column.ts";
import { takeRows } from "../data/take-rows.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import type { ResultRow } from "./result-row.ts";

/**
 * The rows that one partition put out for one batch, in their order; data/change.ts has the words behind the bytes.
 * Arrays may be longer than `length`, and are the pipeline's own: whoever keeps a batch keeps a copy (`detach`).
 */
export interface OutputBatch {
  readonly partition: number;
  readonly length: number;
  /** Seq of the causing record; Infinity at the end of input. */
  readonly cause: Float64Array;
  readonly kind: Uint8Array;
  readonly pane: Uint8Array;
  readonly reason: Uint8Array;
  /** ms. */
  readonly watermark: Float64Array;
  /** ms; -Infinity without a window. */
  readonly windowStart: Float64Array;
  /** ms; without a window the event time that the row waited for, or Infinity. */
  readonly windowEnd: Float64Array;
  /** Lowest contributing seq of the row's (window, group). */
  readonly first: Float64Array;
  /** Id of the row's group. */
  readonly key: Int32Array;
  /** One an output column of the plan. */
  readonly columns: readonly Column[];
}

/** @returns A copy that stays as it is. */
export function detach(batch: OutputBatch): OutputBatch {
  const { length } = batch;
  return {
    partition: batch.partition,
    length,
    cause: batch.cause.slice(0, length),
    kind: batch.kind.slice(0, length),
    pane: batch.pane.slice(0, length),
    reason: batch.reason.slice(0, length),
    watermark: batch.watermark.slice(0, length),
    windowStart: batch.windowStart.slice(0, length),
    windowEnd: batch.windowEnd.slice(0, length),
    first: batch.first.slice(0, length),
    key: batch.key.slice(0, length),
    columns: batch.columns.map((column) => copyColumn(column, length)),
  };
}

/** @returns A batch of these rows of `batch`, in their order. */
export function takeOutputRows(batch: OutputBatch, rows: Int32Array): OutputBatch {
  const times = (column: Float64Array): Float64Array => Float64Array.from(rows, (row) => column[row]!);
  const bytes = (column: Uint8Array): Uint8Array => Uint8Array.from(rows, (row) => column[row]!);
  return {
    partition: batch.partition,
    length: rows.length,
    cause: times(batch.cause),
    kind: bytes(batch.kind),
    pane: bytes(batch.pane),
    reason: bytes(batch.reason),
    watermark: times(batch.watermark),
    windowStart: times(batch.windowStart),
    windowEnd: times(batch.windowEnd),
    first: times(batch.first),
    key: rows.map((row) => batch.key[row]!),
    columns: batch.columns.map((column) => takeRows(column, rows)),
  };
}

/** One row with all its metadata, for display, tests and exports. */
export function readRow(plan: PhysicalPlan, batch: OutputBatch, row: number): ResultRow {
  const pane = batch.pane[row]!;
  const start = batch.windowStart[row]!;
  const windowed = start !== -Infinity;
  return {
    kind: CHANGE_KINDS[batch.kind[row]!]!,
    values: plan.output.map((field, index) => readValue(batch.columns[index]!, field.type, row)),
    cause: batch.cause[row]!,
    pane: pane === NO_PANE ? null : PANES[pane]!,
    reason: REASONS[batch.reason[row]!]!,
    partition: batch.partition,
    watermark: batch.watermark[row]!,
    windowStart: windowed ? start : null,
    windowEnd: windowed ? batch.windowEnd[row]! : null,
  };
}

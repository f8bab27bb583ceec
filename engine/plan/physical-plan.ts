import type { AggregateCall } from "../aggregate/aggregate-call.ts";
import type { OverFunction } from "../aggregate/over-function.ts";
import type { Schema } from "../data/schema.ts";
import type { Expression } from "../expression/expression.ts";
import type { EmissionSpec } from "../spec/emission-spec.ts";
import type { LateRecordSpec } from "../spec/late-record-spec.ts";
import type { OverSpec } from "../spec/over-spec.ts";
import type { PartitioningChoice } from "../spec/partitioning-spec.ts";
import type { ResultSpec } from "../spec/result-spec.ts";
import type { PresetName, SemanticsRules } from "../spec/semantics-rules.ts";
import type { WatermarkSpec } from "../spec/watermark-spec.ts";
import type { GridWindowSpec, WindowSpec } from "../spec/window-spec.ts";

/** All that the runtime needs to run one query; plain data, the same on every thread. */
export interface PhysicalPlan {
  /** Name of the stream that is read. */
  readonly stream: string;
  /** The stream's columns. */
  readonly input: Schema;
  readonly time: TimeColumns;
  readonly preset: PresetName;
  readonly rules: SemanticsRules;
  /** WHERE, over `input`; BOOLEAN. */
  readonly filter: Expression | null;
  /**
   * Index, in the scope of `filter`, of the watermark by which a record is judged (TIMESTAMP, NULL while unset), which is then
   * that of the source; left out: it is not read.
   */
  readonly filterJudged?: number;
  readonly partitioning: PartitioningChoice;
  /** Its ORDER BY may read columns of the projection that stand behind those of `output`. */
  readonly result: ResultSpec;
  readonly watermark: WatermarkSpec;
  readonly late: LateRecordSpec;
  readonly query: AggregateQuery | ProjectQuery | OverQuery;
  /** The result's columns. */
  readonly output: Schema;
}

/** Indexes into `input`. */
export interface TimeColumns {
  /** null: the arrival time is the event time. */
  readonly eventTime: number | null;
  /** ms that 1 in the event-time column stands for: 1,000 where it holds seconds. Left out: 1. */
  readonly eventTimeUnit?: number;
  /** null: a(n) = n ms, which expressions over `input` find as a TIMESTAMP behind the last column. */
  readonly arrival: number | null;
  /** What a punctuated watermark goes by; ms. null or left out: the strategy is another one. */
  readonly punctuation?: number | null;
  /** null: one split. */
  readonly split: number | null;
  /** Number of splits, at least 1. */
  readonly splits: number;
}

/** SELECT without aggregates: one row out for each record that gets through, or for each of its copies. */
export interface ProjectQuery {
  readonly kind: "project";
  /** Over `input`, and the bounds of the copies behind it; one for each column of `output`. */
  readonly projection: readonly Expression[];
  /** null: each record as it is. */
  readonly copies: RecordCopies | null;
  /** Index, in the scope of `projection`, of the watermark by which a record is judged (TIMESTAMP, NULL while unset); null: it is not read. */
  readonly judged: number | null;
}

/** HOP or CUMULATE around a stream, without groups: a copy of each record for each of its windows. */
export interface RecordCopies {
  readonly window: GridWindowSpec;
  /** Index of window_start in the scope of expressions over copies; window_end follows it. Both are TIMESTAMP. */
  readonly firstBound: number;
  /** Whether the copy of the latest window comes first; else they ascend by start, then end. */
  readonly latestFirst: boolean;
  /** WHERE, where it reads a bound: it decides about copies, and `filter` of the plan is null then. BOOLEAN. */
  readonly filter: Expression | null;
}

/**
 * GROUP BY, with or without a window. `having` and `projection` are over the result scope: the group keys, then the
 * aggregates, then window_start and window_end (both TIMESTAMP, NULL without a window).
 */
export interface AggregateQuery {
  readonly kind: "aggregate";
  /** Over `input`. Empty: one group. */
  readonly keys: readonly Expression[];
  readonly aggregates: readonly AggregateCall[];
  /**
   * Whether a session puts out a row for each of its records when it closes: the aggregates are columns of records then, named
   * `each`, and have one value a record. Left out: it does not.
   */
  readonly unfolds?: boolean;
  readonly window: WindowSpec | null;
  readonly having: Expression | null;
  readonly projection: readonly Expression[];
  readonly emission: EmissionSpec;
}

/** SELECT with functions OVER windows of records: one row out for each record. */
export interface OverQuery {
  readonly kind: "over";
  /** Over `input`: the group by which records are spread. Empty: one group. */
  readonly keys: readonly Expression[];
  readonly windows: readonly OverWindowPlan[];
  readonly functions: readonly OverFunction[];
  /** Index of the first function's result in the scope of `projection`. */
  readonly firstResult: number;
  /** Over what a record has, then the results of `functions`. */
  readonly projection: readonly Expression[];
}

export interface OverWindowPlan {
  readonly spec: OverSpec;
  /** Over `input`: the groups of this window; null: those of the query. */
  readonly keys: readonly Expression[] | null;
  /** Over `input`, one for each key of the order. */
  readonly order: readonly Expression[];
}

/** Over `input`: what records are grouped and spread by; empty where they are not. */
export function groupKeysOf(query: PhysicalPlan["query"]): readonly Expression[] {
  return query.kind === "project" ? [] : query.keys;
}

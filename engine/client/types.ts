/** What app/ sees of the engine. Everything here is plain data. */
import type { ChartData } from "../runtime/chart-data.ts";
import type { ComparedRecord, ComparedRow, Comparison } from "../runtime/compare/comparison.ts";
import type { CheckResult, LoadOptions, LoadResult, QueryDocument } from "../runtime/engine-service.ts";
import type { KeepAll } from "../runtime/keep-all.ts";
import type { RecordEffects, RowLineage } from "../runtime/lineage.ts";
import type { RecordStory } from "../runtime/record-story.ts";
import type { RecordRow } from "../runtime/run-rows.ts";
import type { ResultRow, TableRow } from "../runtime/result-row.ts";
import type { RunState } from "../runtime/run-state.ts";
import type { Direction, EventKind, Timeline } from "../runtime/timeline.ts";
import type { TraceMark, TraceTail } from "../runtime/trace/trace-tables.ts";
import type { WindowRow } from "../runtime/window-rows.ts";
import type { MalformedRow } from "../source/malformed-row.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import type { SampleDescription } from "../source/samples/sample.ts";

export type { Diagnostic, Severity } from "../common/diagnostic.ts";
export type { SourceRange } from "../common/source-range.ts";
export type { Dialect } from "../common/dialect.ts";
export type { ChangeKind, Pane, Reason } from "../data/change.ts";
export type { DataType, Value } from "../data/data-type.ts";
export { typeName } from "../data/data-type.ts";
export type { Field, Schema } from "../data/schema.ts";
export { valueText } from "../data/value-text.ts";
export type { SeenDialect } from "../plan/compile-query.ts";
export type { OutputRole } from "../plan/query-summary.ts";
export type { PaneCounts } from "../runtime/changelog-store.ts";
export type { ChartData, ChartLine, ChartPoint } from "../runtime/chart-data.ts";
export type {
  CheckResult,
  LoadOptions,
  LoadResult,
  QueryDocument,
  QuerySummary,
} from "../runtime/engine-service.ts";
export type { ChangeCounts } from "../runtime/compare/change-counts.ts";
export type {
  Cause,
  ComparedRecord,
  ComparedRow,
  ComparedSide,
  Comparison,
  RuleDifference,
} from "../runtime/compare/comparison.ts";
export type { PlaceHere } from "../runtime/compare/place-here.ts";
export type { RuleName, RuleValue } from "../plan/rules-that-matter.ts";
export type { KeepAll } from "../runtime/keep-all.ts";
export type { RecordEffects, RowLineage, WindowName } from "../runtime/lineage.ts";
export type {
  KeptWith,
  RecordStory,
  SessionStory,
  Threshold,
  WatermarkMove,
  WindowStory,
} from "../runtime/record-story.ts";
export type { RecordRow } from "../runtime/run-rows.ts";
export type { LateCounts as LateBin } from "../runtime/late-histogram.ts";
export type { SourceChoice } from "../runtime/open-source.ts";
export type { Ledger, ResultRow, TableRow } from "../runtime/result-row.ts";
export { backpressureOf } from "../partition/backpressure.ts";
export type { LatencySummary } from "../runtime/latency-histogram.ts";
export { NO_METRICS } from "../runtime/run-metrics.ts";
export type { PartitionSpeed, QueueMetrics, RunMetrics, WorkerMetrics } from "../runtime/run-metrics.ts";
export type { PartitionStatus, Phase, RunState, WorkerStatus } from "../runtime/run-state.ts";
export { EVENT_KINDS } from "../runtime/timeline.ts";
export type { Direction, DropBin, EventKind, Timeline } from "../runtime/timeline.ts";
export { CORRECTED_BIT, EXPIRED_BIT, isCounted, MISSED_BIT, verdictWord } from "../runtime/trace/fate.ts";
export {
  ABSORBED,
  CLOSED,
  COMBINED,
  EXPIRED,
  GROWN,
  OPENED,
  RETRACTED,
} from "../runtime/trace/trace-tables.ts";
export type {
  RecordColumns,
  StepColumns,
  TraceMark,
  TraceTail,
  WindowColumns,
} from "../runtime/trace/trace-tables.ts";
export type { ValueWarning } from "../runtime/value-warnings.ts";
export type { Verdict } from "../runtime/verdict.ts";
export type { Moment, WindowRow } from "../runtime/window-rows.ts";
export type { PresetName } from "../spec/semantics-rules.ts";
export type { WindowSpec } from "../spec/window-spec.ts";
export type { MalformedRow, SampleDescription };

/**
 * The engine as the page sees it. Every call answers within a slice of work (50 ms, law 8). Ranges of rows are
 * [from, to), clipped to what is kept, of the present run.
 */
export interface Engine {
  /** The streams a visitor can pick, with starter queries. */
  samples(): Promise<readonly SampleDescription[]>;
  /** Parses and binds only: for markers while typing. */
  check(document: QueryDocument): Promise<CheckResult>;
  /**
   * Replaces the run by this document, paused at 0. Of a run without a trace `trace`, `timeline`, `story`, `lineage`,
   * `effects` and `keepAll` are null, `late` and `windows` without rows, records without verdicts, and `jump` rejects.
   */
  load(document: QueryDocument, options?: LoadOptions): Promise<LoadResult>;
  /** Plays on at the chosen speed. @param until position at which it pauses by itself; to the end unless given. */
  play(until?: number): Promise<void>;
  pause(): Promise<void>;
  /** After a failure, or to load the same again: position 0, paused. */
  restart(): Promise<void>;
  /** Shows position `n`, paused; n > length, as Infinity is: the end of input. Both ways; what is not known yet is read at full speed. */
  seek(position: number): Promise<void>;
  /**
   * Seeks behind the next or previous event of a kind, paused.
   * @returns Whether there is one; without one nothing moves. The next one is searched for to the end of the log.
   */
  jump(kind: EventKind, direction: Direction): Promise<boolean>;
  /** Multiples of the sample's base pace; Infinity is full speed. */
  setSpeed(speed: number): Promise<void>;
  /** Called at most once a frame with the newest state. @returns A function that ends it. */
  subscribe(listener: (state: RunState) => void): () => void;
  /** The changelog in its order. */
  changes(from: number, to: number): Promise<readonly ResultRow[]>;
  /** Latest row per (partition, window, group), ordered by window, then first appearance; each with its index in the changelog. */
  table(from: number, to: number): Promise<readonly TableRow[]>;
  /** Late records, dropped and counted, in order of arrival. */
  late(from: number, to: number): Promise<{ readonly total: number; readonly rows: readonly RecordStory[] }>;
  malformed(
    from: number,
    to: number,
  ): Promise<{ readonly total: number; readonly rows: readonly MalformedRow[] }>;
  /** Records of the stream, arrived or not. */
  records(from: number, to: number): Promise<readonly RecordRow[]>;
  /** Windows that have or had state, latest start first. */
  windows(from: number, to: number): Promise<{ readonly total: number; readonly rows: readonly WindowRow[] }>;
  chart(column: string | null, maxLines: number): Promise<ChartData>;
  /** What a reader of the trace lacks, at most 50,000 rows a table; null when there is no run. Known rows may lie beyond the position. */
  trace(mark: TraceMark): Promise<TraceTail | null>;
  /** What the scrubber marks. */
  timeline(): Promise<Timeline | null>;
  /** What decided about a record; of one still to come, only what it brings. Null where there is none. */
  story(seq: number): Promise<RecordStory | null>;
  /** What a row of the changelog was made of; null where it is not out, or its records are no longer kept. */
  lineage(row: number): Promise<RowLineage | null>;
  /** What a record went into, at the position that is shown. */
  effects(seq: number): Promise<RecordEffects | null>;
  /** What would drop nothing, at the position that is shown; null when nothing was dropped. */
  keepAll(): Promise<KeepAll | null>;
  /**
   * The same query on the same records under another preset's rules, beside what is shown, up to its position; takes as
   * long as reading them again does. Null where nothing runs, without a trace, and when a later comparison came first.
   */
  compare(preset: PresetName): Promise<Comparison | null>;
  /** Ends the comparison that is under way, with null: nobody waits for it any more. */
  stopComparing(): Promise<void>;
  /** The last comparison with what makes its differences, found by running the query again with single rules switched. */
  explainComparison(): Promise<Comparison | null>;
  /** Rows of the last comparison, by window. @param differing without those that agree. */
  comparedRows(from: number, to: number, differing: boolean): Promise<readonly ComparedRow[]>;
  /** Records of the last comparison that are in another entry of the ledger there, in order of arrival. */
  comparedRecords(from: number, to: number): Promise<readonly ComparedRecord[]>;
  /** Ends all workers. */
  dispose(): void;
}

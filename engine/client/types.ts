/** What app/ sees of the engine. Everything here is plain data. */
import type { Diagnostic } from "../common/diagnostic.ts";
import type { ChartData } from "../runtime/chart-data.ts";
import type { LoadResult, QueryDocument } from "../runtime/engine-service.ts";
import type { LateRecord, RecordRow } from "../runtime/run-rows.ts";
import type { ResultRow } from "../runtime/result-row.ts";
import type { RunState } from "../runtime/run-state.ts";
import type { MalformedRow } from "../source/malformed-row.ts";
import type { SampleDescription } from "../source/samples/sample.ts";

export type { Diagnostic, Severity } from "../common/diagnostic.ts";
export type { SourceRange } from "../common/source-range.ts";
export type { ChangeKind, Pane, Reason } from "../data/change.ts";
export type { DataType, Value } from "../data/data-type.ts";
export type { Field, Schema } from "../data/schema.ts";
export type { OutputRole } from "../plan/query-summary.ts";
export type { PaneCounts } from "../runtime/changelog-store.ts";
export type { ChartData, ChartLine, ChartPoint } from "../runtime/chart-data.ts";
export type { LoadResult, QueryDocument, QuerySummary } from "../runtime/engine-service.ts";
export type { LateRecord, RecordRow } from "../runtime/run-rows.ts";
export type { LateCounts as LateBin } from "../runtime/late-histogram.ts";
export type { SourceChoice } from "../runtime/open-source.ts";
export type { DroppedRecord, Ledger, ResultRow } from "../runtime/result-row.ts";
export type { PartitionStatus, Phase, RunState, WorkerStatus } from "../runtime/run-state.ts";
export type { Verdict } from "../runtime/verdict.ts";
export type { PresetName } from "../spec/semantics-rules.ts";
export type { MalformedRow, SampleDescription };

/**
 * The engine as the page sees it. Every call answers within a slice of work (50 ms, law 8). Ranges of rows are
 * [from, to), clipped to what is kept, of the present run.
 */
export interface Engine {
  /** The streams a visitor can pick, with starter queries. */
  samples(): Promise<readonly SampleDescription[]>;
  /** Parses and binds only: for markers while typing. */
  check(document: QueryDocument): Promise<readonly Diagnostic[]>;
  /** Replaces the run by this document, paused at 0. */
  load(document: QueryDocument): Promise<LoadResult>;
  play(): Promise<void>;
  pause(): Promise<void>;
  /** To position 0, paused. */
  restart(): Promise<void>;
  /** At full speed to the end of input. */
  runToEnd(): Promise<void>;
  /** Reads records up to this position (not less than the present one), then pauses. */
  runTo(position: number): Promise<void>;
  /** Multiples of the sample's base pace; Infinity is full speed. */
  setSpeed(speed: number): Promise<void>;
  /** Called at most once a frame with the newest state. @returns A function that ends it. */
  subscribe(listener: (state: RunState) => void): () => void;
  /** The changelog in its order. */
  changes(from: number, to: number): Promise<readonly ResultRow[]>;
  /** Latest row per (partition, window, group), ordered by window, then first appearance. */
  table(from: number, to: number): Promise<readonly ResultRow[]>;
  /** Late records, dropped and counted, in order of arrival. */
  late(from: number, to: number): Promise<{ readonly total: number; readonly rows: readonly LateRecord[] }>;
  malformed(
    from: number,
    to: number,
  ): Promise<{ readonly total: number; readonly rows: readonly MalformedRow[] }>;
  /** Records of the stream, arrived or not. */
  records(from: number, to: number): Promise<readonly RecordRow[]>;
  chart(column: string | null, maxLines: number): Promise<ChartData>;
  /** Ends all workers. */
  dispose(): void;
}

import type { Diagnostic } from "../common/diagnostic.ts";
import type { Value } from "../data/data-type.ts";
import type { Schema } from "../data/schema.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import type { DroppedRecord, Ledger, ResultRow } from "../runtime/result-row.ts";

/** What app/ sees of the engine. Everything here is plain data. */
export type { Diagnostic, DroppedRecord, Ledger, PresetName, ResultRow, Schema, Value };
export type { ChangeKind, Pane, Reason } from "../runtime/result-row.ts";
export type { DataType } from "../data/data-type.ts";
export type { Field } from "../data/schema.ts";
export type { SourceRange } from "../common/source-range.ts";
export type { SampleDescription } from "../source/samples/sample.ts";

/** What is run: the query's text and where its records come from. */
export interface QueryDocument {
  readonly sql: string;
  readonly source: SourceChoice;
}

export type SourceChoice =
  | { readonly kind: "sample"; readonly id: string }
  | {
      readonly kind: "text";
      readonly name: string;
      readonly format: "csv" | "jsonl";
      readonly text: string | Blob;
    };

/** What came of loading a document. With errors nothing was replaced: the last run and its results stay. */
export interface LoadResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Null when there are errors. */
  readonly query: QuerySummary | null;
}

/** What the page says of a query before its first row. */
export interface QuerySummary {
  readonly preset: PresetName;
  readonly stream: string;
  readonly input: Schema;
  readonly output: Schema;
  /** Indexes into `output` of plain group columns, aggregates, and window bounds. */
  readonly roles: readonly OutputRole[];
  readonly keys: readonly string[];
  readonly partitions: number;
  readonly strategy: string;
  readonly windowed: boolean;
  /** ms; null without a window. */
  readonly windowSize: number | null;
  readonly emission: "changes" | "final" | "records";
  /** ms. */
  readonly bound: number;
  readonly allowedLateness: number;
  readonly lateAction: string;
  readonly watermarkScope: string;
  readonly minAdvance: number;
  /** Records in the replay log where known beforehand, else null. */
  readonly records: number | null;
  /** ms of arrival time that 1x plays in a second. */
  readonly basePace: number;
  /** Name of the event-time column, or null. */
  readonly eventTime: string | null;
}

export type OutputRole = "key" | "aggregate" | "window" | "other";

export type Phase = "empty" | "loading" | "paused" | "playing" | "finished" | "failed";

/** The state of a run; sent at most once a frame, only when something changed. Rows are pulled (see Engine). */
export interface RunState {
  readonly phase: Phase;
  /** Grows with every load and restart; rows of another run are not these rows. */
  readonly run: number;
  /** Records read so far. */
  readonly position: number;
  /** Records in the replay log, or null while a large source is still being read. */
  readonly length: number | null;
  /** Arrival time of the last record read, and of the first and last of the log (ms), or null. */
  readonly arrival: number | null;
  readonly firstArrival: number | null;
  readonly lastArrival: number | null;
  /** Lowest watermark of the active partitions and the partition that holds it; null while unset. */
  readonly watermark: { readonly value: number; readonly heldBy: number } | null;
  readonly ledger: Ledger;
  /** Output rows so far, and rows left after folding the changelog. */
  readonly rowsOut: number;
  readonly tableRows: number;
  /** Rows before this index are no longer kept. */
  readonly firstRowKept: number;
  readonly partitions: readonly PartitionStatus[];
  readonly workers: WorkerStatus;
  /** Records a second over the last second of work; 0 when nothing runs. */
  readonly rate: number;
  /** ms of work since the run began. */
  readonly elapsed: number;
  /** Set when the run failed: which worker or record, and what to do. */
  readonly failure: string | null;
}

export interface PartitionStatus {
  readonly id: number;
  readonly records: number;
  readonly late: number;
  readonly dropped: number;
  /** ms, or null while unset. */
  readonly watermark: number | null;
  /** Arrival time of its last record, ms, or null. */
  readonly lastArrival: number | null;
  readonly idle: boolean;
  /** Distinct group keys seen, and up to three of them as text. */
  readonly keys: number;
  readonly someKeys: readonly string[];
  readonly worker: number;
}

export interface WorkerStatus {
  readonly count: number;
  readonly ready: number;
  /** Whether columns travel over shared memory. */
  readonly shared: boolean;
}

/** One record of the stream with what became of it so far. */
export interface RecordRow {
  readonly seq: number;
  readonly arrival: number;
  /** ms, or null when malformed. */
  readonly eventTime: number | null;
  /** -1 while it has not arrived or where it has none. */
  readonly partition: number;
  readonly verdict: Verdict;
  /** In the order of the stream's schema. */
  readonly values: readonly Value[];
}

export type Verdict =
  | "not yet"
  | "counted"
  | "out of order"
  | "counted late"
  | "dropped"
  | "filtered"
  | "skipped"
  | "in no window"
  | "malformed";

/** A malformed input row: where and why (law 7). */
export interface MalformedRow {
  readonly seq: number;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly reason: string;
  /** The first bytes of the row as text. */
  readonly excerpt: string;
}

/** A late record: dropped, or counted all the same. */
export interface LateRecord {
  readonly seq: number;
  readonly dropped: DroppedRecord | null;
  readonly partition: number;
  readonly eventTime: number;
  readonly arrival: number;
  readonly watermark: number;
  readonly mover: number;
  readonly values: readonly Value[];
  readonly windowStart: number | null;
  readonly windowEnd: number | null;
}

/** Points of the output chart and bars of the late chart, downsampled in the engine to what a chart can show. */
export interface ChartData {
  /** Name of the aggregate column drawn. */
  readonly column: string;
  /** One line a (group, window) or a group, at most `maxLines`, those with the newest rows. */
  readonly lines: readonly ChartLine[];
  /** Late records by arrival time, equal bins over the log. */
  readonly bins: readonly LateBin[];
  /** ms of arrival time a bin. */
  readonly binWidth: number;
}

export interface ChartLine {
  readonly key: string;
  readonly windowStart: number | null;
  readonly windowEnd: number | null;
  /** [arrival ms, value, pane] in order of time. */
  readonly points: readonly (readonly [number, number, "early" | "on-time" | "late" | null])[];
}

export interface LateBin {
  /** ms of arrival, start of the bin. */
  readonly start: number;
  readonly countedLate: number;
  readonly dropped: number;
}

/**
 * The engine as the page sees it. Every call answers within a slice of work (50 ms, law 8). Ranges of rows are
 * [from, to), clipped to what is kept; a range of another run answers with no rows.
 */
export interface Engine {
  /** The streams a visitor can pick, with starter queries. */
  samples(): Promise<readonly import("../source/samples/sample.ts").SampleDescription[]>;
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

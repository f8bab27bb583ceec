import type { Accumulator, AggregateInput } from "../aggregate/accumulator.ts";
import type { DataType } from "../data/data-type.ts";
import type { Changelog, Having } from "../operator/changelog.ts";
import type { EmissionSpec } from "../spec/emission-spec.ts";
import type { SessionRules } from "../spec/session-rules.ts";
import type { GridWindowSpec, SessionWindowSpec, WindowSpec } from "../spec/window-spec.ts";
import type { PrintingRules } from "./visibility.ts";

/** What of the query's rules concerns windows. */
export interface WindowRules {
  readonly window: WindowSpec | null;
  /** ms: a window closes when watermark >= end + closeDelay. */
  readonly closeDelay: number;
  /** ms, at least closeDelay: it expires when watermark >= end + expireDelay. */
  readonly expireDelay: number;
  readonly emission: EmissionSpec;
  /** Types of the aggregates' results. */
  readonly types: readonly DataType[];
  readonly accumulators: readonly Accumulator[];
  readonly having: Having | null;
  readonly printing: PrintingRules;
  /** Whether a group whose first row fails HAVING is retracted when the result of no records would have passed. */
  readonly initialResult: boolean;
  /** Order of groups at one close; null: lowest contributing seq first. */
  readonly compareKeys: ((a: number, b: number) => number) | null;
  /** Told when results were written behind the rows that are there: what did not fit is known by row until the next. */
  readonly onWritten: () => void;
}

/** Rules of windows that a time alone tells. */
export interface GridRules extends WindowRules {
  readonly window: GridWindowSpec | null;
}

/** Rules of sessions. */
export interface SessionWindowRules extends WindowRules {
  readonly window: SessionWindowSpec;
  readonly session: SessionRules;
  /** Whether, of sessions that close and end together, those that start earlier come first. */
  readonly byStart: boolean;
}

/** Records that passed the late verdict, in order of arrival. */
export interface WindowInput {
  /** Seq of row 0. */
  readonly base: number;
  /** Event time of each row, ms. */
  readonly times: Float64Array;
  /** Rows that are offered, and the watermark by which each is judged. */
  readonly rows: Int32Array;
  readonly judged: Float64Array;
  /** Id of the group of each row. */
  readonly keys: Int32Array;
  /** Arguments of each aggregate; `base` is the same. */
  readonly arguments: readonly AggregateInput[];
}

/** Told of records, each once a kind, with the watermark that judged it. */
export interface WindowListener {
  /** Past retention in every window it belongs to. */
  readonly onExpired: (row: number, judged: number) => void;
  /** Counted in a window that had closed. */
  readonly onCorrection: (row: number, judged: number) => void;
  /** Counted, but past retention in some of its windows. */
  readonly onMissed: (row: number, judged: number) => void;
  /** It lies between windows. */
  readonly onNoWindow: (row: number, judged: number) => void;
}

/** Told of windows that have state, each with its bounds in ms and the seq of the record that is the cause. */
export interface WindowWatcher {
  /** It got its first group. */
  readonly onOpened: (start: number, end: number, seq: number) => void;
  /** @param seq Infinity at the end of input. */
  readonly onClosed: (start: number, end: number, seq: number) => void;
  /** A shown row of it is taken back and not replaced: HAVING no longer holds. */
  readonly onRetracted: (start: number, end: number, seq: number) => void;
  /** Its state is gone. At the end of input nothing expires: no record comes that would be too late. */
  readonly onExpired: (start: number, end: number, seq: number) => void;
}

/** A session at some moment. */
export interface SessionMoment {
  /** Id of its group. */
  readonly key: number;
  /** ms, [start, end): the end is a gap after its last record. */
  readonly start: number;
  readonly end: number;
  /** Of the record that is the cause; Infinity at the end of input. */
  readonly seq: number;
  /** Whether a timer is, before its record is looked at. */
  readonly timer: boolean;
}

/** Told of sessions, which are windows of one group each and change their bounds. */
export interface SessionWatcher {
  readonly onOpened: (session: SessionMoment) => void;
  /** It was [oldStart, oldEnd). It is open now, unless `onClosed` is told by the same record. */
  readonly onGrown: (session: SessionMoment, oldStart: number, oldEnd: number) => void;
  /** [oldStart, oldEnd) went into it; told after its growth to both. */
  readonly onAbsorbed: (session: SessionMoment, oldStart: number, oldEnd: number) => void;
  readonly onClosed: (session: SessionMoment) => void;
  /** A shown row of it, or of what it grew from, is taken back and not replaced: HAVING does not hold. */
  readonly onRetracted: (session: SessionMoment) => void;
  /** Its state is gone; not at the end of input. */
  readonly onExpired: (session: SessionMoment) => void;
}

/** What its host asks of an aggregation, whatever the windows are: it knows records, groups and one clock. */
export interface WindowedAggregation {
  /** Rows on their way out. */
  readonly changelog: Changelog;
  /** Records aggregated, and those of them that went to a closed window. */
  readonly counted: number;
  readonly corrections: number;
  /** The watermark, ms, at or above which some window may close: rows are processed up to the step that reaches it. */
  readonly nextClose: number;
  /** The same of expirations: `advance` must be called at that step too where a watcher is to hear of it there. */
  readonly nextExpiry: number;
  /**
   * The first `count` rows of an input are to come, in one go or in several: `nextClose` and `nextExpiry` take into
   * account what windows these may make.
   */
  foresee(input: WindowInput, count: number): void;
  /** Offers rows `from … to` of the input. Between two calls of `advance` no window closes. */
  process(input: WindowInput, from: number, to: number, listener: WindowListener): void;
  /**
   * The watermark has reached `watermark`: closes windows, then drops state past retention.
   * @param cause seq of the record that moved it, Infinity at the end of input. @param reason byte of the reason.
   */
  advance(watermark: number, cause: number, reason: number): void;
  /**
   * The timer of EMIT EVERY interval goes off: prints the open groups that changed since it last did.
   * @param cause seq of the record whose arrival let it pass. @param watermark ms, as it was then.
   */
  printChanged(cause: number, watermark: number): void;
}

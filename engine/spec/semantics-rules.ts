import type { Rounding } from "../data/decimal.ts";
import type { LateAction } from "./late-record-spec.ts";
import { sessionRules, type SessionRules } from "./session-rules.ts";

/** The engines whose rules a query can run under. */
export type PresetName = "velostream" | "flink" | "ksqldb" | "risingwave";

/** One row of the table of semantics.md, section 7: the engine asks these, never the preset's name. */
export interface SemanticsRules {
  /** Whether the watermark observes a record before or after it is judged. */
  readonly clock: "observe-first" | "judge-first";
  readonly watermarkScope: "partition" | "source";
  /** Whether records are judged against the watermark, or each window is. */
  readonly lateUnit: "record" | "window";
  /** Bound, min_advance and idle timeout where nothing is said (ms; null: no watermark, and never idle). */
  readonly defaultBound: number | null;
  readonly defaultMinAdvance: number;
  readonly defaultIdleTimeout: number | null;
  /** Whether the watermark that WATERMARK FOR declares stays unset until it is above 0. */
  readonly declaredAboveZero: boolean;
  /** ksqlDB's stream time knows no bound: WITH's is ignored with an info diagnostic. */
  readonly ignoresBound: boolean;
  readonly lateAction: LateAction;
  /** Rows that WHERE removes do not advance time. */
  readonly filterBeforeClock: boolean;
  readonly windowedEmission: "changes" | "final";
  /** Whether a stream may say how long windows over it wait for late records; elsewhere only the text of a query does. */
  readonly streamsDeclareLateness: boolean;
  /** How long a closed window waits where nothing is said: half its size; a day less its size (EMIT FINAL: not); not. */
  readonly defaultLateness: "half-size" | "rest-of-day-until-final" | "none";
  /** ms added to a window's end to get the watermark at which it closes; `lateness` adds the grace. */
  readonly closeDelay: number;
  readonly closesAfterLateness: boolean;
  /** ms added to end + lateness to get the watermark at which it expires. */
  readonly expireDelay: number;
  /** Event times below zero are refused, and no window starts there. */
  readonly refusesNegativeTime: boolean;
  /** A record with a NULL group column is skipped and does not advance time. */
  readonly skipsNullKeys: boolean;
  /**
   * What a NULL event time makes of its record, where the stream has an event time: it is malformed; it ends the run with an
   * error that names the record; or it moves no watermark, and is late as soon as one is set.
   */
  readonly nullTime: "malformed" | "fails" | "late";
  /** SUM and AVG of no values are 0 and collections empty, not NULL. */
  readonly emptySumIsZero: boolean;
  /** Whether collected ARRAYs hold NULLs too. */
  readonly collectsNulls: boolean;
  /** Whether the first or last value may be NULL. */
  readonly firstMayBeNull: boolean;
  /** Whether FIRST_VALUE and LAST_VALUE over a window of records may be NULL where nothing is said. */
  readonly overMayBeNull: boolean;
  /** By what a record is too late for a bounded frame: the watermark, or the rows of its group that have left. */
  readonly overLateBy: "watermark" | "group";
  /** Whether LAG counts from the last record of a RANGE frame, which those with equal times share. */
  readonly peersShareLag: boolean;
  readonly sumOfBigint: "BIGINT" | "DECIMAL";
  readonly averageOfBigint: "DOUBLE" | "BIGINT" | "DECIMAL";
  /** Variance and deviation of BIGINT: a DOUBLE, or a BIGINT of which every step is cut toward zero. */
  readonly varianceOfBigint: "DOUBLE" | "BIGINT";
  readonly averageOfDecimal: "DOUBLE" | "DECIMAL";
  /** Scale of AVG over DECIMAL(p, s). */
  readonly averageScale: "s+6" | "max(6,s)";
  readonly averageRounding: Rounding;
  readonly sumOverflow: "null" | "wrap";
  /** BIGINT / BIGINT: a DOUBLE, or the whole quotient toward zero. */
  readonly integerDivision: "DOUBLE" | "toward-zero";
  /** Whether ORDER BY holds NULL for less than every value, else for more. */
  readonly nullIsLeast: boolean;
  /** Whether an update is printed as -U +U, or as +U alone. */
  readonly updateBefore: boolean;
  /** A record that leaves a group's aggregates unchanged still prints a row (GROUP BY without a window). */
  readonly unchangedEmits: boolean;
  /** What leaves when a shown group stops satisfying HAVING: -D with the last values, a tombstone, or -U. */
  readonly havingExit: "delete" | "tombstone" | "update-before";
  /** Of the groups at one close: lowest contributing seq first, or by the bytes of the serialised key, or by its values. */
  readonly closeOrder: "end-start-first" | "start-key" | "end-key";
  readonly endOfInputFires: boolean;
  readonly session: SessionRules;
}

const velostream: SemanticsRules = {
  clock: "observe-first",
  watermarkScope: "partition",
  lateUnit: "record",
  defaultBound: 60_000,
  defaultMinAdvance: 100,
  defaultIdleTimeout: 30_000,
  declaredAboveZero: false,
  ignoresBound: false,
  lateAction: "process_with_warning",
  filterBeforeClock: false,
  windowedEmission: "final",
  streamsDeclareLateness: true,
  defaultLateness: "half-size",
  closeDelay: 0,
  closesAfterLateness: false,
  expireDelay: 0,
  refusesNegativeTime: false,
  skipsNullKeys: false,
  nullTime: "malformed",
  emptySumIsZero: false,
  collectsNulls: false,
  firstMayBeNull: false,
  overMayBeNull: true,
  overLateBy: "watermark",
  peersShareLag: false,
  sumOfBigint: "BIGINT",
  averageOfBigint: "DOUBLE",
  varianceOfBigint: "DOUBLE",
  averageOfDecimal: "DECIMAL",
  averageScale: "s+6",
  averageRounding: "half-even",
  sumOverflow: "null",
  integerDivision: "DOUBLE",
  nullIsLeast: true,
  updateBefore: false,
  unchangedEmits: true,
  havingExit: "delete",
  closeOrder: "end-start-first",
  endOfInputFires: true,
  session: sessionRules.velostream,
};

const ksqldb: SemanticsRules = {
  ...velostream,
  lateUnit: "window",
  defaultBound: 0,
  defaultMinAdvance: 0,
  defaultIdleTimeout: null,
  ignoresBound: true,
  lateAction: "drop",
  filterBeforeClock: true,
  windowedEmission: "changes",
  streamsDeclareLateness: false,
  defaultLateness: "rest-of-day-until-final",
  closesAfterLateness: true,
  refusesNegativeTime: true,
  skipsNullKeys: true,
  emptySumIsZero: true,
  collectsNulls: true,
  averageOfDecimal: "DOUBLE",
  sumOverflow: "wrap",
  integerDivision: "toward-zero",
  havingExit: "tombstone",
  closeOrder: "start-key",
  endOfInputFires: false,
  session: sessionRules.ksqldb,
};

const flink: SemanticsRules = {
  ...velostream,
  clock: "judge-first",
  watermarkScope: "source",
  lateUnit: "window",
  defaultBound: null,
  defaultMinAdvance: 0,
  defaultIdleTimeout: null,
  declaredAboveZero: true,
  lateAction: "drop",
  streamsDeclareLateness: false,
  defaultLateness: "none",
  closeDelay: -1,
  expireDelay: -1,
  nullTime: "fails",
  collectsNulls: true,
  overMayBeNull: false,
  overLateBy: "group",
  peersShareLag: true,
  averageOfBigint: "BIGINT",
  varianceOfBigint: "BIGINT",
  averageScale: "max(6,s)",
  averageRounding: "half-up",
  sumOverflow: "wrap",
  integerDivision: "toward-zero",
  updateBefore: true,
  unchangedEmits: false,
  havingExit: "update-before",
  session: sessionRules.flink,
};

const risingwave: SemanticsRules = {
  ...velostream,
  clock: "judge-first",
  watermarkScope: "source",
  defaultBound: null,
  defaultMinAdvance: 0,
  defaultIdleTimeout: null,
  lateAction: "drop",
  windowedEmission: "changes",
  streamsDeclareLateness: false,
  defaultLateness: "none",
  nullTime: "late",
  collectsNulls: true,
  firstMayBeNull: true,
  sumOfBigint: "DECIMAL",
  averageOfBigint: "DECIMAL",
  integerDivision: "toward-zero",
  nullIsLeast: false,
  updateBefore: true,
  unchangedEmits: false,
  closeOrder: "end-key",
  endOfInputFires: false,
  session: sessionRules.risingwave,
};

export const semanticsRules: Readonly<Record<PresetName, SemanticsRules>> = {
  velostream,
  ksqldb,
  flink,
  risingwave,
};

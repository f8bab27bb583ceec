import type { PresetName } from "../spec/semantics-rules.ts";
import type { Refusal } from "./diagnostic-list.ts";
import { flinkRefusals, type EngineRefusals } from "./engine-refusals.ts";
import {
  type ForeignFunctions,
  flinkFunctions,
  ksqlFunctions,
  noForeignFunctions,
  risingwaveFunctions,
} from "./foreign-functions.ts";
import { resultLimits, type ResultLimits } from "./result-limits.ts";
import { nativeRulesAdvice } from "./native-rules-advice.ts";

/** What is not run yet under a preset's rules, or what its engine does not have; null: nothing stands against it. */
export interface PresetLimits {
  /** A window without GROUP BY columns. */
  readonly ungroupedWindow: Refusal | null;
  /** Names from SELECT in HAVING. */
  readonly havingAlias: Refusal | null;
  /** Names from SELECT in GROUP BY. */
  readonly groupAlias: Refusal | null;
  /** OVER. */
  readonly over: Refusal | null;
  /** EMIT CHANGES. */
  readonly emitChanges: Refusal | null;
  /** EMIT CHANGES of sessions. */
  readonly sessionChanges: Refusal | null;
  /** `/` of DECIMALs, or of a DECIMAL and a BIGINT. */
  readonly exactDivision: Refusal | null;
  /** Variance and deviation of DECIMAL, and of BIGINT where its sums are DECIMALs. */
  readonly exactVariance: Refusal | null;
  /** Which offsets tumbling windows may have. */
  readonly windowOffset: "any" | "below-size" | "none";
  /** Hopping windows with gaps between them: the advance is longer than the size. */
  readonly hoppingGaps: Refusal | null;
  /** Cumulating windows. */
  readonly cumulate: Refusal | null;
  /** SESSION in FROM. */
  readonly sessionTable: Refusal | null;
  /** What the text of an ARRAY, MAP or STRUCT is: JSON, or the engine's own, with DOUBLEs as Java writes them or not. */
  readonly nestedText: "json" | "java" | "other";
  /** Whether INT and FLOAT have 32 bits. */
  readonly narrowTypes: boolean;
  /** Whether the size of a HOP or CUMULATE table function has to be a whole number of steps. */
  readonly wholeSteps: boolean;
  /** Whether both bounds of a table function's window have to be grouped by, or one is enough. */
  readonly groupsByBothBounds: boolean;
  /** Whether `*` over a windowing table function has window_time too. */
  readonly addsWindowTime: boolean;
  /** NOW() and its like in WHERE, which sees a record once, as it arrives. */
  readonly nowInWhere: Refusal | null;
  /** Whether CURRENT_WATERMARK is known: the watermark before the record. */
  readonly currentWatermark: boolean;
  /** Whether SESSION without groups is run: it puts out the records of a session when that closes. */
  readonly sessionRecords: boolean;
  /** Whether HOP without groups puts out a record's copy in the latest window first. */
  readonly latestCopyFirst: boolean;
  /** Whether the time column of a window has to be the stream's own. */
  readonly declaredTimeOnly: boolean;
  /** Whether 'emit.scope' and 'emit.final_marker' are known. */
  readonly emissionOptions: boolean;
  /** Whether windows in GROUP BY can be set to fire early and late. */
  readonly firesEarly: boolean;
  /** DISTINCT, ORDER BY, LIMIT and EMIT EVERY. */
  readonly result: ResultLimits;
  /** What the engine itself refuses beside all that. */
  readonly refusals: EngineRefusals | null;
  /** What functions mean there that mean something else here. */
  readonly functions: ForeignFunctions;
}

const nothing: PresetLimits = {
  havingAlias: null,
  groupAlias: null,
  over: null,
  ungroupedWindow: null,
  emitChanges: null,
  sessionChanges: null,
  exactDivision: null,
  exactVariance: null,
  windowOffset: "any",
  hoppingGaps: null,
  cumulate: null,
  sessionTable: null,
  nestedText: "json",
  narrowTypes: false,
  declaredTimeOnly: false,
  emissionOptions: true,
  firesEarly: false,
  wholeSteps: false,
  groupsByBothBounds: false,
  addsWindowTime: true,
  nowInWhere: null,
  currentWatermark: false,
  sessionRecords: false,
  latestCopyFirst: false,
  result: resultLimits.velostream,
  refusals: null,
  functions: noForeignFunctions,
};

const havingAlias = (engine: string): Refusal => ({
  code: "UNSUPPORTED_HAVING_ALIAS",
  message: `${engine} evaluates HAVING before SELECT, so it does not see the names given there.`,
  hint: `Repeat the expression that stands before AS, ${nativeRulesAdvice}`,
});

const groupAlias = (engine: string): Refusal => ({
  code: "UNSUPPORTED_GROUP_ALIAS",
  message: `${engine} evaluates GROUP BY before SELECT, so it does not see the names given there.`,
  hint: `Repeat the expression that stands before AS, ${nativeRulesAdvice}`,
});

const exactDivision: Refusal = {
  code: "UNSUPPORTED_EXACT_DIVISION",
  message: "Under these rules the quotient of a DECIMAL has other digits, which is not run yet.",
  hint: `CAST one side to DOUBLE, ${nativeRulesAdvice}`,
};

const exactVariance = (of: string): Refusal => ({
  code: "UNSUPPORTED_EXACT_VARIANCE",
  message: `Under these rules the variance and deviation of ${of} are DECIMALs, which is not run yet.`,
  hint: `CAST the argument to DOUBLE, ${nativeRulesAdvice}`,
});

const cumulate: Refusal = {
  code: "UNSUPPORTED_CUMULATE",
  message: "The engine of these rules has no CUMULATE.",
  hint: `Use a tumbling or hopping window, ${nativeRulesAdvice}`,
};

export const presetLimits: Readonly<Record<PresetName, PresetLimits>> = {
  velostream: nothing,
  risingwave: {
    ...nothing,
    havingAlias: havingAlias("RisingWave"),
    over: {
      code: "UNSUPPORTED_OVER",
      message: "RisingWave prints the rows of OVER at once and corrects them later, which is not run yet.",
      hint: `Use GROUP BY, ${nativeRulesAdvice}`,
    },
    cumulate,
    sessionTable: {
      code: "UNSUPPORTED_SESSION_TABLE",
      message: "RisingWave has TUMBLE and HOP in FROM, and no SESSION.",
      hint: `Write GROUP BY … WINDOW SESSION(ts, 30s) EMIT ON WINDOW CLOSE, ${nativeRulesAdvice}`,
    },
    nowInWhere: {
      code: "UNSUPPORTED_TEMPORAL_FILTER",
      message:
        "In RisingWave a condition with the time of now is asked again and again, so rows come and go by themselves, which is not run.",
      hint: `Compare with a constant time, ${nativeRulesAdvice}`,
    },
    nestedText: "other",
    narrowTypes: true,
    wholeSteps: true,
    addsWindowTime: false,
    emissionOptions: false,
    sessionChanges: {
      code: "UNSUPPORTED_SESSION_CHANGES",
      message:
        "Under RisingWave's rules the rows of a session are put in order first, so it prints when it closes.",
      hint: `Write EMIT ON WINDOW CLOSE, ${nativeRulesAdvice}`,
    },
    exactDivision,
    exactVariance: exactVariance("whole numbers and DECIMALs"),
    result: resultLimits.risingwave,
    functions: risingwaveFunctions,
  },
  flink: {
    ...nothing,
    havingAlias: havingAlias("Flink"),
    groupAlias: groupAlias("Flink"),
    emitChanges: {
      code: "UNSUPPORTED_EMIT_CHANGES",
      message: "Flink prints a window once, when it closes: it has no EMIT CHANGES.",
      hint: `Leave EMIT CHANGES out, ${nativeRulesAdvice}`,
    },
    exactDivision,
    exactVariance: exactVariance("a DECIMAL"),
    windowOffset: "below-size",
    nestedText: "java",
    narrowTypes: true,
    declaredTimeOnly: true,
    firesEarly: true,
    wholeSteps: true,
    groupsByBothBounds: true,
    currentWatermark: true,
    sessionRecords: true,
    latestCopyFirst: true,
    refusals: flinkRefusals,
    emissionOptions: false,
    result: resultLimits.flink,
    functions: flinkFunctions,
  },
  ksqldb: {
    ...nothing,
    havingAlias: havingAlias("ksqlDB"),
    groupAlias: groupAlias("ksqlDB"),
    over: {
      code: "UNSUPPORTED_OVER",
      message: "ksqlDB has no OVER.",
      hint: `Use GROUP BY and LATEST_BY_OFFSET, ${nativeRulesAdvice}`,
    },
    ungroupedWindow: {
      code: "UNSUPPORTED_UNGROUPED_WINDOW",
      message: "ksqlDB has no window without GROUP BY.",
      hint: `Add GROUP BY, ${nativeRulesAdvice}`,
    },
    exactDivision,
    windowOffset: "none",
    hoppingGaps: {
      code: "BAD_WINDOW_ADVANCE",
      message: "In ksqlDB the advance of a hopping window is no longer than its size.",
      hint: `Write the size first, then the advance, ${nativeRulesAdvice}`,
    },
    cumulate,
    nestedText: "java",
    narrowTypes: true,
    emissionOptions: false,
    result: resultLimits.ksqldb,
    functions: ksqlFunctions,
  },
};

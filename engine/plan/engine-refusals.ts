import type { Refusal } from "./diagnostic-list.ts";
import { nativeRulesAdvice } from "./native-rules-advice.ts";

/** What an engine refuses in its own SQL, so that a query which runs here runs there too. */
export interface EngineRefusals {
  /** A frame that reaches behind the current row. */
  readonly followingFrame: Refusal;
  /** Aggregates OVER … ORDER BY time DESC. */
  readonly descendingOver: Refusal;
  /** Aggregates over two windows of OVER that differ. */
  readonly severalOver: Refusal;
  /** LEAD. */
  readonly lead: Refusal;
  /** ROWS WINDOW BUFFER. */
  readonly rowsBuffer: Refusal;
  /** OVER without ORDER BY. */
  readonly unorderedOver: Refusal;
  /** ORDER BY of anything but the time, upwards, without LIMIT. */
  readonly endlessSort: Refusal;
  /** Two columns of the result that carry the event time. */
  readonly severalTimes: Refusal;
  /** An INTERVAL whose first number has more digits than its unit is declared with. */
  readonly intervalDigits: Refusal;
  /** PARTITION BY inside TUMBLE, HOP or CUMULATE. */
  readonly partitionedInput: Refusal;
  /** A key of SESSION's PARTITION BY that is no column. */
  readonly computedSessionKey: Refusal;
  /** window_start and its like over a window that is a function in GROUP BY. */
  readonly boundColumnOfCall: Refusal;
  /** TUMBLE_START and its like over a windowing table function. */
  readonly boundFunctionOfTable: Refusal;
  /** WATERMARK FOR a column that is no TIMESTAMP. */
  readonly watermarkType: Refusal;
}

export const flinkRefusals: EngineRefusals = {
  followingFrame: {
    code: "UNSUPPORTED_FOLLOWING_FRAME",
    message: "Flink computes a row when its time has come, so its frame cannot reach into the future.",
    hint: `End the frame with CURRENT ROW, ${nativeRulesAdvice}`,
  },
  descendingOver: {
    code: "UNSUPPORTED_DESCENDING_OVER",
    message: "Flink computes aggregates in the order of time, so OVER cannot order them backwards.",
    hint: `Leave DESC out, ${nativeRulesAdvice}`,
  },
  severalOver: {
    code: "UNSUPPORTED_SEVERAL_OVER",
    message: "All aggregates of a query in Flink share one window, and this one differs from that before it.",
    hint: `Write the same PARTITION BY, ORDER BY and frame everywhere, ${nativeRulesAdvice}`,
  },
  lead: {
    code: "UNSUPPORTED_LEAD",
    message: "Flink cannot wait for a later row of a stream, so it has no LEAD there.",
    hint: `Use LAG on the later row, ${nativeRulesAdvice}`,
  },
  rowsBuffer: {
    code: "UNSUPPORTED_ROWS_BUFFER",
    message: "Flink has no ROWS WINDOW BUFFER.",
    hint: `Write ORDER BY the event time ROWS BETWEEN 99 PRECEDING AND CURRENT ROW, ${nativeRulesAdvice}`,
  },
  unorderedOver: {
    code: "UNSUPPORTED_UNORDERED_OVER",
    message: "Flink orders every window of OVER by the event time.",
    hint: `Add ORDER BY the event time, ${nativeRulesAdvice}`,
  },
  endlessSort: {
    code: "UNSUPPORTED_ENDLESS_SORT",
    message: "A stream never ends, so Flink sorts it by its event time, upwards, or not at all.",
    hint: `Order by the event time first, add LIMIT, ${nativeRulesAdvice}`,
  },
  severalTimes: {
    code: "UNSUPPORTED_SEVERAL_TIME_ATTRIBUTES",
    message: "This is the second column with the event time, and a result has only one in Flink.",
    hint: "CAST all but one to TIMESTAMP(3), or leave them out.",
  },
  intervalDigits: {
    code: "UNSUPPORTED_INTERVAL_DIGITS",
    message: "In Flink a unit has two digits unless it says how many.",
    hint: "Write the number of digits behind the unit, as in INTERVAL '100' SECOND(3).",
  },
  partitionedInput: {
    code: "UNSUPPORTED_PARTITIONED_INPUT",
    message:
      "In Flink only SESSION takes a table with PARTITION BY: other windows are the same for all keys.",
    hint: `Leave PARTITION BY out and name its columns in GROUP BY, ${nativeRulesAdvice}`,
  },
  computedSessionKey: {
    code: "UNSUPPORTED_COMPUTED_SESSION_KEY",
    message: "In Flink PARTITION BY of a table takes the names of columns only.",
    hint: `Compute it in a query inside: WITH f AS (SELECT *, … AS key FROM t), ${nativeRulesAdvice}`,
  },
  boundColumnOfCall: {
    code: "UNSUPPORTED_BOUND_COLUMN",
    message: "In Flink a window that is a function in GROUP BY has no such column.",
    hint: `Write TUMBLE_START, HOP_END, SESSION_ROWTIME or the like with the window's arguments, ${nativeRulesAdvice}`,
  },
  boundFunctionOfTable: {
    code: "UNSUPPORTED_BOUND_FUNCTION",
    message: "In Flink this function goes with a window in GROUP BY, not with one in FROM.",
    hint: `Write window_start, window_end or window_time, ${nativeRulesAdvice}`,
  },
  watermarkType: {
    code: "UNSUPPORTED_WATERMARK_TYPE",
    message: "In Flink the column of WATERMARK FOR is a TIMESTAMP.",
    hint: `Name a TIMESTAMP column, ${nativeRulesAdvice}`,
  },
};

import type { PresetName } from "../spec/semantics-rules.ts";

/** A query of ours, and what DuckDB computes the same from: the records in a table `t` with their `seq`. */
export interface WindowShape {
  readonly name: string;
  readonly ours: string;
  readonly theirs: string;
  /** Whether records have to come in order of time, each at another one. */
  readonly ascending?: boolean;
  /** Whose rules ours runs under; else the native ones. */
  readonly preset?: PresetName;
}

/** Every window of a grid that could hold a record, as a table: each is tried with each record. */
function grid(size: number, advance: number, offset = 0): string {
  const start = `range * ${advance} + ${offset}`;
  return `t JOIN (SELECT ${start} AS ws, ${start} + ${size} AS we FROM range(-400, 400)) ON ts >= ws AND ts < we`;
}

/** Windows of `step`, twice `step` … up to `size`, in each that begins every `size`. */
function cumulating(step: number, size: number, offset: number): string {
  const start = `outer_window.range * ${size} + ${offset}`;
  return `t JOIN (SELECT ${start} AS ws, ${start} + (steps.range + 1) * ${step} AS we
    FROM range(-100, 100) AS outer_window, range(0, ${size / step}) AS steps) ON ts >= ws AND ts < we`;
}

/** Each record with the number of its session: a record further than `gap` behind all before it begins one. */
function sessions(gap: number, keys: string): string {
  const order = `${keys === "" ? "" : `PARTITION BY ${keys} `}ORDER BY ts, seq`;
  const begins = `CASE WHEN ts - lag(ts) OVER (${order}) <= ${gap} THEN 0 ELSE 1 END`;
  return `(SELECT *, sum(begins) OVER (${order}) AS island FROM (SELECT *, ${begins} AS begins FROM t))`;
}

/** The aggregates of sessions of groups. */
function ofSessions(name: string, gap: number, keys: string): WindowShape {
  const by = keys === "" ? "" : `${keys}, `;
  return {
    name,
    ours: `SELECT ${by}${basic}, ${bounds} FROM t ${keys === "" ? "" : `GROUP BY ${keys}`} WINDOW SESSION(${gap}ms) EMIT FINAL`,
    theirs: `SELECT ${by}${basic}, min(ts), max(ts) + ${gap} FROM ${sessions(gap, keys)} GROUP BY ${by}island`,
  };
}

const bounds = "window_start, window_end";
const basic =
  "COUNT(*), COUNT(v), SUM(v), AVG(v), MIN(v), MAX(v), SUM(d), AVG(d), MIN(d), MAX(d), MIN(k), MAX(k)";

/** The aggregates of groups of a grid. @param keys of the groups, by comma. */
function grouped(name: string, window: string, from: string, keys = "k", aggregates = basic): WindowShape {
  const by = keys === "" ? "" : `${keys}, `;
  return {
    name,
    ours: `SELECT ${by}${aggregates}, ${bounds} FROM t ${keys === "" ? "" : `GROUP BY ${keys}`} WINDOW ${window} EMIT FINAL`,
    theirs: `SELECT ${by}${aggregates}, ws, we FROM ${from} GROUP BY ${by}ws, we`,
  };
}

/** A function over a window of records. @param window what both say of it. @param order what orders the records there. */
function over(
  name: string,
  calls: readonly string[],
  window: string,
  order: string,
  frame: string,
): WindowShape {
  return {
    name,
    ours: `SELECT ts, ${calls.map((call) => `${call} OVER (${window})`).join(", ")} FROM t`,
    theirs: `SELECT ts, ${calls.map((call) => `${call} OVER (${order} ${frame})`).join(", ")} FROM t`,
  };
}

const numbers = [
  "COUNT(*)",
  "COUNT(v)",
  "SUM(v)",
  "AVG(v)",
  "MIN(v)",
  "MAX(v)",
  "SUM(d)",
  "AVG(d)",
  "MIN(d)",
  "MAX(d)",
];

/**
 * What the two define differently is not here, or is said apart:
 * - A window exists in DuckDB where its table says so, here where a record is in it: hence the inner JOIN.
 * - COUNT(DISTINCT a, b) is of records where neither is NULL here, of pairs there.
 * - The peers of a RANGE frame are those that have come so far here, all of them there: hence ascending times. Under
 *   Flink's rules, where a row waits for its peers, the two are the same.
 * - Flink drops records at or before 0 where a frame of OVER has a lower bound.
 * - FIRST_VALUE and LAST_VALUE of OVER leave no NULLs out on either side.
 */
export const windowShapes: readonly WindowShape[] = [
  grouped("tumbling", "TUMBLING(25ms)", grid(25, 25)),
  grouped("tumbling, with an offset", "TUMBLING(25ms, OFFSET 7ms)", grid(25, 25, 7)),
  grouped("hopping, a whole ratio", "SLIDING(40ms, 10ms)", grid(40, 10)),
  grouped("hopping, a broken ratio", "SLIDING(25ms, 10ms)", grid(25, 10)),
  grouped("hopping, with an offset", "SLIDING(24ms, 9ms, OFFSET 4ms)", grid(24, 9, 4)),
  grouped("hopping, with gaps between the windows", "SLIDING(7ms, 12ms)", grid(7, 12)),
  grouped("cumulate", "CUMULATE(10ms, 40ms)", cumulating(10, 40, 0)),
  grouped("cumulate, with an offset", "CUMULATE(5ms, 20ms, OFFSET 3ms)", cumulating(5, 20, 3)),
  ofSessions("sessions", 12, "k"),
  ofSessions("sessions of all records", 4, ""),
  ofSessions("sessions by several columns", 30, "k, b"),
  grouped("without groups", "TUMBLING(25ms)", grid(25, 25), ""),
  grouped("by several columns", "TUMBLING(60ms)", grid(60, 60), "k, b, v"),
  grouped("by an expression", "SLIDING(30ms, 15ms)", grid(30, 15), "v % 3"),
  grouped(
    "DISTINCT aggregates",
    "SLIDING(50ms, 25ms)",
    grid(50, 25),
    "k",
    "COUNT(DISTINCT v), SUM(DISTINCT v), AVG(DISTINCT d), MIN(DISTINCT v), COUNT(DISTINCT b)",
  ),
  grouped(
    "aggregates with FILTER",
    "TUMBLING(50ms)",
    grid(50, 50),
    "k",
    "COUNT(*) FILTER (WHERE b), SUM(v) FILTER (WHERE d > 0), AVG(d) FILTER (WHERE v IS NOT NULL AND NOT b), MAX(k) FILTER (WHERE v > 0)",
  ),
  {
    name: "WHERE and HAVING",
    ours: `SELECT k, SUM(v), ${bounds} FROM t WHERE d > -20 OR b GROUP BY k WINDOW TUMBLING(30ms)
      HAVING COUNT(*) > 1 AND SUM(v) >= 0 EMIT FINAL`,
    theirs: `SELECT k, SUM(v), ws, we FROM ${grid(30, 30)} WHERE d > -20 OR b GROUP BY k, ws, we
      HAVING COUNT(*) > 1 AND SUM(v) >= 0`,
  },
  {
    name: "a row after each record",
    ours: `SELECT k, COUNT(*), SUM(v), AVG(d), MIN(v), MAX(d), ${bounds} FROM t GROUP BY k WINDOW SLIDING(40ms, 20ms) EMIT CHANGES`,
    theirs: `SELECT k, COUNT(*) OVER w, SUM(v) OVER w, AVG(d) OVER w, MIN(v) OVER w, MAX(d) OVER w, ws, we FROM ${grid(40, 20)}
      WINDOW w AS (PARTITION BY k, ws ORDER BY seq ROWS UNBOUNDED PRECEDING)`,
  },
  {
    name: "groups without a window",
    ours: `SELECT k, b, ${basic} FROM t GROUP BY k, b EMIT FINAL`,
    theirs: `SELECT k, b, ${basic} FROM t GROUP BY k, b`,
  },
  {
    name: "DISTINCT rows",
    ours: "SELECT DISTINCT k, v % 4 FROM t",
    theirs: "SELECT DISTINCT k, v % 4 FROM t",
  },
  over(
    "a buffer of rows",
    numbers,
    "ROWS WINDOW BUFFER 5 ROWS PARTITION BY k",
    "PARTITION BY k ORDER BY seq",
    "ROWS 4 PRECEDING",
  ),
  over(
    "a frame within a buffer",
    numbers,
    "ROWS WINDOW BUFFER 6 ROWS PARTITION BY k ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING",
    "PARTITION BY k ORDER BY seq",
    "ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING",
  ),
  over(
    "places and numbers by arrival",
    ["ROW_NUMBER()", "LAG(v)", "LAG(k, 2)", "FIRST_VALUE(v)", "LAST_VALUE(d)"],
    "PARTITION BY k, b",
    "PARTITION BY k, b ORDER BY seq",
    "ROWS UNBOUNDED PRECEDING",
  ),
  {
    ...over(
      "a RANGE of time",
      numbers,
      "PARTITION BY k ORDER BY ts RANGE BETWEEN INTERVAL '0.030' SECOND PRECEDING AND CURRENT ROW",
      "PARTITION BY k ORDER BY ts",
      "RANGE BETWEEN 30 PRECEDING AND CURRENT ROW",
    ),
    ascending: true,
  },
  {
    ...over(
      "all so far, by time",
      [...numbers, "RANK()"],
      "PARTITION BY k ORDER BY ts",
      "PARTITION BY k ORDER BY ts",
      "",
    ),
    ascending: true,
  },
  {
    name: "all so far, where a row waits for its peers",
    ours: `SELECT ts, v, SUM(v) OVER w, COUNT(*) OVER w, MAX(d) OVER w FROM t
      WINDOW w AS (PARTITION BY k ORDER BY ts RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`,
    theirs: `SELECT ts, v, SUM(v) OVER w, COUNT(*) OVER w, MAX(d) OVER w FROM t
      WINDOW w AS (PARTITION BY k ORDER BY ts RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`,
    preset: "flink",
  },
  {
    name: "a RANGE of time, where a row waits for its peers",
    ours: `SELECT ts, v, SUM(v) OVER w, COUNT(*) OVER w, MAX(d) OVER w FROM t
      WINDOW w AS (PARTITION BY k ORDER BY ts RANGE BETWEEN INTERVAL '0.020' SECOND PRECEDING AND CURRENT ROW)`,
    theirs: `SELECT ts, v, SUM(v) OVER w, COUNT(*) OVER w, MAX(d) OVER w FROM t WHERE ts > 0
      WINDOW w AS (PARTITION BY k ORDER BY ts RANGE BETWEEN 20 PRECEDING AND CURRENT ROW)`,
    preset: "flink",
  },
];

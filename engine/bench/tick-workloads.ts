import { runNaiveBuffers } from "./naive-buffers.ts";
import { runNaive } from "./naive-engine.ts";
import {
  naiveW1Changes,
  naiveW1Final,
  naiveW2Changes,
  naiveW2Final,
  naiveW3Changes,
  naiveW3Final,
  naiveW6,
  type Tick,
} from "./naive-ticks.ts";
import { runNaiveSessions } from "./naive-sessions.ts";
import type { Symbols } from "./w1-data.ts";
import type { Drained } from "./windowpane-subject.ts";

/** One query over the ticks, as each subject runs it. */
export interface TickWorkload {
  readonly name: string;
  readonly symbols: Symbols;
  readonly sql: string;
  /** The same by objects. */
  naive(records: readonly Tick[]): Drained;
  /** Its groups, counted, without the late check; and how DuckDB holds the symbols. null: it has no such query. */
  readonly duckDb: { readonly query: string; readonly key: "INTEGER" | "VARCHAR" } | null;
}

const thousand: Symbols = { count: 1_000, spread: "zipf" };

const settings =
  "WITH ('watermark.max_out_of_orderness' = '5s', 'watermark.min_advance' = '0ms', 'late.data.strategy' = 'drop')";

const grouped = (window: string, emission: string): string => `-- @num_partitions: 1
SELECT symbol, COUNT(*) AS n, SUM(volume) AS volume, AVG(price) AS mean, MIN(price) AS low, MAX(price) AS high
FROM ticks
GROUP BY symbol
WINDOW ${window}
EMIT ${emission}
${settings}`;

const w1 = (emission: string): string => grouped("TUMBLING(event_time, 60s)", emission);
const w2 = (emission: string): string => grouped("SLIDING(event_time, 5m, 1m)", emission);

const w6 = `-- @num_partitions: 1
SELECT symbol, COUNT(*) AS n, SUM(CASE WHEN price > 250 THEN volume ELSE -volume END) AS balance,
       AVG(price) AS mean, MIN(price) AS low, MAX(price) AS high
FROM ticks
WHERE price * volume > 50000 AND symbol LIKE '%A%'
GROUP BY symbol
WINDOW TUMBLING(event_time, 60s)
EMIT FINAL
${settings}`;

/** Five aggregates of a minute as DuckDB has them. */
const minutes: TickWorkload["duckDb"] = {
  key: "INTEGER",
  query: `SELECT count(*), sum(n), sum(volume), sum(mean), sum(low), sum(high) FROM (
    SELECT symbol, event_time // 60000 AS w, count(*) AS n, sum(volume) AS volume,
           avg(price) AS mean, min(price) AS low, max(price) AS high
    FROM ticks GROUP BY symbol, w)`,
};

/** The last rows of each symbol. */
function buffers(name: string, rows: number): TickWorkload {
  return {
    name,
    symbols: thousand,
    sql: `-- @num_partitions: 1
SELECT symbol, AVG(price) OVER w AS mean, MIN(price) OVER w AS low, MAX(price) OVER w AS high
FROM ticks
WINDOW w AS (ROWS WINDOW BUFFER ${rows} ROWS PARTITION BY symbol)
${settings}`,
    naive: (records) => runNaiveBuffers(records, rows),
    duckDb: {
      key: "INTEGER",
      query: `SELECT count(*), sum(mean), sum(low), sum(high) FROM (
        SELECT avg(price) OVER w AS mean, min(price) OVER w AS low, max(price) OVER w AS high
        FROM ticks WINDOW w AS (PARTITION BY symbol ORDER BY rowid ROWS ${rows - 1} PRECEDING))`,
    },
  };
}

/** W1 with a million symbols. */
function manyGroups(name: string, spread: Symbols["spread"]): TickWorkload {
  return {
    name,
    symbols: { count: 1_000_000, spread },
    sql: w1("FINAL"),
    naive: (records) => runNaive(records, naiveW1Final),
    duckDb: minutes,
  };
}

/**
 * W1: five aggregates of a minute; W2: of five minutes, every minute; W3: of sessions; W4: the last rows of each symbol; W5: W1
 * with a million symbols; W6: W1 with expressions
 * in WHERE and in an aggregate, which 1 record in 10 passes.
 */
export const tickWorkloads: readonly TickWorkload[] = [
  {
    name: "W1-F",
    symbols: thousand,
    sql: w1("FINAL"),
    naive: (records) => runNaive(records, naiveW1Final),
    duckDb: minutes,
  },
  {
    name: "W1-C",
    symbols: thousand,
    sql: w1("CHANGES"),
    naive: (records) => runNaive(records, naiveW1Changes),
    duckDb: {
      key: "INTEGER",
      query: `SELECT count(*), sum(n), sum(volume), sum(mean), sum(low), sum(high) FROM (
        SELECT count(*) OVER w AS n, sum(volume) OVER w AS volume, avg(price) OVER w AS mean,
               min(price) OVER w AS low, max(price) OVER w AS high
        FROM ticks
        WINDOW w AS (PARTITION BY symbol, event_time // 60000 ORDER BY rowid ROWS UNBOUNDED PRECEDING))`,
    },
  },
  {
    name: "W2-F",
    symbols: thousand,
    sql: w2("FINAL"),
    naive: (records) => runNaive(records, naiveW2Final),
    duckDb: {
      key: "INTEGER",
      query: `SELECT count(*), sum(n), sum(volume), sum(mean), sum(low), sum(high) FROM (
        SELECT symbol, event_time // 60000 - k AS w, count(*) AS n, sum(volume) AS volume,
               avg(price) AS mean, min(price) AS low, max(price) AS high
        FROM ticks, (SELECT unnest([0, 1, 2, 3, 4]) AS k) GROUP BY symbol, w)`,
    },
  },
  {
    name: "W2-C",
    symbols: thousand,
    sql: w2("CHANGES"),
    naive: (records) => runNaive(records, naiveW2Changes),
    duckDb: null,
  },
  {
    name: "W3-F",
    symbols: thousand,
    sql: grouped("SESSION(event_time, 30s)", "FINAL"),
    naive: (records) => runNaiveSessions(records, naiveW3Final),
    duckDb: {
      key: "INTEGER",
      query: `SELECT count(*), sum(n), sum(volume), sum(mean), sum(low), sum(high) FROM (
        SELECT count(*) AS n, sum(volume) AS volume, avg(price) AS mean, min(price) AS low, max(price) AS high
        FROM (SELECT *, sum(begins) OVER (PARTITION BY symbol ORDER BY event_time, rowid) AS island
              FROM (SELECT rowid, *, CASE WHEN event_time - lag(event_time) OVER
                      (PARTITION BY symbol ORDER BY event_time, rowid) <= 30000 THEN 0 ELSE 1 END AS begins
                    FROM ticks))
        GROUP BY symbol, island)`,
    },
  },
  {
    name: "W3-C",
    symbols: thousand,
    sql: grouped("SESSION(event_time, 30s)", "CHANGES"),
    naive: (records) => runNaiveSessions(records, naiveW3Changes),
    duckDb: null,
  },
  buffers("W4-100", 100),
  buffers("W4-1000", 1_000),
  manyGroups("W5z", "zipf"),
  manyGroups("W5u", "uniform"),
  {
    name: "W6",
    symbols: thousand,
    sql: w6,
    naive: (records) => runNaive(records, naiveW6),
    duckDb: {
      key: "VARCHAR",
      query: `SELECT count(*), sum(n), sum(balance), sum(mean), sum(low), sum(high) FROM (
        SELECT symbol, event_time // 60000 AS w, count(*) AS n,
               sum(CASE WHEN price > 250 THEN volume ELSE -volume END) AS balance,
               avg(price) AS mean, min(price) AS low, max(price) AS high
        FROM ticks WHERE price * volume > 50000 AND symbol LIKE '%A%' GROUP BY symbol, w)`,
    },
  },
];

import {
  naiveW1Changes,
  naiveW1Final,
  naiveW2Changes,
  naiveW2Final,
  naiveW6,
  runNaive,
  type Tick,
} from "./naive-engine.ts";
import { runNaiveBuffers } from "./naive-buffers.ts";

/** One query over the ticks, as each subject runs it. */
export interface TickWorkload {
  readonly name: string;
  readonly sql: string;
  /** The same by objects. @returns Rows out. */
  naive(records: readonly Tick[]): number;
  /** Its groups, counted, without the late check; and how DuckDB holds the symbols. null: it has no such query. */
  readonly duckDb: { readonly query: string; readonly symbols: "INTEGER" | "VARCHAR" } | null;
}

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

/** The last rows of each symbol, one row out a record. */
const w4 = (rows: number): string => `-- @num_partitions: 1
SELECT symbol, AVG(price) OVER w AS mean, MIN(price) OVER w AS low, MAX(price) OVER w AS high
FROM ticks
WINDOW w AS (ROWS WINDOW BUFFER ${rows} ROWS PARTITION BY symbol)
${settings}`;

/**
 * W1: five aggregates of a minute; W2: of five minutes, every minute; W4: the last rows of each symbol; W6: W1 with expressions
 * in WHERE and in an aggregate, which 1 record in 10 passes.
 */
export const tickWorkloads: readonly TickWorkload[] = [
  {
    name: "W1-F",
    sql: w1("FINAL"),
    naive: (records) => runNaive(records, naiveW1Final),
    duckDb: {
      symbols: "INTEGER",
      query: `SELECT count(*), sum(n), sum(volume), sum(mean), sum(low), sum(high) FROM (
        SELECT symbol, event_time // 60000 AS w, count(*) AS n, sum(volume) AS volume,
               avg(price) AS mean, min(price) AS low, max(price) AS high
        FROM ticks GROUP BY symbol, w)`,
    },
  },
  { name: "W1-C", sql: w1("CHANGES"), naive: (records) => runNaive(records, naiveW1Changes), duckDb: null },
  {
    name: "W2-F",
    sql: w2("FINAL"),
    naive: (records) => runNaive(records, naiveW2Final),
    duckDb: {
      symbols: "INTEGER",
      query: `SELECT count(*), sum(n), sum(volume), sum(mean), sum(low), sum(high) FROM (
        SELECT symbol, event_time // 60000 - k AS w, count(*) AS n, sum(volume) AS volume,
               avg(price) AS mean, min(price) AS low, max(price) AS high
        FROM ticks, (SELECT unnest([0, 1, 2, 3, 4]) AS k) GROUP BY symbol, w)`,
    },
  },
  { name: "W2-C", sql: w2("CHANGES"), naive: (records) => runNaive(records, naiveW2Changes), duckDb: null },
  { name: "W4-100", sql: w4(100), naive: (records) => runNaiveBuffers(records, 100), duckDb: null },
  { name: "W4-1000", sql: w4(1_000), naive: (records) => runNaiveBuffers(records, 1_000), duckDb: null },
  {
    name: "W6",
    sql: w6,
    naive: (records) => runNaive(records, naiveW6),
    duckDb: {
      symbols: "VARCHAR",
      query: `SELECT count(*), sum(n), sum(balance), sum(mean), sum(low), sum(high) FROM (
        SELECT symbol, event_time // 60000 AS w, count(*) AS n,
               sum(CASE WHEN price > 250 THEN volume ELSE -volume END) AS balance,
               avg(price) AS mean, min(price) AS low, max(price) AS high
        FROM ticks WHERE price * volume > 50000 AND symbol LIKE '%A%' GROUP BY symbol, w)`,
    },
  },
];

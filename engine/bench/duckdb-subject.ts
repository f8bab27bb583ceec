import { DOUBLE, DuckDBDataChunk, DuckDBInstance, INTEGER, BIGINT } from "@duckdb/node-api";
import type { W1Data } from "./w1-data.ts";

const CHUNK = 2_048;

/** Native DuckDB on one thread over a table of the same records, symbols as integers (its fastest key). */
export interface DuckDb {
  /** W1-F without the late check: one pass of GROUP BY. @returns Rows. */
  final(): Promise<number>;
  close(): void;
}

export async function openDuckDb(data: W1Data): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  await connection.run(
    "CREATE TABLE ticks (event_time BIGINT, symbol INTEGER, price DOUBLE, volume INTEGER)",
  );
  const appender = await connection.createAppender("ticks");
  for (let from = 0; from < data.length; from += CHUNK) {
    const to = Math.min(data.length, from + CHUNK);
    const chunk = DuckDBDataChunk.create([BIGINT, INTEGER, DOUBLE, INTEGER], to - from);
    chunk.setColumns([
      Array.from(data.time.subarray(from, to), BigInt),
      [...data.symbol.subarray(from, to)],
      [...data.price.subarray(from, to)],
      [...data.volume.subarray(from, to)],
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  return {
    final: async () => {
      const reader = await connection.runAndReadAll(
        `SELECT count(*), sum(n), sum(volume), sum(mean), sum(low), sum(high) FROM (
           SELECT symbol, event_time // 60000 AS w, count(*) AS n, sum(volume) AS volume,
                  avg(price) AS mean, min(price) AS low, max(price) AS high
           FROM ticks GROUP BY symbol, w)`,
      );
      return Number(reader.getRows()[0]![0]);
    },
    close: () => connection.closeSync(),
  };
}

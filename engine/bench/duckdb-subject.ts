import { BIGINT, DOUBLE, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from "@duckdb/node-api";
import type { W1Data } from "./w1-data.ts";

const CHUNK = 2_048;

/** Native DuckDB on one thread over a table of the same records. */
export interface DuckDb {
  /** @param query over the table `ticks`. @returns The first number of its first row. */
  run(query: string): Promise<number>;
  close(): void;
}

/** @param key the symbols as integers, its fastest key, or as texts. */
export async function openDuckDb(data: W1Data, key: "INTEGER" | "VARCHAR"): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE ticks (event_time BIGINT, symbol ${key}, price DOUBLE, volume INTEGER)`);
  const appender = await connection.createAppender("ticks");
  const symbolType = key === "INTEGER" ? INTEGER : VARCHAR;
  for (let from = 0; from < data.length; from += CHUNK) {
    const to = Math.min(data.length, from + CHUNK);
    const codes = [...data.symbol.subarray(from, to)];
    const chunk = DuckDBDataChunk.create([BIGINT, symbolType, DOUBLE, INTEGER], to - from);
    chunk.setColumns([
      Array.from(data.time.subarray(from, to), BigInt),
      key === "INTEGER" ? codes : codes.map((code) => data.symbols.get(code)),
      [...data.price.subarray(from, to)],
      [...data.volume.subarray(from, to)],
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  return {
    run: async (query) => {
      const reader = await connection.runAndReadAll(query);
      return Number(reader.getRows()[0]![0]);
    },
    close: () => connection.closeSync(),
  };
}

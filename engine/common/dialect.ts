/** The engine whose spelling a query uses. velostream is the native dialect. */
export type Dialect = "velostream" | "flink" | "ksqldb" | "risingwave";

export const DIALECTS: readonly Dialect[] = ["velostream", "flink", "ksqldb", "risingwave"];

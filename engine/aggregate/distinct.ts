import { BIGINT } from "../data/data-type.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { count } from "./count.ts";
import { Distinct } from "./distinct-accumulator.ts";
import { RetractableDistinct } from "./retractable-distinct.ts";

export const countDistinct: AggregateFunction = {
  name: "count_distinct",
  columns: 1,
  ignoresRepeats: true,
  document: {
    aliases: [],
    spelling: { flink: null, risingwave: null },
    signature: "COUNT_DISTINCT(value) → BIGINT",
    sentence: "The number of different values that are not NULL, exactly: COUNT(DISTINCT value).",
    example: { sql: "COUNT_DISTINCT(x)", rows: ["1", "2", "1", "NULL"], result: "2" },
  },
  resultType: () => BIGINT,
  create: (call, capacity, warnings) => new Distinct(count.create(call, capacity, warnings), call, warnings),
  createRetractable: (call, capacity, warnings) =>
    new RetractableDistinct(count.createRetractable!(call, capacity, warnings)!, call, warnings),
};

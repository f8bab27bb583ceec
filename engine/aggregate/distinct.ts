import { BIGINT } from "../data/data-type.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { count } from "./count.ts";
import { Distinct } from "./distinct-accumulator.ts";

/** COUNT_DISTINCT(x), the same as COUNT(DISTINCT x). */
export const countDistinct: AggregateFunction = {
  name: "count_distinct",
  resultType: (argument) => (argument ? BIGINT : { problem: "COUNT_DISTINCT takes a value, not *." }),
  create: (call, capacity, warnings) => new Distinct(count.create(call, capacity, warnings), call),
};

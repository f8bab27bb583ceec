import { BIGINT } from "../data/data-type.ts";
import type { AggregateFunction } from "./aggregate-function.ts";

/** COUNT(*): rows; COUNT(x): rows whose x is not NULL. */
export const count: AggregateFunction = {
  name: "count",
  resultType: () => BIGINT,
};

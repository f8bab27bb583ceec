import { decimal, typeName } from "../data/data-type.ts";
import { MAX_PRECISION } from "../expression/type-rules.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { DoubleSum } from "./double-sum.ts";
import { ExactSum } from "./exact-sum.ts";

/** SUM: exact over BIGINT (64 bits) and DECIMAL (38 digits); of DOUBLE plainly in order of arrival. */
export const sum: AggregateFunction = {
  name: "sum",
  resultType(argument) {
    if (argument?.kind === "BIGINT" || argument?.kind === "DOUBLE") return argument;
    if (argument?.kind === "DECIMAL") return decimal(MAX_PRECISION, argument.scale);
    return { problem: `SUM takes numbers, not ${argument ? typeName(argument) : "*"}.` };
  },
  create: (call, capacity, warnings) =>
    call.type.kind === "DOUBLE"
      ? new DoubleSum(capacity, call.emptyIsZero)
      : new ExactSum(call, capacity, warnings),
};

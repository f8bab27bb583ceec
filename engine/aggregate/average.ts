import { BIGINT, DOUBLE, decimal, typeName } from "../data/data-type.ts";
import type { DataType } from "../data/data-type.ts";
import { MAX_PRECISION } from "../expression/type-rules.ts";
import type { AggregateFacts, AggregateFunction } from "./aggregate-function.ts";
import { DoubleAverage } from "./double-average.ts";
import { ExactAverage } from "./exact-average.ts";

/** AVG: the exact sum of BIGINT or DECIMAL values, or the plain sum of DOUBLEs, by their number. As BIGINT it is cut toward zero. */
export const average: AggregateFunction = {
  name: "avg",
  resultType(argument, facts) {
    if (argument?.kind === "DOUBLE") return DOUBLE;
    if (argument?.kind === "BIGINT")
      return facts.averageOfBigint === "DECIMAL" ? averageDecimal(0, facts) : ofKind(facts.averageOfBigint);
    if (argument?.kind === "DECIMAL")
      return facts.averageOfDecimal === "DECIMAL" ? averageDecimal(argument.scale, facts) : DOUBLE;
    return { problem: `AVG takes numbers, not ${argument ? typeName(argument) : "*"}.` };
  },
  create: (call, capacity, warnings) =>
    call.argument?.type.kind === "DOUBLE"
      ? new DoubleAverage(capacity, call.emptyIsZero)
      : new ExactAverage(call, capacity, warnings),
};

function ofKind(kind: "DOUBLE" | "BIGINT"): DataType {
  return kind === "DOUBLE" ? DOUBLE : BIGINT;
}

function averageDecimal(scale: number, facts: AggregateFacts): DataType {
  const wanted = facts.averageScale === "s+6" ? scale + 6 : Math.max(6, scale);
  return decimal(MAX_PRECISION, Math.min(MAX_PRECISION, wanted));
}

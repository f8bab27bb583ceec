import { BIGINT, DOUBLE, decimal, typeName } from "../data/data-type.ts";
import type { DataType } from "../data/data-type.ts";
import { MAX_PRECISION } from "../expression/type-rules.ts";
import type { AggregateFacts, AggregateFunction } from "./aggregate-function.ts";
import { DoubleAverage } from "./double-average.ts";
import { ExactAverage } from "./exact-average.ts";

export const average: AggregateFunction = {
  name: "avg",
  columns: 1,
  valueOfNothing: true,
  document: {
    aliases: [],
    spelling: {},
    signature: "AVG(number | interval) → DOUBLE, DECIMAL or INTERVAL",
    sentence:
      "The exact sum of BIGINT, DECIMAL or INTERVAL, or the sum of DOUBLEs, by the number of values; NULL of nothing. As BIGINT it is cut toward zero.",
    example: { sql: "AVG(x)", rows: ["1", "NULL", "4"], result: "2.5" },
  },
  resultType([type], facts) {
    if (type.kind === "DOUBLE" || type.kind === "INTERVAL") return type;
    if (type.kind === "BIGINT")
      return facts.averageOfBigint === "DECIMAL" ? averageDecimal(0, facts) : ofKind(facts.averageOfBigint);
    if (type.kind === "DECIMAL")
      return facts.averageOfDecimal === "DECIMAL" ? averageDecimal(type.scale, facts) : DOUBLE;
    return { problem: `AVG takes numbers or intervals, not ${typeName(type)}.` };
  },
  create: (call, capacity, warnings) =>
    call.arguments[0].type.kind === "DOUBLE"
      ? new DoubleAverage(capacity, call.emptyIsZero)
      : new ExactAverage(call, capacity, warnings),
  createRetractable: (call, capacity, warnings) =>
    call.arguments[0].type.kind === "DOUBLE" ? null : new ExactAverage(call, capacity, warnings),
};

function ofKind(kind: "DOUBLE" | "BIGINT"): DataType {
  return kind === "DOUBLE" ? DOUBLE : BIGINT;
}

function averageDecimal(scale: number, facts: AggregateFacts): DataType {
  const wanted = facts.averageScale === "s+6" ? scale + 6 : Math.max(6, scale);
  return decimal(MAX_PRECISION, Math.min(MAX_PRECISION, wanted));
}

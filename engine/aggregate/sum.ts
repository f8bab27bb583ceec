import { decimal, typeName } from "../data/data-type.ts";
import { MAX_PRECISION } from "../expression/type-rules.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { DoubleSum } from "./double-sum.ts";
import { ExactSum } from "./exact-sum.ts";
import { RetractableSum } from "./retractable-sum.ts";

export const sum: AggregateFunction = {
  name: "sum",
  columns: 1,
  valueOfNothing: true,
  document: {
    aliases: [],
    spelling: {},
    signature: "SUM(number | interval) → BIGINT, DECIMAL, DOUBLE or INTERVAL",
    sentence:
      "The sum: exact of BIGINT and DECIMAL, in order of arrival of DOUBLE; NULL of nothing, and counted as a warning where it does not fit.",
    example: { sql: "SUM(x)", rows: ["1", "NULL", "3"], result: "4" },
  },
  resultType([type], facts) {
    if (type.kind === "BIGINT" && facts.sumOfBigint === "DECIMAL") return decimal(MAX_PRECISION, 0);
    if (type.kind === "BIGINT" || type.kind === "DOUBLE" || type.kind === "INTERVAL") return type;
    if (type.kind === "DECIMAL") return decimal(MAX_PRECISION, type.scale);
    return { problem: `SUM takes numbers or intervals, not ${typeName(type)}.` };
  },
  create: (call, capacity, warnings) =>
    call.type.kind === "DOUBLE"
      ? new DoubleSum(capacity, call.emptyIsZero)
      : new ExactSum(call, capacity, warnings),
  createRetractable: (call, capacity, warnings) =>
    call.type.kind === "DOUBLE" ? null : new RetractableSum(call, capacity, warnings),
};

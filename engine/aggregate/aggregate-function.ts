import type { DataType } from "../data/data-type.ts";
import type { FunctionDocument } from "../expression/function-document.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import type { Accumulator } from "./accumulator.ts";
import type { AggregateCall } from "./aggregate-call.ts";

/** What presets decide about the types of aggregates (semantics.md, section 7). */
export interface AggregateFacts {
  readonly averageOfBigint: "DOUBLE" | "BIGINT" | "DECIMAL";
  readonly averageOfDecimal: "DOUBLE" | "DECIMAL";
  /** Scale of AVG over DECIMAL(p, s). */
  readonly averageScale: "s+6" | "max(6,s)";
}

/** A function of many values a group. */
export interface AggregateFunction {
  /** Lower case, as calls spell it. */
  readonly name: string;
  readonly document?: FunctionDocument;
  /**
   * @param argument type of the argument; null for `(*)`.
   * @returns The result's type, or one sentence that says what is wrong.
   */
  resultType(argument: DataType | null, facts: AggregateFacts): DataType | { readonly problem: string };
  /**
   * State for slots 0 … capacity - 1, all empty. DISTINCT is not looked at: `createAccumulator` is the way in.
   *
   * @param warnings counts results that are NULL because they do not fit their type.
   */
  create(call: AggregateCall, capacity: number, warnings: WarningCounts): Accumulator;
}

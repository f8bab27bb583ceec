import type { DataType } from "../data/data-type.ts";

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
  /**
   * @param argument type of the argument; null for `(*)`.
   * @returns The result's type, or one sentence that says what is wrong.
   */
  resultType(argument: DataType | null, facts: AggregateFacts): DataType | { readonly problem: string };
}

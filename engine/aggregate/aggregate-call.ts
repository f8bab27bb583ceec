import type { Rounding } from "../data/decimal.ts";
import type { DataType, Value } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";

/**
 * A bound aggregate. What presets decide about it (semantics.md, section 7) is already in here. `FILTER (WHERE f)`
 * was rewritten by the binder: the first argument is NULL where f is not true, unless NULLs are collected.
 */
export interface AggregateCall {
  /** Name in the aggregate registry, lower case: "count", "sum", "avg", "min", "max" … */
  readonly name: string;
  /**
   * Evaluated over the stream's schema: what is aggregated, then the keys of `order`, then the condition of FILTER where
   * `filtered`. Empty for COUNT(*).
   */
  readonly arguments: readonly Expression[];
  /** Constants of the call: a separator, a fraction, how many values. One for each that the function has. */
  readonly parameters: readonly Value[];
  /** `ORDER BY` inside the call: one for each key. */
  readonly order: readonly AggregateOrder[];
  /** Whether the last argument is a condition that records have to satisfy. */
  readonly filtered: boolean;
  readonly distinct: boolean;
  readonly type: DataType;
  /** Of no values, sums are 0, collections empty and correlations NaN instead of NULL. */
  readonly emptyIsZero: boolean;
  /** Whether NULLs are collected too. */
  readonly keepsNulls: boolean;
  readonly overflow: "null" | "wrap";
  readonly rounding: Rounding;
}

export interface AggregateOrder {
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

import type { Rounding } from "../data/decimal.ts";
import type { DataType } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";

/**
 * A bound aggregate. What presets decide about it (semantics.md, section 7) is already in here. `FILTER (WHERE f)`
 * was rewritten by the binder: the argument is NULL where f is not true.
 */
export interface AggregateCall {
  /** Name in the aggregate registry, lower case: "count", "sum", "avg", "min", "max" … */
  readonly name: string;
  /** Evaluated over the stream's schema; null for COUNT(*). */
  readonly argument: Expression | null;
  readonly distinct: boolean;
  readonly type: DataType;
  /** SUM and AVG of no values are 0 instead of NULL. */
  readonly emptyIsZero: boolean;
  readonly overflow: "null" | "wrap";
  readonly rounding: Rounding;
}

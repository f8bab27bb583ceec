import type { DataType, Value } from "../data/data-type.ts";
import type { FunctionDocument } from "../expression/function-document.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import type { Accumulator, RetractableAccumulator } from "./accumulator.ts";
import type { AggregateCall } from "./aggregate-call.ts";

/** What presets decide about the types of aggregates (semantics.md, section 7). */
export interface AggregateFacts {
  readonly sumOfBigint: "BIGINT" | "DECIMAL";
  readonly averageOfBigint: "DOUBLE" | "BIGINT" | "DECIMAL";
  readonly varianceOfBigint: "DOUBLE" | "BIGINT";
  readonly averageOfDecimal: "DOUBLE" | "DECIMAL";
  /** Scale of AVG over DECIMAL(p, s). */
  readonly averageScale: "s+6" | "max(6,s)";
}

/** A constant argument, behind those that are aggregated. */
export interface AggregateParameter {
  /** As the signature names it: "n", "separator". */
  readonly name: string;
  readonly type: DataType;
  /** Its value where it is left out; undefined: it has to be given. */
  readonly fallback?: Value;
  /** What a value has to be, in words: "a number between 0 and 1". */
  readonly wanted: string;
  allows(value: Exclude<Value, null>): boolean;
}

/** A function of many values a group. */
export interface AggregateFunction {
  /** Lower case, as calls spell it; `document.aliases` are found too. */
  readonly name: string;
  readonly document: FunctionDocument;
  /** How many arguments are aggregated. */
  readonly columns: 1 | 2;
  /** Whether `(*)` may stand for no argument. */
  readonly star?: boolean;
  readonly parameters?: readonly AggregateParameter[];
  /** What `ORDER BY` inside does: puts the values in order, or names the argument (`WITHIN GROUP`). Left out: refused. */
  readonly order?: "values" | "argument";
  /** Whether it takes the texts of its values, as CAST to STRING writes them. */
  readonly ofTexts?: boolean;
  /** Whether DISTINCT changes nothing. */
  readonly ignoresRepeats?: boolean;
  /** Whether it has a value of nothing where a preset says so: 0, an empty collection, NaN. */
  readonly valueOfNothing?: boolean;
  /** Which rule says whether NULLs are values too; RESPECT NULLS and IGNORE NULLS may say otherwise. Left out: they never are. */
  readonly nulls?: "collectsNulls" | "firstMayBeNull";
  /**
   * @param types of the aggregated arguments; none of `(*)`.
   * @param parameters one value for each parameter.
   * @returns The result's type, or one sentence that says what is wrong.
   */
  resultType(
    types: readonly DataType[],
    facts: AggregateFacts,
    parameters: readonly Value[],
  ): DataType | { readonly problem: string };
  /**
   * State for slots 0 … capacity - 1, all empty. DISTINCT is not looked at: `createAccumulator` is the way in.
   *
   * @param warnings counts results that are NULL because they do not fit their type or are too many.
   */
  create(call: AggregateCall, capacity: number, warnings: WarningCounts): Accumulator;
  /** The same for a caller that takes records back; null, or left out: that caller has to compute anew from its records. */
  createRetractable?(
    call: AggregateCall,
    capacity: number,
    warnings: WarningCounts,
  ): RetractableAccumulator | null;
}

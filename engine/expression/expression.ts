import type { DataType, Value } from "../data/data-type.ts";

/**
 * A bound expression: names resolved, types checked, casts explicit. Plain data that crosses threads.
 * `column` indexes the scope it is evaluated in: the stream's schema, or a result scope (physical-plan.ts).
 */
export type Expression =
  | { readonly kind: "column"; readonly index: number; readonly type: DataType }
  | { readonly kind: "literal"; readonly value: Value; readonly type: DataType }
  | {
      readonly kind: "call";
      /** Name in the function registry; operators are spelled as in SQL ("+", "=", "and", "is null", "cast" …). */
      readonly name: string;
      readonly arguments: readonly Expression[];
      readonly type: DataType;
    }
  | {
      readonly kind: "case";
      readonly branches: readonly { readonly when: Expression; readonly result: Expression }[];
      readonly otherwise: Expression | null;
      readonly type: DataType;
    };

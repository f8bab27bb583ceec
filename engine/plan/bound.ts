import type { SourceRange } from "../common/source-range.ts";
import { BOOLEAN, type DataType } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";

/** A bound expression with the place it was written at. */
export interface Bound {
  readonly expression: Expression;
  /** null: the literal NULL, which takes whatever type is wanted. */
  readonly type: DataType | null;
  readonly range: SourceRange;
}

export function bound(expression: Expression, range: SourceRange): Bound {
  return { expression, type: expression.type, range };
}

/** NULL before its type is known. */
export function untypedNull(range: SourceRange): Bound {
  return { expression: { kind: "literal", value: null, type: BOOLEAN }, type: null, range };
}

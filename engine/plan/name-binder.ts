import type { ColumnReference, Expression, FunctionCall } from "../sql/expression-ast.ts";
import type { Bound } from "./bound.ts";

/** What names mean in one clause. null: a diagnostic was reported. */
export interface NameBinder {
  /**
   * Binds a whole expression its own way (a group key, for example).
   * @returns undefined when it is an ordinary one, to be bound part by part.
   */
  whole(node: Expression): Bound | null | undefined;
  column(node: ColumnReference): Bound | null;
  /** `a.b` where no stream is named a but a column is: the reference to that column, of which b is a field; else null. */
  ownerOf(node: ColumnReference): ColumnReference | null;
  /** NOW() and its like: when the record arrived. @param node as it was typed. */
  arrival(node: FunctionCall): Bound | null;
  /** A call with OVER. @returns undefined, as where this is left out, when none may stand here. */
  over?(node: FunctionCall): Bound | null | undefined;
  /** What names mean in a call of a function that there is not; left out: what they mean anywhere else. */
  inUnknownCall?(): NameBinder;
  /** An aggregate, or a function of the window. @returns undefined when it is an ordinary function. */
  call(node: FunctionCall): Bound | null | undefined;
}

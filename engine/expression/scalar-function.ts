import type { DataType, Value } from "../data/data-type.ts";
import type { FunctionDocument } from "./function-document.ts";
import type { Kernel, Operand } from "./kernel.ts";

/** How a call is typed: its result, and one parameter type an argument; or one sentence that says what is wrong. */
export type Resolution =
  | { readonly type: DataType; readonly parameters: readonly DataType[] }
  /** `wrongCount`: it is the number of arguments. */
  | { readonly problem: string; readonly wrongCount?: boolean };

/**
 * What is wrong with arguments that are literals (a pattern, a path, a format), which are known before any row is read.
 *
 * @param literals by argument; undefined: it is not a literal.
 * @returns The argument's number, from 0, a sentence, and the text that was probably meant; null: nothing.
 */
export type LiteralProblem = (
  literals: readonly (Value | undefined)[],
) => { readonly argument: number; readonly sentence: string; readonly instead?: string } | null;

/** A function or operator of one value a row. */
export interface ScalarFunction {
  /** As calls spell it: operators as in SQL, "negate", "cast", functions in lower case. */
  readonly name: string;
  /** Of what is written as `name(…)`; operators have none. */
  readonly document?: FunctionDocument;
  /**
   * @param types the arguments' types; null is an untyped NULL literal.
   * @param literals the arguments that are literals, where the type of the result hangs on one; undefined: it is none.
   * @returns The types to cast the arguments to, where they differ, and that of the result.
   */
  resolve(types: readonly (DataType | null)[], literals?: readonly (Value | undefined)[]): Resolution;
  readonly literalProblem?: LiteralProblem;
  /** @param operands of the types that `resolve` asked for. @param type the result's, as it said. */
  compile(operands: readonly Operand[], type: DataType): Kernel;
}

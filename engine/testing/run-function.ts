import { assert } from "../common/assert.ts";
import { columnOf } from "../data/column-buffer.ts";
import { readValue } from "../data/column.ts";
import { type DataType, type Value, sameType } from "../data/data-type.ts";
import { castProblem } from "../expression/coercion-table.ts";
import { compileExpression } from "../expression/compile-expression.ts";
import type { Expression } from "../expression/expression.ts";
import { findFunction } from "../expression/function-registry.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";

/** An argument of a test's call: a column's values, or one literal. */
export interface TestArgument {
  readonly type: DataType;
  readonly values: readonly Value[];
  readonly literal: boolean;
}

export function column(type: DataType, ...values: readonly Value[]): TestArgument {
  return { type, values, literal: false };
}

export function literal(type: DataType, value: Value): TestArgument {
  return { type, values: [value], literal: true };
}

export interface FunctionRun {
  readonly type: DataType;
  readonly values: readonly Value[];
  readonly warnings: WarningCounts;
}

/** Resolves, compiles and evaluates a call as a query would, casts and all. */
export function runFunction(name: string, ...given: readonly TestArgument[]): FunctionRun {
  const call = typedCall(
    name,
    given.map(({ type, values, literal: fixed }, index) =>
      fixed ? { kind: "literal", value: values[0]!, type } : { kind: "column", index, type },
    ),
  );
  assert(typeof call !== "string", typeof call === "string" ? call : "");
  return runExpression(call, given);
}

/** CAST of a column's values. */
export function runCast(from: DataType, to: DataType, ...values: readonly Value[]): FunctionRun {
  const argument: Expression = { kind: "column", index: 0, type: from };
  return runExpression({ kind: "call", name: "cast", arguments: [argument], type: to }, [
    { type: from, values, literal: false },
  ]);
}

/** Evaluates an expression whose column numbers are those of `columns`. */
export function runExpression(expression: Expression, columns: readonly TestArgument[]): FunctionRun {
  const length = Math.max(1, ...columns.filter((one) => !one.literal).map(({ values }) => values.length));
  const warnings: WarningCounts = new Map();
  const scope = columns.map(({ type, values }) => columnOf(type, values));
  const result = compileExpression(expression).evaluate(scope, length, warnings);
  const values = Array.from({ length }, (_, row) => readValue(result, expression.type, row));
  return { type: expression.type, values, warnings };
}

/** The call with the casts that its resolution asks for, or the sentence that says what is wrong. */
export function typedCall(name: string, given: readonly Expression[]): Expression | string {
  const resolution = findFunction(name)!.resolve(
    given.map(({ type }) => type),
    given.map((argument) => (argument.kind === "literal" ? argument.value : undefined)),
  );
  if ("problem" in resolution) return resolution.problem;
  for (const [index, parameter] of resolution.parameters.entries()) {
    const problem = castProblem(given[index]!.type, parameter);
    if (problem !== null) return problem;
  }
  const casts = given.map((argument, index): Expression => {
    const type = resolution.parameters[index]!;
    return sameType(type, argument.type)
      ? argument
      : { kind: "call", name: "cast", arguments: [argument], type };
  });
  return { kind: "call", name, arguments: casts, type: resolution.type };
}

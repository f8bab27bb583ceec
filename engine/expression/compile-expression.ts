import { assert } from "../common/assert.ts";
import type { Column } from "../data/column.ts";
import { columnOf } from "../data/column-buffer.ts";
import type { DataType } from "../data/data-type.ts";
import { compileCase } from "./compile-case.ts";
import { compileConnective } from "./compile-connective.ts";
import type { Expression } from "./expression.ts";
import { findFunction } from "./function-registry.ts";
import type { Kernel, Operand } from "./kernel.ts";
import { repeatRow } from "./repeat-row.ts";
import { RowEvaluation } from "./row-evaluation.ts";
import type { WarningCounts } from "./warning-counts.ts";

/** An expression made ready for batches. It keeps from batch to batch what it computed of dictionary entries. */
export interface CompiledExpression extends Operand {
  /**
   * Computes rows 0 … length - 1. The result is valid until the next call, and not to be written to: it may share arrays
   * with `columns`, and its arrays may be longer than `length`.
   *
   * @param columns of the scope that the expression is bound to.
   * @param warnings counts the values that could not be computed and are NULL instead.
   */
  evaluate(columns: readonly Column[], length: number, warnings: WarningCounts): Column;
}

/** Makes a bound expression ready for batches; what depends on no column is computed here, once. */
export function compileExpression(expression: Expression): CompiledExpression {
  const { type } = expression;
  switch (expression.kind) {
    case "column": {
      const { index } = expression;
      return { type, constant: null, evaluate: (columns) => columns[index] };
    }
    case "literal":
      return constantExpression(type, columnOf(type, [expression.value]));
    case "call": {
      const scalar = findFunction(expression.name);
      assert(scalar !== null, `the registry has no function ${expression.name}`);
      const operands = expression.arguments.map(compileExpression);
      const known = operands.every(({ constant }) => constant !== null);
      if (!known && (expression.name === "and" || expression.name === "or")) {
        const right = new RowEvaluation(expression.arguments[1], operands[1]);
        return compileConnective(expression.name, operands[0], right);
      }
      return compileCall(operands, scalar.compile(operands, type), type);
    }
    case "case": {
      const branches = expression.branches.map(({ when, result }) => ({
        when: rowEvaluation(when),
        result: rowEvaluation(result),
      }));
      return compileCase(branches, expression.otherwise && rowEvaluation(expression.otherwise), type);
    }
  }
}

function rowEvaluation(expression: Expression): RowEvaluation {
  return new RowEvaluation(expression, compileExpression(expression));
}

function compileCall(
  operands: readonly CompiledExpression[],
  kernel: Kernel,
  type: DataType,
): CompiledExpression {
  const constants = operands.map((operand) => operand.constant);
  if (constants.every((constant) => constant !== null)) {
    const warnings: WarningCounts = new Map();
    const column = kernel(constants, 1, warnings);
    if (warnings.size === 0) return constantExpression(type, column);
  }
  return {
    type,
    constant: null,
    evaluate(columns, length, warnings) {
      const values = operands.map(
        (operand, index) => constants[index] ?? operand.evaluate(columns, length, warnings),
      );
      return kernel(values, length, warnings);
    },
  };
}

function constantExpression(type: DataType, constant: Column): CompiledExpression {
  let repeated: Column | null = null;
  let capacity = 0;
  return {
    type,
    constant,
    evaluate(_columns, length) {
      if (repeated === null || length > capacity) {
        capacity = length;
        repeated = repeatRow(constant, length);
      }
      return repeated;
    },
  };
}

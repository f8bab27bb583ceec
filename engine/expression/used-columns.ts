import type { Expression } from "./expression.ts";

/** A column as an expression reads it. */
export type ColumnExpression = Extract<Expression, { kind: "column" }>;

/** Adds the indexes of the columns that an expression reads to `used`. */
export function collectColumns(expression: Expression, used: Set<number>): void {
  visitColumns(expression, ({ index }) => void used.add(index));
}

/** @returns The columns that an expression reads, from left to right, each as often as it does. */
export function columnsIn(expression: Expression): readonly ColumnExpression[] {
  const found: ColumnExpression[] = [];
  visitColumns(expression, (column) => void found.push(column));
  return found;
}

function visitColumns(expression: Expression, visit: (column: ColumnExpression) => void): void {
  switch (expression.kind) {
    case "column":
      return visit(expression);
    case "literal":
      return;
    case "call":
      for (const argument of expression.arguments) visitColumns(argument, visit);
      return;
    case "case":
      for (const { when, result } of expression.branches) {
        visitColumns(when, visit);
        visitColumns(result, visit);
      }
      if (expression.otherwise) visitColumns(expression.otherwise, visit);
  }
}

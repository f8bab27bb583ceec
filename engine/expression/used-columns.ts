import type { Expression } from "./expression.ts";

/** Adds the indexes of the columns that an expression reads to `used`. */
export function collectColumns(expression: Expression, used: Set<number>): void {
  switch (expression.kind) {
    case "column":
      used.add(expression.index);
      return;
    case "literal":
      return;
    case "call":
      for (const argument of expression.arguments) collectColumns(argument, used);
      return;
    case "case":
      for (const { when, result } of expression.branches) {
        collectColumns(when, used);
        collectColumns(result, used);
      }
      if (expression.otherwise) collectColumns(expression.otherwise, used);
  }
}

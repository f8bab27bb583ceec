import type { Expression } from "./expression.ts";

/** Calls that are one loop of arithmetic over arrays of numbers. */
const loops = new Set("+ - * negate = <> < <= > >= and or not cast".split(" "));
/** Calls of an expression that is still cheap: so many loops cost about as much as taking rows out and putting them back. */
const MOST_CALLS = 8;

/** Whether computing all rows of a batch costs no more than finding, taking and putting back those that are wanted. */
export function isCheap(expression: Expression): boolean {
  return countLoops(expression) <= MOST_CALLS;
}

/** @returns Infinity where anything else than loops over numbers is in it. */
function countLoops(expression: Expression): number {
  if (expression.kind === "literal") return 0;
  if (!isNumeric(expression)) return Infinity;
  if (expression.kind === "column") return 0;
  if (expression.kind !== "call" || !loops.has(expression.name)) return Infinity;
  return expression.arguments.reduce((sum, argument) => sum + countLoops(argument), 1);
}

function isNumeric({ type: { kind } }: Expression): boolean {
  return kind === "BIGINT" || kind === "DOUBLE" || kind === "BOOLEAN" || kind === "TIMESTAMP";
}

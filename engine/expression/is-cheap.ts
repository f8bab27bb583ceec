import type { Expression } from "./expression.ts";

/** Calls that are one loop over arrays of numbers. */
const arithmetic = new Set("+ - * negate = <> < <= > >= and or not cast".split(" "));
/** Tests of a text against constants, which are computed once a different text: one look-up a row. */
const lookups = new Set(["=", "<>", "in", "like", "ilike"]);
/** Loops of an expression that is still cheap: so many cost about as much as taking rows out and putting them back. */
const MOST_LOOPS = 8;

/** Whether computing all rows of a batch costs no more than finding, taking and putting back those that are wanted. */
export function isCheap(expression: Expression): boolean {
  return countLoops(expression) <= MOST_LOOPS;
}

/** @returns Infinity where anything else than such loops is in it. */
function countLoops(expression: Expression): number {
  if (expression.kind === "literal") return 0;
  if (isLookup(expression)) return 1;
  if (!isNumeric(expression)) return Infinity;
  if (expression.kind === "column") return 0;
  if (expression.kind !== "call" || !arithmetic.has(expression.name)) return Infinity;
  return expression.arguments.reduce((sum, argument) => sum + countLoops(argument), 1);
}

function isLookup(expression: Expression): boolean {
  if (expression.kind !== "call" || !lookups.has(expression.name)) return false;
  const [first, ...others] = expression.arguments;
  return first?.kind === "column" && first.type.kind === "STRING" && others.every(isLiteral);
}

function isLiteral({ kind }: Expression): boolean {
  return kind === "literal";
}

function isNumeric({ type: { kind } }: Expression): boolean {
  return kind === "BIGINT" || kind === "DOUBLE" || kind === "BOOLEAN" || kind === "TIMESTAMP";
}

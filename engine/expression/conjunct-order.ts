import type { DataType } from "../data/data-type.ts";
import type { Expression } from "./expression.ts";

/** Tests that no value makes go wrong. */
const tests = new Set([
  ..."= <> < <= > >= and or not in like ilike".split(" "),
  "is null",
  "is not null",
  "is distinct from",
  "is not distinct from",
]);
/** Of DOUBLEs: every result is one. */
const arithmetic = new Set(["+", "-", "*", "negate"]);
/** Looked up once a different text. */
const lookups = new Set(["=", "<>", "in", "like", "ilike"]);

/**
 * Whether the right side of an AND or OR is better computed first: it costs one look-up a record, the left side more, and neither
 * can go wrong, so that nobody sees the order.
 */
export function rightGoesFirst(left: Expression, right: Expression): boolean {
  return isLookup(right) && !isLookup(left) && neverFails(left) && neverFails(right);
}

function isLookup(expression: Expression): boolean {
  if (expression.kind !== "call" || !lookups.has(expression.name)) return false;
  const [first, ...others] = expression.arguments;
  return (
    first?.kind === "column" &&
    first.type.kind === "STRING" &&
    others.every((argument) => argument.kind === "literal")
  );
}

function neverFails(expression: Expression): boolean {
  if (expression.kind !== "call") return expression.kind !== "case";
  const { name, type } = expression;
  const safe =
    tests.has(name) ||
    (arithmetic.has(name) && type.kind === "DOUBLE") ||
    (name === "cast" && type.kind === "DOUBLE" && isNumber(expression.arguments[0].type));
  return safe && expression.arguments.every(neverFails);
}

function isNumber({ kind }: DataType): boolean {
  return kind === "BIGINT" || kind === "DECIMAL" || kind === "DOUBLE";
}

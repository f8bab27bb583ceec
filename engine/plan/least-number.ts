import type { Expression } from "../expression/expression.ts";

/** Functions that count something, or give no number below 0 otherwise. */
const notBelowZero: ReadonlySet<string> = new Set([
  "abs",
  "length",
  "octet_length",
  "array_length",
  "json_array_length",
  "position",
  "instr",
]);

/** What a whole number is at least, wherever it is not NULL. @returns null when that cannot be told from how it is written. */
export function leastNumber(expression: Expression): bigint | null {
  if (expression.kind === "literal") return typeof expression.value === "bigint" ? expression.value : null;
  if (expression.kind !== "call" || expression.type.kind !== "BIGINT") return null;
  if (notBelowZero.has(expression.name)) return 0n;
  if (expression.name === "+") return sumOf(expression.arguments.map(leastNumber));
  // A NULL is left out, so that only what never is one tells something.
  if (expression.name === "greatest")
    return greatestOf(expression.arguments.filter(({ kind }) => kind === "literal").map(leastNumber));
  return null;
}

function sumOf(numbers: readonly (bigint | null)[]): bigint | null {
  return numbers.reduce((sum, number) => (sum === null || number === null ? null : sum + number), 0n);
}

function greatestOf(numbers: readonly (bigint | null)[]): bigint | null {
  return numbers.reduce(
    (most, number) => (most === null || (number !== null && number > most) ? number : most),
    null,
  );
}

import type { Expression } from "./expression.ts";

/** A text that equal expressions, and lists or calls of them, have in common: what has it is computed once. */
export function expressionIdentity(bound: Expression | object): string {
  return JSON.stringify(bound, (_, value: unknown) => {
    if (typeof value === "bigint") return `${value}n`;
    const plain = typeof value !== "number" || (Number.isFinite(value) && !Object.is(value, -0));
    return plain ? value : { number: Object.is(value, -0) ? "-0" : String(value) };
  });
}

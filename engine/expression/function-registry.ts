import { arithmeticFunctions } from "./arithmetic.ts";
import { castFunction } from "./cast.ts";
import { comparisonFunctions } from "./comparison.ts";
import { conditionalFunctions } from "./conditional.ts";
import { logicFunctions } from "./logic.ts";
import { nullTests } from "./null-tests.ts";
import { numericFunctions } from "./numeric.ts";
import type { ScalarFunction } from "./scalar-function.ts";
import { stringFunctions } from "./string.ts";

const registry = new Map<string, ScalarFunction>(
  [
    ...arithmeticFunctions,
    ...comparisonFunctions,
    ...logicFunctions,
    ...nullTests,
    castFunction,
    ...numericFunctions,
    ...conditionalFunctions,
    ...stringFunctions,
  ].map((entry) => [entry.name, entry]),
);

/** @param name of a function in any case, or an operator as calls spell it: "+", "is null", "negate", "cast" … */
export function findFunction(name: string): ScalarFunction | null {
  return registry.get(name.toLowerCase()) ?? null;
}

/** Names of all functions that are written as `name(…)`, for completion and "did you mean"; lower case, sorted. */
export function functionNames(): readonly string[] {
  const operators = new Set(["and", "or", "not", "in", "like", "cast", "negate"]);
  return [...registry.keys()].filter((name) => /^[a-z_]+$/.test(name) && !operators.has(name)).sort();
}

import { assert } from "../common/assert.ts";
import { arithmeticFunctions } from "./arithmetic.ts";
import { castFunction, javaTextFunction, tryCastFunction } from "./cast.ts";
import { comparisonFunctions } from "./comparison.ts";
import { conditionalFunctions } from "./conditional.ts";
import { geoDistance } from "./geo-distance.ts";
import { logicFunctions } from "./logic.ts";
import { mathFunctions } from "./math.ts";
import { accessFunctions } from "./nested/access-functions.ts";
import { arrayFunctions } from "./nested/array-functions.ts";
import { nullTests } from "./null-tests.ts";
import { numericFunctions } from "./numeric.ts";
import type { ScalarFunction } from "./scalar-function.ts";
import { stringFunctions } from "./string.ts";
import { epochFunctions } from "./time/epoch-functions.ts";
import { partFunctions } from "./time/part-functions.ts";
import { timeTextFunctions } from "./time/text-functions.ts";
import { unitFunctions } from "./time/unit-functions.ts";
import { windowStart } from "./time/window-start.ts";

/** Entries that are words and yet no `name(…)`. */
const wordOperators: ReadonlySet<string> = new Set([
  "and",
  "or",
  "not",
  "in",
  "like",
  "ilike",
  "cast",
  "try_cast",
  "negate",
]);

const entries: readonly ScalarFunction[] = [
  ...arithmeticFunctions,
  ...comparisonFunctions,
  ...logicFunctions,
  ...nullTests,
  ...arrayFunctions,
  ...accessFunctions,
  castFunction,
  tryCastFunction,
  javaTextFunction,
  ...numericFunctions,
  ...mathFunctions,
  geoDistance,
  ...conditionalFunctions,
  ...partFunctions,
  ...unitFunctions,
  windowStart,
  ...timeTextFunctions,
  ...epochFunctions,
  ...stringFunctions,
];

const registry = byName(entries);

/** @param name of a function in any case, or an operator as calls spell it: "+", "is null", "negate", "cast" … */
export function findFunction(name: string): ScalarFunction | null {
  return registry.get(name.toLowerCase()) ?? null;
}

/** All functions that are written as `name(…)`. */
export function writtenFunctions(): readonly ScalarFunction[] {
  return entries.filter(isWritten);
}

/** Names and aliases of `writtenFunctions`, for completion and "did you mean"; lower case, sorted. */
export function functionNames(): readonly string[] {
  return writtenFunctions().flatMap(namesOf).sort();
}

function isWritten({ name }: ScalarFunction): boolean {
  return /^\w+$/.test(name) && !wordOperators.has(name);
}

function namesOf({ name, document }: ScalarFunction): readonly string[] {
  return [name, ...(document?.aliases ?? []).map((alias) => alias.toLowerCase())];
}

function byName(functions: readonly ScalarFunction[]): ReadonlyMap<string, ScalarFunction> {
  const found = new Map<string, ScalarFunction>();
  for (const entry of functions)
    for (const name of namesOf(entry)) {
      assert(!found.has(name), `two functions have the name ${name}`);
      found.set(name, entry);
    }
  return found;
}

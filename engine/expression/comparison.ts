import { BOOLEAN, type DataType, isNested, typeName } from "../data/data-type.ts";
import {
  type ComparisonOperator,
  compileComparison,
  compileDistinct,
  compileIn,
} from "./comparison-kernels.ts";
import type { Resolution, ScalarFunction } from "./scalar-function.ts";
import { comparableTypes, countProblem } from "./type-rules.ts";

/**
 * = <> < <= > >=, IS [NOT] DISTINCT FROM and IN, over any type that compares with itself. Numbers compare by value
 * across types and scales; NaN equals NaN and is greater than every number; false < true; strings are ordered by code
 * point. ARRAYs, MAPs and STRUCTs are equal when all that is in them is, also where it is NULL; they have no order.
 */
export const comparisonFunctions: readonly ScalarFunction[] = [
  comparison("="),
  comparison("<>"),
  comparison("<"),
  comparison("<="),
  comparison(">"),
  comparison(">="),
  distinct("is distinct from", 0),
  distinct("is not distinct from", 1),
  { name: "in", resolve: (types) => resolveComparison("IN", types, Infinity), compile: compileIn },
];

function comparison(name: ComparisonOperator): ScalarFunction {
  return {
    name,
    resolve: (types) => resolveComparison(name, types, 2),
    compile: ([left, right]) => compileComparison(name, left, right),
  };
}

function distinct(name: string, equal: 0 | 1): ScalarFunction {
  return {
    name,
    resolve: (types) => resolveComparison(name.toUpperCase(), types, 2),
    compile: ([left, right]) => compileDistinct(equal, left, right),
  };
}

function isOrder(name: string): boolean {
  return name.startsWith("<") ? name !== "<>" : name.startsWith(">");
}

function resolveComparison(name: string, types: readonly (DataType | null)[], most: number): Resolution {
  const wrong = countProblem(name, types.length, 2, most);
  if (wrong) return wrong;
  const parameters = comparableTypes(types);
  if (parameters && isOrder(name) && isNested(parameters[0]!))
    return { problem: `${name} has no order for ${typeName(parameters[0]!)}; only = and <> compare it.` };
  if (parameters) return { type: BOOLEAN, parameters };
  const names = [...new Set(types.filter((type) => type !== null).map(typeName))];
  const listed = `${names.slice(0, -1).join(", ")} with ${names.at(-1)}`;
  return { problem: `${name} cannot compare ${listed}; CAST one of them.` };
}

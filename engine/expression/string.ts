import { BIGINT, BOOLEAN, STRING } from "../data/data-type.ts";
import type { DataType } from "../data/data-type.ts";
import { overRows } from "./repeat-row.ts";
import type { Resolution, ScalarFunction } from "./scalar-function.ts";
import { concatKernel, lengthKernel, likeKernel, substringKernel, textKernel } from "./string-kernels.ts";
import { argumentProblem, countProblem } from "./type-rules.ts";

/**
 * Functions of text; lengths and positions count characters (code points). CONCAT skips NULLs, "||" does not.
 * SUBSTRING(s, from [, length]) counts from 1, from the end where `from` is below 0. TRIM takes any white space.
 */
export const stringFunctions: readonly ScalarFunction[] = [
  text("upper", (value) => value.toUpperCase()),
  text("ucase", (value) => value.toUpperCase()),
  text("lower", (value) => value.toLowerCase()),
  text("lcase", (value) => value.toLowerCase()),
  text("trim", (value) => value.trim()),
  text("ltrim", (value) => value.trimStart()),
  text("rtrim", (value) => value.trimEnd()),
  lengthOf("length"),
  lengthOf("len"),
  lengthOf("char_length"),
  {
    name: "concat",
    resolve: (types) => resolveConcat("CONCAT", types, Infinity),
    compile: (operands) => overRows(operands, concatKernel(true)),
  },
  {
    name: "||",
    resolve: (types) => resolveConcat("||", types, 2),
    compile: (operands) => overRows(operands, concatKernel(false)),
  },
  substring("substring"),
  substring("substr"),
  { name: "like", resolve: resolveLike, compile: likeKernel },
];

function text(name: string, compute: (value: string) => string): ScalarFunction {
  return {
    name,
    resolve: (types) => resolveText(name.toUpperCase(), types, STRING),
    compile: (operands) => overRows(operands, textKernel(compute)),
  };
}

function lengthOf(name: string): ScalarFunction {
  return {
    name,
    resolve: (types) => resolveText(name.toUpperCase(), types, BIGINT),
    compile: (operands) => overRows(operands, lengthKernel()),
  };
}

function substring(name: string): ScalarFunction {
  return {
    name,
    resolve: (types) => resolveSubstring(name.toUpperCase(), types),
    compile: substringKernel,
  };
}

function resolveText(name: string, types: readonly (DataType | null)[], type: DataType): Resolution {
  const wrong = countProblem(name, types.length, 1, 1);
  return wrong ?? stringProblem(name, types) ?? { type, parameters: [STRING] };
}

function resolveConcat(name: string, types: readonly (DataType | null)[], most: number): Resolution {
  const wrong = countProblem(name, types.length, 2, most);
  if (wrong) return wrong;
  if (name === "||" && !types.some((type) => type === null || type.kind === "STRING"))
    return argumentProblem(name, "at least one STRING", types[0]!);
  return { type: STRING, parameters: types.map(() => STRING) };
}

function resolveSubstring(name: string, types: readonly (DataType | null)[]): Resolution {
  const wrong = countProblem(name, types.length, 2, 3) ?? stringProblem(name, types.slice(0, 1));
  if (wrong) return wrong;
  for (const type of types.slice(1))
    if (type !== null && type.kind !== "BIGINT") return argumentProblem(name, "BIGINT positions", type);
  return { type: STRING, parameters: types.map((_, index) => (index === 0 ? STRING : BIGINT)) };
}

/** `value LIKE pattern`, or with the escape character as a third argument. */
function resolveLike(types: readonly (DataType | null)[]): Resolution {
  const wrong = countProblem("LIKE", types.length, 2, 3) ?? stringProblem("LIKE", types);
  return wrong ?? { type: BOOLEAN, parameters: types.map(() => STRING) };
}

function stringProblem(name: string, types: readonly (DataType | null)[]): Resolution | null {
  for (const type of types)
    if (type !== null && type.kind !== "STRING") return argumentProblem(name, "a STRING", type);
  return null;
}

import { STRING, isNested, typeName } from "../data/data-type.ts";
import type { DataType } from "../data/data-type.ts";
import { Dictionary } from "../data/dictionary.ts";
import { type FunctionDocument, documentOf } from "./function-document.ts";
import { coalesceKernel, nullIfKernel } from "./conditional-kernels.ts";
import { extremeKernel } from "./extremes.ts";
import type { Kernel } from "./kernel.ts";
import { overRows } from "./repeat-row.ts";
import type { Resolution, ScalarFunction } from "./scalar-function.ts";
import { argumentProblem, commonType, countProblem } from "./type-rules.ts";

/** Functions that choose among values of one type, and TYPEOF. */
export const conditionalFunctions: readonly ScalarFunction[] = [
  coalesce(
    "coalesce",
    Infinity,
    documentOf(
      "COALESCE(a, b, …) → common type",
      "The first argument that is not NULL; NULL where all are.",
      "COALESCE(NULL, 'a', 'b')",
      "a",
    ),
  ),
  coalesce(
    "ifnull",
    2,
    documentOf(
      "IFNULL(a, b) → common type",
      "The first argument, or the second where it is NULL.",
      "IFNULL(NULL, 5)",
      "5",
      {
        aliases: ["NVL"],
      },
    ),
  ),
  coalesce(
    "as_value",
    1,
    documentOf(
      "AS_VALUE(x) → type of x",
      "The argument itself: ksqlDB keeps a key among the values with it.",
      "AS_VALUE('a')",
      "a",
      { spelling: { velostream: null, flink: null, risingwave: null } },
    ),
  ),
  {
    name: "nullif",
    document: documentOf(
      "NULLIF(a, b) → common type",
      "NULL where both are equal, else the first.",
      "NULLIF('n/a', 'n/a')",
      "NULL",
    ),
    resolve: (types) => resolveCommon("NULLIF", types, 2, 2),
    compile: (operands) => overRows(operands, nullIfKernel(operands)),
  },
  extreme(
    "greatest",
    ">",
    documentOf(
      "GREATEST(a, b, …) → common type",
      "The greatest of the arguments that are not NULL; NULL where all are.",
      "GREATEST(2, 10, NULL)",
      "10",
    ),
  ),
  extreme(
    "least",
    "<",
    documentOf(
      "LEAST(a, b, …) → common type",
      "The least of the arguments that are not NULL; NULL where all are.",
      "LEAST('pear', 'apple')",
      "apple",
    ),
  ),
  {
    name: "typeof",
    document: documentOf(
      "TYPEOF(x) → STRING",
      "The name of the type of x, also where x is NULL.",
      "TYPEOF(1.50)",
      "DECIMAL(3, 2)",
    ),
    resolve: resolveTypeOf,
    compile: ([operand]) => textOfRows(typeName(operand.type)),
  },
];

function extreme(name: "greatest" | "least", order: "<" | ">", document: FunctionDocument): ScalarFunction {
  return {
    name,
    document,
    resolve(types) {
      const resolution = resolveCommon(name.toUpperCase(), types, 1, Infinity);
      if ("problem" in resolution || !isNested(resolution.type)) return resolution;
      return argumentProblem(name.toUpperCase(), "values that have an order", resolution.type);
    },
    compile: (operands, type) => overRows(operands, extremeKernel(order, type, operands.length)),
  };
}

function resolveTypeOf(types: readonly (DataType | null)[]): Resolution {
  const wrong = countProblem("TYPEOF", types.length, 1, 1);
  if (wrong) return wrong;
  const [type] = types;
  return type ? { type: STRING, parameters: [type] } : { problem: "This NULL has no type of its own." };
}

/** One text on every row. */
function textOfRows(text: string): Kernel {
  const dictionary = new Dictionary();
  const code = dictionary.add(text);
  return (_columns, length) => ({
    kind: "string",
    codes: new Int32Array(length).fill(code),
    dictionary,
    validity: null,
  });
}

function coalesce(
  name: "coalesce" | "ifnull" | "as_value",
  most: number,
  document: FunctionDocument,
): ScalarFunction {
  return {
    name,
    document,
    resolve: (types) => resolveCommon(name.toUpperCase(), types, name === "ifnull" ? 2 : 1, most),
    compile: (operands, type) => overRows(operands, coalesceKernel(type, operands.length)),
  };
}

function resolveCommon(
  name: string,
  types: readonly (DataType | null)[],
  least: number,
  most: number,
): Resolution {
  const wrong = countProblem(name, types.length, least, most);
  if (wrong) return wrong;
  const type = commonType(types);
  if (type) return { type, parameters: types.map(() => type) };
  const names = [...new Set(types.filter((known) => known !== null).map(typeName))];
  return { problem: `${name} needs values of one type, not ${names.join(" and ")}; CAST some of them.` };
}

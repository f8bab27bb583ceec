import { BIGINT, BOOLEAN, type DataType, STRING, arrayOf, isNested, typeName } from "../../data/data-type.ts";
import { joinTexts } from "../../data/longest-text.ts";
import type { Element } from "../../data/nested-value.ts";
import { valueText } from "../../data/value-text.ts";
import { documentOf } from "../function-document.ts";
import type { Resolution, ScalarFunction } from "../scalar-function.ts";
import { argumentProblem, commonType, countProblem } from "../type-rules.ts";
import { type ElementFunction, TOO_LONG, elementKernel, rowKernel } from "./element-kernel.ts";
import { compareElements, sameElement } from "./element-order.ts";

type Elements = readonly Element[];

/** Functions of ARRAYs. What an ARRAY holds keeps its order; NULL is an element like any other unless a function says so. */
export const arrayFunctions: readonly ScalarFunction[] = [
  {
    name: "array",
    document: documentOf(
      "ARRAY[value, …] → ARRAY",
      "An ARRAY of the values, which are brought to one type.",
      "ARRAY[1, 2.5]",
      "[1.0,2.5]",
    ),
    resolve: resolveArray,
    compile: (operands, type) => rowKernel("ARRAY", operands, type, (values) => [...values]),
  },
  {
    name: "array_length",
    document: documentOf(
      "ARRAY_LENGTH(array) → BIGINT",
      "How many elements an ARRAY has, or entries a MAP, NULLs among them.",
      "ARRAY_LENGTH(ARRAY[5, NULL])",
      "2",
      { aliases: ["CARDINALITY", "ARRAY_SIZE"] },
    ),
    resolve: (types) => resolveLength(types),
    compile: (operands, type) =>
      elementKernel(operands, type, ([value]) =>
        BigInt(value instanceof Map ? value.size : (value as Elements).length),
      ),
  },
  {
    name: "array_contains",
    document: documentOf(
      "ARRAY_CONTAINS(array, value) → BOOLEAN",
      "Whether some element equals the value.",
      "ARRAY_CONTAINS(ARRAY['a', 'b'], 'b')",
      "true",
    ),
    resolve: resolveContains,
    compile: (operands, type) => {
      const element = elementOf(operands[0].type);
      return elementKernel(operands, type, ([array, wanted]) =>
        (array as Elements).some((one) => sameElement(one, wanted!, element)),
      );
    },
  },
  extreme("array_max", 1, "The greatest element that is not NULL; NULL where there is none.", "9"),
  extreme("array_min", -1, "The least element that is not NULL; NULL where there is none.", "2"),
  {
    name: "array_join",
    document: documentOf(
      "ARRAY_JOIN(array, separator [, text of NULL]) → STRING",
      "The elements as text with the separator between them; NULLs are left out unless their text is given.",
      "ARRAY_JOIN(ARRAY['a', NULL, 'b'], '-')",
      "a-b",
      { aliases: ["ARRAY_TO_STRING"] },
    ),
    resolve: resolveJoin,
    compile: (operands, type) => elementKernel(operands, type, joined(elementOf(operands[0].type))),
  },
  {
    name: "array_distinct",
    document: documentOf(
      "ARRAY_DISTINCT(array) → ARRAY",
      "Each element once, in order of first appearance.",
      "ARRAY_DISTINCT(ARRAY[2, 1, 2])",
      "[2,1]",
    ),
    resolve: (types) => resolveSame("ARRAY_DISTINCT", types, false),
    compile: (operands, type) => {
      const element = elementOf(type);
      return elementKernel(operands, type, ([array]) =>
        (array as Elements).filter(
          (one, index, all) => all.findIndex((other) => sameElement(one, other, element)) === index,
        ),
      );
    },
  },
  {
    name: "array_sort",
    document: documentOf(
      "ARRAY_SORT(array) → ARRAY",
      "The elements in ascending order, NULLs last.",
      "ARRAY_SORT(ARRAY[3, NULL, 1])",
      "[1,3,null]",
    ),
    resolve: (types) => resolveSame("ARRAY_SORT", types, true),
    compile: (operands, type) => elementKernel(operands, type, ([array]) => sorted(array as Elements)),
  },
];

function extreme(name: string, sign: 1 | -1, sentence: string, result: string): ScalarFunction {
  const upper = name.toUpperCase();
  return {
    name,
    document: documentOf(`${upper}(array) → element`, sentence, `${upper}(ARRAY[5, 9, NULL, 2])`, result),
    resolve: (types) => {
      const same = resolveSame(upper, types, true);
      return "problem" in same ? same : { ...same, type: elementOf(same.type) };
    },
    compile: (operands, type) =>
      elementKernel(operands, type, ([array]) => extremeOf(array as Elements, sign)),
  };
}

function extremeOf(array: Elements, sign: 1 | -1): Element {
  let best: Element = null;
  for (const one of array)
    if (one !== null && (best === null || compareElements(one, best) * sign > 0)) best = one;
  return best;
}

function sorted(array: Elements): Elements {
  const known = array.filter((one) => one !== null).sort(compareElements);
  return [...known, ...array.filter((one) => one === null)];
}

function joined(element: DataType): ElementFunction {
  return ([array, separator, ofNull]) => {
    const texts = (array as Elements).map((one) =>
      one === null
        ? (ofNull as string | undefined)
        : valueText(one as string | number | bigint | boolean, element),
    );
    return (
      joinTexts(
        texts.filter((text) => text !== undefined),
        separator as string,
      ) ?? TOO_LONG
    );
  };
}

function elementOf(type: DataType): DataType {
  return type.kind === "ARRAY" ? type.element : STRING;
}

function resolveArray(types: readonly (DataType | null)[]): Resolution {
  const element = types.every((type) => type === null) ? STRING : commonType(types);
  if (element) return { type: arrayOf(element), parameters: types.map(() => element) };
  const names = [...new Set(types.filter((type) => type !== null).map(typeName))];
  return { problem: `An ARRAY has elements of one type, not ${names.join(" and ")}; CAST some of them.` };
}

function resolveLength(types: readonly (DataType | null)[]): Resolution {
  const wrong = countProblem("ARRAY_LENGTH", types.length, 1, 1);
  if (wrong) return wrong;
  const type = types[0] ?? arrayOf(STRING);
  if (type.kind !== "ARRAY" && type.kind !== "MAP")
    return argumentProblem("ARRAY_LENGTH", "an ARRAY or a MAP", type);
  return { type: BIGINT, parameters: [type] };
}

/** @param ordered whether the elements have to have an order. */
function resolveSame(name: string, types: readonly (DataType | null)[], ordered: boolean): Resolution {
  const wrong = countProblem(name, types.length, 1, 1);
  if (wrong) return wrong;
  const type = types[0] ?? arrayOf(STRING);
  if (type.kind !== "ARRAY") return argumentProblem(name, "an ARRAY", type);
  if (ordered && isNested(type.element))
    return argumentProblem(name, "an ARRAY of elements that have an order", type);
  return { type, parameters: [type] };
}

function resolveContains(types: readonly (DataType | null)[]): Resolution {
  const wrong = countProblem("ARRAY_CONTAINS", types.length, 2, 2);
  if (wrong) return wrong;
  const array = types[0] ?? arrayOf(types[1] ?? STRING);
  if (array.kind !== "ARRAY") return argumentProblem("ARRAY_CONTAINS", "an ARRAY", array);
  const element = commonType([array.element, types[1] ?? null]);
  if (element) return { type: BOOLEAN, parameters: [arrayOf(element), element] };
  return { problem: `ARRAY_CONTAINS cannot look for ${typeName(types[1]!)} in ${typeName(array)}; CAST it.` };
}

function resolveJoin(types: readonly (DataType | null)[]): Resolution {
  const wrong = countProblem("ARRAY_JOIN", types.length, 2, 3);
  if (wrong) return wrong;
  const array = types[0] ?? arrayOf(STRING);
  if (array.kind !== "ARRAY" || isNested(array.element))
    return argumentProblem("ARRAY_JOIN", "an ARRAY of plain values", array);
  for (const type of types.slice(1))
    if (type !== null && type.kind !== "STRING")
      return argumentProblem("ARRAY_JOIN", "STRINGs after the ARRAY", type);
  return { type: STRING, parameters: [array, ...types.slice(1).map(() => STRING)] };
}

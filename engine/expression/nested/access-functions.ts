import {
  BIGINT,
  type DataType,
  STRING,
  type Value,
  arrayOf,
  mapOf,
  structOf,
  typeName,
} from "../../data/data-type.ts";
import { readValue } from "../../data/column.ts";
import type { Element } from "../../data/nested-value.ts";
import { documentOf } from "../function-document.ts";
import type { Operand } from "../kernel.ts";
import type { Resolution, ScalarFunction } from "../scalar-function.ts";
import { argumentProblem, commonType, countProblem } from "../type-rules.ts";
import { elementKernel, rowKernel } from "./element-kernel.ts";

/** What makes MAPs and STRUCTs, and what takes values out of them and out of ARRAYs. */
export const accessFunctions: readonly ScalarFunction[] = [
  {
    name: "element_at",
    document: documentOf(
      "ELEMENT_AT(array, position) or ELEMENT_AT(map, key) → element",
      "An element of an ARRAY, from 1, or from the end below 0; the value of a MAP's key. NULL where there is none.",
      "ELEMENT_AT(ARRAY['a', 'b'], -1)",
      "b",
    ),
    resolve: (types) => resolveElement("ELEMENT_AT", types),
    compile: (operands, type) => elementKernel(operands, type, ([value, at]) => elementAt(value!, at!, true)),
  },
  {
    name: "[]",
    resolve: (types) => resolveElement("[ ]", types),
    compile: (operands, type) =>
      elementKernel(operands, type, ([value, at]) => elementAt(value!, at!, false)),
  },
  {
    // A field of a STRUCT by its number, from 0: typed by the binder, as a cast is, for no type says which field it is.
    name: ".",
    resolve: () => ({ problem: "A field is written structure.field." }),
    compile: (operands, type) => {
      const field = Number(constantOf(operands[1]));
      return elementKernel(operands, type, ([struct]) => (struct as readonly Element[])[field]!);
    },
  },
  {
    name: "struct",
    document: documentOf(
      "STRUCT(name := value, …) → STRUCT",
      "A STRUCT of the values; fields without a name are called f1, f2, …",
      "STRUCT(x := 1, y := 'a')",
      '{"x":1,"y":"a"}',
      { aliases: ["ROW"] },
    ),
    resolve: resolveStruct,
    compile: (operands, type) => rowKernel("STRUCT", operands, type, (values) => [...values]),
  },
  {
    name: "map",
    document: documentOf(
      "MAP[key, value, …] → MAP",
      "A MAP of STRING keys to values, which are brought to one type; of equal keys the last one counts, a NULL key has no MAP.",
      "MAP['a', 1, 'b', 2]",
      '{"a":1,"b":2}',
    ),
    resolve: resolveMap,
    compile: (operands, type) => rowKernel("MAP", operands, type, mapOfEntries),
  },
  ofMap(
    "map_keys",
    "The keys of a MAP, ascending.",
    '["a","b"]',
    () => STRING,
    (map) => [...map.keys()],
  ),
  ofMap(
    "map_values",
    "The values of a MAP, in the order of their keys.",
    "[1,2]",
    (value) => value,
    (map) => [...map.values()],
  ),
];

function ofMap(
  name: string,
  sentence: string,
  result: string,
  elementOf: (value: DataType) => DataType,
  take: (map: ReadonlyMap<string, Element>) => readonly Element[],
): ScalarFunction {
  const upper = name.toUpperCase();
  return {
    name,
    document: documentOf(`${upper}(map) → ARRAY`, sentence, `${upper}(MAP['b', 2, 'a', 1])`, result),
    resolve: (types) => {
      const wrong = countProblem(upper, types.length, 1, 1);
      if (wrong) return wrong;
      const type = types[0] ?? mapOf(STRING);
      if (type.kind !== "MAP") return argumentProblem(upper, "a MAP", type);
      return { type: arrayOf(elementOf(type.value)), parameters: [type] };
    },
    compile: (operands, type) =>
      elementKernel(operands, type, ([map]) => take(map as ReadonlyMap<string, Element>)),
  };
}

/** @param fromEnd whether positions below 0 count from the end. */
function elementAt(value: Element, at: Element, fromEnd: boolean): Element {
  if (value instanceof Map) return (value as ReadonlyMap<string, Element>).get(at as string) ?? null;
  const elements = value as readonly Element[];
  const position = Number(at as bigint);
  if (position < 0) return fromEnd ? (elements[elements.length + position] ?? null) : null;
  return elements[position - 1] ?? null;
}

function mapOfEntries(values: readonly Element[]): Element | undefined {
  const entries = new Map<string, Element>();
  for (let i = 0; i < values.length; i += 2) {
    if (values[i] === null) return undefined;
    entries.set(values[i] as string, values[i + 1]!);
  }
  return entries;
}

function constantOf({ constant, type }: Operand): Value {
  return constant && readValue(constant, type, 0);
}

function resolveElement(name: string, types: readonly (DataType | null)[]): Resolution {
  const wrong = countProblem(name, types.length, 2, 2);
  if (wrong) return wrong;
  const type = types[0] ?? arrayOf(STRING);
  const at = types[1] ?? null;
  if (type.kind === "ARRAY")
    return at === null || at.kind === "BIGINT"
      ? { type: type.element, parameters: [type, BIGINT] }
      : {
          problem: `An element of an ARRAY is taken by its position, a BIGINT from 1, not by ${typeName(at)}.`,
        };
  if (type.kind === "MAP")
    return at === null || at.kind === "STRING"
      ? { type: type.value, parameters: [type, STRING] }
      : { problem: `A value of a MAP is taken by its key, a STRING, not by ${typeName(at)}.` };
  return argumentProblem(name, "an ARRAY or a MAP", type);
}

function resolveStruct(types: readonly (DataType | null)[]): Resolution {
  const wrong = countProblem("STRUCT", types.length, 1, Infinity);
  if (wrong) return wrong;
  const parameters = types.map((type) => type ?? STRING);
  return { type: structOf(parameters.map((type, index) => ({ name: `f${index + 1}`, type }))), parameters };
}

function resolveMap(types: readonly (DataType | null)[]): Resolution {
  if (types.length % 2 !== 0)
    return { problem: `MAP takes keys and values in turn, not ${types.length} arguments.` };
  const keys = types.filter((_, index) => index % 2 === 0);
  const other = keys.find((key) => key !== null && key.kind !== "STRING");
  if (other) return { problem: `The keys of a MAP are STRINGs, not ${typeName(other)}; CAST them.` };
  const values = types.filter((_, index) => index % 2 === 1);
  const value = values.every((type) => type === null) ? STRING : commonType(values);
  if (value === null) {
    const names = [...new Set(values.filter((type) => type !== null).map(typeName))];
    return { problem: `A MAP has values of one type, not ${names.join(" and ")}; CAST some of them.` };
  }
  return { type: mapOf(value), parameters: types.map((_, index) => (index % 2 === 0 ? STRING : value)) };
}

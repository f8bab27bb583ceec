import type { DataType, Value } from "../data/data-type.ts";
import { type Element, nestedText, readNested } from "../data/nested-value.ts";

/** An ARRAY's elements, a STRUCT's fields or a MAP's values, each as a column would hold it. */
export function partsOf(value: Value, type: DataType): readonly Value[] {
  const whole = readNested(value as string, type)!;
  const parts =
    whole instanceof Map
      ? [...(whole as ReadonlyMap<string, Element>).values()]
      : [...(whole as readonly Element[])];
  return parts.map((part, index) => asValue(part, partType(type, index)));
}

export function keysOf(value: Value, type: DataType): readonly string[] {
  return [...(readNested(value as string, type) as ReadonlyMap<string, Element>).keys()];
}

/** The text of a nested value that is made of these parts. @param keys of a MAP, one for each part. */
export function composed(parts: readonly Value[], type: DataType, keys: readonly string[] = []): string {
  const elements = parts.map((part, index) => asElement(part, partType(type, index)));
  if (type.kind !== "MAP") return nestedText(elements, type);
  return nestedText(new Map(keys.map((key, index) => [key, elements[index]!])), type);
}

export function partType(type: DataType, index: number): DataType {
  if (type.kind === "ARRAY") return type.element;
  if (type.kind === "MAP") return type.value;
  if (type.kind === "STRUCT") return type.fields[index]!.type;
  throw new Error(`${type.kind} has no parts.`);
}

function isNested({ kind }: DataType): boolean {
  return kind === "ARRAY" || kind === "MAP" || kind === "STRUCT";
}

function asValue(part: Element, type: DataType): Value {
  return part !== null && isNested(type) ? nestedText(part, type) : (part as Value);
}

function asElement(part: Value, type: DataType): Element {
  return part !== null && isNested(type) ? readNested(part as string, type) : part;
}

/**
 * Functions of ARRAYs, MAPs and STRUCTs, of arguments that are not NULL; undefined: it is none of them.
 * @param compare the order of two values of one type.
 */
export function applyNested(
  name: string,
  values: readonly Value[],
  types: readonly DataType[],
  type: DataType,
  compare: (a: Value, b: Value, of: DataType) => number,
): Value | undefined {
  const [first, second] = values as [Value, Value];
  const from = types[0]!;
  if (!isNested(from)) return undefined;
  const parts = partsOf(first, from);
  const known = parts.filter((part) => part !== null);
  switch (name) {
    case ".":
      return parts[Number(second)]!;
    case "[]":
    case "element_at": {
      if (from.kind === "MAP") return parts[keysOf(first, from).indexOf(String(second))] ?? null;
      const position = Number(second);
      const index = position < 0 && name === "element_at" ? parts.length + position : position - 1;
      return parts[index] ?? null;
    }
    case "array_length":
      return BigInt(parts.length);
    case "array_contains":
      return known.some((part) => compare(part, second, partType(from, 0)) === 0);
    case "array_max":
    case "array_min": {
      const sign = name === "array_max" ? 1 : -1;
      return known.toSorted((a, b) => sign * compare(b, a, type))[0] ?? null;
    }
    case "array_sort": {
      const sorted = known.toSorted((a, b) => compare(a, b, partType(type, 0)));
      return composed([...sorted, ...parts.filter((part) => part === null)], type);
    }
    case "array_distinct":
      return composed(
        parts.filter(
          (part, index) =>
            parts.findIndex((other) => isSame(part, other, partType(type, 0), compare)) === index,
        ),
        type,
      );
    case "map_keys":
      return composed(keysOf(first, from), type);
    case "map_values":
      return composed(parts, type);
    default:
      return undefined;
  }
}

function isSame(
  a: Value,
  b: Value,
  type: DataType,
  compare: (a: Value, b: Value, of: DataType) => number,
): boolean {
  return a === null || b === null ? a === b : compare(a, b, type) === 0;
}

/** ARRAY, STRUCT and MAP from their arguments; a NULL key has no MAP, of equal keys the last one counts. */
export function construct(name: "array" | "struct" | "map", values: readonly Value[], type: DataType): Value {
  if (name !== "map") return composed(values, type);
  const keys = values.filter((_, index) => index % 2 === 0);
  if (keys.includes(null)) return null;
  return composed(
    values.filter((_, index) => index % 2 === 1),
    type,
    keys.map(String),
  );
}

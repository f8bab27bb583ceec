import type { DataType, Value } from "./data-type.ts";
import { formatDecimal } from "./decimal.ts";
import { parseExact } from "./exact-number.ts";
import { parseInterval } from "./interval-text.ts";
import { type JsonTree, parseJsonTree } from "./json-tree.ts";
import { LONGEST_TEXT } from "./longest-text.ts";
import { LAST_TIME, parseDate, parseTimestamp, startOfDay } from "./timestamp-text.ts";

/** An ARRAY, MAP or STRUCT taken apart: one value an element; a MAP's entries in the order of their keys. */
export type NestedValue = readonly Element[] | ReadonlyMap<string, Element>;
export type Element = Value | NestedValue;

/**
 * The one text of a nested value: JSON without spaces. BIGINT and DECIMAL are their digits (`12.30`), TIMESTAMP, DATE and
 * INTERVAL their ms, a DOUBLE that JSON has no number for its name as a text ("NaN"), -0 is 0. A MAP's keys are in the order of
 * their code units, a STRUCT is an array of its fields' values in order; so equal values have equal texts.
 *
 * @param value elements as `Value` has them: the unscaled integer of a DECIMAL, a text of a STRING.
 */
export function nestedText(value: Element, type: DataType): string {
  if (value === null) return "null";
  switch (type.kind) {
    case "ARRAY":
      return `[${(value as readonly Element[]).map((one) => nestedText(one, type.element)).join(",")}]`;
    case "STRUCT":
      return `[${type.fields.map((field, index) => nestedText((value as readonly Element[])[index]!, field.type)).join(",")}]`;
    case "MAP":
      return `{${[...(value as ReadonlyMap<string, Element>)]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, one]) => `${JSON.stringify(key)}:${nestedText(one, type.value)}`)
        .join(",")}}`;
    case "DECIMAL":
      return formatDecimal(value as bigint, type.scale);
    case "DOUBLE":
      return Number.isFinite(value) ? String(value as number) : `"${value as number}"`;
    case "STRING":
      return JSON.stringify(value);
    case "BOOLEAN":
    case "BIGINT":
    case "TIMESTAMP":
    case "DATE":
    case "INTERVAL":
      return String(value as boolean | bigint | number);
  }
}

/** @returns null when the text would be longer than a text may be; nothing is joined before that is known. */
export function boundedNestedText(value: Element, type: DataType): string | null {
  if (leastLength(value) > LONGEST_TEXT) return null;
  const text = nestedText(value, type);
  return text.length > LONGEST_TEXT ? null : text;
}

/** Characters that the text of a value has at least; escaped ones make it some times as long. */
function leastLength(value: Element): number {
  if (value === null || typeof value !== "object") return typeof value === "string" ? value.length + 2 : 1;
  let length = 2;
  if (value instanceof Map)
    for (const [key, one] of value as ReadonlyMap<string, Element>)
      length += key.length + 4 + leastLength(one);
  else for (const one of value as readonly Element[]) length += 1 + leastLength(one);
  return length;
}

/**
 * Reads what `nestedText` wrote, and any JSON that means a value of the type: a STRUCT as an array of its fields or as an
 * object with their names in any case (a missing one is NULL), numbers, times and lengths of time also as texts. Never
 * through a double where the type is exact.
 *
 * @returns null when the text is no value of the type.
 */
export function readNested(text: string, type: DataType): NestedValue | null {
  const tree = parseJsonTree(text);
  const value = tree === undefined ? undefined : elementOf(tree, type);
  return value === undefined ? null : (value as NestedValue | null);
}

/** undefined: the JSON is no value of the type. */
function elementOf(tree: JsonTree, type: DataType): Element | undefined {
  if (tree === null) return null;
  switch (type.kind) {
    case "ARRAY":
      return isArray(tree) ? all(tree.map((one) => elementOf(one, type.element))) : undefined;
    case "MAP": {
      if (!(tree instanceof Map)) return undefined;
      const values = all([...tree.values()].map((one: JsonTree) => elementOf(one, type.value)));
      return values && new Map([...tree.keys()].map((key: string, index) => [key, values[index]!]));
    }
    case "STRUCT":
      return structOf(tree, type.fields);
    case "BOOLEAN":
      return typeof tree === "boolean" ? tree : undefined;
    case "STRING":
      return typeof tree === "string" ? tree : jsonText(tree);
    case "BIGINT":
    case "DOUBLE":
    case "DECIMAL":
    case "TIMESTAMP":
    case "DATE":
    case "INTERVAL":
      return scalarOf(tree, type);
  }
}

function structOf(
  tree: JsonTree,
  fields: Extract<DataType, { kind: "STRUCT" }>["fields"],
): readonly Element[] | undefined {
  if (isArray(tree))
    return tree.length === fields.length
      ? all(fields.map(({ type }, index) => elementOf(tree[index]!, type)))
      : undefined;
  if (!(tree instanceof Map)) return undefined;
  const byName = new Map<string, JsonTree>();
  for (const [name, one] of tree as ReadonlyMap<string, JsonTree>) byName.set(name.toLowerCase(), one);
  return all(
    fields.map(({ name, type }) => elementOf(tree.get(name) ?? byName.get(name.toLowerCase()) ?? null, type)),
  );
}

/** Longer numbers are refused before any arithmetic. */
const LONGEST_NUMBER = 400;

const DOUBLE = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$|^[+-]?Infinity$|^NaN$/;

type ScalarType = Extract<
  DataType,
  { kind: "BIGINT" | "DOUBLE" | "DECIMAL" | "TIMESTAMP" | "DATE" | "INTERVAL" }
>;

/** Numbers, times and lengths of time: a JSON number, or a text of one. */
function scalarOf(tree: JsonTree, type: ScalarType): Element | undefined {
  const text = typeof tree === "string" ? tree.trim() : digitsOf(tree);
  if (text === null || text.length > LONGEST_NUMBER) return undefined;
  switch (type.kind) {
    case "BIGINT": {
      const value = parseExact(text, 19, 0);
      return typeof value === "bigint" && BigInt.asIntN(64, value) === value ? value : undefined;
    }
    case "DECIMAL": {
      const value = parseExact(text, type.precision, type.scale);
      return typeof value === "bigint" ? value : undefined;
    }
    case "DOUBLE":
      return DOUBLE.test(text) ? Number(text) : undefined;
    case "DATE":
      return timeOf(text, startOfDay, parseDate);
    case "TIMESTAMP":
      return timeOf(text, (time) => time, parseTimestamp);
    case "INTERVAL": {
      const ms = typeof tree === "string" ? parseInterval(text) : Number(text);
      return ms !== null && Number.isSafeInteger(ms) ? ms : undefined;
    }
  }
}

function timeOf(
  text: string,
  day: (time: number) => number,
  parse: (text: string) => number | null,
): number | undefined {
  const whole = parseExact(text, 16, 0);
  const time = typeof whole === "bigint" ? day(Number(whole)) : parse(text);
  return time !== null && Math.abs(time) <= LAST_TIME ? time : undefined;
}

function isArray(tree: JsonTree): tree is readonly JsonTree[] {
  return Array.isArray(tree);
}

function digitsOf(tree: JsonTree): string | null {
  return typeof tree === "object" && tree !== null && "digits" in tree ? tree.digits : null;
}

/** The list, or undefined when one of it is. */
function all(elements: readonly (Element | undefined)[]): readonly Element[] | undefined {
  return elements.every((element) => element !== undefined) ? elements : undefined;
}

/** JSON that is no text, as text: what a STRING keeps of it. */
function jsonText(tree: JsonTree): string {
  if (typeof tree !== "object" || tree === null) return JSON.stringify(tree);
  if (isArray(tree)) return `[${tree.map(jsonText).join(",")}]`;
  if (tree instanceof Map)
    return `{${[...tree].map(([key, one]: [string, JsonTree]) => `${JSON.stringify(key)}:${jsonText(one)}`).join(",")}}`;
  return digitsOf(tree) ?? "";
}

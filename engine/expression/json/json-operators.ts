import { type Column, type StringColumn, readValue } from "../../data/column.ts";
import { BOOLEAN, type DataType, STRING, type Value } from "../../data/data-type.ts";
import { documentOf } from "../function-document.ts";
import { type Kernel, type Operand, isValid, maskOf } from "../kernel.ts";
import type { Resolution, ScalarFunction } from "../scalar-function.ts";
import type { Answer } from "../text/answer.ts";
import { AnswerColumn, AnswerStore } from "../text/answer-column.ts";
import { type Compute, answerKernel } from "../text/answer-kernel.ts";
import { textFunction } from "../text/text-function.ts";
import { argumentProblem, countProblem, isNumeric } from "../type-rules.ts";
import { valueText } from "../../data/value-text.ts";
import { ofJson } from "./json-functions.ts";
import { normalizedNumber } from "./json-number.ts";
import { JsonScanner } from "./json-scanner.ts";
import { JsonValue } from "./json-value.ts";

/** Functions of JSON whose other argument may have several types, or that have their own rule for NULL. */
export const jsonOperators: readonly ScalarFunction[] = [
  access("->", (value) => value.json()),
  access("->>", (value) => value.text()),
  isJsonString(),
  textFunction({
    name: "is json",
    takes: ["text", "text"],
    gives: BOOLEAN,
    create: () => isJson,
  }),
  {
    name: "json_array_contains",
    document: documentOf(
      "JSON_ARRAY_CONTAINS(json, value) → BOOLEAN",
      "Whether a text, number or truth value is an element of the array; numbers compare by value, and what is no array contains nothing.",
      "JSON_ARRAY_CONTAINS('[1, 2.50, \"x\"]', 2.5)",
      "true",
      { spelling: { flink: null, risingwave: null } },
    ),
    resolve: resolveContains,
    compile: containsKernel,
  },
];

/** `json -> 'key'`, `json -> 0`: a member of an object, or an element of an array from 0 or, below 0, from the last. */
function access(name: string, read: (value: JsonValue) => Answer): ScalarFunction {
  const compute = (text: string, key: string | number): Answer =>
    ofJson(text, (root) => {
      const step = typeof key === "string" ? { key, index: null } : { key: null, index: key };
      const value = root.at([step]);
      return value === null ? null : read(value);
    });
  return {
    name,
    resolve: (types) => {
      const wrong = countProblem(name, types.length, 2, 2);
      if (wrong) return wrong;
      const [json = null, key = null] = types;
      if (json !== null && json.kind !== "STRING")
        return argumentProblem(name, "JSON as a STRING on its left", json);
      if (key !== null && key.kind !== "STRING" && key.kind !== "BIGINT")
        return argumentProblem(name, "a STRING or a BIGINT on its right", key);
      return { type: STRING, parameters: [STRING, key ?? STRING] };
    },
    compile: (operands, type) => answerKernel(operands, type, compute as Compute),
  };
}

/** `text IS JSON OBJECT`. @param shape VALUE, SCALAR, OBJECT or ARRAY. */
function isJson(text: string, shape: string): boolean {
  const value = JsonValue.of(text);
  if (value === null || shape === "VALUE") return value !== null;
  const scalar = value.kind !== "object" && value.kind !== "array";
  return shape === "SCALAR" ? scalar : value.kind === shape.toLowerCase();
}

/** Never NULL: NULL is no JSON. */
function isJsonString(): ScalarFunction {
  const nullable = textFunction({
    name: "is_json_string",
    document: documentOf(
      "IS_JSON_STRING(text) → BOOLEAN",
      "Whether the text is JSON; false for NULL.",
      "IS_JSON_STRING('[1, 2')",
      "false",
      { spelling: { flink: null, risingwave: null } },
    ),
    takes: ["text"],
    gives: BOOLEAN,
    create: () => (text) => new JsonScanner(text).isValid(),
  });
  return {
    ...nullable,
    compile: (operands, type) => {
      const kernel = nullable.compile(operands, type);
      return (columns, length, warnings): Column => ({
        ...kernel(columns, length, warnings),
        validity: null,
      });
    },
  };
}

function resolveContains(types: readonly (DataType | null)[]): Resolution {
  const name = "JSON_ARRAY_CONTAINS";
  const wrong = countProblem(name, types.length, 2, 2);
  if (wrong) return wrong;
  const [json = null, value = null] = types;
  if (json !== null && json.kind !== "STRING") return argumentProblem(name, "a STRING as argument 1", json);
  if (value !== null && value.kind !== "STRING" && value.kind !== "BOOLEAN" && !isNumeric(value))
    return argumentProblem(name, "a STRING, number or BOOLEAN as argument 2", value);
  return { type: BOOLEAN, parameters: [STRING, value ?? STRING] };
}

function containsKernel([json, searched]: readonly Operand[], type: DataType): Kernel {
  const store = new AnswerStore(type);
  const masks = [maskOf(json), maskOf(searched)];
  return ([texts, values], length, warnings) => {
    const out = new AnswerColumn(store, length);
    const { codes, dictionary, validity } = texts as StringColumn;
    for (let row = 0; row < length; row++) {
      const at = row & masks[0];
      const value = readValue(values, searched.type, row & masks[1]);
      if (value === null || !isValid(validity, at)) out.setNull(row);
      else out.set(row, contains(dictionary.get(codes[at]), value, searched.type));
    }
    return out.column(warnings);
  };
}

function contains(text: string, value: Exclude<Value, null>, type: DataType): Answer {
  const kind = type.kind === "STRING" ? "string" : type.kind === "BOOLEAN" ? "boolean" : "number";
  const plain = (written: string): string => (kind === "number" ? normalizedNumber(written) : written);
  const wanted = plain(valueText(value, type));
  return ofJson(text, (root) =>
    root.elements().some((element) => element.kind === kind && plain(element.text()!) === wanted),
  );
}

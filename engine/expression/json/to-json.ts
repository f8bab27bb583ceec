import { type Column, columnKind, readValue } from "../../data/column.ts";
import { type DataType, STRING, type Value, isNested } from "../../data/data-type.ts";
import { nestedText } from "../../data/nested-value.ts";
import { documentOf } from "../function-document.ts";
import { type Kernel, type Operand, isValid, maskOf } from "../kernel.ts";
import type { ScalarFunction } from "../scalar-function.ts";
import { AnswerColumn, AnswerStore } from "../text/answer-column.ts";
import { type Compute, answerKernel } from "../text/answer-kernel.ts";
import { countProblem } from "../type-rules.ts";
import { valueText } from "../../data/value-text.ts";
import { JsonValue } from "./json-value.ts";

export const toJsonFunction: ScalarFunction = {
  name: "to_json_string",
  document: documentOf(
    "TO_JSON_STRING(value) → STRING",
    "The value as JSON without spaces: times as CAST to STRING writes them, a STRUCT as an object of its fields.",
    "TO_JSON_STRING('a \"pane\"')",
    '"a \\"pane\\""',
    { aliases: ["JSON_STRING"], spelling: { flink: "JSON_STRING", risingwave: null } },
  ),
  resolve: (types) =>
    countProblem("TO_JSON_STRING", types.length, 1, 1) ?? { type: STRING, parameters: [types[0] ?? STRING] },
  compile: toJsonKernel,
};

function toJsonKernel(operands: readonly Operand[], type: DataType): Kernel {
  const [{ type: from }] = operands;
  if (columnKind(from) === "string")
    return answerKernel(operands, type, ((text: string) => valueJson(text, from)) as Compute);
  const store = new AnswerStore(type);
  const mask = maskOf(operands[0]);
  return ([column], length, warnings) => {
    const out = new AnswerColumn(store, length);
    for (let row = 0; row < length; row++) out.set(row, rowJson(column, from, row & mask));
    return out.column(warnings);
  };
}

function rowJson(column: Column, type: DataType, row: number): string | null {
  return isValid(column.validity, row) ? valueJson(readValue(column, type, row)!, type) : null;
}

function valueJson(value: Exclude<Value, null>, type: DataType): string {
  if (isNested(type)) return elementJson(JsonValue.of(String(value))!, type);
  return isTime(type) ? JSON.stringify(valueText(value, type)) : nestedText(value, type);
}

/** The text of nested values (nested-value.ts) has ms for times, and an array for a STRUCT. */
function elementJson(value: JsonValue, type: DataType): string {
  if (value.kind === "null") return "null";
  if (type.kind === "ARRAY") {
    const elements = value.elements().map((one) => elementJson(one, type.element));
    return `[${elements.join(",")}]`;
  }
  if (type.kind === "MAP")
    return objectJson([...value.members()].map(([key, one]) => [key, elementJson(one, type.value)]));
  if (type.kind === "STRUCT") {
    const elements = value.elements();
    return objectJson(
      type.fields.map((field, index) => [field.name, elementJson(elements[index], field.type)]),
    );
  }
  return isTime(type) ? JSON.stringify(valueText(Number(value.text()), type)) : value.json();
}

function objectJson(members: readonly (readonly [string, string])[]): string {
  return `{${members.map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(",")}}`;
}

function isTime({ kind }: DataType): boolean {
  return kind === "TIMESTAMP" || kind === "DATE" || kind === "INTERVAL";
}

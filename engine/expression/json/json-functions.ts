import { BIGINT, BOOLEAN, STRING, arrayOf } from "../../data/data-type.ts";
import { nestedText } from "../../data/nested-value.ts";
import { documentOf } from "../function-document.ts";
import type { LiteralProblem, ScalarFunction } from "../scalar-function.ts";
import { type Answer, Failure, quoted } from "../text/answer.ts";
import { Prepared } from "../text/prepared.ts";
import { textFunction } from "../text/text-function.ts";
import { parseJsonPath } from "./json-path.ts";
import { JsonValue } from "./json-value.ts";

const texts = arrayOf(STRING);

/**
 * Functions of JSON in a text: numbers keep their digits, what is no JSON is NULL with a warning. A path is `$.a.b[0]`
 * or `a.b.0`.
 */
export const jsonFunctions: readonly ScalarFunction[] = [
  textFunction({
    name: "json_value",
    document: documentOf(
      "JSON_VALUE(json, path) → STRING",
      "The string, number or truth value at the path; NULL where there is none, or an object or array.",
      `JSON_VALUE('{"a": {"b": [12.50]}}', '$.a.b[0]')`,
      "12.50",
      { spelling: { ksqldb: null, risingwave: null } },
    ),
    takes: ["text", "text"],
    gives: STRING,
    create: () => ofPath((value) => (isScalar(value) ? value.text() : null)),
    literalProblem: pathProblem,
  }),
  textFunction({
    name: "json_query",
    document: documentOf(
      "JSON_QUERY(json, path) → STRING",
      "The object or array at the path, as JSON without spaces; NULL where there is none.",
      `JSON_QUERY('{"a": {"b": [1, 2]}}', '$.a')`,
      '{"b":[1,2]}',
      { spelling: { ksqldb: null, risingwave: null } },
    ),
    takes: ["text", "text"],
    gives: STRING,
    create: () => ofPath((value) => (isScalar(value) ? null : value.json())),
    literalProblem: pathProblem,
  }),
  textFunction({
    name: "json_query with wrapper",
    takes: ["text", "text"],
    gives: STRING,
    create: () => ofPath((value) => `[${value.json()}]`),
    literalProblem: pathProblem,
  }),
  textFunction({
    name: "json_query with conditional wrapper",
    takes: ["text", "text"],
    gives: STRING,
    create: () => ofPath((value) => (isScalar(value) ? `[${value.json()}]` : value.json())),
    literalProblem: pathProblem,
  }),
  textFunction({
    name: "json_exists",
    document: documentOf(
      "JSON_EXISTS(json, path) → BOOLEAN",
      "Whether there is a value at the path, JSON's null too.",
      `JSON_EXISTS('{"a": null}', '$.a')`,
      "true",
      { spelling: { ksqldb: null, risingwave: null } },
    ),
    takes: ["text", "text"],
    gives: BOOLEAN,
    create: () => ofPath(() => true, false),
    literalProblem: pathProblem,
  }),
  textFunction({
    name: "json_extract",
    document: documentOf(
      "JSON_EXTRACT(json, path) → STRING",
      "What is at the path: a string as it is, anything else as JSON without spaces; NULL where there is nothing or JSON's null.",
      `JSON_EXTRACT('{"a": ["x", {"b": 1}]}', 'a.1')`,
      '{"b":1}',
      {
        aliases: ["EXTRACTJSONFIELD", "JSON_EXTRACT_STRING", "GET_JSON_OBJECT"],
        spelling: { ksqldb: "EXTRACTJSONFIELD", flink: null, risingwave: null },
      },
    ),
    takes: ["text", "text"],
    gives: STRING,
    create: () => ofPath((value) => value.text()),
    literalProblem: pathProblem,
  }),
  textFunction({
    name: "json_array_length",
    document: documentOf(
      "JSON_ARRAY_LENGTH(json) → BIGINT",
      "The number of elements of an array; NULL of anything else.",
      `JSON_ARRAY_LENGTH('[1, [2, 3]]')`,
      "2",
      { aliases: ["JSONB_ARRAY_LENGTH"], spelling: { flink: null, risingwave: "JSONB_ARRAY_LENGTH" } },
    ),
    takes: ["text"],
    gives: BIGINT,
    create: () => (text) =>
      ofJson(text, (value) => (value.kind === "array" ? value.elements().length : null)),
  }),
  textFunction({
    name: "json_keys",
    document: documentOf(
      "JSON_KEYS(json) → ARRAY<STRING>",
      "The names of an object's members; NULL of anything else.",
      `JSON_KEYS('{"a": 1, "b": {"c": 2}}')`,
      '["a","b"]',
      { aliases: ["JSON_OBJECT_KEYS"], spelling: { flink: null, risingwave: null } },
    ),
    takes: ["text"],
    gives: texts,
    create: () => (text) =>
      ofJson(text, (value) =>
        value.kind === "object" ? nestedText([...value.members().keys()], texts) : null,
      ),
  }),
  textFunction({
    name: "json_items",
    document: documentOf(
      "JSON_ITEMS(json) → ARRAY<STRING>",
      "The elements of an array, each as JSON without spaces; NULL of anything else.",
      `JSON_ITEMS('[1, {"a": 2}]')`,
      '["1","{\\"a\\":2}"]',
      { spelling: { flink: null, risingwave: null } },
    ),
    takes: ["text"],
    gives: texts,
    create: () => (text) =>
      ofJson(text, (value) =>
        value.kind === "array"
          ? nestedText(
              value.elements().map((element) => element.json()),
              texts,
            )
          : null,
      ),
  }),
  textFunction({
    name: "json_typeof",
    document: documentOf(
      "JSON_TYPEOF(json) → STRING",
      "What the JSON is: object, array, string, number, boolean or null.",
      "JSON_TYPEOF('[1]')",
      "array",
      { aliases: ["JSONB_TYPEOF"], spelling: { flink: null, ksqldb: null, risingwave: "JSONB_TYPEOF" } },
    ),
    takes: ["text"],
    gives: STRING,
    create: () => (text) => ofJson(text, (value) => value.kind),
  }),
];

function isScalar({ kind }: JsonValue): boolean {
  return kind !== "object" && kind !== "array";
}

/** @returns What `read` gives of the JSON value that the text is; a text that is none fails. */
export function ofJson(text: string, read: (value: JsonValue) => Answer): Answer {
  const value = JsonValue.of(text);
  return value === null ? new Failure("BAD_JSON", quoted(text)) : read(value);
}

/** @returns A function of JSON and a path, which gives `missing` where the path leads nowhere. */
function ofPath(
  read: (value: JsonValue) => Answer,
  missing: Answer = null,
): (text: string, path: string) => Answer {
  const paths = new Prepared(parseJsonPath);
  return (text, source) => {
    const path = paths.of(source);
    if (typeof path === "string") return new Failure("BAD_ARGUMENT", `the path ${quoted(source)}`);
    return ofJson(text, (root) => {
      const value = root.at(path);
      return value === null ? missing : read(value);
    });
  };
}

function pathProblem([, path]: Parameters<LiteralProblem>[0]): ReturnType<LiteralProblem> {
  const problem = typeof path === "string" ? parseJsonPath(path) : null;
  return typeof problem === "string" ? { argument: 1, sentence: problem } : null;
}

import { BOOLEAN } from "../../data/data-type.ts";
import type { ScalarFunction } from "../scalar-function.ts";
import { Prepared } from "../text/prepared.ts";
import { textFunction } from "../text/text-function.ts";
import { parseJsonPath } from "./json-path.ts";
import { JsonValue } from "./json-value.ts";

/** Whether JSON_VALUE, JSON_QUERY or JSON_EXISTS of a text and a path is an error, for ON ERROR: without a warning. */
export const jsonFailures: readonly ScalarFunction[] = [
  fails("json_value fails", ({ kind }) => kind === "object" || kind === "array"),
  fails("json_query fails", ({ kind }) => kind !== "object" && kind !== "array"),
  fails("json_exists fails", () => false),
];

function fails(name: string, isWrong: (value: JsonValue) => boolean): ScalarFunction {
  return textFunction({
    name,
    takes: ["text", "text"],
    gives: BOOLEAN,
    create: () => {
      const paths = new Prepared(parseJsonPath);
      return (text, source) => {
        const root = JsonValue.of(text);
        const path = paths.of(source);
        if (root === null || typeof path === "string") return true;
        const value = root.at(path);
        return value !== null && isWrong(value);
      };
    },
  });
}

import { jsonFailures } from "./json/json-failures.ts";
import { jsonFunctions } from "./json/json-functions.ts";
import { jsonOperators } from "./json/json-operators.ts";
import { toJsonFunction } from "./json/to-json.ts";
import type { ScalarFunction } from "./scalar-function.ts";
import { buildFunctions } from "./text/build-functions.ts";
import { joinFunctions } from "./text/join-functions.ts";
import { letterFunctions } from "./text/letter-functions.ts";
import { likeFunctions } from "./text/like-functions.ts";
import { partFunctions } from "./text/part-functions.ts";
import { regexFunctions } from "./text/regex-functions.ts";
import { searchFunctions } from "./text/search-functions.ts";

/** Functions of text, and of JSON in a text. Lengths and positions count characters (code points), positions from 1. */
export const stringFunctions: readonly ScalarFunction[] = [
  ...letterFunctions,
  ...partFunctions,
  ...searchFunctions,
  ...buildFunctions,
  ...joinFunctions,
  ...likeFunctions,
  ...regexFunctions,
  ...jsonFunctions,
  ...jsonOperators,
  ...jsonFailures,
  toJsonFunction,
];

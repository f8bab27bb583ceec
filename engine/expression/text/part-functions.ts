import { STRING, arrayOf } from "../../data/data-type.ts";
import { nestedText } from "../../data/nested-value.ts";
import { documentOf } from "../function-document.ts";
import type { ScalarFunction } from "../scalar-function.ts";
import { Failure, quoted } from "./answer.ts";
import { charactersOf, lengthOf, sliceOf } from "./code-points.ts";
import { textFunction } from "./text-function.ts";

const texts = arrayOf(STRING);

/** Functions that give a part of a text, or its parts. */
export const partFunctions: readonly ScalarFunction[] = [
  textFunction({
    name: "substring",
    document: documentOf(
      "SUBSTRING(text, from [, length]) → STRING",
      "The characters from a position on, counted from 1 or, below 0, from the end; what lies outside of the text is left out.",
      "SUBSTRING('windowpane', 7, 4)",
      "pane",
      { aliases: ["SUBSTR"] },
    ),
    takes: ["text", "whole"],
    may: ["whole"],
    gives: STRING,
    create: () => substring,
  }),
  textFunction({
    name: "left",
    document: documentOf(
      "LEFT(text, count) → STRING",
      "The first characters; below 0 all but so many of the last.",
      "LEFT('windowpane', 6)",
      "window",
    ),
    takes: ["text", "whole"],
    gives: STRING,
    create: () => (text, count) => sliceOf(text, 0, count < 0 ? lengthOf(text) + count : count),
  }),
  textFunction({
    name: "right",
    document: documentOf(
      "RIGHT(text, count) → STRING",
      "The last characters; below 0 all but so many of the first.",
      "RIGHT('windowpane', 4)",
      "pane",
    ),
    takes: ["text", "whole"],
    gives: STRING,
    create: () => (text, count) => sliceOf(text, count < 0 ? -count : lengthOf(text) - count, Infinity),
  }),
  textFunction({
    name: "split",
    document: documentOf(
      "SPLIT(text, delimiter) → ARRAY<STRING>",
      "The parts between the delimiters; without any the text alone, and each character where the delimiter is empty.",
      "SPLIT('a,b,,c', ',')",
      '["a","b","","c"]',
      { spelling: { risingwave: "STRING_TO_ARRAY" } },
    ),
    takes: ["text", "text"],
    gives: texts,
    create: () => (text, delimiter) => nestedText(partsOf(text, delimiter), texts),
  }),
  textFunction({
    name: "string_to_array",
    document: documentOf(
      "STRING_TO_ARRAY(text, delimiter) → ARRAY<STRING>",
      "The parts between the delimiters: none of an empty text, and the text alone where the delimiter is empty.",
      "STRING_TO_ARRAY('a,b', ',')",
      '["a","b"]',
      { spelling: { flink: null, ksqldb: null } },
    ),
    takes: ["text", "text"],
    gives: texts,
    create: () => (text, delimiter) => nestedText(text === "" ? [] : splitText(text, delimiter), texts),
  }),
  textFunction({
    name: "split_part",
    document: documentOf(
      "SPLIT_PART(text, delimiter, n) → STRING",
      "The nth of the parts between delimiters, from 1 or, below 0, from the last; empty where there is none.",
      "SPLIT_PART('a,b,c', ',', 2)",
      "b",
      { spelling: { ksqldb: null } },
    ),
    takes: ["text", "text", "whole"],
    gives: STRING,
    create: () => splitPart,
  }),
  textFunction({
    name: "split_index",
    document: documentOf(
      "SPLIT_INDEX(text, delimiter, n) → STRING",
      "The nth of the parts between delimiters, from 0; NULL where there is none.",
      "SPLIT_INDEX('a,b,c', ',', 2)",
      "c",
      { spelling: { ksqldb: null, risingwave: null } },
    ),
    takes: ["text", "text", "whole"],
    gives: STRING,
    create: () => splitIndex,
  }),
];

function substring(text: string, from: number, count: number = Infinity): string {
  const start = from < 0 ? lengthOf(text) + from : from - 1;
  return sliceOf(text, start, start + count);
}

function partsOf(text: string, delimiter: string): readonly string[] {
  return delimiter === "" && text !== "" ? charactersOf(text) : splitText(text, delimiter);
}

/** The text alone where the delimiter is empty. */
function splitText(text: string, delimiter: string): readonly string[] {
  return delimiter === "" ? [text] : text.split(delimiter);
}

function splitPart(text: string, delimiter: string, n: number): string {
  const parts = splitText(text, delimiter);
  return parts[n < 0 ? parts.length + n : n - 1] ?? "";
}

function splitIndex(text: string, delimiter: string, n: number): string | null | Failure {
  if (delimiter === "") return new Failure("BAD_ARGUMENT", `SPLIT_INDEX(${quoted(text)}, '', ${n})`);
  return text === "" ? null : (text.split(delimiter)[n] ?? null);
}

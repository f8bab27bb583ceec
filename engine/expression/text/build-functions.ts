import { STRING } from "../../data/data-type.ts";
import { LONGEST_TEXT } from "../../data/longest-text.ts";
import { documentOf } from "../function-document.ts";
import type { ScalarFunction } from "../scalar-function.ts";
import { type Answer, Failure, quoted, tooLong } from "./answer.ts";
import { charactersOf, lengthOf, sliceOf } from "./code-points.ts";
import { textFunction } from "./text-function.ts";

/** Functions that make another text. None makes one longer than a million characters. */
export const buildFunctions: readonly ScalarFunction[] = [
  textFunction({
    name: "replace",
    document: documentOf(
      "REPLACE(text, part, replacement) → STRING",
      "The text with every occurrence of the part replaced; as it is where the part is empty.",
      "REPLACE('a-b-c', '-', '.')",
      "a.b.c",
    ),
    takes: ["text", "text", "text"],
    gives: STRING,
    create: () => replace,
  }),
  textFunction({
    name: "translate",
    document: documentOf(
      "TRANSLATE(text, from, to) → STRING",
      "The text with each character of the second argument replaced by that in the same place of the third, or left out where there is none.",
      "TRANSLATE('2024-01', '0-', 'o')",
      "2o24o1",
      { spelling: { ksqldb: null } },
    ),
    takes: ["text", "text", "text"],
    gives: STRING,
    create: () => translate,
  }),
  textFunction({
    name: "overlay",
    document: documentOf(
      "OVERLAY(text, replacement, from [, length]) → STRING",
      "The text with so many characters from a position on, by default as many as the replacement has, replaced.",
      "OVERLAY('windowpane', 'door', 1, 6)",
      "doorpane",
      { spelling: { ksqldb: null } },
    ),
    takes: ["text", "text", "whole"],
    may: ["whole"],
    gives: STRING,
    create: () => overlay,
  }),
  textFunction({
    name: "repeat",
    document: documentOf(
      "REPEAT(text, times) → STRING",
      "The text so many times; empty below 1.",
      "REPEAT('ab', 3)",
      "ababab",
      { spelling: { ksqldb: null } },
    ),
    takes: ["text", "whole"],
    gives: STRING,
    create: () => (text, times) =>
      text.length * times > LONGEST_TEXT ? tooLong("REPEAT", text) : text.repeat(Math.max(times, 0)),
  }),
  padding("lpad", "the left", "LPAD('7', 3, '0')", "007", (text, fill) => fill + text),
  padding("rpad", "the right", "RPAD('7', 3, '.')", "7..", (text, fill) => text + fill),
  textFunction({
    name: "chr",
    document: documentOf(
      "CHR(number) → STRING",
      "The character of that number (code point); NULL with a warning where there is none.",
      "CHR(8364)",
      "€",
    ),
    takes: ["whole"],
    gives: STRING,
    create: () => chr,
  }),
];

function padding(
  name: "lpad" | "rpad",
  side: string,
  example: string,
  result: string,
  join: (text: string, fill: string) => string,
): ScalarFunction {
  const upper = name.toUpperCase();
  return textFunction({
    name,
    document: documentOf(
      `${upper}(text, length [, fill]) → STRING`,
      `The text filled up on ${side} to so many characters, with spaces or what is given, or cut to them.`,
      example,
      result,
    ),
    takes: ["text", "whole"],
    may: ["text"],
    gives: STRING,
    create:
      () =>
      (text, length, fill = " ") => {
        const missing = length - lengthOf(text);
        if (length >= 0 && missing <= 0) return sliceOf(text, 0, length);
        if (length > LONGEST_TEXT) return tooLong(upper, text);
        if (length < 0 || fill === "")
          return new Failure("BAD_ARGUMENT", `${upper}(${quoted(text)}, ${length}, ${quoted(fill)})`);
        const times = Math.ceil(missing / lengthOf(fill));
        return join(text, sliceOf(fill.repeat(times), 0, missing));
      },
  });
}

function replace(text: string, part: string, replacement: string): Answer {
  if (part === "" || !text.includes(part)) return text;
  const parts = text.split(part);
  const length = text.length + (parts.length - 1) * (replacement.length - part.length);
  return length > LONGEST_TEXT && length > text.length ? tooLong("REPLACE", text) : parts.join(replacement);
}

function translate(text: string, from: string, to: string): string {
  const replacements = charactersOf(to);
  const table = new Map<string, string>();
  charactersOf(from).forEach((character, index) => {
    if (!table.has(character)) table.set(character, replacements[index] ?? "");
  });
  return charactersOf(text)
    .map((character) => table.get(character) ?? character)
    .join("");
}

function overlay(
  text: string,
  replacement: string,
  from: number,
  count: number = lengthOf(replacement),
): Answer {
  if (from < 1 || count < 0)
    return new Failure("BAD_ARGUMENT", `OVERLAY(${quoted(text)}, ${quoted(replacement)}, ${from}, ${count})`);
  return sliceOf(text, 0, from - 1) + replacement + sliceOf(text, from - 1 + count, Infinity);
}

function chr(number: number): Answer {
  const none = number < 0 || number > 0x10ffff || (number >= 0xd800 && number <= 0xdfff);
  return none ? new Failure("BAD_ARGUMENT", `CHR(${number})`) : String.fromCodePoint(number);
}

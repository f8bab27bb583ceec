import { BIGINT, BOOLEAN } from "../../data/data-type.ts";
import { documentOf } from "../function-document.ts";
import type { ScalarFunction } from "../scalar-function.ts";
import { indexAt, lengthOf, offsetOf } from "./code-points.ts";
import { textFunction } from "./text-function.ts";

/** Functions that look for a text in a text. Positions count characters from 1; 0 is nowhere. */
export const searchFunctions: readonly ScalarFunction[] = [
  textFunction({
    name: "position",
    document: documentOf(
      "POSITION(part, text [, from]) → BIGINT",
      "Where the part first stands in the text, searched from a position on; 0: nowhere.",
      "POSITION('pane', 'windowpane')",
      "7",
      {
        aliases: ["LOCATE", "CHARINDEX"],
        spelling: { flink: "LOCATE", ksqldb: "INSTR", risingwave: "STRPOS" },
      },
    ),
    takes: ["text", "text"],
    may: ["whole"],
    gives: BIGINT,
    create:
      () =>
      (part, text, from = 1) =>
        positionFrom(text, part, from, 1),
  }),
  textFunction({
    name: "instr",
    document: documentOf(
      "INSTR(text, part [, from [, occurrence]]) → BIGINT",
      "Where the part stands in the text: its nth occurrence from a position on or, below 0, backward from there counted from the end; 0: nowhere.",
      "INSTR('a pane, a window', 'a', 1, 3)",
      "9",
      { aliases: ["STRPOS"], spelling: { risingwave: "STRPOS" } },
    ),
    takes: ["text", "text"],
    may: ["whole", "whole"],
    gives: BIGINT,
    create:
      () =>
      (text, part, from = 1, occurrence = 1) =>
        from < 0
          ? positionBackward(text, part, from, occurrence)
          : positionFrom(text, part, from, occurrence),
  }),
  textFunction({
    name: "starts_with",
    document: documentOf(
      "STARTS_WITH(text, part) → BOOLEAN",
      "Whether the text begins with the part.",
      "STARTS_WITH('windowpane', 'window')",
      "true",
      { aliases: ["STARTSWITH", "PREFIX"], spelling: { flink: "STARTSWITH", ksqldb: null } },
    ),
    takes: ["text", "text"],
    gives: BOOLEAN,
    create: () => (text, part) => text.startsWith(part),
  }),
  textFunction({
    name: "ends_with",
    document: documentOf(
      "ENDS_WITH(text, part) → BOOLEAN",
      "Whether the text ends with the part.",
      "ENDS_WITH('windowpane', 'pane')",
      "true",
      { aliases: ["ENDSWITH", "SUFFIX"], spelling: { flink: "ENDSWITH", ksqldb: null, risingwave: null } },
    ),
    takes: ["text", "text"],
    gives: BOOLEAN,
    create: () => (text, part) => text.endsWith(part),
  }),
  textFunction({
    name: "contains",
    document: documentOf(
      "CONTAINS(text, part) → BOOLEAN",
      "Whether the part stands anywhere in the text.",
      "CONTAINS('windowpane', 'owp')",
      "true",
      { spelling: { flink: null, ksqldb: null, risingwave: null } },
    ),
    takes: ["text", "text"],
    gives: BOOLEAN,
    create: () => (text, part) => text.includes(part),
  }),
];

/** The nth occurrence of those that begin at the character `from` or behind it. */
function positionFrom(text: string, part: string, from: number, occurrence: number): number {
  if (occurrence < 1 || from < 1 || from > lengthOf(text) + 1) return 0;
  let found = text.indexOf(part, offsetOf(text, from - 1));
  for (let n = 1; n < occurrence && found >= 0; n++)
    found = found === text.length ? -1 : text.indexOf(part, found + 1);
  return found < 0 ? 0 : indexAt(text, found) + 1;
}

/** The nth occurrence, counted backward, of those that begin at the character `-from` from the end or before it. */
function positionBackward(text: string, part: string, from: number, occurrence: number): number {
  const last = lengthOf(text) + from;
  if (last < 0 || occurrence < 1) return 0;
  let found = text.lastIndexOf(part, offsetOf(text, last));
  for (let n = 1; n < occurrence && found >= 0; n++)
    found = found === 0 ? -1 : text.lastIndexOf(part, found - 1);
  return found < 0 ? 0 : indexAt(text, found) + 1;
}

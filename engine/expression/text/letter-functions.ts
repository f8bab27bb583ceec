import { BIGINT, STRING } from "../../data/data-type.ts";
import { documentOf } from "../function-document.ts";
import type { ScalarFunction } from "../scalar-function.ts";
import { charactersOf, lengthOf } from "./code-points.ts";
import { md5 } from "./md5.ts";
import { sha256 } from "./sha256.ts";
import { textFunction } from "./text-function.ts";

/** Functions of a text's letters: their case, their number, what stands around them. */
export const letterFunctions: readonly ScalarFunction[] = [
  textFunction({
    name: "upper",
    document: documentOf(
      "UPPER(text) → STRING",
      "The text in capital letters.",
      "UPPER('pane 7')",
      "PANE 7",
      {
        aliases: ["UCASE"],
        spelling: { ksqldb: "UCASE" },
      },
    ),
    takes: ["text"],
    gives: STRING,
    create: () => (text) => text.toUpperCase(),
  }),
  textFunction({
    name: "lower",
    document: documentOf("LOWER(text) → STRING", "The text in small letters.", "LOWER('Pane 7')", "pane 7", {
      aliases: ["LCASE"],
      spelling: { ksqldb: "LCASE" },
    }),
    takes: ["text"],
    gives: STRING,
    create: () => (text) => text.toLowerCase(),
  }),
  textFunction({
    name: "initcap",
    document: documentOf(
      "INITCAP(text) → STRING",
      "Each word (of letters and digits) with one capital letter, its first, and small ones.",
      "INITCAP('late BUT counted')",
      "Late But Counted",
    ),
    takes: ["text"],
    gives: STRING,
    create: () => initcap,
  }),
  textFunction({
    name: "reverse",
    document: documentOf(
      "REVERSE(text) → STRING",
      "The characters from the last to the first.",
      "REVERSE('pane')",
      "enap",
      {
        spelling: { ksqldb: null },
      },
    ),
    takes: ["text"],
    gives: STRING,
    create: () => (text) => charactersOf(text).toReversed().join(""),
  }),
  textFunction({
    name: "length",
    document: documentOf(
      "LENGTH(text) → BIGINT",
      "The number of characters (code points).",
      "LENGTH('Größe')",
      "5",
      {
        aliases: ["LEN", "CHAR_LENGTH", "CHARACTER_LENGTH"],
        spelling: { ksqldb: "LEN", flink: "CHAR_LENGTH" },
      },
    ),
    takes: ["text"],
    gives: BIGINT,
    create: () => lengthOf,
  }),
  textFunction({
    name: "octet_length",
    document: documentOf(
      "OCTET_LENGTH(text) → BIGINT",
      "The number of bytes in UTF-8.",
      "OCTET_LENGTH('Größe')",
      "7",
      {
        spelling: { ksqldb: null, flink: null },
      },
    ),
    takes: ["text"],
    gives: BIGINT,
    create: () => (text) => bytesOf(text),
  }),
  textFunction({
    name: "ascii",
    document: documentOf(
      "ASCII(text) → BIGINT",
      "The number (code point) of the first character; 0 for an empty text.",
      "ASCII('A')",
      "65",
      { spelling: { ksqldb: null } },
    ),
    takes: ["text"],
    gives: BIGINT,
    create: () => (text) => text.codePointAt(0) ?? 0,
  }),
  textFunction({
    name: "md5",
    document: documentOf(
      "MD5(text) → STRING",
      "The MD5 digest of the text in UTF-8, as 32 hexadecimal digits.",
      "MD5('pane')",
      "c6c6ce72f4dff102e38d74f7143a2ea8",
      { spelling: { ksqldb: null } },
    ),
    takes: ["text"],
    gives: STRING,
    create: () => md5,
  }),
  textFunction({
    name: "sha256",
    document: documentOf(
      "SHA256(text) → STRING",
      "The SHA-256 digest of the text in UTF-8, as 64 hexadecimal digits.",
      "SHA256('pane')",
      "24a3737d6b81c1a5c39051c73caf5a4e723c3e793ae1b1882e46d95203b9060a",
      { spelling: { ksqldb: null, risingwave: null } },
    ),
    takes: ["text"],
    gives: STRING,
    create: () => sha256,
  }),
  trimming("trim", "both ends", (text) => text.trim(), "TRIM('  pane ')", "pane", ["BTRIM"]),
  trimming("ltrim", "the beginning", (text) => text.trimStart(), "LTRIM('007', '0')", "7", []),
  trimming("rtrim", "the end", (text) => text.trimEnd(), "RTRIM('7.50', '0')", "7.5", []),
];

function trimming(
  name: "trim" | "ltrim" | "rtrim",
  where: string,
  blanks: (text: string) => string,
  example: string,
  result: string,
  aliases: readonly string[],
): ScalarFunction {
  return textFunction({
    name,
    document: documentOf(
      `${name.toUpperCase()}(text [, characters]) → STRING`,
      `Takes white space, or any of the characters given, from ${where} of the text.`,
      example,
      result,
      { aliases },
    ),
    takes: ["text"],
    may: ["text"],
    gives: STRING,
    create: () => (text, characters) =>
      characters === undefined
        ? blanks(text)
        : trimCharacters(text, characters, name !== "rtrim", name !== "ltrim"),
  });
}

function trimCharacters(text: string, characters: string, atStart: boolean, atEnd: boolean): string {
  const taken = new Set(charactersOf(characters));
  const kept = charactersOf(text);
  let from = 0;
  let to = kept.length;
  while (atStart && from < to && taken.has(kept[from])) from++;
  while (atEnd && to > from && taken.has(kept[to - 1])) to--;
  return kept.slice(from, to).join("");
}

function initcap(text: string): string {
  return text.toLowerCase().replace(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu, (word) => {
    const [first] = word;
    return first.toUpperCase() + word.slice(first.length);
  });
}

/** Half of a pair that stands alone takes three bytes, as the character that replaces it. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
  return bytes;
}

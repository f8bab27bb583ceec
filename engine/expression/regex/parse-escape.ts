import { type CodePointRange, complement, digits, whiteSpace, wordCharacters } from "./character-class.ts";
import type { PatternReader } from "./pattern-reader.ts";

/** What an escape stands for inside and outside of brackets: one character, or some of them. */
export type EscapedSet = {
  readonly ranges: readonly CodePointRange[];
  readonly property: RegExp | null;
};

const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, a: 7, e: 27, "0": 0 };

const sets: Readonly<Record<string, readonly CodePointRange[]>> = {
  d: digits,
  D: complement(digits),
  s: whiteSpace,
  S: complement(whiteSpace),
  w: wordCharacters,
  W: complement(wordCharacters),
};

const letters: readonly CodePointRange[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
];
const punctuation: readonly CodePointRange[] = [
  [0x21, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0x7e],
];

/** Names of ASCII sets: `[[:alpha:]]` and, with a capital, `\p{Alpha}`. */
export const namedSets: Readonly<Record<string, readonly CodePointRange[]>> = {
  alpha: letters,
  digit: digits,
  alnum: [...letters, ...digits],
  upper: [[0x41, 0x5a]],
  lower: [[0x61, 0x7a]],
  punct: punctuation,
  space: whiteSpace,
  blank: [
    [0x09, 0x09],
    [0x20, 0x20],
  ],
  cntrl: [
    [0, 0x1f],
    [0x7f, 0x7f],
  ],
  graph: [[0x21, 0x7e]],
  print: [[0x20, 0x7e]],
  xdigit: [...digits, [0x41, 0x46], [0x61, 0x66]],
  word: wordCharacters,
};

/** Reads what stands behind a `\`; fails where nobody knows it. */
export function parseEscape(reader: PatternReader): number | EscapedSet {
  if (reader.done) reader.fail("The pattern ends with a \\; write \\\\ for the character itself");
  const character = reader.next();
  const set = sets[character];
  if (set) return { ranges: set, property: null };
  if (character === "p" || character === "P") return parseProperty(reader, character === "P");
  if (character === "x") return parseHex(reader, 2);
  if (character === "u") return parseHex(reader, 4);
  if (character === "0" && /\d/.test(reader.peek()))
    reader.fail("Octal numbers are not known; write \\x and two digits");
  const control = controls[character];
  if (control !== undefined) return control;
  if (/[1-9k]/.test(character))
    reader.fail(
      `A reference back to a group (\\${character}) cannot be matched in time that grows with the text only, and is not known`,
    );
  if (/[A-Za-z]/.test(character)) reader.fail(`\\${character} is not known`);
  return character.codePointAt(0)!;
}

/** `\x41`, `\u0041` and, with any number of digits, `\x{1F600}`. */
function parseHex(reader: PatternReader, count: number): number {
  const braces = reader.take("{");
  const text = reader.takeWhile(/[\da-f]/i, braces ? 6 : count);
  const value = parseInt(text, 16);
  const complete = braces ? reader.take("}") && text !== "" : text.length === count;
  if (!complete || value > 0x10ffff) reader.fail("The number of a character is incomplete");
  return value;
}

/** `\pL`, `\p{Lu}`, `\p{Script=Greek}`, `\p{Alpha}`. */
function parseProperty(reader: PatternReader, negated: boolean): EscapedSet {
  const braces = reader.take("{");
  const name = braces ? reader.takeWhile(/[\w=]/, 60) : reader.next();
  if (braces && !reader.take("}")) reader.fail("\\p{…} needs its }");
  const ascii = /^[A-Z]/.test(name) ? namedSets[name.toLowerCase()] : undefined;
  if (ascii) return { ranges: negated ? complement(ascii) : ascii, property: null };
  try {
    return { ranges: [], property: new RegExp(`^\\${negated ? "P" : "p"}{${name}}$`, "u") };
  } catch {
    return reader.fail(`There is no property ${name} of characters`);
  }
}

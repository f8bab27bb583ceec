import type { Column, NumberColumn, StringColumn, Validity } from "../data/column.ts";
import { Dictionary } from "../data/dictionary.ts";
import { EntryNumbers } from "./entry-numbers.ts";
import { type Kernel, type Operand, booleanColumn, bothValid, isValid, numberColumn } from "./kernel.ts";
import { LikePattern } from "./like-pattern.ts";
import { overRows } from "./repeat-row.ts";

/** A function of one text, computed once a dictionary entry. */
export function textKernel(compute: (text: string) => string): Kernel {
  const results = new Dictionary();
  const entries = new EntryNumbers((text) => results.add(compute(text)));
  return ([column], length) => {
    const { codes, dictionary, validity } = column as StringColumn;
    const translated = entries.of(dictionary);
    const out = new Int32Array(length);
    for (let i = 0; i < length; i++) out[i] = translated[codes[i]];
    return { kind: "string", codes: out, dictionary: results, validity };
  };
}

/** Characters (code points) of a text. */
export function lengthKernel(): Kernel {
  const entries = new EntryNumbers((text) => Array.from(text).length);
  return ([column], length) => {
    const { codes, dictionary, validity } = column as StringColumn;
    const lengths = entries.of(dictionary);
    const out = new Float64Array(length);
    for (let i = 0; i < length; i++) out[i] = lengths[codes[i]];
    return numberColumn(out, validity);
  };
}

/** @param skipsNull CONCAT takes NULL for an empty text; `||` is then NULL. */
export function concatKernel(skipsNull: boolean): Kernel {
  const results = new Dictionary();
  return (columns, length) => {
    const validity = skipsNull ? null : allValid(columns, length);
    const texts = columns as readonly StringColumn[];
    const codes = new Int32Array(length);
    for (let row = 0; row < length; row++) {
      if (!isValid(validity, row)) continue;
      let text = "";
      for (const column of texts)
        if (isValid(column.validity, row)) text += column.dictionary.get(column.codes[row]);
      codes[row] = results.add(text);
    }
    return { kind: "string", codes, dictionary: results, validity };
  };
}

/** SUBSTRING(text, from [, count]): `from` counts from 1, below 0 from the end; what lies outside is left out. */
export function substringKernel(operands: readonly Operand[]): Kernel {
  const [text, ...positions] = operands;
  const constants = positions.map(({ constant }) => constant);
  if (text.constant === null && constants.every((constant) => constant?.validity === null)) {
    const [from, count = Infinity] = constants.map((constant) => (constant as NumberColumn).values[0]);
    const fixed = textKernel((entry) => substring(entry, from, count));
    return ([column], length, warnings) => fixed([column], length, warnings);
  }
  return overRows(operands, substringOfRows());
}

function substringOfRows(): Kernel {
  const results = new Dictionary();
  return (columns, length) => {
    const validity = allValid(columns, length);
    const [texts, from, count] = columns as [StringColumn, NumberColumn, NumberColumn | undefined];
    const codes = new Int32Array(length);
    for (let row = 0; row < length; row++)
      if (isValid(validity, row)) {
        const text = texts.dictionary.get(texts.codes[row]);
        codes[row] = results.add(substring(text, from.values[row], count?.values[row] ?? Infinity));
      }
    return { kind: "string", codes, dictionary: results, validity };
  };
}

function substring(text: string, from: number, count: number): string {
  const characters = Array.from(text);
  const start = from < 0 ? characters.length + from : from - 1;
  return characters.slice(Math.max(start, 0), Math.max(start + count, 0)).join("");
}

/** LIKE: once an entry where the pattern is a literal. */
export function likeKernel(operands: readonly Operand[]): Kernel {
  const [text, pattern, escape] = operands;
  const known = constantText(pattern);
  const escapes = escape ? constantText(escape) : null;
  if (text.constant === null && known !== null && (!escape || escapes !== null)) {
    const fixed = new LikePattern(known, escapes);
    const entries = new EntryNumbers((entry) => (fixed.matches(entry) ? 1 : 0));
    return ([column], length) => {
      const { codes, dictionary, validity } = column as StringColumn;
      const matches = entries.of(dictionary);
      const out = new Uint8Array(length);
      for (let i = 0; i < length; i++) out[i] = matches[codes[i]];
      return booleanColumn(out, validity);
    };
  }
  return overRows(operands, likeOfRows);
}

const likeOfRows: Kernel = (columns, length) => {
  const validity = allValid(columns, length);
  const [texts, patterns, escapes] = columns as StringColumn[];
  const out = new Uint8Array(length);
  for (let row = 0; row < length; row++) {
    if (!isValid(validity, row)) continue;
    const escape = escapes ? escapes.dictionary.get(escapes.codes[row]) : null;
    const pattern = new LikePattern(patterns.dictionary.get(patterns.codes[row]), escape);
    out[row] = pattern.matches(texts.dictionary.get(texts.codes[row])) ? 1 : 0;
  }
  return booleanColumn(out, validity);
};

function constantText({ constant }: Operand): string | null {
  if (constant === null || constant.validity !== null) return null;
  const { codes, dictionary } = constant as StringColumn;
  return dictionary.get(codes[0]);
}

function allValid(columns: readonly Column[], length: number): Validity {
  return columns.reduce<Validity>((all, { validity }) => bothValid(all, -1, validity, -1, length), null);
}

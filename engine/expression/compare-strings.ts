import type { StringColumn } from "../data/column.ts";
import { compareUtf8 } from "../data/key-order.ts";
import { type Comparing, type Order, holds } from "./compare-numbers.ts";
import { EntryNumbers } from "./entry-numbers.ts";
import { type Operand, maskOf } from "./kernel.ts";

/** Strings, and the texts of ARRAYs, MAPs and STRUCTs, are equal when all code points are; strings are ordered by code point. */
export function compareStrings(order: Order, left: Operand, right: Operand): Comparing<StringColumn> {
  if (right.constant && !left.constant) return compareToText(order, right.constant as StringColumn, false);
  if (left.constant && !right.constant) return compareToText(order, left.constant as StringColumn, true);
  return order === "=" || order === "<>" ? equalTexts(order, left, right) : orderTexts(order, left, right);
}

/** Compares a column with one text: once an entry of the dictionary. */
function compareToText(order: Order, constant: StringColumn, reversed: boolean): Comparing<StringColumn> {
  if (constant.validity?.[0] === 0) return () => undefined;
  const text = constant.dictionary.get(constant.codes[0]);
  const outcomes = new EntryNumbers((entry) =>
    holds(order, reversed ? compareUtf8(text, entry) : compareUtf8(entry, text)),
  );
  return (a, b, out) => {
    const { codes, dictionary } = reversed ? b : a;
    const byCode = outcomes.of(dictionary);
    for (let i = 0; i < out.length; i++) out[i] = byCode[codes[i]];
  };
}

/** Two columns are equal by code, the right one's codes translated where the dictionaries differ. */
function equalTexts(order: Order, left: Operand, right: Operand): Comparing<StringColumn> {
  const leftMask = maskOf(left);
  const rightMask = maskOf(right);
  const equal = order === "=" ? 1 : 0;
  return (a, b, out) => {
    const { codes } = a;
    const others =
      a.dictionary === b.dictionary ? b.codes : translated(b, a, right.constant ? 1 : out.length);
    for (let i = 0; i < out.length; i++)
      out[i] = codes[i & leftMask] === others[i & rightMask] ? equal : 1 - equal;
  };
}

function translated(column: StringColumn, target: StringColumn, length: number): Int32Array {
  const codes = new Int32Array(length);
  for (let i = 0; i < length; i++)
    if (column.validity === null || column.validity[i] !== 0)
      codes[i] = target.dictionary.find(column.dictionary.get(column.codes[i]));
  return codes;
}

function orderTexts(order: Order, left: Operand, right: Operand): Comparing<StringColumn> {
  const leftMask = maskOf(left);
  const rightMask = maskOf(right);
  return (a, b, out) => {
    for (let i = 0; i < out.length; i++) {
      const x = i & leftMask;
      const y = i & rightMask;
      if (a.validity?.[x] === 0 || b.validity?.[y] === 0) continue;
      out[i] = holds(order, compareUtf8(a.dictionary.get(a.codes[x]), b.dictionary.get(b.codes[y])));
    }
  };
}

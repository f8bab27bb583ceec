import {
  type BooleanColumn,
  type Column,
  columnKind,
  type NumberColumn,
  type StringColumn,
} from "../data/column.ts";
import { type Comparing, type Order, compareNumbers, holds } from "./compare-numbers.ts";
import { compareStrings } from "./compare-strings.ts";
import { type Kernel, type Operand, booleanColumn, bothValid, isValid, maskOf } from "./kernel.ts";
import { orColumns } from "./logic-loops.ts";
import { Scratch } from "./scratch.ts";

export type ComparisonOperator = Order | ">" | ">=";

/** A comparison whose result is NULL where either side is. */
export function compileComparison(operator: ComparisonOperator, left: Operand, right: Operand): Kernel {
  if (operator === ">" || operator === ">=") {
    const turned = compileComparison(operator === ">" ? "<" : "<=", right, left);
    return ([a, b], length, warnings) => turned([b, a], length, warnings);
  }
  const compare = comparing(operator, left, right);
  const leftMask = maskOf(left);
  const rightMask = maskOf(right);
  const scratch = new Scratch();
  return ([a, b], length) => {
    const out = scratch.bytes(length);
    compare(a, b, out);
    return booleanColumn(out, bothValid(a.validity, leftMask, b.validity, rightMask, length));
  };
}

function comparing(order: Order, left: Operand, right: Operand): Comparing<Column> {
  if (columnKind(left.type) === "string") {
    const compare = compareStrings(order, left, right);
    return (a, b, out) => compare(a as StringColumn, b as StringColumn, out);
  }
  if (left.type.kind === "BOOLEAN") {
    const compare = compareBooleans(order, left, right);
    return (a, b, out) => compare(a as BooleanColumn, b as BooleanColumn, out);
  }
  const compare = compareNumbers(order, left, right);
  return (a, b, out) => compare(a as NumberColumn, b as NumberColumn, out);
}

function compareBooleans(order: Order, left: Operand, right: Operand): Comparing<BooleanColumn> {
  const leftMask = maskOf(left);
  const rightMask = maskOf(right);
  const outcomes = Uint8Array.of(holds(order, 0), holds(order, -1), holds(order, 1), holds(order, 0));
  return (a, b, out) => {
    const x = a.values;
    const y = b.values;
    for (let i = 0; i < out.length; i++) out[i] = outcomes[(x[i & leftMask] << 1) | y[i & rightMask]];
  };
}

/** IS [NOT] DISTINCT FROM: equality that takes NULLs for equal, and is never NULL. @param equal the result where both are. */
export function compileDistinct(equal: 0 | 1, left: Operand, right: Operand): Kernel {
  const compare = compileComparison("=", left, right);
  const leftMask = maskOf(left);
  const rightMask = maskOf(right);
  return ([a, b], length, warnings) => {
    const same = compare([a, b], length, warnings) as BooleanColumn;
    if (same.validity === null && equal === 1) return same;
    const out = new Uint8Array(length);
    for (let i = 0; i < length; i++) {
      const x = isValid(a.validity, i & leftMask);
      const y = isValid(b.validity, i & rightMask);
      const both = x && y ? same.values[i] === 1 : x === y;
      out[i] = both ? equal : 1 - equal;
    }
    return booleanColumn(out, null);
  };
}

/** IN: `=` with any of the list; NULL where none is equal and some comparison is NULL. */
export function compileIn(operands: readonly Operand[]): Kernel {
  const [wanted, ...list] = operands;
  const comparisons = list.map((item) => compileComparison("=", wanted, item));
  const scratch = new Scratch();
  return ([value, ...items], length, warnings) => {
    let found = comparisons[0]([value, items[0]], length, warnings);
    for (let i = 1; i < comparisons.length; i++)
      found = orColumns(scratch.bytes(length), found, comparisons[i]([value, items[i]], length, warnings));
    return found;
  };
}

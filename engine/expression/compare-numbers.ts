import type { NumberColumn } from "../data/column.ts";
import { rescale } from "../data/decimal.ts";
import {
  type CompareLoop,
  constantLeft,
  constantRight,
  equalDoubles,
  equalNumbers,
  lessDoubles,
  lessNumbers,
  lessOrEqualDoubles,
  lessOrEqualNumbers,
  unequalDoubles,
  unequalNumbers,
} from "./comparison-loops.ts";
import { exactAt } from "./exact.ts";
import { type Operand, isValid, maskOf } from "./kernel.ts";
import { scaledUp } from "./rescale.ts";
import { scaleOf } from "./type-rules.ts";

/** The comparisons that kernels have; `>` and `>=` change the sides. */
export type Order = "=" | "<>" | "<" | "<=";

/** Writes 1 where the comparison holds; what it writes at NULLs is undefined. */
export type Comparing<C> = (a: C, b: C, out: Uint8Array) => void;

const doubleLoops: Record<Order, CompareLoop> = {
  "=": equalDoubles,
  "<>": unequalDoubles,
  "<": lessDoubles,
  "<=": lessOrEqualDoubles,
};

const numberLoops: Record<Order, CompareLoop> = {
  "=": equalNumbers,
  "<>": unequalNumbers,
  "<": lessNumbers,
  "<=": lessOrEqualNumbers,
};

/** @returns 1 when a comparison that gave `sign` (below, at or above 0) holds, else 0. */
export function holds(order: Order, sign: number): number {
  switch (order) {
    case "=":
      return sign === 0 ? 1 : 0;
    case "<>":
      return sign === 0 ? 0 : 1;
    case "<":
      return sign < 0 ? 1 : 0;
    case "<=":
      return sign <= 0 ? 1 : 0;
  }
}

/** Both DOUBLE, both of one kind of time, or BIGINT and DECIMAL in any mix and scale, by value. */
export function compareNumbers(order: Order, left: Operand, right: Operand): Comparing<NumberColumn> {
  const leftMask = maskOf(left);
  const rightMask = maskOf(right);
  if (left.type.kind === "DOUBLE") {
    const loop = withConstants(order, left, right, doubleLoops[order]);
    return (a, b, out) => loop(a.values, leftMask, b.values, rightMask, out);
  }
  const loop = withConstants(order, left, right, numberLoops[order]);
  const scale = Math.max(scaleOf(left.type), scaleOf(right.type));
  const leftDigits = scale - scaleOf(left.type);
  const rightDigits = scale - scaleOf(right.type);
  return (a, b, out) => {
    const x = scaledUp(a, leftDigits, left.constant ? 1 : out.length);
    const y = x && scaledUp(b, rightDigits, right.constant ? 1 : out.length);
    if (y) loop(x, leftMask, y, rightMask, out);
    else compareExactly(order, left, right, a, b, scale, out);
  };
}

/** Most comparisons are with a constant, which a loop of its own reads once. */
function withConstants(order: Order, left: Operand, right: Operand, loop: CompareLoop): CompareLoop {
  if ((left.constant === null) === (right.constant === null)) return loop;
  const one = left.constant ? constantLeft[order] : constantRight[order];
  return (a, aMask, b, bMask, out) => {
    const constant = (left.constant ? a : b)[0];
    const column = left.constant ? b : a;
    if (constant === constant) one(column, constant, out);
    else loop(a, aMask, b, bMask, out);
  };
}

function compareExactly(
  order: Order,
  left: Operand,
  right: Operand,
  a: NumberColumn,
  b: NumberColumn,
  scale: number,
  out: Uint8Array,
): void {
  const leftMask = maskOf(left);
  const rightMask = maskOf(right);
  for (let row = 0; row < out.length; row++) {
    if (!isValid(a.validity, row & leftMask) || !isValid(b.validity, row & rightMask)) continue;
    const x = rescale(exactAt(a, left.type, row & leftMask), scaleOf(left.type), scale, "half-even");
    const y = rescale(exactAt(b, right.type, row & rightMask), scaleOf(right.type), scale, "half-even");
    out[row] = holds(order, x === y ? 0 : x < y ? -1 : 1);
  }
}

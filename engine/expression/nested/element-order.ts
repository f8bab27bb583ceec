import type { DataType } from "../../data/data-type.ts";
import { compareUtf8 } from "../../data/key-order.ts";
import { type Element, nestedText } from "../../data/nested-value.ts";

/** Whether two values of a type are equal, NULL to NULL. */
export function sameElement(a: Element, b: Element, type: DataType): boolean {
  return a === b || nestedText(a, type) === nestedText(b, type);
}

/** The order that comparisons have: NaN is greatest, false < true, strings by code point. Of no NULLs, ARRAYs, MAPs, STRUCTs. */
export function compareElements(a: Element, b: Element): number {
  if (typeof a === "string" && typeof b === "string") return compareUtf8(a, b);
  if (typeof a === "bigint" && typeof b === "bigint") return a < b ? -1 : a > b ? 1 : 0;
  const [left, right] = [Number(a), Number(b)];
  if (Number.isNaN(left) || Number.isNaN(right))
    return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
  return left - right || 0;
}

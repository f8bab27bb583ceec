import { type Column, isNull, readValue } from "../../data/column.ts";
import type { DataType } from "../../data/data-type.ts";
import { compareUtf8 } from "../../data/key-order.ts";
import type { OverOrder } from "../../spec/over-spec.ts";
import type { CellStore } from "./cell-store.ts";

/** The order of two cells: below, at or above 0. */
export type CellOrder = (a: number, b: number) => number;

/** The order of values that are not NULL: NaN is the greatest number, false is less than true, texts go by code point. */
export function compareValues(column: Column, type: DataType, a: number, b: number): number {
  switch (column.kind) {
    case "string":
      return compareUtf8(column.dictionary.get(column.codes[a]!), column.dictionary.get(column.codes[b]!));
    case "boolean":
      return column.values[a]! - column.values[b]!;
    case "number": {
      const left = column.values[a]!;
      const right = column.values[b]!;
      if (left < right) return -1;
      if (left > right) return 1;
      if (left !== right) return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
      if (column.exact === null) return 0;
      const exact = readValue(column, type, a)!;
      const other = readValue(column, type, b)!;
      return exact === other ? 0 : exact < other ? -1 : 1;
    }
  }
}

/** The order of cells by some of their columns. */
export function cellOrder(
  store: CellStore,
  keys: readonly { readonly column: number; readonly type: DataType; readonly order: OverOrder }[],
): CellOrder {
  return (a, b) => {
    for (const { column: index, type, order } of keys) {
      const column = store.column(index);
      const [absent, other] = [isNull(column, a), isNull(column, b)];
      if (absent !== other) return absent === order.nullsFirst ? -1 : 1;
      if (absent) continue;
      const compared = compareValues(column, type, a, b);
      if (compared !== 0) return order.descending ? -compared : compared;
    }
    return 0;
  };
}

/** How far a cell stands before the given one, by a number; null where that is NULL, at no distance from anything. */
export type CellDistance = (cell: number) => ((other: number) => number) | null;

/** Distances by one numeric column, in its units. */
export function cellDistance(
  store: CellStore,
  index: number,
  type: DataType,
  { descending, nullsFirst }: OverOrder,
): CellDistance {
  return (cell) => {
    const column = store.column(index);
    if (column.kind !== "number" || isNull(column, cell)) return null;
    const { values, exact } = column;
    const ahead = (other: number): number =>
      exact === null
        ? values[cell]! - values[other]!
        : Number((readValue(column, type, cell) as bigint) - (readValue(column, type, other) as bigint));
    return (other) => {
      if (isNull(column, other)) return nullsFirst ? Infinity : -Infinity;
      return descending ? -ahead(other) : ahead(other);
    };
  };
}

import { type Column, isNull } from "../data/column.ts";
import { type ColumnBuffer, columnOf } from "../data/column-buffer.ts";
import type { DataType, Value } from "../data/data-type.ts";
import { type WarningCounts, warn } from "../expression/warning-counts.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import { comparableAt } from "./comparable.ts";

/** Values that one group can tell apart; beyond them f(DISTINCT x) is NULL. Maps of the platform end soon after. */
export const MOST_DISTINCT = 10_000_000;

/**
 * What DISTINCT goes by: a key a value, or a combination of values. NaN is one value, and so are 0 and -0. NULL alone is
 * no value, unless the aggregate keeps NULLs.
 */
export class DistinctKeys {
  readonly #types: readonly DataType[];
  readonly #keepsNulls: boolean;

  constructor(call: AggregateCall) {
    this.#types = call.arguments.map(({ type }) => type);
    this.#keepsNulls = call.keepsNulls || call.arguments.length > 1;
  }

  /** @returns undefined where the row is to be left out. */
  at(columns: readonly Column[], row: number): Value | undefined {
    if (columns.length > 1) return this.#tupleOf(columns, row);
    if (!this.#keepsNulls && isNull(columns[0], row)) return undefined;
    return comparableAt(columns[0], this.#types[0], row);
  }

  /** The arguments that the keys stand for, a row each. */
  columnsOf(keys: readonly Value[]): readonly Column[] {
    const tuples = keys.map((key) => (this.#types.length === 1 ? [key] : this.#valuesOf(String(key))));
    return this.#types.map((type, index) =>
      columnOf(
        type,
        tuples.map((values) => values[index]),
      ),
    );
  }

  /** Several values as one text that tells them apart. */
  #tupleOf(columns: readonly Column[], row: number): string {
    return JSON.stringify(
      columns.map((column, index) => {
        const value = comparableAt(column, this.#types[index], row);
        if (typeof value === "string" || value === null) return value;
        return [typeof value === "boolean" ? Number(value) : String(value)];
      }),
    );
  }

  #valuesOf(tuple: string): readonly Value[] {
    const parts = JSON.parse(tuple) as (string | null | [string | number])[];
    return parts.map((part, index) => {
      if (!Array.isArray(part)) return part;
      const { kind } = this.#types[index];
      if (kind === "BOOLEAN") return part[0] === 1;
      return kind === "BIGINT" || kind === "DECIMAL" ? BigInt(part[0]) : Number(part[0]);
    });
  }
}

/** The result of a slot that had more values than can be told apart. */
export function writeTooMany(
  out: ColumnBuffer,
  index: number,
  { name }: AggregateCall,
  warnings: WarningCounts,
): void {
  out.setNull(index);
  const example = `${name.toUpperCase()} of more than ${MOST_DISTINCT} different values`;
  warn(warnings, "TOO_MANY_VALUES", [index], example);
}

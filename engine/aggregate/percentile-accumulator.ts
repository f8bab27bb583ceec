import { isNull } from "../data/column.ts";
import { type ColumnBuffer, writeValue } from "../data/column-buffer.ts";
import type { DataType, Value } from "../data/data-type.ts";
import { formatDecimal } from "../data/decimal.ts";
import { type WarningCounts, warn } from "../expression/warning-counts.ts";
import type { AggregateInput } from "./accumulator.ts";
import { comparableAt, comparatorOf } from "./comparable.ts";
import { RetractableStates } from "./slot-states.ts";
import { SortedValues } from "./sorted-values.ts";

/** Values that one group may have; beyond them the result is NULL, and counted as a warning. */
export const MOST_RANKED = 1_000_000;

export interface PercentileSpec {
  readonly name: string;
  /** Of the values. */
  readonly type: DataType;
  /** 0 … 1. */
  readonly fraction: number;
  /** Whether the greatest value is first. */
  readonly descending: boolean;
  /** Whether a place between two values is a value in proportion: then the result is a DOUBLE. */
  readonly interpolates: boolean;
}

/** The value at a fraction of the way through all values in order. */
export class Percentile extends RetractableStates<SortedValues> {
  readonly #spec: PercentileSpec;
  readonly #warnings: WarningCounts;

  constructor(spec: PercentileSpec, warnings: WarningCounts) {
    super();
    this.#spec = spec;
    this.#warnings = warnings;
  }

  protected create(): SortedValues {
    return new SortedValues(comparatorOf(this.#spec.type));
  }

  protected put(values: SortedValues, { columns }: AggregateInput, row: number): void {
    if (isNull(columns[0], row) || values.size > MOST_RANKED) return;
    values.add(comparableAt(columns[0], this.#spec.type, row));
  }

  /** What was too much stays too much: the values left out are not known. */
  protected take(values: SortedValues, { columns }: AggregateInput, row: number): void {
    if (isNull(columns[0], row) || values.size > MOST_RANKED) return;
    values.remove(comparableAt(columns[0], this.#spec.type, row));
  }

  protected unite(into: SortedValues, from: SortedValues): void {
    into.addAll(from);
  }

  protected write(values: SortedValues | undefined, out: ColumnBuffer, index: number): void {
    if (values === undefined || values.size === 0) return out.setNull(index);
    if (values.size > MOST_RANKED) {
      const example = `${this.#spec.name.toUpperCase()} of more than ${MOST_RANKED} values`;
      warn(this.#warnings, "TOO_MANY_VALUES", [index], example);
      return out.setNull(index);
    }
    const sorted = values.inOrder();
    writeValue(out, index, this.#spec.interpolates ? this.#between(sorted) : this.#at(sorted));
  }

  #at(sorted: readonly Value[]): Value {
    const { fraction, descending } = this.#spec;
    const place = Math.max(1, Math.ceil(fraction * sorted.length));
    return sorted[descending ? sorted.length - place : place - 1];
  }

  #between(sorted: readonly Value[]): number {
    const { fraction, descending } = this.#spec;
    const last = sorted.length - 1;
    const place = fraction * last;
    const [before, after] = [Math.floor(place), Math.ceil(place)];
    const low = this.#numberOf(sorted[descending ? last - before : before]);
    const high = this.#numberOf(sorted[descending ? last - after : after]);
    return low === high ? low : low + (high - low) * (place - before);
  }

  #numberOf(value: Value): number {
    const { type } = this.#spec;
    if (type.kind !== "DECIMAL") return Number(value);
    return typeof value === "bigint"
      ? Number(formatDecimal(value, type.scale))
      : Number(value) / 10 ** type.scale;
  }
}

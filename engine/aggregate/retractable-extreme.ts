import { isNull } from "../data/column.ts";
import { type ColumnBuffer, writeValue } from "../data/column-buffer.ts";
import type { DataType } from "../data/data-type.ts";
import type { AggregateInput } from "./accumulator.ts";
import { comparableAt, comparatorOf } from "./comparable.ts";
import { RetractableStates } from "./slot-states.ts";
import { SortedValues } from "./sorted-values.ts";

/** MIN or MAX over values that may be taken back: all of them are kept, in order. */
export class RetractableExtreme extends RetractableStates<SortedValues> {
  readonly #type: DataType;
  readonly #greatest: boolean;

  constructor(type: DataType, greatest: boolean) {
    super();
    this.#type = type;
    this.#greatest = greatest;
  }

  protected create(): SortedValues {
    return new SortedValues(comparatorOf(this.#type));
  }

  protected put(values: SortedValues, { columns }: AggregateInput, row: number): void {
    if (!isNull(columns[0], row)) values.add(comparableAt(columns[0], this.#type, row));
  }

  protected take(values: SortedValues, { columns }: AggregateInput, row: number): void {
    if (!isNull(columns[0], row)) values.remove(comparableAt(columns[0], this.#type, row));
  }

  protected unite(into: SortedValues, from: SortedValues): void {
    into.addAll(from);
  }

  protected write(values: SortedValues | undefined, out: ColumnBuffer, index: number): void {
    const sorted = values?.inOrder() ?? [];
    writeValue(out, index, sorted.at(this.#greatest ? -1 : 0) ?? null);
  }
}

import { isNull, readValue } from "../data/column.ts";
import { type ColumnBuffer, writeValue } from "../data/column-buffer.ts";
import type { DataType, Value } from "../data/data-type.ts";
import type { AggregateInput, FoldableAccumulator } from "./accumulator.ts";
import { SlotStates } from "./slot-states.ts";

/** A value and the seq of the record that it is of. */
export interface Kept {
  value: Value;
  seq: number;
}

/** One STRING, BOOLEAN or nested value a slot: the first that is not NULL, then each that replaces the one kept. */
export class KeptValue extends SlotStates<Kept> implements FoldableAccumulator {
  readonly #type: DataType;
  readonly #replaces: (kept: Kept, next: Kept) => boolean;
  readonly #next: Kept = { value: null, seq: 0 };

  constructor(type: DataType, replaces: (kept: Kept, next: Kept) => boolean) {
    super();
    this.#type = type;
    this.#replaces = replaces;
  }

  fold(into: Int32Array, sources: Int32Array, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const kept = this.states[sources[i]];
      if (kept !== undefined) this.unite((this.states[into[i]] ??= this.create()), kept);
    }
  }

  protected create(): Kept {
    return { value: null, seq: 0 };
  }

  protected put(kept: Kept, { base, columns }: AggregateInput, row: number): void {
    const [column] = columns;
    if (isNull(column, row)) return;
    const next = this.#next;
    next.value = readValue(column, this.#type, row);
    next.seq = base + row;
    this.unite(kept, next);
  }

  protected unite(kept: Kept, next: Kept): void {
    if (next.value === null || (kept.value !== null && !this.#replaces(kept, next))) return;
    kept.value = next.value;
    kept.seq = next.seq;
  }

  protected write(kept: Kept | undefined, out: ColumnBuffer, index: number): void {
    writeValue(out, index, kept === undefined ? null : kept.value);
  }
}

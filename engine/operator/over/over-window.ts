import type { Column } from "../../data/column.ts";
import type { ColumnBuffer, NumberBuffer } from "../../data/column-buffer.ts";
import { KeyEncoder } from "../../data/key-table.ts";
import { copyValue } from "./copy-value.ts";
import type { WarningCounts } from "../../expression/warning-counts.ts";
import { type CellDistance, cellDistance, cellOrder } from "./cell-order.ts";
import type { CellStore } from "./cell-store.ts";
import { createFrameFunction } from "./create-frame-function.ts";
import type { FrameFunction } from "./frame-function.ts";
import { Lanes } from "./lanes.ts";
import type { FunctionColumns, OverRules, WindowColumns } from "./over-rules.ts";

/** A function's result for every entry: `current` has the record's own cell. */
type Writer = (out: ColumnBuffer, current: Int32Array) => void;

/** One window of a query with its functions. */
export class OverWindow {
  readonly lanes: Lanes;
  readonly #store: CellStore;
  /** Where its groups are not those by which the records are spread. */
  readonly #encoder: KeyEncoder | null;
  readonly #keys: readonly number[] | null;
  readonly #frames: FrameFunction[] = [];
  readonly #writers: Writer[];
  #ids: Int32Array = new Int32Array(0);

  /** @param warnings counts results that do not fit, by entry. */
  constructor(
    rules: OverRules,
    window: WindowColumns,
    functions: readonly FunctionColumns[],
    store: CellStore,
    warnings: WarningCounts,
  ) {
    const { spec } = window;
    this.#store = store;
    this.#keys = window.keys;
    this.#encoder = window.keys && new KeyEncoder(window.keys.map((index) => rules.columns[index]!));
    const places = functions.flatMap(({ over }) =>
      over.kind === "place"
        ? [{ place: over.place, count: over.count, fromLastPeer: sharesLag(rules, window) }]
        : [],
    );
    const ranks = functions.flatMap(({ over }) => (over.kind === "rank" ? [over] : []));
    this.lanes = new Lanes(
      spec,
      store,
      window.order.length === 0 ? null : cellOrder(store, orderKeys(rules, window)),
      distances(rules, window, store),
      { places, ranks },
    );
    let place = 0;
    let rank = 0;
    this.#writers = functions.map(({ over, columns }) => {
      switch (over.kind) {
        case "place":
          return this.#placeWriter(place++, columns);
        case "rank":
          return this.#rankWriter(rank++);
        case "aggregate": {
          const frame = createFrameFunction(over, columns, spec, store, warnings);
          this.#frames.push(frame);
          return (out) => frame.follow(this.lanes.moves, out);
        }
      }
    });
  }

  /** @param keys ids of the groups by which records are spread. @returns The id of each row's group. */
  groupsOf(columns: readonly Column[], length: number, keys: Int32Array): Int32Array {
    if (!this.#encoder) return keys;
    if (this.#ids.length < length) this.#ids = new Int32Array(length);
    const own = this.#keys!.map((index) => columns[index]!);
    this.#encoder.encode(own, length, null, this.#ids);
    return this.#ids;
  }

  /** Writes each function's results of all entries to its column. */
  write(results: readonly ColumnBuffer[], current: Int32Array): void {
    for (const frame of this.#frames) frame.reserve(this.lanes.size);
    this.#writers.forEach((write, index) => write(results[index]!, current));
  }

  #placeWriter(place: number, [value, fallback]: readonly number[]): Writer {
    return (out, current) => {
      const cells = this.lanes.cells[place]!;
      const column = this.#store.column(value!);
      const otherwise = fallback === undefined ? null : this.#store.column(fallback);
      for (let i = 0; i < cells.length; i++)
        if (cells[i]! >= 0) copyValue(column, cells[i]!, out, i);
        else if (otherwise && this.lanes.moves.slot[i]! >= 0) copyValue(otherwise, current[i]!, out, i);
        else out.setNull(i);
    };
  }

  #rankWriter(rank: number): Writer {
    return (out) => {
      const numbers = this.lanes.numbers[rank]!;
      const { values } = out as NumberBuffer;
      for (let i = 0; i < numbers.length; i++)
        if (Number.isNaN(numbers[i])) out.setNull(i);
        else values[i] = numbers[i]!;
    };
  }
}

function sharesLag({ peersShareLag }: OverRules, { spec }: WindowColumns): boolean {
  return peersShareLag && spec.leaves === "at-watermark" && spec.frame.unit === "range";
}

function orderKeys({ columns }: OverRules, { order, spec }: WindowColumns): Parameters<typeof cellOrder>[1] {
  return order.map((column, index) => ({ column, type: columns[column]!, order: spec.order[index]! }));
}

/** What distances of RANGE are measured by; null: the frame has none. */
function distances(rules: OverRules, { order, spec }: WindowColumns, store: CellStore): CellDistance | null {
  const { unit, start, end } = spec.frame;
  if (unit === "rows" || (!start && !end)) return null;
  return cellDistance(store, order[0]!, rules.columns[order[0]!]!, spec.order[0]!);
}

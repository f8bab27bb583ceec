import type { OverFunction } from "../aggregate/over-function.ts";
import type { ColumnReference, FunctionCall } from "../sql/expression-ast.ts";
import { bound, type Bound } from "./bound.ts";
import type { NameBinder } from "./name-binder.ts";
import type { CallOver } from "./over-windows.ts";
import type { RecordNames } from "./record-names.ts";

/** Names in the SELECT list of a query with OVER: columns of the stream, and the results of its functions behind them. */
export class OverNames implements NameBinder {
  readonly #records: RecordNames;
  /** Index of the first function's result. */
  readonly #from: number;
  readonly #functions: readonly OverFunction[];
  readonly #indexOf: ReadonlyMap<FunctionCall, number | null>;

  /** @param indexOf of each call its function; null after its problem was reported. @param columns of the stream. */
  constructor(
    records: RecordNames,
    columns: number,
    functions: readonly OverFunction[],
    indexOf: ReadonlyMap<CallOver, number | null>,
  ) {
    this.#records = records;
    this.#from = columns;
    this.#functions = functions;
    this.#indexOf = indexOf as ReadonlyMap<FunctionCall, number | null>;
  }

  whole(): undefined {}

  column(node: ColumnReference): Bound | null {
    return this.#records.column(node);
  }

  ownerOf(node: ColumnReference): ColumnReference | null {
    return this.#records.ownerOf(node);
  }

  arrival(node: FunctionCall): Bound | null {
    return this.#records.arrival(node);
  }

  call(node: FunctionCall): Bound | null | undefined {
    return this.#records.call(node);
  }

  over(node: FunctionCall): Bound | null | undefined {
    const index = this.#indexOf.get(node);
    if (index === undefined || index === null) return index;
    return bound(
      { kind: "column", index: this.#from + index, type: this.#functions[index]!.type },
      node.range,
    );
  }
}

import { DELETE } from "../data/change.ts";
import type { OutputChunk } from "./changelog-store.ts";
import type { OutputBatch } from "./output-batch.ts";

/** Groups that the table holds; beyond it new ones are left out and counted. */
const TABLE_ROWS_KEPT = 200_000;

interface Latest {
  output: OutputBatch;
  row: number;
}

/** The changelog folded: the latest row of each (partition, window, group). */
export class ResultTable {
  /** By window start, then by group and partition, in order of first appearance. */
  readonly #windows = new Map<number, Map<number, Latest>>();
  readonly #partitions: number;
  #size = 0;
  #leftOut = 0;
  #ordered: Latest[] | null = null;

  /** @param partitions of the query. */
  constructor(partitions: number) {
    this.#partitions = partitions;
  }

  /** Rows left after folding. */
  get size(): number {
    return this.#size + this.#leftOut;
  }

  append({ outputs, order }: OutputChunk): void {
    this.#ordered = null;
    let lastStart = NaN;
    let window: Map<number, Latest> | undefined;
    for (let i = 0; i < order.row.length; i++) {
      const output = outputs[order.output[i]!]!;
      const row = order.row[i]!;
      const start = output.windowStart[row]!;
      if (start !== lastStart) {
        window = this.#windows.get(start);
        lastStart = start;
      }
      if (!window) this.#windows.set(start, (window = new Map()));
      this.#fold(window, output.key[row]! * this.#partitions + output.partition, output, row);
    }
  }

  /** Rows `from … to`, by window, then by first appearance. */
  visit(from: number, to: number, visitor: (output: OutputBatch, row: number) => void): void {
    this.#ordered ??= [...this.#windows.entries()]
      .sort(([a], [b]) => a - b)
      .flatMap(([, window]) => [...window.values()]);
    for (const { output, row } of this.#ordered.slice(Math.max(0, from), to)) visitor(output, row);
  }

  #fold(window: Map<number, Latest>, group: number, output: OutputBatch, row: number): void {
    const latest = window.get(group);
    if (output.kind[row] === DELETE) {
      if (window.delete(group)) this.#size--;
    } else if (latest) {
      latest.output = output;
      latest.row = row;
    } else if (this.#size < TABLE_ROWS_KEPT) {
      window.set(group, { output, row });
      this.#size++;
    } else this.#leftOut++;
  }
}

import { DELETE, UPDATE_BEFORE } from "../data/change.ts";
import type { OutputChunk } from "./changelog-store.ts";
import type { OutputBatch } from "./output-batch.ts";

/** Groups that the table holds; further ones are left out. */
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
  #ordered: Latest[] | null = null;

  /** @param partitions of the query. */
  constructor(partitions: number) {
    this.#partitions = partitions;
  }

  /** Rows left after folding, of those that the table holds. */
  get size(): number {
    return this.#size;
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
      .flatMap(([, window]) => [...window.values()])
      .filter(isShown);
    for (const { output, row } of this.#ordered.slice(Math.max(0, from), to)) visitor(output, row);
  }

  #fold(window: Map<number, Latest>, group: number, output: OutputBatch, row: number): void {
    const latest = window.get(group);
    if (output.kind[row] === DELETE) {
      if (latest && isShown(latest)) this.#size--;
      window.delete(group);
    } else if (latest) {
      const was = isShown(latest);
      latest.output = output;
      latest.row = row;
      this.#size += Number(isShown(latest)) - Number(was);
    } else if (this.#size < TABLE_ROWS_KEPT) {
      window.set(group, { output, row });
      this.#size++;
    }
  }
}

/** A -U that no +U follows is a row taken back; its place stays, in case the group comes again. */
function isShown({ output, row }: Latest): boolean {
  return output.kind[row] !== UPDATE_BEFORE;
}

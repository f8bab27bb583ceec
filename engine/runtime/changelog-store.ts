import { NO_PANE, PANES } from "../data/change.ts";
import { type CompareKeys, mergeOutputs, type MergedOrder } from "./merge-outputs.ts";
import type { OutputBatch } from "./output-batch.ts";

/** Output rows by pane. */
export interface PaneCounts {
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
}

/** Rows of the changelog that stay readable; older ones are counted only. */
export const ROWS_KEPT = 1_000_000;

/** The rows that came of one batch, in their one order. */
export interface OutputChunk {
  /** Index of the first row in the whole changelog. */
  readonly start: number;
  readonly outputs: readonly OutputBatch[];
  readonly order: MergedOrder;
}

/** The changelog of a run in its order: columns as they came, merged by index. */
export class ChangelogStore {
  readonly #compareKeys: CompareKeys;
  readonly #chunks: OutputChunk[] = [];
  readonly #panes = new Float64Array(PANES.length);
  #length = 0;

  constructor(compareKeys: CompareKeys) {
    this.#compareKeys = compareKeys;
  }

  /** Rows so far. */
  get length(): number {
    return this.#length;
  }

  /** Rows so far by pane, kept or not; rows without a window have none. */
  get panes(): PaneCounts {
    const [early, onTime, late] = this.#panes;
    return { early: early!, onTime: onTime!, late: late! };
  }

  /** Index of the first row that is still kept. */
  get firstKept(): number {
    return this.#chunks.length === 0 ? this.#length : this.#chunks[0]!.start;
  }

  /** @param outputs of one batch, in order of partition. @returns The chunk, or null when there were no rows. */
  append(outputs: readonly OutputBatch[]): OutputChunk | null {
    const order = mergeOutputs(outputs, this.#compareKeys);
    if (order.row.length === 0) return null;
    const chunk = { start: this.#length, outputs, order };
    this.#chunks.push(chunk);
    for (const { pane, length } of outputs)
      for (let row = 0; row < length; row++) if (pane[row] !== NO_PANE) this.#panes[pane[row]!]!++;
    this.#length += order.row.length;
    while (this.#length - this.#chunks[0]!.start - this.#chunks[0]!.order.row.length >= ROWS_KEPT)
      this.#chunks.shift();
    return chunk;
  }

  /** Visits rows `from … to` that are kept, in order. */
  visit(from: number, to: number, visitor: (output: OutputBatch, row: number, index: number) => void): void {
    for (let at = this.#chunkOf(from); at < this.#chunks.length; at++) {
      const { start, outputs, order } = this.#chunks[at]!;
      if (start >= to) return;
      const end = Math.min(to, start + order.row.length);
      for (let index = Math.max(from, start); index < end; index++)
        visitor(outputs[order.output[index - start]!]!, order.row[index - start]!, index);
    }
  }

  #chunkOf(index: number): number {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#chunks[middle]!.start <= index) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
}

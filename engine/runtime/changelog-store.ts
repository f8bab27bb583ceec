import { CHANGE_KINDS, NO_PANE, PANES } from "../data/change.ts";
import type { MergedOrder } from "./merge-outputs.ts";
import type { OutputBatch } from "./output-batch.ts";

/** Output rows by pane. */
export interface PaneCounts {
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
}

/** Puts the rows of several outputs, in order of partition, into their one order; may leave rows out. */
export type OrderRows = (outputs: readonly OutputBatch[]) => MergedOrder;

/** The rows that came of one batch, in their one order. */
export interface OutputChunk {
  /** Index of the first row in the whole changelog. */
  readonly start: number;
  readonly outputs: readonly OutputBatch[];
  readonly order: MergedOrder;
  /** Rows before it by pane: early, on-time, late. */
  readonly panesBefore: readonly number[];
  /** Rows before it by kind. */
  readonly kindsBefore: readonly number[];
}

/** A row where it lies. */
export interface OutputRow {
  readonly output: OutputBatch;
  readonly row: number;
}

/** The changelog of a run in its order: columns as they came, merged by index. Old rows may be forgotten, but count on. */
export class ChangelogStore {
  /** Told of rows that are about to be forgotten. */
  onForget: (chunk: OutputChunk) => void = () => undefined;
  readonly #orderRows: OrderRows;
  readonly #chunks: OutputChunk[] = [];
  readonly #panes: number[] = PANES.map(() => 0);
  readonly #kinds: number[] = CHANGE_KINDS.map(() => 0);
  #length = 0;
  #firstPosition = 0;

  constructor(orderRows: OrderRows) {
    this.#orderRows = orderRows;
  }

  /** Rows so far. */
  get length(): number {
    return this.#length;
  }

  /** Index of the first row that is still kept. */
  get firstKept(): number {
    return this.#chunks.length === 0 ? this.#length : this.#chunks[0]!.start;
  }

  /** The lowest position of which all rows, and those that they replaced, can still be told. */
  get firstPosition(): number {
    return this.#firstPosition;
  }

  /** @param outputs of one batch, in order of partition. */
  append(outputs: readonly OutputBatch[]): void {
    const order = this.#orderRows(outputs);
    if (order.row.length === 0) return;
    const panesBefore = [...this.#panes];
    const kindsBefore = [...this.#kinds];
    this.#chunks.push({ start: this.#length, outputs, order, panesBefore, kindsBefore });
    for (let i = 0; i < order.row.length; i++) {
      const output = outputs[order.output[i]!]!;
      const row = order.row[i]!;
      const pane = output.pane[row]!;
      if (pane !== NO_PANE) this.#panes[pane]!++;
      this.#kinds[output.kind[row]!]!++;
    }
    this.#length += order.row.length;
  }

  /** Forgets the batches whose rows all lie before row `index`. */
  forget(index: number): void {
    for (let chunk = this.#chunks[0]; chunk && endOf(chunk) <= index; chunk = this.#chunks[0]) {
      this.onForget(chunk);
      const last = rowOf(chunk, endOf(chunk) - 1);
      this.#firstPosition = last.output.cause[last.row]! + 1;
      this.#chunks.shift();
    }
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

  /** The row at an index, or null where it is not kept. */
  at(index: number): OutputRow | null {
    const chunk = this.#chunks[this.#chunkOf(index)];
    if (!chunk || index < chunk.start || index >= endOf(chunk)) return null;
    return rowOf(chunk, index);
  }

  /** The number of rows, kept or not, whose cause is a record before `seq`. Where they are not kept, `firstKept`. */
  rowsBefore(seq: number): number {
    let low = this.firstKept;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const { output, row } = this.at(middle)!;
      if (output.cause[row]! < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first `rows` rows, kept or not, by the byte of their kind. */
  kinds(rows: number): readonly number[] {
    const chunk = this.#chunks[this.#chunkOf(rows)];
    if (rows >= this.#length || !chunk) return [...this.#kinds];
    const counts = [...chunk.kindsBefore];
    this.visit(chunk.start, rows, (output, row) => counts[output.kind[row]!]!++);
    return counts;
  }

  /** The first `rows` rows by pane, kept or not; rows without a window have none. */
  panes(rows: number): PaneCounts {
    const chunk = this.#chunks[this.#chunkOf(rows)];
    const counts = rows >= this.#length || !chunk ? [...this.#panes] : [...chunk.panesBefore];
    if (chunk && rows < this.#length)
      this.visit(chunk.start, rows, (output, row) => {
        const pane = output.pane[row]!;
        if (pane !== NO_PANE) counts[pane]!++;
      });
    const [early, onTime, late] = counts;
    return { early: early!, onTime: onTime!, late: late! };
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

/** @returns The index behind the last row of the chunk. */
export function endOf({ start, order }: OutputChunk): number {
  return start + order.row.length;
}

/** @param index of a row of the chunk. */
export function rowOf({ start, outputs, order }: OutputChunk, index: number): OutputRow {
  return { output: outputs[order.output[index - start]!]!, row: order.row[index - start]! };
}

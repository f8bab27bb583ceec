import type { CellStore } from "./cell-store.ts";

/** Cells whose rows wait for their time, by (event time, seq). */
export class WaitingCells {
  readonly #store: CellStore;
  readonly #heap: number[] = [];

  constructor(store: CellStore) {
    this.#store = store;
  }

  /** ms: the earliest event time; Infinity where nothing waits. */
  get earliest(): number {
    return this.#heap.length === 0 ? Infinity : this.#store.time[this.#heap[0]!]!;
  }

  add(cell: number): void {
    const heap = this.#heap;
    let at = heap.push(cell) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#before(cell, heap[above]!)) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = cell;
  }

  /** Takes out all of the earliest time, of which there must be one. @returns Them in order of seq. */
  takeEarliest(): readonly number[] {
    const { earliest } = this;
    const taken: number[] = [];
    while (this.earliest === earliest) taken.push(this.#take());
    return taken;
  }

  #take(): number {
    const heap = this.#heap;
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && this.#before(heap[below + 1]!, heap[below]!)) below++;
      if (!this.#before(heap[below]!, last)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = last;
    return first;
  }

  #before(a: number, b: number): boolean {
    const { time, seq } = this.#store;
    return time[a]! < time[b]! || (time[a] === time[b] && seq[a]! < seq[b]!);
  }
}

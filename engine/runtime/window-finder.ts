import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { createAssigner } from "../window/create-assigner.ts";
import type { WindowAssigner } from "../window/window-assigner.ts";

/** [start, end), ms. */
export interface WindowBounds {
  readonly start: number;
  readonly end: number;
}

/** Tells which windows of a query an event time lies in. Of sessions it is the one that a record makes by itself. */
export class WindowFinder {
  /** ms; null: no sessions. */
  readonly #gap: number | null;
  readonly #assigner: WindowAssigner | null;
  readonly #row: Int32Array = Int32Array.of(0);
  readonly #time: Float64Array = new Float64Array(1);
  readonly #first: Float64Array = new Float64Array(1);
  readonly #last: Float64Array = new Float64Array(1);

  constructor(query: PhysicalPlan["query"]) {
    const window = query.kind === "aggregate" ? query.window : null;
    this.#gap = window?.kind === "session" ? window.gap : null;
    this.#assigner = window && window.kind !== "session" ? createAssigner(window) : null;
  }

  /** @param time ms. @returns Ascending by start, then end; none where the query has no windows. */
  of(time: number): readonly WindowBounds[] {
    const assigner = this.#assigner;
    if (this.#gap !== null) return [{ start: time, end: time + this.#gap }];
    if (!assigner) return [];
    this.#assign(assigner, time);
    const windows: WindowBounds[] = [];
    for (let window = this.#first[0]!; window <= this.#last[0]!; window++)
      windows.push({ start: assigner.start(window), end: assigner.end(window) });
    return windows;
  }

  /**
   * The end of the last window that begins at or before a time, whether or not it still holds it: what judges a record
   * that lies between windows. @param time ms. @returns ms; `time + 1` where the query has no windows.
   */
  lastEnd(time: number): number {
    const assigner = this.#assigner;
    if (!assigner) return time + (this.#gap ?? 1);
    this.#assign(assigner, time);
    return assigner.end(this.#last[0]!);
  }

  #assign(assigner: WindowAssigner, time: number): void {
    this.#time[0] = time;
    assigner.assign(this.#time, this.#row, 0, 1, this.#first, this.#last);
  }
}

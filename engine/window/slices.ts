import { type FoldableAccumulator, isFoldable } from "../aggregate/accumulator.ts";
import type { GroupEmission } from "./group-emission.ts";
import { HoppingWindow } from "./hopping-window.ts";
import { NumberHeap } from "./number-heap.ts";
import type { GridRules } from "./windowed-aggregation.ts";
import type { WindowEntry, WindowState } from "./window-state.ts";

/** What slices share with the operator whose windows they are put together to. */
export interface SlicedState {
  readonly state: WindowState;
  readonly emission: GroupEmission;
}

/**
 * Hopping windows whose rows leave at their close, in slices an advance long: a record goes into its slice alone, however
 * many open windows hold that, and a window is put together from its slices when it closes.
 *
 * Slice n is the beginning of window n, and window n is the last to close of those that slice n is in. So they share one
 * number, and with it the slots of the state: these are the slice's until the window is put together, and the window's
 * from then on. Windows are put together in their order, each before any record is placed for which it is closed; a
 * record goes into its closed windows directly. So a slice holds just what is in all those of its windows that are not put together yet.
 */
export class Slices {
  readonly #grid: HoppingWindow;
  readonly #closeDelay: number;
  readonly #accumulators: readonly FoldableAccumulator[];
  readonly #shared: SlicedState;
  /** Slices that hold records: those below `#reach` in order, and the numbers of the others. All are above `#last`. */
  readonly #near: WindowEntry[] = [];
  readonly #far = new NumberHeap();
  #reach = -Infinity;
  /** Number of the last window that is put together, or was found to be empty. */
  #last = -Infinity;
  /** ms: the watermark at which the window behind it closes. */
  #due = -Number.MAX_VALUE;
  /** Slots of slices, and those of the window that they are folded into. */
  #sources: Int32Array = new Int32Array(0);
  #into: Int32Array = new Int32Array(0);

  constructor(
    grid: HoppingWindow,
    closeDelay: number,
    accumulators: readonly FoldableAccumulator[],
    shared: SlicedState,
  ) {
    this.#grid = grid;
    this.#closeDelay = closeDelay;
    this.#accumulators = accumulators;
    this.#shared = shared;
  }

  /** The slice got its first record. */
  add(slice: number): void {
    if (slice >= this.#reach) return this.#far.push(slice);
    const near = this.#near;
    let at = near.push(this.#shared.state.entry(slice)!) - 1;
    for (; at > 0 && near[at - 1]!.window > slice; at--)
      [near[at - 1], near[at]] = [near[at]!, near[at - 1]!];
  }

  /**
   * Puts together what closes at a watermark, and tells the windows that hold records.
   * @param closing gets their numbers.
   */
  close(watermark: number, closing: NumberHeap): void {
    if (watermark < this.#due) return;
    const near = this.#near;
    const last = this.#grid.lastEndingBy(watermark - this.#closeDelay);
    for (;;) {
      const lowest = near[0]?.window ?? this.#far.lowest;
      const window = Math.max(this.#last + 1, this.#grid.firstWith(lowest));
      if (lowest === Infinity || window > last) break;
      this.#putTogether(window);
      closing.push(window);
      this.#last = window;
      if (near[0]?.window === window) near.shift();
    }
    this.#last = last;
    this.#due = Math.max(-Number.MAX_VALUE, this.#grid.end(last + 1) + this.#closeDelay);
  }

  /**
   * @param judged the watermark of each record, ascending; `close` was called with that of `from`.
   * @returns Up to where no record closes a window that is not put together yet.
   */
  runEnd(judged: Float64Array, from: number, to: number): number {
    if (judged[to - 1]! < this.#due) return to;
    let end = from + 1;
    while (end < to && judged[end]! < this.#due) end++;
    return end;
  }

  /** The window takes over the slots of its first slice, and folds those of the others into its own. */
  #putTogether(window: number): void {
    const { state, emission } = this.#shared;
    this.#reach = window + this.#grid.windowsPerRecord;
    while (this.#far.lowest < this.#reach) this.#near.push(state.entry(this.#far.pop())!);
    let pairs = 0;
    for (const { window: slice, head, groups } of this.#near) {
      if (slice === window) continue;
      this.#makeRoom(pairs + groups);
      for (let source = head; source >= 0; source = state.next[source]!) {
        const key = state.key[source]!;
        const first = state.first[source]!;
        let slot = state.find(key, window);
        if (slot < 0) {
          slot = state.add(key, window, first);
          emission.begin(slot);
        } else if (first < state.first[slot]!) state.first[slot] = first;
        this.#sources[pairs] = source;
        this.#into[pairs++] = slot;
      }
    }
    for (const accumulator of this.#accumulators) accumulator.fold(this.#into, this.#sources, 0, pairs);
  }

  #makeRoom(pairs: number): void {
    if (pairs <= this.#into.length) return;
    const [sources, into] = [new Int32Array(2 * pairs), new Int32Array(2 * pairs)];
    sources.set(this.#sources);
    into.set(this.#into);
    this.#sources = sources;
    this.#into = into;
  }
}

/**
 * Slices of a query's windows, where windows overlap by whole advances, rows leave at the close alone, and no aggregate's
 * result depends on how its records were put together; else null.
 */
export function slicesOf(rules: GridRules, shared: SlicedState): Slices | null {
  const { window, closeDelay, accumulators } = rules;
  const { mode, everyRows, everyInterval } = rules.emission;
  if (window?.kind !== "hopping" || window.size % window.advance !== 0) return null;
  if (window.size === window.advance || !accumulators.every(isFoldable)) return null;
  if (mode !== "final" || everyRows !== null || everyInterval !== null) return null;
  return new Slices(new HoppingWindow(window), closeDelay, accumulators, shared);
}

import type { TraceMirror } from "../engine/trace-mirror.ts";

/** How long a clock counted as idle: a partition, or a split where splits have clocks. */
export interface IdleSpan {
  readonly clock: number;
  /** ms of arrival: its last record's plus the idle timeout. */
  readonly from: number;
  /** ms of arrival of its next record; null: none is known. */
  readonly to: number | null;
}

/** Silences of clocks that lasted longer than the idle timeout, as far as the run was looked at. */
export class IdleIndex {
  #epoch = -1;
  #records = 0;
  #timeout = Infinity;
  /** By clock, ascending: those that have ended. */
  readonly #spans = new Map<number, IdleSpan[]>();
  readonly #last = new Map<number, number>();
  /** ms: of those that have ended. */
  #longest = 0;

  /** Takes the records before `read` that it lacks. @param timeout ms; null: none is ever idle. */
  update(mirror: TraceMirror, read: number, timeout: number | null): void {
    const limit = timeout ?? Infinity;
    if (mirror.epoch !== this.#epoch || limit !== this.#timeout) {
      this.#epoch = mirror.epoch;
      this.#timeout = limit;
      this.#records = mirror.first;
      this.#spans.clear();
      this.#last.clear();
      this.#longest = 0;
    }
    this.#records = Math.max(this.#records, mirror.first);
    for (; this.#records < Math.min(read, mirror.known); this.#records++) {
      const at = this.#records - mirror.first;
      const clock = (mirror.split ?? mirror.partition)[at]!;
      if (clock < 0) continue;
      const arrival = mirror.arrival[at]!;
      const last = this.#last.get(clock);
      if (last !== undefined && arrival - last >= limit) this.#end(clock, last + limit, arrival);
      this.#last.set(clock, arrival);
    }
  }

  /**
   * Silences of a clock that have begun by `now`, ms of arrival, and lasted at least `least` ms; one that goes on has
   * no end.
   */
  spansOf(clock: number, now: number, least = 0): readonly IdleSpan[] {
    const found: IdleSpan[] = [];
    const going = this.#goingOn(clock, now);
    // Of a log of months each night is one, and none of them can be seen.
    if (this.#longest >= least)
      for (const span of this.#spans.get(clock) ?? []) {
        if (span.from > now) break;
        const goesOn = span.to !== null && span.to > now;
        if (Math.min(span.to ?? now, now) - span.from >= least)
          found.push(goesOn ? { ...span, to: null } : span);
      }
    if (going && now - going.from >= least) found.push(going);
    return found;
  }

  /** Whether a clock counts as idle at `now`, ms of arrival. */
  isIdle(clock: number, now: number): boolean {
    if (this.#goingOn(clock, now)) return true;
    const spans = this.#spans.get(clock) ?? [];
    const at = spans.findLast(({ from }) => from <= now);
    return at !== undefined && at.to !== null && at.to > now;
  }

  #goingOn(clock: number, now: number): IdleSpan | null {
    const last = this.#last.get(clock);
    if (last === undefined || last + this.#timeout > now) return null;
    return { clock, from: last + this.#timeout, to: null };
  }

  #end(clock: number, from: number, to: number): void {
    const spans = this.#spans.get(clock);
    const span = { clock, from, to };
    if (spans) spans.push(span);
    else this.#spans.set(clock, [span]);
    this.#longest = Math.max(this.#longest, to - from);
  }
}

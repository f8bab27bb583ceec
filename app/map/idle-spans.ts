import type { TraceMirror } from "../engine/trace-mirror.ts";

/** How long a partition counted as idle. */
export interface IdleSpan {
  readonly partition: number;
  /** ms of arrival: its last record's plus the idle timeout. */
  readonly from: number;
  /** ms of arrival of its next record; null: none is known. */
  readonly to: number | null;
}

/** Silences of partitions that lasted longer than the idle timeout, as far as the run was looked at. */
export class IdleIndex {
  #epoch = -1;
  #records = 0;
  #timeout = Infinity;
  /** By partition, ascending: those that have ended. */
  readonly #spans = new Map<number, IdleSpan[]>();
  readonly #last = new Map<number, number>();
  /** ms: of those that have ended. */
  #longest = 0;

  /** Takes the records before `read` that it lacks. @param timeout ms; null: partitions are never idle. */
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
      const partition = mirror.partition[at]!;
      if (partition < 0) continue;
      const arrival = mirror.arrival[at]!;
      const last = this.#last.get(partition);
      if (last !== undefined && arrival - last >= limit) this.#end(partition, last + limit, arrival);
      this.#last.set(partition, arrival);
    }
  }

  /**
   * Silences of a partition that have begun by `now`, ms of arrival, and lasted at least `least` ms; one that goes on has
   * no end.
   */
  spansOf(partition: number, now: number, least = 0): readonly IdleSpan[] {
    const found: IdleSpan[] = [];
    const going = this.#goingOn(partition, now);
    // Of a log of months each night is one, and none of them can be seen.
    if (this.#longest >= least)
      for (const span of this.#spans.get(partition) ?? []) {
        if (span.from > now) break;
        const goesOn = span.to !== null && span.to > now;
        if (Math.min(span.to ?? now, now) - span.from >= least)
          found.push(goesOn ? { ...span, to: null } : span);
      }
    if (going && now - going.from >= least) found.push(going);
    return found;
  }

  /** Whether a partition counts as idle at `now`, ms of arrival. */
  isIdle(partition: number, now: number): boolean {
    if (this.#goingOn(partition, now)) return true;
    const spans = this.#spans.get(partition) ?? [];
    const at = spans.findLast(({ from }) => from <= now);
    return at !== undefined && at.to !== null && at.to > now;
  }

  #goingOn(partition: number, now: number): IdleSpan | null {
    const last = this.#last.get(partition);
    if (last === undefined || last + this.#timeout > now) return null;
    return { partition, from: last + this.#timeout, to: null };
  }

  #end(partition: number, from: number, to: number): void {
    const spans = this.#spans.get(partition);
    const span = { partition, from, to };
    if (spans) spans.push(span);
    else this.#spans.set(partition, [span]);
    this.#longest = Math.max(this.#longest, to - from);
  }
}

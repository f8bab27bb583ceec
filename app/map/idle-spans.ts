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
  readonly #spans: IdleSpan[] = [];
  readonly #last = new Map<number, number>();
  /** The last answer: every clock and every letter of a frame asks for the same. */
  #answer: { readonly now: number; readonly records: number; readonly spans: readonly IdleSpan[] } | null =
    null;

  /** Takes the records before `read` that it lacks. @param timeout ms; null: partitions are never idle. */
  update(mirror: TraceMirror, read: number, timeout: number | null): void {
    const limit = timeout ?? Infinity;
    if (mirror.epoch !== this.#epoch || limit !== this.#timeout) {
      this.#epoch = mirror.epoch;
      this.#timeout = limit;
      this.#records = mirror.first;
      this.#spans.length = 0;
      this.#last.clear();
      this.#answer = null;
    }
    this.#records = Math.max(this.#records, mirror.first);
    for (; this.#records < Math.min(read, mirror.known); this.#records++) {
      const at = this.#records - mirror.first;
      const partition = mirror.partition[at]!;
      if (partition < 0) continue;
      const arrival = mirror.arrival[at]!;
      const last = this.#last.get(partition);
      if (last !== undefined && arrival - last >= limit)
        this.#spans.push({ partition, from: last + limit, to: arrival });
      this.#last.set(partition, arrival);
    }
  }

  /** Silences that have begun by `now`, ms of arrival; one that goes on has no end. */
  spansAt(now: number): readonly IdleSpan[] {
    if (this.#answer?.now === now && this.#answer.records === this.#records) return this.#answer.spans;
    const spans: IdleSpan[] = [];
    for (const span of this.#spans)
      if (span.from <= now) spans.push(span.to !== null && span.to > now ? { ...span, to: null } : span);
    for (const [partition, last] of this.#last)
      if (last + this.#timeout <= now) spans.push({ partition, from: last + this.#timeout, to: null });
    this.#answer = { now, records: this.#records, spans };
    return spans;
  }
}

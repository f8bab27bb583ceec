import { BY_CORRECTION, BY_RECORD, DELETE, EARLY, INSERT, LATE, UPDATE_AFTER } from "../data/change.ts";
import { type ColumnBuffer, createBuffer } from "../data/column-buffer.ts";
import { type Changelog, copyCell } from "../operator/changelog.ts";
import type { PlacedSessions } from "./placed-sessions.ts";
import { SHOWN } from "./visibility.ts";
import type { SessionState } from "./session-state.ts";
import type { SessionWindowRules, WindowInput } from "./windowed-aggregation.ts";

/**
 * EMIT CHANGES of sessions where no HAVING decides: a run of records at once, each of which prints its session's result,
 * and before that takes back what was shown of it with other bounds.
 */
export class SessionChanges {
  readonly #rules: SessionWindowRules;
  readonly #state: SessionState;
  readonly #log: Changelog;
  /** What is shown of each slot; it is not asked for where a retraction has no values. */
  readonly #lastShown: readonly ColumnBuffer[];
  /** Results of the records of a run. */
  readonly #results: readonly ColumnBuffer[];
  readonly #emptied: boolean;
  /** Where in the changelog the result of each record of a run stands. */
  #places: Int32Array = new Int32Array(0);

  /** @param lastShown what the rows that leave otherwise are remembered by; empty where they need not be. */
  constructor(
    rules: SessionWindowRules,
    state: SessionState,
    log: Changelog,
    lastShown: readonly ColumnBuffer[],
  ) {
    this.#rules = rules;
    this.#state = state;
    this.#log = log;
    this.#lastShown = lastShown;
    this.#emptied = rules.printing.havingExit === "tombstone";
    this.#results = rules.types.map((type, index) => {
      const written = log.aggregates[index]!;
      return createBuffer(type, 0, written.kind === "string" ? written.dictionary : undefined);
    });
  }

  /** Aggregates the first `count` records, and prints after each. */
  add(input: WindowInput, placed: PlacedSessions, count: number): void {
    const log = this.#log;
    const at = log.length;
    log.reserve(2 * count);
    if (this.#places.length < count) this.#places = new Int32Array(count);
    this.#rules.accumulators.forEach((accumulator, index) => {
      const results = this.#results[index]!;
      results.clear();
      results.reserve(at + count);
      accumulator.addEach(input.arguments[index]!, placed.rows, placed.slots, 0, count, results, at);
    });
    // What did not fit is told by where the results were written to.
    const { cause } = log;
    for (let i = 0; i < count; i++) cause[at + i] = input.base + placed.rows[i]!;
    this.#rules.onWritten();
    log.length = this.#describe(input.base, placed, count, at);
    for (const buffer of this.#lastShown) buffer.reserve(this.#state.capacity);
    this.#results.forEach((results, index) => this.#write(results, index, placed, count, at));
  }

  /** All of the rows but the results. @returns The place behind the last of them. */
  #describe(base: number, placed: PlacedSessions, count: number, at: number): number {
    const { cause, kind, pane, reason, watermark, windowStart, windowEnd, first, key } = this.#log;
    const { rows, slots, closed, judged, start, end, oldStart, oldEnd, takesBack } = placed;
    const { shown, first: firstOf, key: keyOf } = this.#state;
    const places = this.#places;
    let to = at;
    for (let i = 0; i < count; i++) {
      const slot = slots[i]!;
      const wasShown = shown[slot] === SHOWN;
      const retracts = wasShown && takesBack[i] === 1;
      shown[slot] = SHOWN;
      if (!retracts) takesBack[i] = 0;
      const begin = to;
      if (retracts) {
        kind[to] = DELETE;
        windowStart[to] = oldStart[i]!;
        windowEnd[to++] = oldEnd[i]!;
      }
      kind[to] = wasShown && !retracts ? UPDATE_AFTER : INSERT;
      windowStart[to] = start[i]!;
      windowEnd[to] = end[i]!;
      places[i] = to++;
      const isClosed = closed[i] === 1;
      for (let row = begin; row < to; row++) {
        cause[row] = base + rows[i]!;
        pane[row] = isClosed ? LATE : EARLY;
        reason[row] = isClosed ? BY_CORRECTION : BY_RECORD;
        watermark[row] = judged[i]!;
        first[row] = firstOf[slot]!;
        key[row] = keyOf[slot]!;
      }
    }
    return to;
  }

  /** One aggregate's results, and what is taken back of it. */
  #write(
    results: ColumnBuffer,
    index: number,
    { slots, takesBack }: PlacedSessions,
    count: number,
    at: number,
  ): void {
    const places = this.#places;
    const target = this.#log.aggregates[index]!;
    const last = this.#lastShown[index];
    if (last && isPlain(results) && isPlain(target) && isPlain(last)) {
      const [from, to, remembered] = [results.values, target.values, last.values];
      for (let i = 0; i < count; i++) {
        const place = places[i]!;
        const slot = slots[i]!;
        if (takesBack[i] === 1) to[place - 1] = remembered[slot]!;
        to[place] = remembered[slot] = from[at + i]!;
      }
      return;
    }
    for (let i = 0; i < count; i++) {
      const place = places[i]!;
      const slot = slots[i]!;
      if (takesBack[i] === 1) {
        if (this.#emptied) target.setNull(place - 1);
        else copyCell(last!, slot, target, place - 1);
      }
      copyCell(results, at + i, target, place);
      if (last) copyCell(results, at + i, last, slot);
    }
  }
}

/** Whether all is numbers that a double holds, and none is NULL. */
function isPlain(buffer: ColumnBuffer): buffer is ColumnBuffer & { readonly kind: "number" } {
  return buffer.kind === "number" && buffer.validity === null && !buffer.wide?.size;
}

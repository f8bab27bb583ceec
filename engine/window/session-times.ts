import { NONE } from "./group-slots.ts";
import type { SessionState } from "./session-state.ts";
import type { SessionWindowRules, WindowInput } from "./windowed-aggregation.ts";

/**
 * Where sessions outlive their close: how far, in gaps, a closed one may lie before a record that is in time, or a session
 * that is open, and still be joined. So many records can close that distance, each a gap before the one ahead of it.
 */
const REACH = 10;

/** When sessions close and expire. All times are ms. */
export class SessionTimes {
  readonly #state: SessionState;
  readonly #rules: SessionWindowRules;
  readonly #gap: number;
  readonly #closesByNext: boolean;

  constructor(state: SessionState, rules: SessionWindowRules) {
    this.#state = state;
    this.#rules = rules;
    this.#gap = rules.window.gap;
    this.#closesByNext = rules.session.closes === "after-next-record";
  }

  /** The watermark at which a session closes; Infinity: none does, as things stand. */
  readonly closeAt = (slot: number): number =>
    this.closeOf(this.#state.last[slot]!, this.#state.newer[slot]!);

  /** @param last time of a session's last record. @param newer the next newer session of its group. */
  closeOf(last: number, newer: number): number {
    if (!this.#closesByNext) return last + this.#gap + this.#rules.closeDelay;
    return newer === NONE ? Infinity : this.#state.start[newer]! + 1;
  }

  /** The watermark from which on a record comes too late for the session that it would make, or join. */
  expiryOf(last: number, newer: number): number {
    return this.#closesByNext ? this.closeOf(last, newer) : last + this.#gap + this.#rules.expireDelay;
  }

  /** Whether a session takes records, or is only waiting for its close to be told. */
  takes(slot: number, judged: number): boolean {
    if (this.#rules.session.outlivesClose) return true;
    return judged < this.expiryOf(this.#state.last[slot]!, this.#state.newer[slot]!);
  }

  /** The watermark at which a session's state is of no more use. */
  readonly expireAt = (slot: number): number => {
    const { start, last, newer } = this.#state;
    if (!this.#rules.session.outlivesClose) return this.expiryOf(last[slot]!, newer[slot]!);
    const end = last[slot]! + this.#gap;
    let latest = end + REACH * this.#gap;
    for (let next = newer[slot]!; next !== NONE && this.isInReach(end, start[next]!); next = newer[next]!)
      latest = Math.max(latest, last[next]!);
    return latest + this.#gap + this.#rules.expireDelay;
  };

  /** Whether records might close the distance between a session's end and the start of a later one. */
  isInReach(end: number, start: number): boolean {
    return start <= end + REACH * this.#gap;
  }

  /** Of the rows from each on: the lowest watermark at which what they open may close; Infinity behind the last. */
  soonestCloses(input: WindowInput, count: number): Float64Array {
    return this.#soonest(input, count, this.#gap + this.#rules.closeDelay);
  }

  /** The same of expirations. */
  soonestExpiries(input: WindowInput, count: number): Float64Array {
    return this.#soonest(input, count, this.#gap + this.#rules.expireDelay);
  }

  /** @param delay ms after a record's time; where the next record closes, that is 1 and nothing has passed for sure. */
  #soonest({ rows, times, judged }: WindowInput, count: number, delay: number): Float64Array {
    const found = new Float64Array(count + 1);
    let lowest = Infinity;
    found[count] = lowest;
    for (let i = count - 1; i >= 0; i--) {
      const due = times[rows[i]!]! + (this.#closesByNext ? 1 : delay);
      if (due < lowest && (this.#closesByNext || due > judged[i]!)) lowest = due;
      found[i] = lowest;
    }
    return found;
  }
}

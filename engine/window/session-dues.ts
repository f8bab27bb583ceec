import { DueQueue } from "./due-queue.ts";
import { NONE } from "./group-slots.ts";
import type { SessionState } from "./session-state.ts";
import type { SessionTimes } from "./session-times.ts";
import type { SessionWindowRules, WindowInput } from "./windowed-aggregation.ts";

const nothing: Float64Array = Float64Array.of(Infinity);
const none: Int32Array = new Int32Array(0);

/** Which sessions close and expire at a watermark: each that is open waits for its close, each that has closed for its expiry. */
export class SessionDues {
  readonly #state: SessionState;
  readonly #times: SessionTimes;
  readonly #rules: Pick<SessionWindowRules, "byStart" | "compareKeys">;
  readonly #closes: DueQueue;
  readonly #expiries: DueQueue;
  /** Of the input's rows from each on: the lowest watermark at which what they open may close, or expire. */
  #soonestClose: Float64Array = nothing;
  #soonestExpiry: Float64Array = nothing;
  #offered = 0;

  constructor(
    state: SessionState,
    times: SessionTimes,
    rules: Pick<SessionWindowRules, "byStart" | "compareKeys">,
  ) {
    this.#state = state;
    this.#times = times;
    this.#rules = rules;
    this.#closes = new DueQueue(times.closeAt);
    this.#expiries = new DueQueue(times.expireAt);
  }

  /** The lowest watermark at which a session may close, of those that are there and those that rows to come may open. */
  get nextClose(): number {
    return Math.min(this.#closes.lowest, this.#soonestClose[this.#offered]!);
  }

  /** The same of expiries; of those to come only where they were foreseen. */
  get nextExpiry(): number {
    return Math.min(this.#expiries.lowest, this.#soonestExpiry[this.#offered]!);
  }

  /** The first `count` rows of an input are to come. @param withExpiries whether somebody is to hear of each at its record. */
  foresee(input: WindowInput, count: number, withExpiries: boolean): void {
    this.#offered = 0;
    this.#soonestClose = this.#times.soonestCloses(input, count);
    if (withExpiries) this.#soonestExpiry = this.#times.soonestExpiries(input, count);
  }

  /** Rows of the input before `to` were offered. */
  pass(to: number): void {
    this.#offered = to;
  }

  /** A session begins. */
  open(slot: number, isClosed: boolean): void {
    this.#state.closed[slot] = isClosed ? 1 : 0;
    (isClosed ? this.#expiries : this.#closes).put(slot);
  }

  /** With other bounds it is another session: open, or closed without a close that is still to come. */
  reopen(slot: number, isClosed: boolean): void {
    if (this.#state.closed[slot] === (isClosed ? 1 : 0)) return;
    this.#state.closed[slot] = isClosed ? 1 : 0;
    (isClosed ? this.#closes : this.#expiries).remove(slot);
    (isClosed ? this.#expiries : this.#closes).put(slot);
  }

  /** A session has a newer neighbour that it had not, or that starts earlier: it may close earlier. @param slot or NONE. */
  tellOlder(slot: number): void {
    if (slot !== NONE && this.#state.closed[slot] === 0) this.#closes.put(slot);
  }

  /** A session is no more. */
  remove(slot: number): void {
    this.#closes.remove(slot);
    this.#expiries.remove(slot);
  }

  /** @returns The sessions that close, by end, by start, then by group: in the order of the rules. They wait for nothing then. */
  takeClosing(watermark: number): Int32Array {
    const closing: number[] = [];
    for (let slot = this.#closes.take(watermark); slot !== NONE; slot = this.#closes.take(watermark)) {
      this.#state.closed[slot] = 1;
      closing.push(slot);
    }
    return closing.length === 0 ? none : Int32Array.from(closing).sort((a, b) => this.#compare(a, b));
  }

  /** A session's close was told. */
  close(slot: number): void {
    this.#expiries.put(slot);
  }

  /** Whether a session may expire. */
  mayExpire(watermark: number): boolean {
    return this.#expiries.lowest <= watermark;
  }

  /** @returns The next session that expires, or NONE. */
  takeExpired(watermark: number): number {
    return this.#expiries.take(watermark);
  }

  #compare(a: number, b: number): number {
    const { start, last, first, key } = this.#state;
    const { byStart, compareKeys } = this.#rules;
    return (
      last[a]! - last[b]! ||
      (byStart ? start[a]! - start[b]! : 0) ||
      (compareKeys ? compareKeys(key[a]!, key[b]!) : first[a]! - first[b]!)
    );
  }
}

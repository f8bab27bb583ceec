import type { SessionRules } from "../spec/session-rules.ts";
import type { SessionWindowSpec } from "../spec/window-spec.ts";

/** Times of a session's first and last record, ms. */
export interface Session {
  readonly start: number;
  readonly last: number;
}

/**
 * The sessions of one group as they would be if they took records until the watermark is `delay` ms past their end, or past
 * the start of the next one where that ends them: what another lateness, or another bound, makes of them. It knows nothing
 * of rows and of what records hold.
 */
export class SessionSweep {
  readonly delay: number;
  readonly #gap: number;
  /** The longest time between two records of one session, ms. */
  readonly #joins: number;
  readonly #rules: SessionRules;
  /** Ascending; those before `#alive` take no more records. */
  readonly #sessions: Session[] = [];
  #alive = 0;

  /** @param delay ms; Infinity: for ever. */
  constructor({ gap, touchingJoins }: SessionWindowSpec, rules: SessionRules, delay: number) {
    this.delay = delay;
    this.#gap = gap;
    this.#joins = touchingJoins ? gap : gap - 1;
    this.#rules = rules;
  }

  /**
   * Records have to come in order of arrival.
   * @param judged the watermark that judges it, ms; -Infinity while unset.
   * @returns The session that the record is in then; null: it came too late for that one.
   */
  offer(time: number, judged: number): Session | null {
    const sessions = this.#sessions;
    if (!this.#rules.outlivesClose)
      while (this.#alive < sessions.length && this.#isPast(this.#alive, judged)) this.#alive++;
    let from = this.#alive;
    for (let to = sessions.length; from < to;) {
      const middle = (from + to) >>> 1;
      if (sessions[middle]!.start <= time) from = middle + 1;
      else to = middle;
    }
    const older = from > this.#alive ? sessions[from - 1] : undefined;
    const newer = sessions[from];
    const joinsOlder = older !== undefined && time - older.last <= this.#joins;
    const joinsNewer = newer !== undefined && newer.start - time <= this.#joins;
    const session = {
      start: joinsOlder ? older.start : time,
      last: joinsNewer ? newer.last : joinsOlder ? Math.max(older.last, time) : time,
    };
    if (this.#isOver(session, joinsNewer ? sessions[from + 1] : newer, judged)) return null;
    sessions.splice(joinsOlder ? from - 1 : from, Number(joinsOlder) + Number(joinsNewer), session);
    return session;
  }

  #isPast(index: number, judged: number): boolean {
    return this.#isOver(this.#sessions[index]!, this.#sessions[index + 1], judged);
  }

  #isOver({ last }: Session, next: Session | undefined, judged: number): boolean {
    if (this.#rules.closes === "after-end") return judged >= last + this.#gap + this.delay;
    return next !== undefined && judged > next.start + this.delay;
  }
}

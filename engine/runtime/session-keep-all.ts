import { AskedRecords } from "./asked-records.ts";
import type { QueryRun } from "./query-run.ts";
import { leastDelay, type SessionDelays } from "./session-limits.ts";
import { SessionSweep } from "./session-sweep.ts";

/** The sessions of a group with one delay, as its records before seq `end` make them. */
interface Swept {
  readonly sweep: SessionSweep;
  readonly end: number;
}

/**
 * The smallest setting, in steps, with which sessions drop none of the records up to a drop. It follows each group with what
 * was found so far, and looks closer only at a record that comes too late for that as well.
 */
export class SessionKeepAll {
  readonly #run: QueryRun;
  readonly #sessions: SessionDelays;
  readonly #without: number;
  readonly #step: number;
  readonly #swept = new Map<readonly number[], Swept>();
  #setting = -Infinity;

  /** @param without ms: the delay without the setting. @param step ms. */
  constructor(run: QueryRun, sessions: SessionDelays, without: number, step: number) {
    this.#run = run;
    this.#sessions = sessions;
    this.#without = without;
    this.#step = step;
  }

  /** @param seq of the next drop that is kept, ascending. @returns ms. */
  take(seq: number): number {
    if (!this.#keeps(seq)) {
      const needed = leastDelay(this.#run, this.#sessions, seq) - this.#without;
      this.#setting = this.#step * Math.ceil(needed / this.#step);
    }
    return this.#setting;
  }

  #keeps(seq: number): boolean {
    const { plan } = this.#run;
    const delay = this.#without + this.#setting;
    if (delay === -Infinity) return false;
    const asked = AskedRecords.of(this.#run);
    const group = asked.groupOf(seq);
    const before = this.#swept.get(group);
    const { sweep, end } =
      before?.sweep.delay === delay
        ? before
        : { sweep: new SessionSweep(this.#sessions.spec, plan.rules.session, delay), end: 0 };
    let kept = false;
    for (const { time, judged } of asked.read(group, end, seq + 1)) kept = sweep.offer(time, judged) !== null;
    this.#swept.set(group, { sweep, end: seq + 1 });
    return kept;
  }
}

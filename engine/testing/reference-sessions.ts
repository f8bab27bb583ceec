import type { Pane, Reason } from "../data/change.ts";
import type { Value } from "../data/data-type.ts";
import type { AggregateQuery, PhysicalPlan } from "../plan/physical-plan.ts";
import type { ResultRow } from "../runtime/result-row.ts";
import type { SessionWindowSpec } from "../spec/window-spec.ts";
import { offer, retract, rowsOf, type Cause, type GroupState } from "./reference-changelog.ts";
import { compareSessionCloses, compareTimed } from "./reference-close-order.ts";
import { evaluate } from "./reference-expression.ts";
import type { Outcome, ReferenceRecord } from "./reference-groups.ts";
import type { ReferenceWindow } from "./reference-windows.ts";

/** The arguments of each aggregate that a record of a session brought. */
interface Entry {
  readonly seq: number;
  readonly arguments: readonly (readonly Value[])[];
}

/** What became of the bounds that a session had for a while. */
export interface SessionLife extends ReferenceWindow {
  readonly partition: number;
  /** Seq of the first record of the session, and of the one that gave it these bounds. */
  readonly began: number;
  readonly opened: number;
  /** Seq of the record that closed it; Infinity: the end of input; null: it was not closed. */
  closed: number | null;
  /** Seq of the record that gave it other bounds, and these. */
  replaced: number | null;
  next: ReferenceWindow | null;
  /** Seq of the record since which it is forgotten. */
  expired: number | null;
  /** Seqs of the records that have been in it while it had these bounds, ascending. */
  readonly seqs: number[];
  /** Seqs of the records that took a shown row of it away because HAVING no longer held, or did not of what it grew to. */
  readonly withdrawn: number[];
}

interface Session extends GroupState {
  readonly window: ReferenceWindow;
  readonly life: SessionLife;
  /** In order of arrival. */
  readonly entries: readonly Entry[];
}

/** Records, each a gap before the one ahead of it, by which one in time may still reach a session of ksqlDB that has closed. */
const CHAIN = 10;

/**
 * All sessions of all groups and partitions (semantics.md, sections 4, 5 and 7): after each record the sessions that it
 * touches and itself are made one, whose aggregates are computed from all of its records in order of arrival.
 *
 * Where the contract is silent: rows that a record takes back have the pane and the reason of the row that it brings; a
 * record that joins two sessions merges them also where one of them is not shown; EMIT EVERY n ROWS counts the
 * records of the session as it is now.
 */
export class ReferenceSessions {
  readonly #plan: PhysicalPlan;
  readonly #query: AggregateQuery;
  readonly #spec: SessionWindowSpec;
  readonly #rows: ResultRow[];
  #sessions: Session[] = [];
  /** In the order in which they began to have their bounds. */
  readonly lives: SessionLife[] = [];

  /** @param rows where output goes. */
  constructor(plan: PhysicalPlan, query: AggregateQuery, spec: SessionWindowSpec, rows: ResultRow[]) {
    this.#plan = plan;
    this.#query = query;
    this.#spec = spec;
    this.#rows = rows;
  }

  /** Joins the record with the sessions that it touches; it is judged by the end of what comes of that. */
  add(record: ReferenceRecord): Outcome {
    const { seq, partition, eventTime, watermark } = record;
    // What no record could reach until now is not brought within reach by this one.
    this.#forgetUnreachable(
      this.#sessions.filter((each) => isOfGroup(each, record) && each.window.start <= eventTime),
      seq,
      watermark,
    );
    const touched = this.#sessions
      .filter((session) => isOfGroup(session, record))
      .filter((session) => this.#touches(session, eventTime) && !this.#isPast(session, watermark))
      .toSorted((a, b) => a.window.start - b.window.start);
    const window = {
      start: Math.min(eventTime, ...touched.map((session) => session.window.start)),
      end: Math.max(eventTime + this.#spec.gap, ...touched.map((session) => session.window.end)),
    };
    if (this.#isExpired(window.end, watermark) || this.#isOvertaken(record, window))
      return { kind: "missed" };
    const isClosed = this.#hasEnded(window.end, watermark);
    const entry = {
      seq,
      arguments: this.#query.aggregates.map((call) =>
        call.arguments.map((argument) => evaluate(argument, record.row)),
      ),
    };
    const entries = [...touched.flatMap((session) => session.entries), entry].toSorted(
      (a, b) => a.seq - b.seq,
    );
    const before = this.#isSame(touched, window, eventTime) ? touched[0]! : null;
    const session: Session = {
      partition,
      key: record.key,
      window,
      life: this.#lifeOf(touched, window, record, isClosed),
      ...(this.#spec.shownEnd === "last" ? { shownEnd: window.end - this.#spec.gap } : {}),
      first: entries[0]!.seq,
      entries,
      lists: this.#query.aggregates.map((_, index) => entries.map((each) => each.arguments[index]!)),
      records: entries.length,
      changed: true,
      fired: before?.fired ?? isClosed,
      offered: before?.offered ?? null,
      shown: before?.shown ?? null,
    };
    const { rules } = this.#plan;
    const { mode, everyRows } = this.#query.emission;
    const isMerge = touched.length > 1 && touched.some(({ shown }) => shown !== null);
    const reason = isMerge ? "merge" : isClosed ? "correction" : "record";
    const pane = isClosed ? "late" : "early";
    const at = { cause: seq, watermark };
    const taken =
      before !== null || !this.#takesBack()
        ? []
        : touched.flatMap((old) => rowsOf(old, retract(old, this.#query, rules), pane, reason, at));
    this.#rows.push(...taken);
    const due = everyRows !== null && session.records % everyRows === 0;
    if (isClosed || due || mode === "changes") this.#offer(session, pane, reason, at, taken.length > 0);
    this.#sessions = [...this.#sessions.filter((each) => !touched.includes(each)), session];
    return { kind: "counted", corrected: isClosed, missed: false };
  }

  /** Fires the sessions that have ended, in the preset's order over all partitions, and forgets those past retention. */
  close(cause: number, reason: Reason, watermarkOf: (partition: number) => number): void {
    const { rules } = this.#plan;
    const { mode, finalMarker } = this.#query.emission;
    const closing = this.#sessions.filter(
      (session) => !session.fired && this.#isOver(session, watermarkOf(session.partition)),
    );
    for (const session of closing.toSorted((a, b) => compareSessionCloses(rules.closeOrder, a, b))) {
      session.fired = true;
      session.life.closed ??= cause;
      const at = { cause, watermark: watermarkOf(session.partition) };
      if (this.#query.unfolds) this.#rows.push(...this.#recordsOf(session, reason, at));
      else if (mode === "final") this.#offer(session, "on-time", reason, at);
      else if (finalMarker && session.shown !== null) {
        const marker = { kind: "+U" as const, values: session.shown };
        this.#rows.push(...rowsOf(session, [marker], "on-time", reason, at));
      }
    }
    for (const session of this.#sessions)
      this.#forgetUnreachable([session], cause, watermarkOf(session.partition));
    this.#sessions = this.#sessions.filter((session) => {
      const isGone = this.#isGone(session, watermarkOf(session.partition));
      if (isGone && cause !== Infinity) session.life.expired = cause;
      return !isGone;
    });
  }

  /** EMIT EVERY interval: open sessions that took a record since they last left. */
  printChanged(cause: number, watermarkOf: (partition: number) => number): void {
    const changed = this.#sessions.filter((session) => session.changed && !session.fired);
    for (const session of changed.toSorted(compareTimed)) {
      this.#offer(session, "early", "timer", { cause, watermark: watermarkOf(session.partition) });
    }
  }

  /** Sessions close; nothing is left to do behind them. */
  finish(): void {}

  /** @param taken whether a row of what the session grew from was taken back for it. */
  #offer(session: Session, pane: Pane, reason: Reason, at: Cause, taken = false): void {
    const wasShown = taken || session.shown !== null;
    this.#rows.push(...rowsOf(session, offer(session, this.#query, this.#plan.rules), pane, reason, at));
    if (wasShown && session.shown === null) session.life.withdrawn.push(at.cause);
  }

  /** A row for each record of a session, in order of arrival. */
  #recordsOf(session: Session, reason: Reason, at: Cause): readonly ResultRow[] {
    const { start, end } = session.window;
    const changes = session.entries.map((entry) => {
      const scope = [...session.key, ...entry.arguments.map(([value]) => value!), start, end];
      return { kind: "+I" as const, values: this.#query.projection.map((item) => evaluate(item, scope)) };
    });
    return rowsOf(session, changes, "on-time", reason, at);
  }

  /** The bounds that a record leaves or gives: those of a session that it joins end where they are others. */
  #lifeOf(
    touched: readonly Session[],
    { start, end }: ReferenceWindow,
    { seq, partition }: ReferenceRecord,
    isClosed: boolean,
  ): SessionLife {
    const [first] = touched;
    if (touched.length === 1 && first!.window.start === start && first!.window.end === end) {
      first!.life.seqs.push(seq);
      return first!.life;
    }
    const life: SessionLife = {
      partition,
      start,
      end,
      began: Math.min(seq, ...touched.map((session) => session.life.began)),
      opened: seq,
      closed: isClosed ? seq : null,
      replaced: null,
      next: null,
      expired: null,
      withdrawn: [],
      seqs: [...touched.flatMap((session) => session.life.seqs), seq].toSorted((a, b) => a - b),
    };
    for (const session of touched) {
      session.life.replaced = seq;
      session.life.next = { start, end };
    }
    this.lives.push(life);
    return life;
  }

  #touches({ window }: Session, eventTime: number): boolean {
    const { gap, touchingJoins } = this.#spec;
    const distance = Math.max(window.start - eventTime, eventTime - (window.end - gap), 0);
    return touchingJoins ? distance <= gap : distance < gap;
  }

  /** Whether the record leaves a session what it was, so that its row is only updated. */
  #isSame(touched: readonly Session[], window: ReferenceWindow, eventTime: number): boolean {
    if (touched.length !== 1) return false;
    const old = touched[0]!.window;
    // All are taken back that the record joins, unless all of their records have its time.
    if (this.#plan.rules.session.retracts === "joined")
      return old.start === eventTime && old.end === eventTime + this.#spec.gap;
    return old.start === window.start && old.end === window.end;
  }

  /** ksqlDB takes nothing back that it printed as final. */
  #takesBack(): boolean {
    return this.#plan.rules.session.retracts === "moved" || this.#query.emission.mode === "changes";
  }

  /** Whether the watermark is past the end of a session, by the end alone. */
  #hasEnded(end: number, watermark: number): boolean {
    const { rules, late } = this.#plan;
    if (this.#closesByNext()) return false;
    const grace = rules.closesAfterLateness ? late.allowedLateness : 0;
    return watermark >= end + rules.session.closeDelay + grace;
  }

  /** RisingWave closes a session by a later record of its group that the watermark has passed. */
  #closesByNext(): boolean {
    return this.#plan.rules.session.closes === "after-next-record";
  }

  #isOver(session: Session, watermark: number): boolean {
    if (this.#closesByNext()) return this.#hasPassedNext(session, session.window, watermark);
    return this.#hasEnded(session.window.end, watermark);
  }

  /** A late record may come for a session that RisingWave would have closed. */
  #isOvertaken(record: ReferenceRecord, window: ReferenceWindow): boolean {
    return this.#closesByNext() && this.#hasPassedNext(record, window, record.watermark);
  }

  #hasPassedNext(of: Group, window: ReferenceWindow, watermark: number): boolean {
    return this.#sessions.some(
      (other) => isOfGroup(other, of) && other.window.start >= window.end && other.window.start < watermark,
    );
  }

  #isExpired(end: number, watermark: number): boolean {
    const { rules, late } = this.#plan;
    return this.#hasEnded(end, watermark) && watermark >= end + rules.expireDelay + late.allowedLateness;
  }

  /** What is past retention takes part in nothing. ksqlDB's sessions may still be extended, until the end of days. */
  #isPast(session: Session, watermark: number): boolean {
    return !this.#plan.rules.session.outlivesClose && this.#isExpired(session.window.end, watermark);
  }

  /**
   * ksqlDB's sessions are told to be forgotten when the watermark is past the end that they would have with the furthest
   * record that a chain may lead to, or that a session has which a chain may lead to. Here they stay all the same.
   */
  #forgetUnreachable(sessions: readonly Session[], seq: number, watermark: number): void {
    if (!this.#plan.rules.session.outlivesClose || seq === Infinity) return;
    for (const session of sessions) {
      const reach = session.window.end + CHAIN * this.#spec.gap;
      const ends = this.#sessions
        .filter((each) => isOfGroup(each, session) && each.window.start >= session.window.end)
        .filter(({ window }) => window.start <= reach)
        .map(({ window }) => window.end);
      const furthest = Math.max(reach + this.#spec.gap, ...ends);
      if (session.fired && this.#isExpired(furthest, watermark)) session.life.expired ??= seq;
    }
  }

  #isGone(session: Session, watermark: number): boolean {
    return this.#closesByNext() ? session.fired : this.#isPast(session, watermark);
  }
}

type Group = Pick<Session, "partition" | "key">;

function isOfGroup(a: Group, b: Group): boolean {
  if (a.partition !== b.partition) return false;
  return a.key.every((value, index) => Object.is(value, b.key[index]) || (value === 0 && b.key[index] === 0));
}

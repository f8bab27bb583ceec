import type { DataType, Value } from "../data/data-type.ts";
import { type AggregateQuery, groupKeysOf, type PhysicalPlan } from "../plan/physical-plan.ts";
import type { DroppedRecord, Ledger, ResultRow, RunResult } from "../runtime/result-row.ts";
import { RunFailure } from "../runtime/run-failure.ts";
import { resultOf } from "./reference-result.ts";
import { type Copied, copiesIn, copiesOf } from "./reference-copies.ts";
import { ReferenceClock } from "./reference-clock.ts";
import { evaluate } from "./reference-expression.ts";
import { ReferenceGroups, type ReferenceRecord } from "./reference-groups.ts";
import { ReferenceOver } from "./reference-over.ts";
import { ReferenceRouter } from "./reference-routing.ts";
import { ReferenceSessions, type SessionLife } from "./reference-sessions.ts";
import { type ReferenceWindow, referenceWindows } from "./reference-windows.ts";

/**
 * Runs a query over a whole stream in the plainest way that semantics.md, sections 1 to 7, allows: one record after the
 * other, a group's values kept as a list and aggregated from the beginning at every look, a partition no more than a
 * number on it. What the real engine is compared with; never shipped.
 *
 * Where the contract is silent: a NULL arrival time, and that of an unreadable record, is the one before; until the
 * first known one no time passes, and idle deadlines count from that; a split outside 0 … splits - 1 counts modulo the splits and NULL as 0; an event time that is no whole number within
 * 2^53, or whose windows reach beyond that, is malformed, and so is an unreadable record where a preset says that a NULL event time ends the job; a record
 * that is dropped before windows still missed the windows of its time; where windows are judged, a record counted into
 * a closed one is late and counted all the same.
 *
 * @param records values in the order of `plan.input`; null: unreadable.
 * @throws RunFailure at a record without an event time, where the preset says that it ends the job.
 */
export function runReference(
  plan: PhysicalPlan,
  records: readonly (readonly Value[] | null)[],
  options: { readonly endOfInput: boolean },
): RunResult {
  return run(plan, records, options).result();
}

/** What becomes of all sessions of a run; null where its query has none. @throws RunFailure as `runReference` does. */
export function referenceSessions(
  plan: PhysicalPlan,
  records: readonly (readonly Value[] | null)[],
  options: { readonly endOfInput: boolean },
): readonly SessionLife[] | null {
  return run(plan, records, options).sessions();
}

/** By record the records of the frames that its row was computed from; null where its query has no OVER. */
export function referenceFrames(
  plan: PhysicalPlan,
  records: readonly (readonly Value[] | null)[],
  options: { readonly endOfInput: boolean },
): ReadonlyMap<number, readonly number[]> | null {
  return run(plan, records, options).frames();
}

function run(
  plan: PhysicalPlan,
  records: readonly (readonly Value[] | null)[],
  options: { readonly endOfInput: boolean },
): ReferenceRun {
  const begun = new ReferenceRun(plan);
  for (const row of records) begun.read(row);
  if (options.endOfInput) begun.end();
  return begun;
}

function groupsOf(
  plan: PhysicalPlan,
  query: AggregateQuery,
  rows: ResultRow[],
): ReferenceGroups | ReferenceSessions {
  return query.window?.kind === "session"
    ? new ReferenceSessions(plan, query, query.window, rows)
    : new ReferenceGroups(plan, query, rows);
}

class ReferenceRun {
  readonly #plan: PhysicalPlan;
  readonly #keyTypes: readonly DataType[];
  readonly #router: ReferenceRouter;
  readonly #clock: ReferenceClock;
  readonly #groups: ReferenceGroups | ReferenceSessions | null;
  readonly #over: ReferenceOver | null;
  readonly #rows: ResultRow[] = [];
  readonly #dropped: DroppedRecord[] = [];
  readonly #malformed: number[] = [];
  readonly #skipped: number[] = [];
  readonly #filtered: number[] = [];
  #counts = { read: 0, inNoWindow: 0, counted: 0, countedLate: 0, corrections: 0, windowMisses: 0 };
  #arrival = -Infinity;
  /** EMIT EVERY interval, ms; and the multiple of it that comes next. */
  readonly #interval: number;
  #tick = Infinity;

  constructor(plan: PhysicalPlan) {
    this.#plan = plan;
    this.#keyTypes = groupKeysOf(plan.query).map((key) => key.type);
    this.#interval = (plan.query.kind === "aggregate" ? plan.query.emission.everyInterval : null) ?? Infinity;
    this.#router = new ReferenceRouter(plan.partitioning);
    this.#clock = new ReferenceClock(plan.watermark, plan.partitioning.partitions, plan.time.splits);
    this.#groups = plan.query.kind === "aggregate" ? groupsOf(plan, plan.query, this.#rows) : null;
    this.#over = plan.query.kind === "over" ? new ReferenceOver(plan, plan.query, this.#rows) : null;
  }

  /** The steps of semantics.md, section 3, for the next record. */
  read(given: readonly Value[] | null): void {
    const { rules, time } = this.#plan;
    const seq = this.#counts.read++;
    const before = this.#arrival;
    const arrival = this.#arrivalOf(given, seq);
    // Expressions find an arrival that is no column behind the last one.
    const row = given !== null && time.arrival === null ? [...given, arrival] : given;
    if (before === -Infinity && arrival > -Infinity) {
      this.#clock.start(arrival);
      this.#tick = (Math.floor(arrival / this.#interval) + 1) * this.#interval;
    }
    this.#passDeadlines(arrival, seq);
    const eventTime = this.#eventTimeOf(row, arrival);
    if (row !== null && eventTime === null && rules.nullTime === "fails")
      throw new RunFailure(seq, `Record #${seq} has no event time.`);
    if (row === null || eventTime === null) return void this.#malformed.push(seq);
    if (rules.filterBeforeClock && !this.#isWanted({ row, eventTime }, null))
      return void this.#filtered.push(seq);
    const key = this.#keyOf(row);
    if (rules.skipsNullKeys && key.includes(null)) return void this.#skipped.push(seq);
    const split = this.#splitOf(row);
    const partition = this.#router.route({ key, keyTypes: this.#keyTypes, split });
    const punctuation = this.#punctuationOf(row);
    const moment = { seq, eventTime, arrival, partition, split, punctuation };
    if (rules.clock === "observe-first") this.#clock.observe(moment);
    const watermark = this.#clock.watermark(partition);
    const mover = this.#clock.mover(partition);
    this.#judge({ seq, row, key, partition, eventTime, arrival, watermark, mover });
    if (rules.clock === "judge-first") this.#clock.observe(moment);
    this.#close(seq, "watermark");
  }

  /** Step 0: what is due on the arrival clock, the earliest deadline first; of equal ones that of idleness. */
  #passDeadlines(arrival: number, seq: number): void {
    const watermarkOf = (partition: number): number => this.#clock.watermark(partition);
    for (;;) {
      const [idle, tick] = [this.#clock.idleDeadline(), this.#tick];
      if (arrival === -Infinity || Math.min(idle, tick) > arrival) return;
      if (idle <= tick) {
        this.#clock.passIdleDeadline(idle, seq);
        this.#close(seq, "idle");
      } else {
        this.#groups?.printChanged(seq, watermarkOf);
        this.#tick += this.#interval;
      }
    }
  }

  /** The event after the last record. */
  end(): void {
    if (!this.#plan.rules.endOfInputFires) return;
    this.#clock.end();
    this.#close(Infinity, "end of input");
    this.#groups?.finish();
  }

  frames(): ReadonlyMap<number, readonly number[]> | null {
    return this.#over?.frames ?? null;
  }

  sessions(): readonly SessionLife[] | null {
    return this.#groups instanceof ReferenceSessions ? this.#groups.lives : null;
  }

  result(): RunResult {
    const late = this.#dropped.filter(({ reason }) => reason === "late").length;
    const ledger: Ledger = {
      ...this.#counts,
      malformed: this.#malformed.length,
      skipped: this.#skipped.length,
      filtered: this.#filtered.length,
      late,
      expired: this.#dropped.length - late,
    };
    return {
      rows: resultOf(this.#plan, this.#rows),
      ledger,
      dropped: this.#dropped,
      malformed: this.#malformed,
      skipped: this.#skipped,
      filtered: this.#filtered,
    };
  }

  /** The late verdict, WHERE in the preset's order, and then the windows. */
  #judge(record: ReferenceRecord): void {
    const { rules, late } = this.#plan;
    const isLate = rules.lateUnit === "record" && record.eventTime < record.watermark;
    if (isLate && late.action === "drop") return this.#drop(record, "late");
    if (!rules.filterBeforeClock && !this.#isWanted(record, record.watermark))
      return void this.#filtered.push(record.seq);
    if (this.#over !== null) {
      if (!this.#over.add(record))
        return this.#drop(record, rules.lateUnit === "window" ? "late" : "expired");
    } else if (this.#groups === null) {
      const rows = this.#rowsOf(record);
      if (rows === null) return void this.#counts.inNoWindow++;
      for (const row of rows) this.#project(record, row);
    } else {
      const outcome = this.#groups.add(record);
      if (outcome.kind === "in no window") return void this.#counts.inNoWindow++;
      if (outcome.kind === "missed")
        return this.#drop(record, rules.lateUnit === "window" ? "late" : "expired");
      if (outcome.missed) this.#counts.windowMisses++;
      if (outcome.corrected) {
        this.#counts.corrections++;
        if (rules.lateUnit === "window") this.#counts.countedLate++;
      }
    }
    this.#counts.counted++;
    if (isLate) this.#counts.countedLate++;
  }

  #project(record: ReferenceRecord, row: readonly Value[]): void {
    const { query } = this.#plan;
    if (query.kind !== "project") return;
    const scope = [...row];
    if (query.judged !== null) scope[query.judged] = record.watermark === -Infinity ? null : record.watermark;
    this.#rows.push({
      kind: "+I",
      values: query.projection.map((expression) => evaluate(expression, scope)),
      cause: record.seq,
      pane: null,
      reason: "record",
      partition: record.partition,
      watermark: record.watermark,
      windowStart: null,
      windowEnd: null,
    });
  }

  #drop(record: ReferenceRecord, reason: DroppedRecord["reason"]): void {
    const missed = this.#windowsOf(record.eventTime);
    const { seq, partition, eventTime, arrival, watermark, mover } = record;
    this.#dropped.push({
      seq,
      reason,
      partition,
      eventTime,
      arrival,
      watermark,
      mover,
      lateness: watermark - eventTime,
      windowStart: missed.at(0)?.start ?? null,
      windowEnd: missed.at(-1)?.end ?? null,
    });
  }

  #windowsOf(eventTime: number): readonly ReferenceWindow[] {
    const { query, rules } = this.#plan;
    if (query.kind !== "aggregate" || query.window === null) return [];
    return referenceWindows(query.window, eventTime, rules);
  }

  #close(cause: number, reason: "idle" | "watermark" | "end of input"): void {
    const watermarkOf = (partition: number): number => this.#clock.watermark(partition);
    this.#groups?.close(cause, reason, watermarkOf);
    this.#over?.close(cause, reason, watermarkOf);
  }

  /** What is projected: the record, or its copies; null where there are none. */
  #rowsOf(record: Copied): readonly (readonly Value[])[] | null {
    const copies = copiesIn(this.#plan);
    return copies === null ? [record.row] : copiesOf(copies, record, this.#plan);
  }

  /** WHERE over copies removes a record when it removes all of them. @param watermark that it may read; null: none. */
  #isWanted(record: Copied, watermark: number | null): boolean {
    const { filter, filterJudged } = this.#plan;
    const scope = [...record.row];
    if (filterJudged !== undefined) scope[filterJudged] = watermark === -Infinity ? null : watermark;
    return this.#rowsOf(record)?.length !== 0 && (filter === null || evaluate(filter, scope) === true);
  }

  #keyOf(row: readonly Value[]): Value[] {
    return groupKeysOf(this.#plan.query).map((key) => evaluate(key, row));
  }

  #arrivalOf(row: readonly Value[] | null, seq: number): number {
    const column = this.#plan.time.arrival;
    const given = column === null ? seq : (row?.[column] ?? null);
    if (given !== null) this.#arrival = Math.max(this.#arrival, Number(given));
    return this.#arrival;
  }

  /** ms, or null: the record is malformed; -Infinity: it has none, and is late once a watermark is set. */
  #eventTimeOf(row: readonly Value[] | null, arrival: number): number | null {
    const { eventTime: column, eventTimeUnit: unit = 1 } = this.#plan.time;
    const given = column === null ? null : (row?.[column] ?? null);
    if (row !== null && column !== null && given === null && this.#plan.rules.nullTime === "late")
      return -Infinity;
    const time = column === null ? arrival : given === null ? NaN : Number(given) * unit;
    if (!Number.isSafeInteger(time) || (time < 0 && this.#plan.rules.refusesNegativeTime)) return null;
    if (Math.abs(time) > Number.MAX_SAFE_INTEGER - this.#reach()) return null;
    return time;
  }

  /** ms that may lie between a time and what its windows have to do with: a bound, with the grid's offset and the lateness. */
  #reach(): number {
    const { query, late } = this.#plan;
    if (query.kind === "over") return 0;
    const window = query.kind === "project" ? (query.copies?.window ?? null) : query.window;
    if (window === null) return 0;
    if (window.kind === "session") return window.gap + late.allowedLateness;
    const gridded = window.kind === "hopping" ? Math.max(window.size, window.advance) : window.size;
    return gridded + Math.abs(window.offset) + late.allowedLateness;
  }

  #punctuationOf(row: readonly Value[]): number | null {
    const { punctuation } = this.#plan.time;
    const given = punctuation === null || punctuation === undefined ? null : row[punctuation]!;
    return given === null ? null : Number(given);
  }

  #splitOf(row: readonly Value[]): number {
    const { split, splits } = this.#plan.time;
    const given = split === null ? 0n : BigInt((row[split] ?? 0n) as bigint);
    const count = BigInt(splits);
    return Number(((given % count) + count) % count);
  }
}

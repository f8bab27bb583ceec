import type { Column } from "../data/column.ts";
import { KeyEncoder, type KeyTable } from "../data/key-table.ts";
import type { RecordBatch } from "../data/record-batch.ts";
import { type RecordHeader, RecordStatus } from "../data/record-status.ts";
import { type WarningCounts, mergeWarnings } from "../expression/warning-counts.ts";
import { groupKeysOf, type PhysicalPlan } from "../plan/physical-plan.ts";
import { windowReach } from "../spec/window-spec.ts";
import { HeaderArrays } from "./header-arrays.ts";
import { JudgingClock } from "./judging-clock.ts";
import { CopyFilter } from "./record-copies.ts";
import { RowEvaluator } from "./row-evaluator.ts";
import { RunFailure } from "./run-failure.ts";

/** A batch with all that decides about its records found out once, before any partition sees them. */
export interface PreparedBatch {
  readonly header: RecordHeader;
  /** The stream's columns; behind them that of the arrival where the stream has none of its own. */
  readonly columns: readonly Column[];
  /** Of this batch. */
  readonly malformed: number;
  /** What went wrong in WHERE and in group keys, by seq. */
  readonly warnings: WarningCounts;
}

/**
 * The one place where a record's times, WHERE and group key are evaluated: serial, in replay order, since keys are
 * numbered as they are first seen and the arrival clock never goes back.
 */
export class BatchPreparer {
  readonly #plan: PhysicalPlan;
  readonly #filter: RowEvaluator | null;
  /** Where WHERE reads the watermark, else null. */
  readonly #clock: JudgingClock | null;
  readonly #copies: CopyFilter | null;
  readonly #keys: RowEvaluator;
  readonly #encoder: KeyEncoder;
  readonly #arrays: HeaderArrays;
  readonly #latest: number;
  #arrival = -Infinity;

  /** @param inUse batches that are in use at once, the newest among them: at least 1. */
  constructor(plan: PhysicalPlan, inUse: number = 8) {
    this.#plan = plan;
    this.#arrays = new HeaderArrays(inUse);
    this.#latest = latestTime(plan);
    this.#filter = plan.filter && new RowEvaluator([plan.filter]);
    this.#clock = plan.filterJudged === undefined ? null : new JudgingClock(plan);
    this.#copies = copyFilterOf(plan.query);
    const keys = groupKeysOf(plan.query);
    this.#keys = new RowEvaluator(keys);
    this.#encoder = new KeyEncoder(keys.map((key) => key.type));
  }

  /** Every group key seen so far. */
  get keys(): KeyTable {
    return this.#encoder.table;
  }

  /**
   * @returns Valid until `inUse` more batches are prepared; arrays may be longer than the batch.
   * @throws RunFailure where the preset ends the run at a record without an event time.
   */
  prepare(batch: RecordBatch): PreparedBatch {
    const { base, length } = batch;
    if (this.#plan.rules.nullTime === "fails") this.#refuseNullTimes(batch);
    const { status, arrival, key } = this.#arrays.next(length);
    this.#readArrival(batch, arrival);
    const { eventTime, malformed } = this.#readEventTime(batch, arrival, status);
    const columns = this.#plan.time.arrival === null ? [...batch.columns, clockOf(arrival)] : batch.columns;
    const unnamed =
      malformed === 0
        ? null
        : status.subarray(0, length).map((state) => (state === RecordStatus.malformed ? 1 : 0));
    const found: WarningCounts = new Map();
    const live = (): Int32Array => liveRows(status, length);
    const untold = {
      base,
      length,
      status,
      allLive: false,
      eventTime,
      punctuation: this.#readPunctuation(batch),
      arrival,
      split: this.#readSplit(batch),
      key,
    };
    const passes = this.#passes(this.#withClock(columns, untold), length, eventTime, live, found);
    if (passes) this.#applyFilter(passes, length, status, malformed);
    const keyColumns = this.#keys.whole(columns, length, live, found);
    if (this.#plan.rules.skipsNullKeys) skipNullKeys(keyColumns, length, status);
    this.#encoder.encode(keyColumns, length, unnamed, key);
    const allLive =
      (malformed === 0 && passes === undefined && !this.#plan.rules.skipsNullKeys) ||
      isAllLive(status, length);
    return {
      header: { ...untold, allLive },
      columns,
      malformed,
      warnings: bySeq(found, base),
    };
  }

  /** What WHERE reads: the watermark too, where it asks for that. */
  #withClock(columns: readonly Column[], header: RecordHeader): readonly Column[] {
    const { filterJudged } = this.#plan;
    if (this.#clock === null || filterJudged === undefined) return columns;
    const seen = columns.slice(0, filterJudged);
    seen[filterJudged] = this.#clock.judged(header);
    return seen;
  }

  /** @returns What WHERE says of records; of copies in windows, whether it lets one pass. undefined without WHERE. */
  #passes(
    columns: readonly Column[],
    length: number,
    eventTime: Float64Array,
    live: () => Int32Array,
    found: WarningCounts,
  ): Column | undefined {
    if (this.#copies === null) return this.#filter?.whole(columns, length, live, found)[0];
    const values = this.#copies.passing(columns, length, eventTime, live(), found);
    return { kind: "boolean", values, validity: null };
  }

  /** a(n) = max(a(n-1), the column); without a column, n ms. */
  #readArrival({ base, length, columns }: RecordBatch, arrival: Float64Array): void {
    const index = this.#plan.time.arrival;
    if (index === null) {
      for (let row = 0; row < length; row++) arrival[row] = base + row;
      return;
    }
    const column = columns[index]!;
    const values = column.kind === "number" ? column.values : null;
    const { validity } = column;
    let latest = this.#arrival;
    for (let row = 0; row < length; row++) {
      const known = values !== null && !(validity !== null && validity[row] === 0);
      if (known && values[row]! > latest) latest = values[row]!;
      arrival[row] = latest;
    }
    this.#arrival = latest;
  }

  /**
   * Marks records without a usable event time as malformed: unreadable, NULL, no whole safe milliseconds, so far out that bounds
   * of its windows were none, or refused. Where a NULL is only late it is -Infinity: behind every watermark that is set, and nothing that could move one.
   */
  #readEventTime(
    batch: RecordBatch,
    arrival: Float64Array,
    status: Uint8Array,
  ): { readonly eventTime: Float64Array; readonly malformed: number } {
    const { length, columns, unreadable } = batch;
    const index = this.#plan.time.eventTime;
    const column = index === null ? null : columns[index]!;
    const values = column === null ? arrival : timesOf(column, length, this.#plan.time.eventTimeUnit);
    const validity = column?.validity ?? null;
    const { refusesNegativeTime, nullTime } = this.#plan.rules;
    const latest = this.#latest;
    const earliest = refusesNegativeTime ? 0 : -latest;
    if (unreadable === null && validity === null && areTimes(values, length, earliest, latest))
      return { eventTime: values, malformed: 0 };
    let malformed = 0;
    const eventTime = new Float64Array(length);
    for (let row = 0; row < length; row++) {
      const time = values[row]!;
      const absent = validity !== null && validity[row] === 0;
      const readable = unreadable === null || unreadable[row] === 0;
      if (readable && absent && nullTime === "late") {
        eventTime[row] = -Infinity;
        continue;
      }
      if (!readable || absent || isTime(time, earliest, latest) === 0) {
        status[row] = RecordStatus.malformed;
        malformed++;
      }
      eventTime[row] = time;
    }
    return { eventTime, malformed };
  }

  /** What is no whole safe number of milliseconds moves no watermark. */
  #readPunctuation({ length, columns }: RecordBatch): Float64Array | null {
    const { punctuation: index = null } = this.#plan.time;
    if (index === null) return null;
    const column = columns[index]!;
    if (column.kind !== "number") return null;
    const { values, validity } = column;
    const punctuation = new Float64Array(length);
    for (let row = 0; row < length; row++) {
      const isTold = !(validity && validity[row] === 0) && Number.isSafeInteger(values[row]);
      punctuation[row] = isTold ? values[row]! : -Infinity;
    }
    return punctuation;
  }

  /** Before anything else is done, so that the records before the one that fails can still be prepared. */
  #refuseNullTimes({ base, length, columns, unreadable }: RecordBatch): void {
    const index = this.#plan.time.eventTime;
    const validity = index === null ? null : columns[index]!.validity;
    if (!validity) return;
    for (let row = 0; row < length; row++)
      if (validity[row] === 0 && !(unreadable && unreadable[row] === 1))
        throw new RunFailure(
          base + row,
          `Record #${base + row} has no event time; under these rules that ends the job. Filter such records out beforehand, or run under other rules.`,
        );
  }

  #applyFilter(passes: Column, length: number, status: Uint8Array, malformed: number): void {
    if (passes.kind !== "boolean") return;
    const { values, validity } = passes;
    const removed = this.#plan.rules.filterBeforeClock ? RecordStatus.removed : RecordStatus.filtered;
    if (malformed === 0 && validity === null) {
      for (let row = 0; row < length; row++) status[row] = removed * (1 ^ values[row]!);
      return;
    }
    // Without branches: what passes cannot be predicted.
    for (let row = 0; row < length; row++) {
      const isTrue = validity === null ? values[row]! : values[row]! & validity[row]!;
      status[row]! += removed * (Number(status[row] === RecordStatus.live) & (1 ^ isTrue));
    }
  }

  #readSplit({ length, columns }: RecordBatch): Int32Array | null {
    const { split: index, splits } = this.#plan.time;
    if (index === null) return null;
    const column = columns[index]!;
    const split = new Int32Array(length);
    if (column.kind !== "number") return split;
    for (let row = 0; row < length; row++) {
      const absent = column.validity && column.validity[row] === 0;
      split[row] = absent ? 0 : ((column.values[row]! % splits) + splits) % splits;
    }
    return split;
  }
}

function copyFilterOf(query: PhysicalPlan["query"]): CopyFilter | null {
  const copies = query.kind === "project" ? query.copies : null;
  return copies?.filter ? new CopyFilter(copies, copies.filter) : null;
}

/** Of a stream without an arrival column: what NOW() and _TIMESTAMP read. */
function clockOf(arrival: Float64Array): Column {
  return { kind: "number", values: arrival, exact: null, validity: null };
}

function liveRows(status: Uint8Array, length: number): Int32Array {
  const rows = new Int32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) if (status[row] === RecordStatus.live) rows[count++] = row;
  return rows.subarray(0, count);
}

function bySeq(found: WarningCounts, base: number): WarningCounts {
  if (found.size === 0) return found;
  const warnings: WarningCounts = new Map();
  mergeWarnings(warnings, found, (row) => base + row);
  return warnings;
}

function skipNullKeys(keys: readonly Column[], length: number, status: Uint8Array): void {
  for (const { validity } of keys) {
    if (!validity) continue;
    for (let row = 0; row < length; row++)
      if (validity[row] === 0 && status[row] === RecordStatus.live) status[row] = RecordStatus.skipped;
  }
}

/** @param unit ms that 1 stands for. */
function timesOf(column: Column, length: number, unit: number = 1): Float64Array {
  if (column.kind !== "number") return new Float64Array(length);
  return unit === 1 ? column.values : column.values.subarray(0, length).map((value) => value * unit);
}

/** ms: behind it not all bounds of a record's windows would be exact, nor when these expire. */
function latestTime({ query, late }: PhysicalPlan): number {
  const window =
    query.kind === "aggregate"
      ? query.window
      : query.kind === "project"
        ? (query.copies?.window ?? null)
        : null;
  return Number.MAX_SAFE_INTEGER - (window === null ? 0 : windowReach(window) + late.allowedLateness);
}

/** Whether all values are whole milliseconds in a range, as they usually are; four at a time, which is twice as fast. */
function areTimes(values: Float64Array, length: number, least: number, most: number): boolean {
  let all = 1;
  let row = 0;
  for (; row + 3 < length; row += 4)
    all &=
      isTime(values[row]!, least, most) &
      isTime(values[row + 1]!, least, most) &
      isTime(values[row + 2]!, least, most) &
      isTime(values[row + 3]!, least, most);
  for (; row < length; row++) all &= isTime(values[row]!, least, most);
  return all === 1;
}

function isTime(value: number, least: number, most: number): number {
  return Number(Math.floor(value) === value) & Number(value >= least) & Number(value <= most);
}

function isAllLive(status: Uint8Array, length: number): boolean {
  for (let row = 0; row < length; row++) if (status[row] !== RecordStatus.live) return false;
  return true;
}

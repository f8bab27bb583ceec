import type { OverFunction, OverRank } from "../aggregate/over-function.ts";
import type { Reason } from "../data/change.ts";
import type { Value } from "../data/data-type.ts";
import { expressionIdentity } from "../expression/expression-identity.ts";
import type { OverQuery, OverWindowPlan, PhysicalPlan } from "../plan/physical-plan.ts";
import type { ResultRow } from "../runtime/result-row.ts";
import { aggregate } from "./reference-aggregates.ts";
import { compareValues, evaluate } from "./reference-expression.ts";
import type { ReferenceRecord } from "./reference-groups.ts";

/** The records of one group in one window, in its order, with the keys of that order. */
interface Buffer {
  entries: Entry[];
  /** ms: of the newest record, and the event time of the last whose row has left. */
  lastArrival: number;
  lastLeft: number;
}

interface Entry {
  readonly record: ReferenceRecord;
  readonly order: readonly Value[];
}

/** Functions over windows of records: keeps the lists, and computes everything anew for each row. */
export class ReferenceOver {
  readonly #plan: PhysicalPlan;
  readonly #query: OverQuery;
  readonly #rows: ResultRow[];
  readonly #buffers = new Map<string, Buffer>();
  #waiting: ReferenceRecord[] = [];
  readonly #watermarks = new Map<number, number>();
  /** By the record whose row was printed: seqs of the records of its frames, ascending. */
  readonly frames = new Map<number, readonly number[]>();

  constructor(plan: PhysicalPlan, query: OverQuery, rows: ResultRow[]) {
    this.#plan = plan;
    this.#query = query;
    this.#rows = rows;
  }

  /** Offers a record. @returns Whether it was taken. */
  add(record: ReferenceRecord): boolean {
    const { windows } = this.#query;
    if (windows[0]!.spec.leaves === "at-watermark") {
      if (this.#isLate(record)) return false;
      this.#waiting.push(record);
      return true;
    }
    const buffers = windows.map((window, index) => this.#bufferOf(record, window, index));
    const taken = windows.map((window, index) => insert(buffers[index]!, record, window));
    if (!taken.includes(true)) return false;
    const full = windows.every(
      ({ spec }, index) =>
        !spec.onlyFull || !taken[index] || buffers[index]!.entries.length === spec.bufferRows,
    );
    if (full)
      this.#print(record, taken, { cause: record.seq, reason: "record", watermark: record.watermark });
    return true;
  }

  /** The clocks may have moved: rows leave whose time has passed, by (event time, seq). */
  close(cause: number, reason: Reason, watermarkOf: (partition: number) => number): void {
    const leaving = this.#waiting.filter(({ partition, eventTime }) => {
      const watermark = watermarkOf(partition);
      const moved = watermark > (this.#watermarks.get(partition) ?? -Infinity);
      return moved && watermark >= this.#leavesAt(eventTime);
    });
    for (let id = 0; id < this.#plan.partitioning.partitions; id++) this.#watermarks.set(id, watermarkOf(id));
    this.#waiting = this.#waiting.filter((record) => !leaving.includes(record));
    leaving.sort((a, b) => a.eventTime - b.eventTime || a.seq - b.seq);
    for (const record of leaving)
      this.#query.windows.forEach((window, index) => {
        const buffer = this.#bufferOf(record, window, index);
        insert(buffer, record, window);
        buffer.lastLeft = record.eventTime;
      });
    const taken = this.#query.windows.map(() => true);
    for (const record of leaving)
      this.#print(record, taken, { cause, reason, watermark: watermarkOf(record.partition) });
  }

  /** A record is a window of one millisecond: it ends at t + 1. */
  #leavesAt(eventTime: number): number {
    return eventTime + 1 + this.#plan.rules.closeDelay;
  }

  #isLate(record: ReferenceRecord): boolean {
    const { windows } = this.#query;
    const bounded = windows.every(({ spec }) => spec.frame.start !== null);
    if (this.#plan.rules.overLateBy === "group" && bounded)
      return windows.some(
        (window, index) => record.eventTime <= this.#bufferOf(record, window, index).lastLeft,
      );
    return record.watermark >= this.#leavesAt(record.eventTime);
  }

  #bufferOf(record: ReferenceRecord, { keys }: OverWindowPlan, index: number): Buffer {
    const key = (keys ?? this.#query.keys).map((expression) => evaluate(expression, record.row));
    const name = expressionIdentity({ partition: record.partition, index, key });
    let buffer = this.#buffers.get(name);
    if (!buffer) this.#buffers.set(name, (buffer = { entries: [], lastArrival: -Infinity, lastLeft: 0 }));
    return buffer;
  }

  #print(
    record: ReferenceRecord,
    taken: readonly boolean[],
    why: Pick<ResultRow, "cause" | "reason" | "watermark">,
  ): void {
    const results = this.#query.functions.map((over) => {
      if (!taken[over.window]) return null;
      const window = this.#query.windows[over.window]!;
      return this.#result(over, window, this.#bufferOf(record, window, over.window).entries, record);
    });
    const seen = this.#query.windows.flatMap((window, index) => {
      const { entries } = this.#bufferOf(record, window, index);
      const at = entries.findIndex((entry) => entry.record === record);
      return taken[index] ? frameOf(entries, at, window).map((entry) => entry.record.seq) : [];
    });
    this.frames.set(
      record.seq,
      [...new Set([...seen, record.seq])].sort((a, b) => a - b),
    );
    const { firstResult, projection } = this.#query;
    const scope = [...record.row];
    if (scope.length < firstResult) scope.push(record.arrival);
    this.#rows.push({
      kind: "+I",
      values: projection.map((expression) => evaluate(expression, [...scope, ...results])),
      pane: null,
      partition: record.partition,
      windowStart: null,
      windowEnd: null,
      ...why,
    });
  }

  #result(
    over: OverFunction,
    window: OverWindowPlan,
    entries: readonly Entry[],
    record: ReferenceRecord,
  ): Value {
    const at = entries.findIndex((entry) => entry.record === record);
    const frame = frameOf(entries, at, window);
    const of = (entry: Entry | undefined): Value => {
      const [value, fallback] = over.arguments;
      if (entry) return evaluate(value!, entry.record.row);
      return fallback ? evaluate(fallback, record.row) : null;
    };
    switch (over.kind) {
      case "aggregate":
        return aggregate(
          over.call,
          frame.map((entry) => over.arguments.map((argument) => evaluate(argument, entry.record.row))),
        );
      case "rank":
        return rank(over, window, entries, at);
      case "place": {
        const shares =
          this.#plan.rules.peersShareLag &&
          window.spec.leaves === "at-watermark" &&
          window.spec.frame.unit === "range";
        const isPeer = (entry: Entry): boolean => compareOrder(entry, entries[at]!, window) === 0;
        const from = shares ? entries.findLastIndex(isPeer) : at;
        if (over.place === "first") return of(frame[0]);
        if (over.place === "last") return of(frame.at(-1));
        if (over.place === "nth") return of(frame[over.count - 1]);
        if (over.place === "lag") return of(entries[from - over.count]);
        return of(entries[at + over.count]);
      }
    }
  }
}

/** @returns Whether there was room for it. */
function insert(buffer: Buffer, record: ReferenceRecord, window: OverWindowPlan): boolean {
  const { bufferRows, expireAfter } = window.spec;
  if (expireAfter !== null && record.arrival - buffer.lastArrival > expireAfter) buffer.entries = [];
  buffer.lastArrival = record.arrival;
  const entry = { record, order: window.order.map((expression) => evaluate(expression, record.row)) };
  buffer.entries.push(entry);
  buffer.entries.sort((a, b) => compareOrder(a, b, window) || a.record.seq - b.record.seq);
  if (window.order.length === 0) buffer.entries.sort((a, b) => a.record.seq - b.record.seq);
  if (bufferRows === null || buffer.entries.length <= bufferRows) return true;
  return buffer.entries.shift() !== entry;
}

function compareOrder(a: Entry, b: Entry, { order, spec }: OverWindowPlan): number {
  for (const [index, { type }] of order.entries()) {
    const { descending, nullsFirst } = spec.order[index]!;
    const [left, right] = [a.order[index]!, b.order[index]!];
    if (left === null && right === null) continue;
    if (left === null || right === null) return (left === null) === nullsFirst ? -1 : 1;
    const compared = compareValues(left, type, right, type);
    if (compared !== 0) return descending ? -compared : compared;
  }
  return 0;
}

function frameOf(entries: readonly Entry[], at: number, window: OverWindowPlan): readonly Entry[] {
  const { unit, start, end } = window.spec.frame;
  const [current] = entries.slice(at, at + 1);
  if (unit === "rows")
    return entries.filter(
      (_, index) => (start === null || index >= at - start) && (end === null || index <= at - end),
    );
  const isPeer = (entry: Entry): boolean => compareOrder(entry, current!, window) === 0;
  const before = (entry: Entry): number => {
    const [key, other] = [entry.order[0]!, current!.order[0]!];
    if (key === null || other === null)
      return key === other ? 0 : entries.indexOf(entry) < at ? Infinity : -Infinity;
    const ahead =
      typeof key === "bigint" && typeof other === "bigint"
        ? Number(other - key)
        : Number(other) - Number(key);
    return ahead * (window.spec.order[0]!.descending ? -1 : 1);
  };
  return entries.filter((entry, index) => {
    const fromStart = start === null || (start === 0 ? isPeer(entry) || index > at : before(entry) <= start);
    // NULL is at no distance from anything: its frame ends with its peers.
    const withPeers = end === 0 || current!.order[0] === null;
    const toEnd = end === null || (withPeers ? isPeer(entry) || index < at : before(entry) >= end);
    return fromStart && toEnd;
  });
}

function rank(
  { rank: name, buckets }: OverRank,
  window: OverWindowPlan,
  entries: readonly Entry[],
  at: number,
): Value {
  const isPeer = (entry: Entry): boolean => compareOrder(entry, entries[at]!, window) === 0;
  const before = entries.findIndex(isPeer);
  const size = entries.length;
  switch (name) {
    case "row_number":
      return BigInt(at + 1);
    case "rank":
      return BigInt(before + 1);
    case "dense_rank":
      return BigInt(
        1 +
          entries.filter(
            (entry, index) =>
              index > 0 && index <= before && compareOrder(entries[index - 1]!, entry, window) !== 0,
          ).length,
      );
    case "percent_rank":
      return size === 1 ? 0 : before / (size - 1);
    case "cume_dist":
      return (entries.findLastIndex(isPeer) + 1) / size;
    case "ntile": {
      const parts: number[] = [];
      for (let part = 1; part <= buckets; part++)
        for (let i = 0; i < Math.floor(size / buckets) + (part <= size % buckets ? 1 : 0); i++)
          parts.push(part);
      return BigInt(parts[at]!);
    }
  }
}

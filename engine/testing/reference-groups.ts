import type { Value } from "../data/data-type.ts";
import type { Pane, Reason } from "../data/change.ts";
import type { AggregateQuery, PhysicalPlan } from "../plan/physical-plan.ts";
import type { ResultRow } from "../runtime/result-row.ts";
import { offer, rowsOf, type Cause, type Change, type GroupState } from "./reference-changelog.ts";
import { compareCloses, compareTimed } from "./reference-close-order.ts";
import { evaluate } from "./reference-expression.ts";
import { type ReferenceWindow, referenceWindows, windowBegunBefore } from "./reference-windows.ts";

/** A record that reached its partition, with what is known of it there. */
export interface ReferenceRecord {
  readonly seq: number;
  /** Its columns, and behind them its arrival where that is none of them. */
  readonly row: readonly Value[];
  readonly key: readonly Value[];
  readonly partition: number;
  /** ms; likewise the others. */
  readonly eventTime: number;
  readonly arrival: number;
  /** The watermark that judges it. */
  readonly watermark: number;
  readonly mover: number;
}

export type Outcome =
  | { readonly kind: "counted"; readonly corrected: boolean; readonly missed: boolean }
  | { readonly kind: "in no window" }
  | { readonly kind: "missed" };

/** All groups of all windows and partitions, and the rows they print (semantics.md, sections 4 and 5). */
export class ReferenceGroups {
  readonly #plan: PhysicalPlan;
  readonly #query: AggregateQuery;
  readonly #rows: ResultRow[];
  /** In order of their lowest contributing seq. */
  #groups = new Map<string, GroupState>();

  /** @param rows where output goes. */
  constructor(plan: PhysicalPlan, query: AggregateQuery, rows: ResultRow[]) {
    this.#plan = plan;
    this.#query = query;
    this.#rows = rows;
  }

  /** Offers the record to each of its windows: semantics.md, section 4. */
  add(record: ReferenceRecord): Outcome {
    if (this.#query.window === null) {
      this.#count(record, null, false);
      return { kind: "counted", corrected: false, missed: false };
    }
    const windows = this.windowsOf(record.eventTime);
    if (windows.length === 0)
      return this.#isTooLateForAny(record) ? { kind: "missed" } : { kind: "in no window" };
    const open = windows.filter(({ end }) => !this.#isExpired(end, record.watermark));
    if (open.length === 0) return { kind: "missed" };
    let corrected = false;
    for (const window of open) {
      const isClosed = this.#isClosed(window.end, record.watermark);
      this.#count(record, window, isClosed);
      corrected ||= isClosed;
    }
    return { kind: "counted", corrected, missed: open.length < windows.length };
  }

  /** Flink calls a record that lies between its windows late when the window before it has gone. */
  #isTooLateForAny({ eventTime, watermark }: ReferenceRecord): boolean {
    const { window } = this.#query;
    if (this.#plan.rules.lateUnit === "record" || window?.kind !== "hopping") return false;
    return this.#isExpired(windowBegunBefore(window, eventTime).end, watermark);
  }

  #count(record: ReferenceRecord, window: GroupState["window"], corrected: boolean): void {
    const group = this.#groupOf(record, window, corrected);
    this.#query.aggregates.forEach((call, index) => {
      group.lists[index]!.push(call.arguments.map((argument) => evaluate(argument, record.row)));
    });
    group.records++;
    group.changed = true;
    const { mode, everyRows } = this.#query.emission;
    const due = everyRows !== null && group.records % everyRows === 0;
    if (corrected || due || mode === "changes") this.#printAfter(group, record, corrected);
  }

  /**
   * Fires the windows whose end the watermark has passed, in the preset's order over all partitions, and then forgets
   * what is past retention.
   */
  close(cause: number, reason: Reason, watermarkOf: (partition: number) => number): void {
    const closing = [...this.#groups.values()].filter(
      (group) =>
        group.window && !group.fired && this.#isClosed(group.window.end, watermarkOf(group.partition)),
    );
    closing.sort((a, b) => compareCloses(this.#plan.rules.closeOrder, a, b));
    for (const group of closing) {
      group.fired = true;
      const at = { cause, watermark: watermarkOf(group.partition) };
      this.#print(group, this.#closingRows(group), "on-time", reason, at);
    }
    for (const [name, group] of this.#groups)
      if (group.window && this.#isExpired(group.window.end, watermarkOf(group.partition)))
        this.#groups.delete(name);
  }

  /** EMIT EVERY interval: open groups that took a record since they last left. */
  printChanged(cause: number, watermarkOf: (partition: number) => number): void {
    const changed = [...this.#groups.values()].filter((group) => group.changed && !group.fired);
    for (const group of changed.toSorted(compareTimed)) {
      const at = { cause, watermark: watermarkOf(group.partition) };
      const pane = group.window === null ? null : "early";
      this.#print(group, offer(group, this.#query, this.#plan.rules), pane, "timer", at);
    }
  }

  /** EMIT FINAL without a window: each group's one row, at the end of input. */
  finish(): void {
    if (this.#query.window !== null || this.#query.emission.mode === "changes") return;
    for (const group of this.#groups.values()) {
      const changes = offer(group, this.#query, this.#plan.rules);
      this.#print(group, changes, null, "end of input", { cause: Infinity, watermark: Infinity });
    }
  }

  /** Under EMIT CHANGES a close prints nothing, or with a final marker what is shown, once more. */
  #closingRows(group: GroupState): Change[] {
    const { mode, finalMarker } = this.#query.emission;
    if (mode === "final") return offer(group, this.#query, this.#plan.rules);
    return finalMarker && group.shown ? [{ kind: "+U", values: group.shown }] : [];
  }

  /** In scope window every group of the record's window in its partition is printed again, by lowest seq. */
  #printAfter(changed: GroupState, record: ReferenceRecord, corrected: boolean): void {
    const whole =
      changed.window !== null &&
      this.#query.emission.mode === "changes" &&
      this.#query.emission.scope === "window";
    const groups = [...this.#groups.values()].filter(
      (group) =>
        group === changed ||
        (whole && group.partition === changed.partition && isSame(group.window, changed.window)),
    );
    const pane = changed.window === null ? null : corrected ? "late" : "early";
    const at = { cause: record.seq, watermark: record.watermark };
    for (const group of groups) {
      const changes = offer(group, this.#query, this.#plan.rules);
      this.#print(group, changes, pane, corrected ? "correction" : "record", at);
    }
  }

  #print(group: GroupState, changes: readonly Change[], pane: Pane | null, reason: Reason, at: Cause): void {
    this.#rows.push(...rowsOf(group, changes, pane, reason, at));
  }

  #groupOf(record: ReferenceRecord, window: GroupState["window"], fired: boolean): GroupState {
    const key = record.key.map((value) => (value === null ? null : `${typeof value} ${String(value)}`));
    const name = JSON.stringify([record.partition, window, key]);
    let group = this.#groups.get(name);
    if (group === undefined) {
      group = {
        partition: record.partition,
        key: record.key,
        window,
        first: record.seq,
        lists: this.#query.aggregates.map(() => []),
        records: 0,
        changed: false,
        fired,
        offered: null,
        shown: null,
      };
      this.#groups.set(name, group);
    }
    return group;
  }

  /** Ascending by start, then end; none where the query has no windows. */
  windowsOf(eventTime: number): readonly ReferenceWindow[] {
    const { window } = this.#query;
    return window === null ? [] : referenceWindows(window, eventTime, this.#plan.rules);
  }

  #isClosed(end: number, watermark: number): boolean {
    const { closeDelay, closesAfterLateness } = this.#plan.rules;
    return watermark >= end + closeDelay + (closesAfterLateness ? this.#plan.late.allowedLateness : 0);
  }

  #isExpired(end: number, watermark: number): boolean {
    const { expireDelay } = this.#plan.rules;
    return this.#isClosed(end, watermark) && watermark >= end + this.#plan.late.allowedLateness + expireDelay;
  }
}

function isSame(a: GroupState["window"], b: GroupState["window"]): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}

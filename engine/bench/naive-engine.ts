import type { NaiveAggregate, Test } from "./naive-aggregates.ts";
import { NaiveRows } from "./naive-rows.ts";
import type { Drained } from "./windowpane-subject.ts";

interface Group<R> {
  readonly key: string;
  readonly windowStart: number;
  readonly windowEnd: number;
  readonly aggregates: readonly NaiveAggregate<R>[];
}

/** What differs between the workloads. */
export interface NaiveQuery<R> {
  /** The group of a record. */
  readonly key: (record: R) => string;
  /** WHERE: asked after the record has moved the watermark. */
  readonly keeps: Test<R> | null;
  readonly aggregates: () => readonly NaiveAggregate<R>[];
  /** Rows leave when a window closes, or after each record: its group's, or those of all groups of its window. */
  readonly emission: "final" | "changes" | "window";
  /** ms: windows of `size` begin every `advance`, of which the size is a multiple. */
  readonly size: number;
  readonly advance: number;
  /** ms: the watermark is so far behind the newest record. */
  readonly bound: number;
}

/**
 * A workload as one would first write it: row objects, a Map by text key, a closure for each aggregate. Late records
 * are dropped, windows close at the watermark.
 */
export function runNaive<R extends { readonly eventTime: number }>(
  records: readonly R[],
  query: NaiveQuery<R>,
): Drained {
  const { key: keyOf, keeps, aggregates, emission, size, advance, bound } = query;
  const groups = new Map<string, Group<R>>();
  let watermark = -Infinity;
  let nextClose = -Infinity;
  const rows = new NaiveRows();
  const emit = (group: Group<R>): void => {
    rows.push({
      key: group.key,
      windowStart: group.windowStart,
      windowEnd: group.windowEnd,
      values: group.aggregates.map((aggregate) => aggregate.result()),
    });
  };
  for (const record of records) {
    watermark = Math.max(watermark, record.eventTime - bound);
    if (record.eventTime >= watermark && (keeps === null || keeps(record))) {
      const last = Math.floor(record.eventTime / advance) * advance;
      const key = keyOf(record);
      for (let windowStart = last + advance - size; windowStart <= last; windowStart += advance) {
        const place = `${key}|${windowStart}`;
        let group = groups.get(place);
        if (!group) {
          group = { key, windowStart, windowEnd: windowStart + size, aggregates: aggregates() };
          groups.set(place, group);
        }
        for (const aggregate of group.aggregates) aggregate.add(record);
        if (emission === "changes") emit(group);
        else if (emission === "window")
          for (const each of groups.values()) if (each.windowStart === windowStart) emit(each);
      }
    }
    if (watermark >= nextClose) {
      for (const [place, group] of groups) {
        if (group.windowEnd > watermark) continue;
        if (emission === "final") emit(group);
        groups.delete(place);
      }
      nextClose = Math.floor(watermark / advance) * advance + advance;
    }
  }
  if (emission === "final") for (const group of groups.values()) emit(group);
  return rows.end();
}

import type { ChangeKind, Pane, Reason } from "../data/change.ts";
import type { Value } from "../data/data-type.ts";
import type { AggregateQuery } from "../plan/physical-plan.ts";
import type { ResultRow } from "../runtime/result-row.ts";
import type { SemanticsRules } from "../spec/semantics-rules.ts";
import { aggregate } from "./reference-aggregates.ts";
import { evaluate } from "./reference-expression.ts";

/** One group of one window (or of the whole stream) in one partition. */
export interface GroupState {
  readonly partition: number;
  readonly key: readonly Value[];
  readonly window: { readonly start: number; readonly end: number } | null;
  /** What results call the end of the window, where it is another. */
  readonly shownEnd?: number;
  /** Lowest contributing seq. */
  readonly first: number;
  /** For each aggregate the arguments of each record that the group has had, in order of arrival. */
  readonly lists: readonly (readonly Value[])[][];
  /** Records that it has had. */
  records: number;
  /** It took a record since it last could have printed a row. */
  changed: boolean;
  /** Its window has closed. */
  fired: boolean;
  /** Aggregates when it last could have printed a row; null: it never could. */
  offered: readonly Value[] | null;
  /** The row that is shown now; null: none. */
  shown: readonly Value[] | null;
}

/** What made rows leave: seq of the record, and the watermark then. */
export interface Cause {
  readonly cause: number;
  readonly watermark: number;
}

export interface Change {
  readonly kind: ChangeKind;
  readonly values: readonly Value[];
}

/**
 * What a group prints when its result may have changed, and what is shown from then on.
 *
 * Where the contract is silent: an unchanged aggregate prints nothing under presets that say so with a window, too
 * (late firings); re-entry after HAVING is `+U` only where leaving was `-U`; a column of a tombstone is filled when it
 * is a group column or a window bound itself, not an expression over them.
 */
export function offer(group: GroupState, query: AggregateQuery, rules: SemanticsRules): Change[] {
  const aggregates = query.aggregates.map((call, index) => aggregate(call, group.lists[index]!));
  const before = group.offered;
  group.offered = aggregates;
  group.changed = false;
  if (
    before &&
    !rules.unchangedEmits &&
    aggregates.every((value, index) => isUnchanged(value, before[index]!))
  )
    return [];
  const scope = resultScope(group, aggregates);
  const shown = group.shown;
  if (passes(query, scope)) {
    const values = query.projection.map((expression) => evaluate(expression, scope));
    group.shown = values;
    if (shown === null) {
      const reentry = before !== null && rules.havingExit === "update-before";
      return [{ kind: reentry ? "+U" : "+I", values }];
    }
    const after: Change = { kind: "+U", values };
    return rules.updateBefore ? [{ kind: "-U", values: shown }, after] : [after];
  }
  group.shown = null;
  if (rules.havingExit === "tombstone") {
    const leaves = shown !== null || (before === null && startsShown(group, query));
    return leaves ? [{ kind: "-D", values: tombstone(group, query) }] : [];
  }
  if (shown === null) return [];
  return [{ kind: rules.havingExit === "update-before" ? "-U" : "-D", values: shown }];
}

/** A shown row that nothing replaces: its window has other bounds now. */
export function retract(group: GroupState, query: AggregateQuery, rules: SemanticsRules): Change[] {
  const { shown } = group;
  if (shown === null) return [];
  group.shown = null;
  return [{ kind: "-D", values: rules.havingExit === "tombstone" ? tombstone(group, query) : shown }];
}

/** The rows of such changes. */
export function rowsOf(
  group: GroupState,
  changes: readonly Change[],
  pane: Pane | null,
  reason: Reason,
  at: Cause,
): ResultRow[] {
  return changes.map(({ kind, values }) => ({
    kind,
    values,
    cause: at.cause,
    pane,
    reason,
    partition: group.partition,
    watermark: at.watermark,
    windowStart: group.window?.start ?? null,
    windowEnd: group.window?.end ?? null,
  }));
}

/** -0 and 0 are one value, and so is NaN. */
function isUnchanged(value: Value, before: Value): boolean {
  return value === before || (Number.isNaN(value) && Number.isNaN(before));
}

function resultScope(group: GroupState, aggregates: readonly Value[]): Value[] {
  const end = group.shownEnd ?? group.window?.end ?? null;
  return [...group.key, ...aggregates, group.window?.start ?? null, end];
}

function passes(query: AggregateQuery, scope: readonly Value[]): boolean {
  return query.having === null || evaluate(query.having, scope) === true;
}

/** ksqlDB compares a new group with the aggregates of no rows, as if those had been shown (rules.md, windows 5). */
function startsShown(group: GroupState, query: AggregateQuery): boolean {
  if (query.emission.mode === "final" || query.window?.kind === "session") return false;
  const initial = query.aggregates.map((call) => aggregate(call, []));
  return passes(query, resultScope(group, initial));
}

function tombstone(group: GroupState, query: AggregateQuery): Value[] {
  const keys = query.keys.length;
  const scope = resultScope(
    group,
    query.aggregates.map(() => null),
  );
  return query.projection.map((expression) => {
    if (expression.kind !== "column") return null;
    const aggregated = expression.index >= keys && expression.index < keys + query.aggregates.length;
    return aggregated ? null : scope[expression.index]!;
  });
}

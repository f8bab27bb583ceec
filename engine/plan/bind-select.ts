import type { StreamDefinition } from "../catalog/stream-definition.ts";
import type { Schema } from "../data/schema.ts";
import type { SortKey } from "../spec/result-spec.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import type { Annotation, Select } from "../sql/ast.ts";
import { bindAggregateQuery } from "./bind-aggregate-query.ts";
import { hasAggregate } from "./bind-aggregates.ts";
import { bindAnnotations } from "./bind-annotations.ts";
import { bindHeldQuery, holdsRecords } from "./bind-held-query.ts";
import { bindEmission, bindPlainEmission } from "./bind-emission.ts";
import { bindFilter } from "./bind-filter.ts";
import { bindFiring } from "./bind-firing.ts";
import { groupsByWindow } from "./bind-group-by.ts";
import { bindLateRecords } from "./bind-late-records.ts";
import { bindOverQuery } from "./bind-over-query.ts";
import { bindProjectQuery } from "./bind-project-query.ts";
import { bindPunctuation } from "./bind-punctuation.ts";
import { bindResult } from "./bind-result.ts";
import { bindSessionRecords } from "./bind-session-records.ts";
import { bindSource, type Source } from "./bind-source.ts";
import { bindTime } from "./bind-time.ts";
import { bindWatermark, rulesUnder } from "./bind-watermark.ts";
import { bindWindow, type BoundWindow } from "./bind-window.ts";
import type { BindingContext } from "./binding-context.ts";
import { checkWatermark, refuseWatermarkType } from "./check-watermark.ts";
import { checkSessionEmission } from "./check-session-emission.ts";
import { choosePartitioning } from "./choose-partitioning.ts";
import type { InlinedSelect } from "./derived-columns.ts";
import { noteWindowForm } from "./note-window-form.ts";
import { callsOver } from "./over-windows.ts";
import type { PhysicalPlan } from "./physical-plan.ts";
import type { QueryOptions } from "./query-options.ts";
import { decideCopies, refuseDistinctWindows, withCopies } from "./record-window.ts";
import { refuseClauses } from "./refuse-clauses.ts";
import { refuseFrom } from "./refuse-from.ts";
import { refuseIntervals } from "./refuse-intervals.ts";
import { refuseOver } from "./refuse-over.ts";
import { refuseTimes } from "./refuse-times.ts";
import { SelectAliases } from "./select-aliases.ts";

/** What of a plan depends on the items of SELECT. */
export interface BoundQuery {
  readonly query: PhysicalPlan["query"];
  readonly output: Schema;
  /** ORDER BY; left out where there is none. */
  readonly order?: readonly SortKey[];
}

/** The plan of one SELECT. @returns null after reporting why there is none; there may be errors beside a plan too. */
export function bindSelect(
  select: InlinedSelect,
  annotations: readonly Annotation[],
  streams: readonly StreamDefinition[],
  options: QueryOptions,
  preset: PresetName,
  context: BindingContext,
): PhysicalPlan | null {
  const { report, rules } = context;
  refuseTimes(select, streams, context);
  refuseOver(select, context);
  refuseIntervals(select, context);
  refuseClauses(select, report);
  const spread = bindAnnotations(annotations, report);
  const { from } = select;
  if (from === null || refuseFrom(from, report)) return null;
  const found = bindSource(from, streams, report);
  if (found === null) return null;

  const aliases = new SelectAliases(select);
  const window = bindWindow(select, found, context);
  const read = { ...found, brokenWindow: window?.form === "table-function" && window.spec === null };
  const grouping = window && groupsByWindow(window, select, read, aliases, context) ? window : null;
  const aggregated = isAggregated(select, grouping);
  const calls = callsOver(select);
  const copied = grouping === null ? withCopies(read, window?.spec ?? null, aggregated, context) : read;
  refuseDistinctWindows(select, copied, grouping !== null, context);
  noteWindowForm(select, window, { preset, source: copied, aliases }, context);
  const time = bindTime(copied, window, options, context);
  const source = withEventTime(copied, time.eventTime);
  const watermark = bindWatermark(options, source.stream, rules, report);
  const punctuation = bindPunctuation(watermark, time, source, options, context);
  const filtered = bindFilter(
    select,
    source,
    { time, watermark, windowed: window !== null },
    aliases,
    context,
  );
  const firing = bindFiring(options, window, context);
  const emission = aggregated
    ? bindEmission(
        select.emit,
        {
          windowed: grouping !== null,
          sessions: grouping?.spec?.kind === "session",
          tellsArrival: time.arrival !== null,
          firesEarly: firing.early,
        },
        options,
        context,
      )
    : bindPlainEmission(select.emit, calls.length > 0, options, context);
  refuseWatermarkType(options, source.stream, context);
  checkWatermark(
    watermark,
    { window, over: calls[0]?.over.range ?? null, emission, options },
    source.stream,
    context,
  );
  checkSessionEmission(grouping, select.emit, emission, options, context);
  const late = bindLateRecords(
    options,
    select.window,
    grouping?.spec ?? null,
    { emission: emission.mode, firing: firing.lateness },
    rules,
    report,
  );
  const bindQuery =
    calls.length > 0
      ? () =>
          bindOverQuery(select, source, { grouped: aggregated || window !== null, time }, aliases, context)
      : aggregated
        ? () => bindAggregateQuery(select, source, grouping, emission, aliases, context)
        : source.copies?.kind === "session"
          ? () => bindSessionRecords(select, source, window!, aliases, context)
          : holdsRecords(select.emit, aggregated)
            ? () => bindHeldQuery(select, source, { time, watermark }, aliases, context)
            : () => bindProjectQuery(select, source, { time, watermark }, aliases, context);
  const bound = bindQuery();
  if (bound === null || filtered === null || (window !== null && window.spec === null)) return null;
  const result = bindResult(select, bound, late.allowedLateness, context);

  return {
    stream: source.stream.name,
    input: source.stream.schema,
    time: punctuation === null ? time : { ...time, punctuation },
    preset,
    rules: rulesUnder(rules, watermark, bound.query),
    ...filtered,
    ...decideCopies(bound.query, filtered.filter),
    partitioning: choosePartitioning(
      spread,
      { query: bound.query, split: time.split, range: select.range },
      source.stream,
      report,
    ),
    watermark,
    late,
    result,
    output: bound.output,
  };
}

/** The source whose event time is the query's, which may be another column than the stream's own. */
function withEventTime(source: Source, eventTime: number | null): Source {
  if (eventTime === null) return source;
  const { stream } = source;
  return { ...source, stream: { ...stream, eventTime: stream.schema[eventTime]!.name } };
}

/** Whether rows stand for groups, of a window or not. */
function isAggregated(select: Select, grouping: BoundWindow | null): boolean {
  return (
    select.groupBy !== null ||
    grouping !== null ||
    (select.having !== null && hasAggregate(select.having)) ||
    select.items.some((item) => item.kind === "expression" && hasAggregate(item.expression))
  );
}

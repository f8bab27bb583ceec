import { visibleColumns, visibleIndex } from "../catalog/visible-columns.ts";
import { assert } from "../common/assert.ts";
import { typeName } from "../data/data-type.ts";
import { fieldIndex } from "../data/schema.ts";
import type { Source } from "./bind-source.ts";
import type { BoundWindow } from "./bind-window.ts";
import { tellsTime } from "./bind-declared-time.ts";
import type { BindingContext } from "./binding-context.ts";
import { bindTimeFormat } from "./bind-time-format.ts";
import { findColumn, isQualifiedRight, reportQualifier, reportUnknownColumn } from "./column-lookup.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { nearestName } from "./nearest-name.ts";
import type { TimeColumns } from "./physical-plan.ts";
import type { OptionValue, QueryOptions } from "./query-options.ts";

/**
 * The columns that tell the time: the event time is the column that the window names, else the one of
 * 'event.time.field', else the stream's own, else the arrival time.
 */
export function bindTime(
  source: Source,
  window: BoundWindow | null,
  options: QueryOptions,
  context: BindingContext,
): TimeColumns {
  const { stream } = source;
  const eventTime = bindEventTime(source, window, options, context);
  return {
    eventTime,
    ...bindTimeFormat(eventTime, source, options, context),
    arrival: ownColumn(source, stream.arrival),
    split: ownColumn(source, stream.split),
    splits: stream.splits,
  };
}

function bindEventTime(
  source: Source,
  window: BoundWindow | null,
  options: QueryOptions,
  context: BindingContext,
): number | null {
  const { report, limits } = context;
  const declared = ownColumn(source, source.stream.eventTime);
  const named = options.read("event.time.field", (text) => bindName(text, source, report))?.value ?? null;
  const column = window?.timeColumn ?? null;
  if (column === null) {
    const eventTime = named ?? declared;
    if (eventTime === null && window !== null)
      report.warning(
        "ARRIVAL_TIME_WINDOW",
        window.range,
        "No event time is named, so windows follow the arrival time.",
        {
          hint: "Name the column: WINDOW TUMBLING(ts, 5m), or WITH ('event.time.field' = 'ts').",
        },
      );
    return eventTime;
  }
  const index = findColumn(column, source);
  if (index < 0)
    return isQualifiedRight(column, source)
      ? reportUnknownColumn(column.name, source, report)
      : reportQualifier(column.qualifier!, source, report);
  if (!isTime(index, source)) {
    report.error(
      "TYPE_MISMATCH",
      column.range,
      `A window needs a time, and ${column.name.text} is ${typeOf(index, source)}.`,
      {
        hint: "Name a TIMESTAMP column, or a BIGINT with milliseconds since the epoch.",
      },
    );
    return null;
  }
  if (limits.declaredTimeOnly && named === null && declared !== null && index !== declared)
    report.error(
      "NOT_A_TIME_ATTRIBUTE",
      column.range,
      `Under these rules windows follow the stream's event time, which is ${source.stream.eventTime}.`,
      { hint: `Write ${source.stream.eventTime}.`, fix: source.stream.eventTime },
    );
  const option = options.text("event.time.field");
  if (option !== null && named !== null && named !== index)
    report.error(
      "CONTRADICTING_OPTIONS",
      option.range,
      `The window follows ${column.name.text}, this option ${option.value}.`,
      {
        hint: "A query has one event time: name the same column, or leave one out.",
      },
    );
  return index < source.stream.schema.length ? index : null;
}

function bindName(
  { value, range }: OptionValue<string>,
  source: Source,
  report: DiagnosticList,
): number | null {
  const index = visibleIndex(source.stream, value);
  if (index < 0) {
    const near = nearestName(
      value,
      visibleColumns(source.stream).map((column) => source.stream.schema[column]!.name),
    );
    return report.error("UNKNOWN_COLUMN", range, `${source.stream.name} has no column ${value}.`, {
      hint: near === null ? "Name a TIMESTAMP column of the stream." : `Did you mean ${near}?`,
    });
  }
  if (!isTime(index, source))
    return report.error("TYPE_MISMATCH", range, `An event time cannot be ${typeOf(index, source)}.`, {
      hint: "Name a TIMESTAMP column, or a BIGINT with milliseconds since the epoch.",
    });
  return index;
}

/** Whether a column can be one; behind the last column stands the arrival. */
function isTime(index: number, { stream }: Source): boolean {
  const field = stream.schema[index];
  return field === undefined || tellsTime(field.type);
}

function typeOf(index: number, { stream }: Source): string {
  return typeName(stream.schema[index]!.type);
}

function ownColumn({ stream }: Source, name: string | null): number | null {
  if (name === null) return null;
  const index = fieldIndex(stream.schema, name);
  assert(index >= 0, `stream ${stream.name} has no column ${name}`);
  return index;
}

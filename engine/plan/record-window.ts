import type { SourceRange } from "../common/source-range.ts";
import { INTERVAL, TIMESTAMP } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import { collectColumns } from "../expression/used-columns.ts";
import { type WindowSpec, windowsPerRecord } from "../spec/window-spec.ts";
import type { Select, WindowFunction } from "../sql/ast.ts";
import type { Source } from "./bind-source.ts";
import { bound, type Bound } from "./bound.ts";
import type { BindingContext } from "./binding-context.ts";
import { findColumn, recordWidth } from "./column-lookup.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { shiftTime } from "./shift-time.ts";
import { bindWindowBound, boundOfColumn, type WindowBound } from "./window-bound-names.ts";
import type { PhysicalPlan, RecordCopies } from "./physical-plan.ts";

/** Copies of a record, at most: all of a batch are there at once. */
const MOST_COPIES = 100;

/**
 * The source of a query whose windows do not group, with a copy of each record for each window of its windowing table
 * function; after reporting where copies are not run. A tumbling window makes none: it gives each record two columns.
 * @param aggregated whether records go on into groups. (OVER says itself that it is not run over windows.)
 */
export function withCopies(
  source: Source,
  spec: WindowSpec | null,
  aggregated: boolean,
  { report, limits }: BindingContext,
): Source {
  const { tableFunction } = source;
  if (tableFunction === null || spec === null || spec.kind === "tumbling") return source;
  const refused = aggregated
    ? `Groups over the copies that windows of kind ${spec.kind} make of records are not run yet.`
    : spec.kind === "session" && !limits.sessionRecords
      ? "Windows of kind session are run with GROUP BY only."
      : null;
  if (refused !== null)
    report.unsupported("UNSUPPORTED_PLAIN_WINDOW", tableFunction.range, refused, {
      hint: "Add GROUP BY window_start, window_end, or use TUMBLE.",
    });
  const copies = windowsPerRecord(spec);
  if (refused === null && copies > MOST_COPIES)
    report.unsupported(
      "UNSUPPORTED_COPY_NUMBER",
      tableFunction.range,
      `Each record would come out up to ${copies.toLocaleString("en-US")} times; ${MOST_COPIES} is the most that is run.`,
      { hint: "Add GROUP BY window_start, window_end, or take longer steps." },
    );
  return { ...source, copies: spec };
}

/**
 * Refuses DISTINCT of both bounds of a windowing table function where the engine groups by them, and lets rows go at the close
 * of their windows. @param grouped whether the query groups by its windows.
 */
export function refuseDistinctWindows(
  { distinct, items }: Select,
  { tableFunction }: Source,
  grouped: boolean,
  { limits, report }: BindingContext,
): void {
  if (distinct === null || tableFunction === null || grouped || !limits.groupsByBothBounds) return;
  const bounds = items.map((item) => {
    if (item.kind === "all") return "all";
    return item.expression.kind === "column" ? boundOfColumn(item.expression.name.text) : null;
  });
  if (!bounds.includes("all") && !(bounds.includes("start") && bounds.includes("end"))) return;
  report.unsupported(
    "UNSUPPORTED_DISTINCT_WINDOWS",
    distinct,
    "Under these rules DISTINCT of a window's bounds makes groups, whose rows come when the window closes.",
    { hint: "Write that: GROUP BY window_start, window_end and the other columns." },
  );
}

/** What a query of single records does with copies; null: there are none. */
export function boundCopies(source: Source, { limits }: BindingContext): RecordCopies | null {
  const window = source.copies;
  if (window === null || window.kind === "session") return null;
  return {
    window,
    firstBound: recordWidth(source),
    latestFirst: window.kind === "hopping" && limits.latestCopyFirst,
    filter: null,
  };
}

/**
 * A bound of the window that a windowing table function adds to each record, over the columns of a record.
 * @returns null after reporting why it is not run; what is wrong with the function itself is reported elsewhere.
 */
export function bindRecordBound(
  which: WindowBound,
  { timeColumn, shape }: WindowFunction,
  source: Source,
  range: SourceRange,
  report: DiagnosticList,
): Bound | null {
  if (source.copies !== null) return bindWindowBound(which, recordWidth(source), range);
  if (source.brokenWindow) return null;
  if (shape.kind !== "tumbling")
    return report.unsupported(
      "UNSUPPORTED_WINDOW_BOUND_HERE",
      range,
      `The windows of kind ${shape.kind} that a single record lies in are not run here yet.`,
      { hint: "Use TUMBLE, or GROUP BY window_start, window_end and use it in SELECT or HAVING." },
    );
  const index = timeColumn === null ? -1 : findColumn(timeColumn, source);
  if (shape.size === null || shape.size.ms <= 0 || timeColumn === null || index < 0) return null;
  const type = source.stream.schema[index]?.type;
  if (type?.kind !== "TIMESTAMP")
    return report.unsupported(
      "UNSUPPORTED_WINDOW_BOUND_HERE",
      range,
      "The window of a single record is run over a TIMESTAMP column only.",
      { hint: "GROUP BY window_start, window_end and use it in SELECT or HAVING." },
    );
  const size = shape.size.ms;
  const start: Expression = {
    kind: "call",
    name: "window start",
    arguments: [length(size), length(shape.offset?.ms ?? 0), { kind: "column", index, type }],
    type: TIMESTAMP,
  };
  if (which === "start") return bound(start, range);
  const end = shiftTime(start, size);
  return bound(which === "end" ? end : shiftTime(end, -1), range);
}

function length(ms: number): Expression {
  return { kind: "literal", value: ms, type: INTERVAL };
}

/** WHERE decides about single records, or about their copies where it reads a bound of theirs. */
export function decideCopies(
  query: PhysicalPlan["query"],
  filter: Expression | null,
): Pick<PhysicalPlan, "query" | "filter"> {
  if (query.kind !== "project" || query.copies === null || filter === null) return { query, filter };
  const used = new Set<number>();
  collectColumns(filter, used);
  const readsBounds = [...used].some((index) => index >= query.copies!.firstBound);
  if (!readsBounds) return { query, filter };
  return { query: { ...query, copies: { ...query.copies, filter } }, filter: null };
}

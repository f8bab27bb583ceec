import { DELETE, PANES, type Pane, UPDATE_BEFORE } from "../data/change.ts";
import { isNull } from "../data/column.ts";
import type { OutputBatch } from "./output-batch.ts";
import type { LateCounts } from "./late-histogram.ts";
import type { QueryRun } from "./query-run.ts";
import type { RunView } from "./run-view.ts";

/** Points of the output chart and bars of the late chart, no more than a chart can show. */
export interface ChartData {
  /** Name of the column drawn; empty when no output column is a number. */
  readonly column: string;
  /** Its index among the columns of the result; null when there is none. */
  readonly index: number | null;
  /** Those that can be drawn. */
  readonly columns: readonly string[];
  /** One line a (window, group), or a group: those with the newest rows. */
  readonly lines: readonly ChartLine[];
  /** Late records by arrival time. */
  readonly bins: readonly LateCounts[];
  /** ms of arrival time a bin. */
  readonly binWidth: number;
}

export interface ChartLine {
  /** The group's values as text. */
  readonly key: string;
  /** ms; null where the line is of no one window. */
  readonly windowStart: number | null;
  readonly windowEnd: number | null;
  /** [arrival ms, value, pane] in order of time. */
  readonly points: readonly ChartPoint[];
}

/** A null value ends the line: the row was withdrawn. */
export type ChartPoint = readonly [arrival: number, value: number | null, pane: Pane | null];

/** Newest rows that are looked at. */
const ROWS_DRAWN = 20_000;
const POINTS_A_LINE = 300;
const BINS = 60;

interface Line extends ChartLine {
  readonly points: ChartPoint[];
}

/** @param column one of `columns`, null: the first aggregate. @param maxLines at least 1. */
export function chartData(view: RunView | null, column: string | null, maxLines: number): ChartData {
  if (!view) return { column: "", index: null, columns: [], lines: [], bins: [], binWidth: 1_000 };
  const { log, plan } = view.run;
  const columns = drawable(view.run);
  const names = distinct(columns.map((candidate) => plan.output[candidate]!.name));
  const chosen = Math.max(0, column === null ? 0 : names.indexOf(column));
  const index = columns[chosen];
  const from = log.firstArrival ?? 0;
  const { width, bins } = view.histogram.bins(from, log.lastArrival ?? from, BINS);
  return {
    column: names[chosen] ?? "",
    index: index ?? null,
    columns: names,
    lines: index === undefined ? [] : linesOf(view, index, maxLines),
    bins,
    binWidth: width,
  };
}

/** Names may stand twice in a result: then the second is "n (2)". */
function distinct(names: readonly string[]): readonly string[] {
  return names.map((name, at) => {
    const before = names.slice(0, at).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

/** Numbers that are no group key and no window bound, aggregates first. */
function drawable({ plan }: QueryRun): number[] {
  const { query } = plan;
  const keys = query.kind === "aggregate" ? query.keys.length : 0;
  const aggregates = query.kind === "aggregate" ? query.aggregates.length : 0;
  const numbers = plan.output.flatMap(({ type }, index) =>
    type.kind === "BIGINT" || type.kind === "DOUBLE" || type.kind === "DECIMAL" ? [index] : [],
  );
  if (query.kind !== "aggregate") return numbers;
  return numbers.filter((index) => {
    const expression = query.projection[index]!;
    return expression.kind !== "column" || (expression.index >= keys && expression.index < keys + aggregates);
  });
}

/**
 * While few (window, group) pairs have rows, one line each, drawn through every row; beyond `maxLines` one line a group
 * through the last row of each of its windows. EMIT FINAL has one line a group from the start.
 */
function linesOf(view: RunView, index: number, maxLines: number): ChartLine[] {
  const { run, table, rowsOut } = view;
  const { plan, log, changes } = run;
  const { type } = plan.output[index]!;
  const unit = type.kind === "DECIMAL" ? 10 ** type.scale : 1;
  const folded = table.size > maxLines;
  const byWindow = !folded && plan.query.kind === "aggregate" && plan.query.emission.mode === "changes";
  const lines = new Map<string, Line>();
  const last = log.lastArrival ?? 0;
  const draw = (output: OutputBatch, row: number): void => {
    const values = output.columns[index]!;
    const kind = output.kind[row]!;
    const withdrawn = kind === DELETE;
    // The row that takes its place follows.
    if (kind === UPDATE_BEFORE || values.kind !== "number" || (!withdrawn && isNull(values, row))) return;
    const start = output.windowStart[row]!;
    const end = output.windowEnd[row]!;
    const windowed = byWindow && start !== -Infinity;
    const name = `${output.partition}/${output.key[row]!}/${windowed ? `${start}/${end}` : ""}`;
    let line = lines.get(name);
    if (!line && withdrawn) return;
    if (!line) {
      const key = run.keys.texts(output.key[row]!).join(", ");
      line = {
        key,
        windowStart: windowed ? start : null,
        windowEnd: windowed ? end : null,
        points: [],
      };
    } else lines.delete(name);
    lines.set(name, line);
    const cause = output.cause[row]!;
    const arrival = cause === Infinity ? last : log.arrivalAt(cause);
    const value = withdrawn ? null : values.values[row]! / unit;
    line.points.push([arrival, value, PANES[output.pane[row]!] ?? null]);
  };
  if (folded) table.visit(table.size - ROWS_DRAWN, table.size, draw);
  else changes.visit(rowsOut - ROWS_DRAWN, rowsOut, draw);
  return [...lines.values()].slice(-maxLines).map((line) => {
    const points = folded ? line.points.toSorted(([a], [b]) => a - b) : line.points;
    return { ...line, points: thinned(points) };
  });
}

/** Every nth point, and always the last. */
function thinned(points: readonly ChartPoint[]): readonly ChartPoint[] {
  if (points.length <= POINTS_A_LINE) return points;
  const step = points.length / POINTS_A_LINE;
  return Array.from({ length: POINTS_A_LINE }, (_, i) => points[Math.floor((i + 1) * step) - 1]!);
}

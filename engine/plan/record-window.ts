import type { SourceRange } from "../common/source-range.ts";
import { INTERVAL, TIMESTAMP } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import type { WindowFunction } from "../sql/ast.ts";
import type { Source } from "./bind-source.ts";
import { bound, type Bound } from "./bound.ts";
import { findColumn } from "./column-lookup.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { shiftTime } from "./shift-time.ts";
import type { WindowBound } from "./window-bound-names.ts";

/** Reports a windowing table function that does more than give each record two columns, where its windows do not group. */
export function refuseCopies({ tableFunction }: Source, report: DiagnosticList): void {
  if (tableFunction === null || tableFunction.shape.kind === "tumbling") return;
  report.unsupported(
    "UNSUPPORTED_PLAIN_WINDOW",
    tableFunction.range,
    `Windows of kind ${tableFunction.shape.kind} are run with GROUP BY only.`,
    { hint: "Add GROUP BY window_start, window_end, or use TUMBLE." },
  );
}

/**
 * A bound of the window that a windowing table function adds to each record, over the stream's columns.
 * @returns null after reporting why it is not run; what is wrong with the function itself is reported elsewhere.
 */
export function bindRecordBound(
  which: WindowBound,
  { timeColumn, shape }: WindowFunction,
  source: Source,
  range: SourceRange,
  report: DiagnosticList,
): Bound | null {
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

import { formatDuration } from "../common/duration.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { WindowSpec } from "../spec/window-spec.ts";
import type { Select, WindowShape } from "../sql/ast.ts";
import type { ColumnReference, Expression, FunctionCall } from "../sql/expression-ast.ts";
import type { Source } from "./bind-source.ts";
import { hasBrokenSteps } from "./check-window-steps.ts";
import type { BindingContext } from "./binding-context.ts";

/** The window of a query and how it was written. */
export interface BoundWindow {
  readonly form: "clause" | "table-function" | "group-function";
  readonly range: SourceRange;
  /** null: a diagnostic was reported. */
  readonly spec: WindowSpec | null;
  /** The time column that the window names, or null. */
  readonly timeColumn: ColumnReference | null;
  /** `TUMBLE(ts, size)` in GROUP BY. */
  readonly groupedCall: FunctionCall | null;
}

/** The window of the query, in whichever form it is written; null without one. */
export function bindWindow(select: Select, source: Source, context: BindingContext): BoundWindow | null {
  const { report } = context;
  const written = [
    ...fromClause(select, context),
    ...fromTableFunction(source, context),
    ...fromGroupBy(select, context),
  ];
  for (const other of written.slice(1))
    report.error("SEVERAL_WINDOWS", other.range, "This query has another window already.", {
      hint: "Keep one of them.",
    });
  return written[0] ?? null;
}

function fromClause({ window }: Select, context: BindingContext): readonly BoundWindow[] {
  if (window === null) return [];
  const { range, timeColumn, shape, retention } = window;
  if (retention)
    context.report.info(
      "RETENTION_WITHOUT_EFFECT",
      retention.range,
      "RETENTION changes no result and is ignored.",
    );
  const spec = bindShape(shape, range, context);
  return [{ form: "clause", range, spec, timeColumn, groupedCall: null }];
}

function fromTableFunction({ tableFunction }: Source, context: BindingContext): readonly BoundWindow[] {
  if (tableFunction === null) return [];
  const { range, timeColumn, shape, name } = tableFunction;
  const broken = context.limits.wholeSteps && hasBrokenSteps(shape, name.text, context.report);
  const spec = broken ? null : bindShape(shape, range, context);
  return [{ form: "table-function", range, spec, timeColumn, groupedCall: null }];
}

function fromGroupBy({ groupBy }: Select, context: BindingContext): readonly BoundWindow[] {
  return (groupBy?.keys ?? []).flatMap((key) => {
    if (key.kind !== "call" || key.over) return [];
    const name = key.name.text.toUpperCase();
    if (name === "HOP" || name === "SESSION") {
      context.report.unsupported("UNSUPPORTED_WINDOW_KIND", key.range, `${name} windows are not run yet.`, {
        hint: "Use TUMBLE(ts, INTERVAL '5' MINUTE).",
      });
      return [{ ...plainGroupWindow(key), spec: null }];
    }
    return name === "TUMBLE" ? [{ ...plainGroupWindow(key), spec: bindGroupFunction(key, context) }] : [];
  });
}

function plainGroupWindow(call: FunctionCall): Omit<BoundWindow, "spec"> {
  const [time] = call.arguments;
  const timeColumn = time?.kind === "column" ? time : null;
  return { form: "group-function", range: call.range, timeColumn, groupedCall: call };
}

function bindGroupFunction(call: FunctionCall, context: BindingContext): WindowSpec | null {
  const { report } = context;
  const measures = readTumbleArguments(call.arguments);
  if (measures === null)
    return report.error("BAD_WINDOW", call.range, "TUMBLE takes a time column and a length.", {
      hint: "Write TUMBLE(ts, INTERVAL '5' MINUTE).",
    });
  if (measures.offset !== null)
    return report.unsupported(
      "UNSUPPORTED_WINDOW_ALIGNMENT",
      call.range,
      "A third argument of TUMBLE is not run here.",
      {
        hint: "Write FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), size, offset)) to move the windows.",
      },
    );
  const size = { range: call.arguments[1]!.range, ms: measures.size };
  return bindShape({ kind: "tumbling", size, offset: null }, call.range, context);
}

/** `(column, INTERVAL size [, INTERVAL offset])`, as TUMBLE and TUMBLE_START have it; null: other arguments. */
export function readTumbleArguments(
  written: readonly Expression[],
): { readonly size: number; readonly offset: number | null } | null {
  const [time, size, offset, ...others] = written;
  if (time?.kind !== "column" || size?.kind !== "interval" || others.length > 0) return null;
  if (offset !== undefined && offset.kind !== "interval") return null;
  return { size: size.ms, offset: offset?.ms ?? null };
}

function bindShape(
  shape: WindowShape,
  range: SourceRange,
  { report, limits }: BindingContext,
): WindowSpec | null {
  if (shape.kind !== "tumbling")
    return report.unsupported(
      "UNSUPPORTED_WINDOW_KIND",
      range,
      `Windows of kind ${shape.kind} are not run yet.`,
      {
        hint: "Use WINDOW TUMBLING(5m).",
      },
    );
  const { size, offset } = shape;
  if (size === null) return null;
  if (size.ms <= 0)
    return report.error("BAD_WINDOW_SIZE", size.range, "A window is at least 1 ms long.", {
      hint: "Write a length such as 5m, 30s or 250ms.",
    });
  if (offset !== null && limits.windowOffset === "none" && offset.ms !== 0)
    return report.unsupported(
      "UNSUPPORTED_WINDOW_OFFSET",
      offset.range,
      "Windows have no offset under these rules.",
      {
        hint: "Leave it out: windows are aligned to the epoch.",
      },
    );
  if (offset !== null && limits.windowOffset === "below-size" && Math.abs(offset.ms) >= size.ms)
    return report.error(
      "BAD_WINDOW_OFFSET",
      offset.range,
      `Under these rules an offset is shorter than the window, which is ${formatDuration(size.ms)} long.`,
      { hint: "Take whole windows off: the result is the same." },
    );
  return { kind: "tumbling", size: size.ms, offset: offset?.ms ?? 0 };
}

import type { SourceRange } from "../common/source-range.ts";
import type { WindowSpec } from "../spec/window-spec.ts";
import type { Select, WindowFunction } from "../sql/ast.ts";
import type { ColumnReference, Expression, FunctionCall } from "../sql/expression-ast.ts";
import { bindGroupWindow, isGroupWindow } from "./bind-group-window.ts";
import type { Source } from "./bind-source.ts";
import { bindWindowShape } from "./bind-window-shape.ts";
import { hasBrokenSteps } from "./check-window-steps.ts";
import type { BindingContext } from "./binding-context.ts";
import type { Refusal } from "./diagnostic-list.ts";

/** The window of a query and how it was written. */
export interface BoundWindow {
  readonly form: "clause" | "table-function" | "group-function";
  readonly range: SourceRange;
  /** null: a diagnostic was reported. */
  readonly spec: WindowSpec | null;
  /** The time column that the window names, or null. */
  readonly timeColumn: ColumnReference | null;
  /** `TUMBLE(ts, size)`, `HOP(ts, slide, size)` or `SESSION(ts, gap)` in GROUP BY. */
  readonly groupedCall: FunctionCall | null;
  /** What a session's own keys are written to be; null: those of GROUP BY, or it is no session. */
  readonly sessionKeys: readonly Expression[] | null;
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
  const spec = bindWindowShape(shape, range, context);
  const sessionKeys = shape.kind === "session" && shape.keys.length > 0 ? shape.keys : null;
  return [{ form: "clause", range, spec, timeColumn, groupedCall: null, sessionKeys }];
}

function fromTableFunction({ tableFunction }: Source, context: BindingContext): readonly BoundWindow[] {
  if (tableFunction === null) return [];
  const { range, timeColumn, shape, name } = tableFunction;
  const refused = refuseTableFunction(tableFunction, context);
  const broken = context.limits.wholeSteps && hasBrokenSteps(shape, name.text, context.report);
  const spec = refused || broken ? null : bindWindowShape(shape, range, context);
  const sessionKeys = shape.kind === "session" && !refused ? shape.keys : null;
  return [{ form: "table-function", range, spec, timeColumn, groupedCall: null, sessionKeys }];
}

/** Where the engine asked for has no such form at all. */
const partitionedInput: Refusal = {
  code: "UNSUPPORTED_PARTITIONED_INPUT",
  message:
    "Only sessions have keys of their own: other windows are the same for all keys, so PARTITION BY says nothing here.",
  hint: "Leave PARTITION BY out and name its columns in GROUP BY.",
};

/** What the engine does not take in its windowing table functions. @returns Whether there is any. */
function refuseTableFunction(
  { shape, name, surplusKeys }: WindowFunction,
  { limits, report }: BindingContext,
): boolean {
  const { refusals, sessionTable } = limits;
  const computed = shape.kind === "session" ? shape.keys.filter(({ kind }) => kind !== "column") : [];
  const refused: readonly (readonly [Refusal | null | undefined, SourceRange])[] = [
    ...(shape.kind === "session" ? [[sessionTable, name.range] as const] : []),
    ...(surplusKeys === null ? [] : [[refusals?.partitionedInput ?? partitionedInput, surplusKeys] as const]),
    ...computed.map(({ range }) => [refusals?.computedSessionKey, range] as const),
  ];
  for (const [refusal, range] of refused) if (refusal) report.refuse(refusal, range);
  return refused.some(([refusal]) => refusal);
}

function fromGroupBy({ groupBy }: Select, context: BindingContext): readonly BoundWindow[] {
  return (groupBy?.keys ?? []).flatMap((key) => {
    if (key.kind !== "call" || key.over || !isGroupWindow(key)) return [];
    const [time] = key.arguments;
    const timeColumn = time?.kind === "column" ? time : null;
    const spec = bindGroupWindow(key, context);
    const { range } = key;
    return [{ form: "group-function", range, spec, timeColumn, groupedCall: key, sessionKeys: null }];
  });
}

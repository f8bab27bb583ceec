import type { SourceRange } from "../common/source-range.ts";
import type { NamedWindow, OverSpecification, Select } from "../sql/ast.ts";
import type { FunctionCall } from "../sql/expression-ast.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { nearestName } from "./nearest-name.ts";
import { treeNodes } from "./tree-nodes.ts";

/** A call with OVER. */
export type CallOver = FunctionCall & { readonly over: NonNullable<FunctionCall["over"]> };

/** Those of SELECT, QUALIFY and ORDER BY in the order of the text; what stands in inner queries is theirs. */
export function callsOver(select: Select): readonly CallOver[] {
  const calls: CallOver[] = [];
  const { items, qualify, orderBy } = select;
  for (const node of treeNodes({ items, qualify, orderBy }))
    if ("kind" in node && node.kind === "call" && (node as FunctionCall).over !== null)
      calls.push(node as CallOver);
  return calls.toSorted((a, b) => a.range.start - b.range.start);
}

/** The window of a call with all that it takes from named ones; null where a name is not declared. */
export function windowOf({ over }: CallOver, { namedWindows }: Select): OverSpecification | null {
  return "text" in over.window
    ? declared(over.window.text, namedWindows)
    : extended(over.window, namedWindows);
}

/** Reports names of windows that are not declared. */
export function checkWindowNames(select: Select, report: DiagnosticList): void {
  for (const { over } of callsOver(select)) {
    const { window } = over;
    if ("text" in window) check(window.text, window.range, select.namedWindows, report);
    else if (window.base) check(window.base.text, window.base.range, select.namedWindows, report);
  }
  select.namedWindows.forEach(({ over: { base } }, index) => {
    if (base) check(base.text, base.range, select.namedWindows.slice(0, index), report);
  });
}

function check(
  name: string,
  range: SourceRange,
  windows: readonly NamedWindow[],
  report: DiagnosticList,
): void {
  if (windows.some((named) => named.name.text.toLowerCase() === name.toLowerCase())) return;
  const near = nearestName(
    name,
    windows.map((named) => named.name.text),
  );
  report.error("UNKNOWN_WINDOW", range, `There is no window named ${name}.`, {
    hint: near === null ? `Declare it: WINDOW ${name} AS (PARTITION BY …).` : `Did you mean ${near}?`,
    fix: near,
  });
}

function declared(name: string, windows: readonly NamedWindow[]): OverSpecification | null {
  const wanted = name.toLowerCase();
  const index = windows.findIndex((named) => named.name.text.toLowerCase() === wanted);
  return index < 0 ? null : extended(windows[index]!.over, windows.slice(0, index));
}

/** A window may extend one that is declared before it. */
function extended(own: OverSpecification, windows: readonly NamedWindow[]): OverSpecification | null {
  if (own.base === null) return own;
  const base = declared(own.base.text, windows);
  return (
    base && {
      range: own.range,
      base: null,
      bufferRows: own.bufferRows ?? base.bufferRows,
      partitionBy: own.partitionBy.length > 0 ? own.partitionBy : base.partitionBy,
      orderBy: own.orderBy.length > 0 ? own.orderBy : base.orderBy,
      frame: own.frame ?? base.frame,
      sessionGap: own.sessionGap ?? base.sessionGap,
      emit: own.emit ?? base.emit,
      expireAfter: own.expireAfter ?? base.expireAfter,
    }
  );
}

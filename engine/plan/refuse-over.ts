import type { OverSpecification, Select } from "../sql/ast.ts";
import type { FunctionCall } from "../sql/expression-ast.ts";
import type { BindingContext } from "./binding-context.ts";
import type { EngineRefusals } from "./engine-refusals.ts";
import { nearestName } from "./nearest-name.ts";
import { sameTree } from "./same-syntax.ts";
import { treeNodes } from "./tree-nodes.ts";

/** Functions that number rows: their window is that of the ranking alone. */
const ranks = /^(ROW_NUMBER|RANK|DENSE_RANK|PERCENT_RANK|CUME_DIST|NTILE)$/i;

/** Refuses OVER: what the engine of the dialect has not, in its own words, and then that none of it is run yet. */
export function refuseOver(select: Select, context: BindingContext): void {
  const { report, limits } = context;
  const calls = callsOver(select);
  for (const call of calls) checkName(call, select, context);
  if (limits.refusals !== null) refuseForEngine(calls, select, limits.refusals, context);
  for (const { over } of calls)
    report.unsupported("UNSUPPORTED_OVER", over.range, "OVER is not run yet.", {
      hint: "Use an aggregate with GROUP BY and WINDOW TUMBLING(…).",
    });
  const [first, last] = [select.namedWindows[0], select.namedWindows.at(-1)];
  if (first && last)
    report.unsupported(
      "UNSUPPORTED_NAMED_WINDOW",
      { start: first.range.start, end: last.range.end },
      "WINDOW name AS (…) is not run yet.",
      { hint: "Use an aggregate with GROUP BY and WINDOW TUMBLING(…)." },
    );
}

type CallOver = FunctionCall & { readonly over: NonNullable<FunctionCall["over"]> };

/** In the order of the text; those of inner queries are theirs. */
function callsOver(select: Select): readonly CallOver[] {
  const calls: CallOver[] = [];
  const { items, qualify, orderBy } = select;
  for (const node of treeNodes({ items, qualify, orderBy }))
    if ("kind" in node && node.kind === "call" && (node as FunctionCall).over !== null)
      calls.push(node as CallOver);
  return calls.toSorted((a, b) => a.range.start - b.range.start);
}

function checkName({ over }: CallOver, select: Select, { report }: BindingContext): void {
  const { window } = over;
  if (!("text" in window) || specificationOf(window.text, select) !== null) return;
  const names = select.namedWindows.map(({ name }) => name.text);
  const near = nearestName(window.text, names);
  report.error("UNKNOWN_WINDOW", window.range, `There is no window named ${window.text}.`, {
    hint: near === null ? `Declare it: WINDOW ${window.text} AS (PARTITION BY …).` : `Did you mean ${near}?`,
    fix: near,
  });
}

function specificationOf(name: string, select: Select): OverSpecification | null {
  const wanted = name.toLowerCase();
  return select.namedWindows.find((named) => named.name.text.toLowerCase() === wanted)?.over ?? null;
}

function refuseForEngine(
  calls: readonly CallOver[],
  select: Select,
  refusals: EngineRefusals,
  { report }: BindingContext,
): void {
  let shared: OverSpecification | null = null;
  for (const call of calls) {
    const { window } = call.over;
    const over = "text" in window ? specificationOf(window.text, select) : window;
    const name = call.name.text;
    if (/^LEAD$/i.test(name)) report.refuse(refusals.lead, call.name.range);
    if (over === null || ranks.test(name)) continue;
    const descending = over.orderBy.find((item) => item.descending);
    if (descending) report.refuse(refusals.descendingOver, descending.range);
    const bounds = over.frame === null ? [] : [over.frame.start, over.frame.end];
    const following = bounds.find(({ kind }) => kind.endsWith("following"));
    if (following) report.refuse(refusals.followingFrame, following.range);
    if (shared !== null && !sameTree(shared, over)) report.refuse(refusals.severalOver, call.over.range);
    shared ??= over;
  }
}

import type { OverSpecification, Select } from "../sql/ast.ts";
import type { BindingContext } from "./binding-context.ts";
import type { EngineRefusals } from "./engine-refusals.ts";
import { type CallOver, callsOver, checkWindowNames, windowOf } from "./over-windows.ts";
import { sameTree } from "./same-syntax.ts";

/** Functions that number rows: their window is that of the ranking alone. */
const ranks = /^(ROW_NUMBER|RANK|DENSE_RANK|PERCENT_RANK|CUME_DIST|NTILE)$/i;

/** Reports windows that nobody declares, and refuses what the engine of the dialect has not of OVER, in its own words. */
export function refuseOver(select: Select, { report, limits }: BindingContext): void {
  checkWindowNames(select, report);
  if (limits.refusals !== null) refuseForEngine(callsOver(select), select, limits.refusals, report);
}

function refuseForEngine(
  calls: readonly CallOver[],
  select: Select,
  refusals: EngineRefusals,
  report: BindingContext["report"],
): void {
  let shared: OverSpecification | null = null;
  for (const call of calls) {
    const over = windowOf(call, select);
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

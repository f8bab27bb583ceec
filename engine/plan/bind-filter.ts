import type { Source } from "./bind-source.ts";
import { ExpressionBinder } from "./bind-expression.ts";
import type { BindingContext } from "./binding-context.ts";
import { recordWidth } from "./column-lookup.ts";
import type { InlinedSelect } from "./derived-columns.ts";
import type { PhysicalPlan } from "./physical-plan.ts";
import { RecordNames } from "./record-names.ts";
import type { SelectAliases } from "./select-aliases.ts";
import { behindWindows, readsWatermark, type SeenClock, WatermarkNames } from "./watermark-names.ts";

/** WHERE, and where it finds the watermark. */
export type BoundFilter = Pick<PhysicalPlan, "filter" | "filterJudged">;

/** @param windowed whether the query has windows. @returns null after reporting what is wrong with WHERE. */
export function bindFilter(
  select: InlinedSelect,
  source: Source,
  { windowed, ...clock }: Pick<PhysicalPlan, "time" | "watermark"> & { readonly windowed: boolean },
  aliases: SelectAliases,
  context: BindingContext,
): BoundFilter | null {
  if (select.where === null) return { filter: null };
  const records = new RecordNames(source, "WHERE", windowed, aliases, context);
  const unseen = whyUnseen(select, source, clock.watermark.scope, context);
  const names = new WatermarkNames(records, source, { clock, unseen }, context);
  const filter = new ExpressionBinder(context, names).bindCondition(select.where, "WHERE");
  if (filter === null) return null;
  return names.used ? { filter, filterJudged: recordWidth(source) } : { filter };
}

/** A record's watermark is known before its partition is, and whatever WHERE says of it, only where it is that of the source. */
function whyUnseen(
  { whereBehind }: InlinedSelect,
  source: Source,
  scope: PhysicalPlan["watermark"]["scope"],
  { rules }: BindingContext,
): SeenClock["unseen"] {
  const isBehind = source.copies !== null || (whereBehind !== null && readsWatermark(whereBehind));
  const behind = isBehind ? behindWindows(source) : null;
  if (behind !== null) return behind;
  if (scope === "source" && !rules.filterBeforeClock && !rules.skipsNullKeys) return null;
  return {
    message: "CURRENT_WATERMARK is run in WHERE where the watermark is that of the source.",
    hint: "Set 'watermark.scope' to 'source', or show it in SELECT.",
  };
}

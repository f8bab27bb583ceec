import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { fieldIndex } from "../data/schema.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { EmissionSpec } from "../spec/emission-spec.ts";
import type { WatermarkSpec } from "../spec/watermark-spec.ts";
import type { BoundWindow } from "./bind-window.ts";
import type { BindingContext } from "./binding-context.ts";
import type { QueryOptions } from "./query-options.ts";

/** What of a query may need a watermark. */
export interface WaitingQuery {
  readonly window: BoundWindow | null;
  /** Where its first OVER stands; null without one. */
  readonly over: SourceRange | null;
  readonly emission: EmissionSpec;
  readonly options: QueryOptions;
}

/** Refuses a watermark that a definition declares for a column of a type that its engine does not take. */
export function refuseWatermarkType(
  options: QueryOptions,
  { schema, eventTime }: StreamDefinition,
  { limits, report }: BindingContext,
): void {
  const { refusals } = limits;
  const type = eventTime === null ? null : schema[fieldIndex(schema, eventTime)]?.type;
  if (refusals === null || !type || type.kind === "TIMESTAMP") return;
  const said = [options.text("watermark.max_out_of_orderness"), options.text("watermark.strategy")];
  const declared = said.find((option) => option?.declared);
  if (declared) report.refuse(refusals.watermarkType, declared.range);
}

/**
 * Says what comes of a query whose stream has no watermark: windows never close, and nothing is late. Refuses it where its
 * engine would, and where no row would ever come.
 */
export function checkWatermark(
  { strategy }: WatermarkSpec,
  { window, over, emission, options }: WaitingQuery,
  { name, eventTime }: StreamDefinition,
  { limits, rules, report }: BindingContext,
): void {
  if (strategy !== "none") return;
  const range = window?.range ?? over;
  if (range === null) return;
  const time = eventTime ?? "ts";
  const switchedOff = options.text("watermark.strategy");
  const hint =
    switchedOff !== null && !switchedOff.declared
      ? "Leave 'watermark.strategy' = 'none' out: the query itself switches the watermark off."
      : `Declare it: WATERMARK FOR ${time} AS ${time} - INTERVAL '5' SECOND in its CREATE TABLE, or WITH ('watermark.max_out_of_orderness' = '5s').`;
  if (limits.declaredTimeOnly)
    report.error(
      "NOT_A_TIME_ATTRIBUTE",
      range,
      `Under these rules windows follow a time with a watermark, and ${name} declares none.`,
      { hint },
    );
  else if (window === null) return;
  else if (emission.mode === "changes")
    report.info(
      "NO_WATERMARK_DECLARED",
      range,
      `${name} has no watermark: nothing is late, and no window closes${rules.endOfInputFires ? " before the input ends" : ""}.`,
      { hint },
    );
  else if (rules.endOfInputFires)
    report.warning(
      "NO_WATERMARK_DECLARED",
      range,
      "Without a watermark no window closes before the input ends.",
      {
        hint: "Leave 'watermark.strategy' = 'none' out, or write EMIT CHANGES.",
      },
    );
  else
    report.error("NO_WATERMARK_DECLARED", range, `${name} has no watermark, so no window would ever close.`, {
      hint,
    });
}

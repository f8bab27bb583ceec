import type { QuerySummary } from "../../engine/client/types.ts";

export type WindowState = "open" | "closed" | "expired";

/** What the state of a window depends on. */
export type WindowRules = Pick<QuerySummary, "closeDelay" | "expireDelay" | "endOfInputFires">;

/**
 * What a window is under a watermark (semantics.md, section 7: closes at, retained while).
 * @param end ms. @param watermark ms; null while unset, Infinity after the end of input.
 */
export function windowState(end: number, watermark: number | null, rules: WindowRules): WindowState {
  if (watermark === null || watermark < end + rules.closeDelay) return "open";
  return watermark < end + rules.expireDelay ? "closed" : "expired";
}

/** The same where the end of input may have come: it closes what was open, under presets whose windows fire then. */
export function windowStateAt(
  end: number,
  at: { readonly watermark: number | null; readonly ended: boolean; readonly rules: WindowRules },
): WindowState {
  const state = windowState(end, at.watermark, at.rules);
  return at.ended && at.rules.endOfInputFires && state === "open" ? "closed" : state;
}

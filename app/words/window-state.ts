import type { PresetName } from "../../engine/client/types.ts";

export type WindowState = "open" | "closed" | "expired";

/** What the state of a window depends on. */
export interface WindowRules {
  readonly preset: PresetName;
  /** ms. */
  readonly allowedLateness: number;
}

/**
 * What a window is under a watermark (semantics.md, section 7: closes at, retained while).
 * @param end ms. @param watermark ms; null while unset, Infinity after the end of input.
 */
export function windowState(end: number, watermark: number | null, rules: WindowRules): WindowState {
  if (watermark === null || watermark < closing(end, rules)) return "open";
  return watermark < expiry(end, rules) ? "closed" : "expired";
}

/** The same where the end of input may have come: it closes what was open, under presets whose windows fire then. */
export function windowStateAt(
  end: number,
  at: { readonly watermark: number | null; readonly ended: boolean; readonly rules: WindowRules },
): WindowState {
  const state = windowState(end, at.watermark, at.rules);
  const fires = at.rules.preset === "velostream" || at.rules.preset === "flink";
  return at.ended && fires && state === "open" ? "closed" : state;
}

/** The lowest watermark at which a window is closed, ms. */
function closing(end: number, { preset, allowedLateness }: WindowRules): number {
  if (preset === "ksqldb") return end + allowedLateness;
  return preset === "flink" ? end - 1 : end;
}

/** The lowest watermark at which a window takes no more records, ms. */
function expiry(end: number, { preset, allowedLateness }: WindowRules): number {
  return preset === "flink" ? end - 1 + allowedLateness : end + allowedLateness;
}

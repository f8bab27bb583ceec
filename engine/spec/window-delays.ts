import type { SemanticsRules } from "./semantics-rules.ts";
import type { WindowSpec } from "./window-spec.ts";

/** When a window closes and expires, as ms after its end. */
export interface WindowDelays {
  /** A window closes when watermark >= end + closeDelay. */
  readonly closeDelay: number;
  /** It takes no more records when watermark >= end + expireDelay. At least closeDelay. */
  readonly expireDelay: number;
}

/**
 * semantics.md, section 7: "closes at" and "retained while". Sessions that close after the next record do so earlier or
 * later than this says.
 * @param lateness ms.
 */
export function windowDelays(
  rules: SemanticsRules,
  lateness: number,
  window: WindowSpec | null = null,
): WindowDelays {
  const grace = rules.closesAfterLateness ? lateness : 0;
  const expireDelay = rules.expireDelay + lateness;
  if (window?.kind !== "session") return { closeDelay: rules.closeDelay + grace, expireDelay };
  const closeDelay = rules.session.closeDelay + grace;
  return { closeDelay, expireDelay: Math.max(closeDelay, expireDelay) };
}

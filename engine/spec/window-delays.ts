import type { SemanticsRules } from "./semantics-rules.ts";

/** When a window closes and expires, as ms after its end. */
export interface WindowDelays {
  /** A window closes when watermark >= end + closeDelay. */
  readonly closeDelay: number;
  /** It takes no more records when watermark >= end + expireDelay. At least closeDelay. */
  readonly expireDelay: number;
}

/** @param lateness ms. semantics.md, section 7: "closes at" and "retained while". */
export function windowDelays(rules: SemanticsRules, lateness: number): WindowDelays {
  return {
    closeDelay: rules.closeDelay + (rules.closesAfterLateness ? lateness : 0),
    expireDelay: rules.expireDelay + lateness,
  };
}

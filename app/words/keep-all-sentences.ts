import type { KeepAll } from "../../engine/client/types.ts";
import { setting } from "./clock.ts";
import type { SettingName } from "./kept-sentence.ts";
import type { Sentence } from "./sentence.ts";
import { count } from "./value.ts";

/** A setting that drops nothing, with its price. */
export interface KeepAllOffer {
  readonly name: SettingName;
  /** ms. */
  readonly ms: number;
  readonly sentence: Sentence;
}

/** "At a bound of 6.5 s: 0 dropped, results 4.9 s later": the price is told, the choice is the visitor's. */
export function keepAllOffers({ bound, lateness }: KeepAll): readonly KeepAllOffer[] {
  return [
    ...(bound === null ? [] : [offer("bound", bound.ms, delayPrice(bound.delay))]),
    ...(lateness === null ? [] : [offer("lateness", lateness.ms, correctionPrice(lateness))]),
  ];
}

function offer(name: SettingName, ms: number, price: Sentence): KeepAllOffer {
  return {
    name,
    ms,
    sentence: ["At a ", { term: name }, " of ", { bold: setting(ms) }, ": 0 dropped, ", ...price],
  };
}

function delayPrice(ms: number | null): Sentence {
  if (ms === null) return ["no window would have closed yet"];
  return ms === 0 ? ["results no later"] : ["results ", { bold: setting(ms) }, " later"];
}

function correctionPrice({ corrections: more, atMost }: NonNullable<KeepAll["lateness"]>): Sentence {
  if (more === 0) return ["no more corrections"];
  return [
    atMost ? "at most " : "",
    { bold: count(more) },
    more === 1 ? " more correction" : " more corrections",
  ];
}

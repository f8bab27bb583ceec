import type { Threshold } from "../../engine/client/types.ts";

/** ms between two settings that the page offers. */
const STEP = 100;

/** The smallest setting in steps of 0.1 s that keeps a record. @returns ms. */
export function settingStep({ ms, over }: Pick<Threshold, "ms" | "over">): number {
  return over ? (Math.floor(ms / STEP) + 1) * STEP : Math.ceil(ms / STEP) * STEP;
}

import type { WatermarkSpec } from "../spec/watermark-spec.ts";

/** @returns ms between a record's event time and the watermark that it proposes: the bound, or 1 for `ascending`. */
export function watermarkLag(spec: WatermarkSpec): number {
  return spec.strategy === "ascending" ? 1 : spec.bound;
}

import type { RecordHeader } from "../data/record-status.ts";
import type { WatermarkSpec } from "../spec/watermark-spec.ts";

/** @returns ms between what a record goes by (`proposedBy`) and the watermark that it proposes; Infinity: it proposes none. */
export function watermarkLag({ strategy, bound }: WatermarkSpec): number {
  switch (strategy) {
    case "bounded":
      return bound;
    case "ascending":
      return 1;
    case "punctuated":
      return 0;
    case "none":
      return Infinity;
  }
}

/** @returns What each record moves a watermark by, ms: the stream's punctuation where it has one, else the event time. */
export function proposedBy({ punctuation, eventTime }: RecordHeader): Float64Array {
  return punctuation ?? eventTime;
}

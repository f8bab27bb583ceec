import type { DroppedRecord } from "./result-row.ts";

/** A late record and what became of it; `reason` is null when it was counted all the same. */
export interface LateEntry extends Omit<DroppedRecord, "reason"> {
  readonly reason: DroppedRecord["reason"] | null;
}

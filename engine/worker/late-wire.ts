import type { LateEntry } from "../runtime/late-entry.ts";

const WIDTH = 10;
const REASONS: readonly LateEntry["reason"][] = [null, "late", "expired"];

/** Late entries as numbers: row objects never cross threads. */
export function packLate(entries: readonly LateEntry[]): Float64Array {
  const packed = new Float64Array(WIDTH * entries.length);
  entries.forEach((entry, index) => {
    packed.set(
      [
        entry.seq,
        REASONS.indexOf(entry.reason),
        entry.partition,
        entry.eventTime,
        entry.arrival,
        entry.watermark,
        entry.mover,
        entry.lateness,
        entry.windowStart ?? NaN,
        entry.windowEnd ?? NaN,
      ],
      WIDTH * index,
    );
  });
  return packed;
}

export function unpackLate(packed: Float64Array): LateEntry[] {
  return Array.from({ length: packed.length / WIDTH }, (_, index) => {
    const at = WIDTH * index;
    const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
    return {
      seq: packed[at]!,
      reason: REASONS[packed[at + 1]!]!,
      partition: packed[at + 2]!,
      eventTime: packed[at + 3]!,
      arrival: packed[at + 4]!,
      watermark: packed[at + 5]!,
      mover: packed[at + 6]!,
      lateness: packed[at + 7]!,
      windowStart: orNull(packed[at + 8]!),
      windowEnd: orNull(packed[at + 9]!),
    };
  });
}

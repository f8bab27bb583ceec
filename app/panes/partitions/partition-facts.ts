import type { PartitionStatus, RunState } from "../../../engine/client/types.ts";
import { duration, type Clock } from "../../words/clock.ts";

const units = [
  [1000, "/s"],
  [60_000, "/min"],
  [3_600_000, "/h"],
  [86_400_000, "/d"],
] as const;

/** Records per time of arrival, in the smallest unit that gives at least 0.1. @param span ms. */
export function arrivalRate(records: number, span: number): string {
  if (records === 0 || span <= 0) return "";
  const [length, unit] = units.find(([ms]) => (records / span) * ms >= 0.1) ?? units[3];
  const rate = (records / span) * length;
  return `${rate >= 100 ? Math.round(rate).toLocaleString("en-US") : rate.toFixed(1)}${unit}`;
}

/** What a partition has of all records, and whether that is far more than the others: "39 %", "71 % hot". */
export function shareText({ records, share, hot }: { records: number; share: number; hot: boolean }): string {
  if (records === 0) return "";
  return `${Math.round(100 * share)} %${hot ? " hot" : ""}`;
}

/** How far a watermark is behind the newest arrival; nothing while it is unset, or past every time. */
export function watermarkLag(watermark: number | null, arrival: number | null): string {
  return watermark === null || arrival === null ? "" : duration(arrival - watermark);
}

/** What last moved a watermark: a record, or a timer that was due by a record's arrival. */
export function moverText(mover: PartitionStatus["mover"]): string {
  if (mover === null) return "";
  if (!Number.isFinite(mover.seq)) return "end of input";
  return mover.timer ? `timer at #${mover.seq}` : `#${mover.seq}`;
}

/** What a partition's watermark means for the others: it holds the lowest one, is ahead of it, or is left out. */
export function watermarkNote(
  partition: PartitionStatus,
  lowest: RunState["watermark"],
  clock: Clock,
): string {
  if (partition.idle)
    return partition.idleSince === null
      ? "left out, idle"
      : `left out, idle since ${clock.moment(partition.idleSince)}`;
  if (partition.watermark === null || lowest === null) return partition.records === 0 ? "no record yet" : "";
  if (partition.id === lowest.heldBy) return "holds it";
  const ahead = partition.watermark - lowest.value;
  return ahead > 0 ? `${duration(ahead)} ahead` : "level";
}

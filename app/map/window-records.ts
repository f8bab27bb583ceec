import { verdictWord } from "../../engine/client/types.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";

/** A window of one partition; ms, [start, end). */
export interface WindowName {
  readonly partition: number;
  readonly start: number;
  readonly end: number;
}

/** Records counted in a window by position `read`, ascending, as far as the mirror holds them. */
export function windowRecords(
  mirror: TraceMirror,
  { partition, start, end }: WindowName,
  read: number,
): number[] {
  const expired =
    mirror.windows.findLast(
      (window) => window.partition === partition && window.start === start && window.end === end,
    )?.expired ?? Infinity;
  const found: number[] = [];
  const until = Math.min(read, mirror.known);
  for (let seq = mirror.first; seq < until; seq++) {
    const at = seq - mirror.first;
    const time = mirror.eventTime[at]!;
    if (mirror.partition[at] !== partition || !(time >= start && time < end) || seq > expired) continue;
    const verdict = verdictWord(mirror.fate[at]!);
    if (verdict === "counted" || verdict === "out of order" || verdict === "counted late") found.push(seq);
  }
  return found;
}

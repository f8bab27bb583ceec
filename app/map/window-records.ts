import { isCounted, MISSED_BIT, type WindowName } from "../../engine/client/types.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";

/** Records counted in a window by position `read`, ascending, as far as the mirror holds them. */
export function windowRecords(
  mirror: TraceMirror,
  { partition, start, end, key }: WindowName,
  read: number,
): number[] {
  const expired =
    mirror.windows.findLast(
      (window) =>
        window.partition === partition &&
        window.start === start &&
        window.end === end &&
        window.session?.key === key,
    )?.expired ?? Infinity;
  const found: number[] = [];
  const until = Math.min(read, mirror.known);
  for (let seq = mirror.first; seq < until; seq++) {
    const at = seq - mirror.first;
    const time = mirror.eventTime[at]!;
    if (mirror.partition[at] !== partition || !(time >= start && time < end)) continue;
    if (key !== undefined && mirror.key[at] !== key) continue;
    const fate = mirror.fate[at]!;
    if (!isCounted(fate) || seq > expired || (seq === expired && (fate & MISSED_BIT) !== 0)) continue;
    found.push(seq);
  }
  return found;
}

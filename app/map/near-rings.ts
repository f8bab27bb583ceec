import type { Panel } from "./map-layout.ts";
import type { MapState } from "./map-state.ts";
import type { Grain } from "./record-marks.ts";

/** Records to come that are painted one by one, since their rings may touch the now line: a cut would halve them. */
export interface NearRings {
  /** Seq behind the last of them. */
  readonly to: number;
  /** ms of arrival: the bitmap's part beyond is shown. */
  readonly since: number;
}

/** Most rings that are painted one by one while a gap between them is looked for. */
const MOST_NEAR = 24;

/** Up to the first gap in which the bitmap can be cut without cutting a ring. */
export function nearRings(
  { mirror, position, now }: MapState,
  { projection }: Panel,
  grain: Grain,
): NearRings {
  const { arrival, first, known } = mirror;
  const slope = projection.orientation === "delay-up" ? projection.otherScale / projection.eventScale : 0;
  const across = grain === "shapes" ? 11 : 4;
  const gap = (across * Math.sqrt(1 + slope * slope)) / projection.otherScale;
  let before = now ?? -Infinity;
  const read = Math.max(position.read, first);
  for (let seq = read; seq < Math.min(known, read + MOST_NEAR); seq++) {
    const at = arrival[seq - first]!;
    if (at - before >= gap) return { to: seq, since: (before + at) / 2 };
    before = at;
  }
  const to = Math.min(known, read + MOST_NEAR);
  return { to, since: to === known ? before + gap / 2 : before };
}

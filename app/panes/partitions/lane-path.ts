import type { QueueLane } from "./queue-model.ts";

/** Where a lane is drawn: px, and the moments at its two ends, ms. */
export interface LanePlace {
  readonly width: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The queue's fill as an SVG path of steps up to the moment shown, its highest alone where several fall on one pixel.
 * @param slots of the queue, which the whole height stands for.
 */
export function lanePath(
  { steps }: QueueLane,
  slots: number,
  { width, height, from, to }: LanePlace,
): string {
  const span = Math.max(1, to - from);
  const y = (depth: number): string => (height - (height * Math.min(depth, slots)) / slots).toFixed(1);
  let path = `M0 ${height}`;
  let column = -1;
  let highest = 0;
  let last = 0;
  const flush = (): void => {
    if (column < 0) return;
    path += `H${column}V${y(highest)}`;
    if (last !== highest) path += `V${y(last)}`;
  };
  for (const { at, depth } of steps) {
    if (at < from) {
      last = depth;
      continue;
    }
    const next = Math.round((width * (at - from)) / span);
    if (next !== column) {
      flush();
      column = next;
      highest = depth;
    }
    highest = Math.max(highest, depth);
    last = depth;
  }
  flush();
  return path;
}

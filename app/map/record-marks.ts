import { type Verdict, verdictWord } from "../../engine/client/types.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";
import { firstAtLeast } from "./first-at-least.ts";
import type { Panel } from "./map-layout.ts";
import type { MapState } from "./map-state.ts";
import { onPlot, type Projection, type Rect } from "./projection.ts";

/** Above so many records in view they are small squares, and above so many, coloured bins. */
export const MOST_SHAPES = 5_000;
export const MOST_SQUARES = 20_000;

export type Grain = "shapes" | "squares" | "bins";

/** How finely so many records are drawn. */
export function grainOf(visible: number): Grain {
  return visible <= MOST_SHAPES ? "shapes" : visible <= MOST_SQUARES ? "squares" : "bins";
}

/** One record on the canvas. */
export interface RecordSpot {
  readonly seq: number;
  readonly x: number;
  readonly y: number;
  readonly verdict: Verdict;
  /** Whether it belongs to the partition in focus, or all are alike. */
  readonly focused: boolean;
}

/** What of the records a panel shows. */
export interface RecordScope {
  readonly projection: Projection;
  readonly partition: number | null;
  /** Whether records of other partitions are left out. */
  readonly alone: boolean;
}

export function scopeOf({ projection, partition, title }: Panel): RecordScope {
  return { projection, partition, alone: title !== null };
}

/** Records from … to - 1 that lie on the plot, in order of arrival. @param arrived false: they are still to come. */
export function* spotsIn(
  mirror: TraceMirror,
  { projection, partition, alone }: RecordScope,
  { from, to, arrived }: { readonly from: number; readonly to: number; readonly arrived: boolean },
): Generator<RecordSpot> {
  const { first } = mirror;
  for (let seq = Math.max(from, first); seq < Math.min(to, mirror.known); seq++) {
    const time = mirror.eventTime[seq - first]!;
    const arrival = mirror.arrival[seq - first]!;
    const focused = partition === null || mirror.partition[seq - first] === partition;
    if (alone && !focused) continue;
    const [x, y] = [projection.x(time, arrival), projection.y(time, arrival)];
    // Malformed records have no event time, and no place.
    if (!onPlot(projection, x, y, 0)) continue;
    yield { seq, x, y, verdict: arrived ? verdictWord(mirror.fate[seq - first]!) : "not yet", focused };
  }
}

/** Records from … to - 1 that lie on the plot; of more than `most`, one more than that. */
export function countIn(
  mirror: TraceMirror,
  scope: RecordScope,
  { from, to, most = Infinity }: { readonly from: number; readonly to: number; readonly most?: number },
): number {
  const { projection, partition, alone } = scope;
  const { first } = mirror;
  let count = 0;
  const end = Math.min(to, mirror.known) - first;
  for (let i = Math.max(from, first) - first; i < end && count <= most; i++) {
    if (alone && mirror.partition[i] !== partition) continue;
    const [time, arrival] = [mirror.eventTime[i]!, mirror.arrival[i]!];
    if (onPlot(projection, projection.x(time, arrival), projection.y(time, arrival), 0)) count++;
  }
  return count;
}

/** Whether any record that is drawn lies in a part of the canvas, or at its edge. */
export function isAnyIn(
  { mirror, position, coming }: Pick<MapState, "mirror" | "position" | "coming">,
  scope: RecordScope,
  { left, top, width, height }: Rect,
): boolean {
  const to = Math.min(coming ? mirror.known : position.read, mirror.known);
  const { first, eventTime, arrival } = mirror;
  const { x, y } = scope.projection;
  for (let i = firstPossible(mirror, scope.projection, { left, top, width, height }); i < to - first; i++) {
    if (scope.alone && mirror.partition[i] !== scope.partition) continue;
    const [px, py] = [x(eventTime[i]!, arrival[i]!), y(eventTime[i]!, arrival[i]!)];
    if (px > left - 6 && px < left + width + 6 && py > top - 6 && py < top + height + 6) return true;
  }
  return false;
}

/** Arrivals ascend: where they are an axis, those before the box need no look. */
function firstPossible({ arrival, first, known }: TraceMirror, projection: Projection, box: Rect): number {
  if (projection.orientation === "delay-up") return 0;
  const corner = projection.invert(box.left - 6, box.top + box.height + 6);
  return firstAtLeast(arrival, corner.arrival, known - first);
}

/** From what hides behind anything to what nothing may hide. */
const severity: Record<Verdict, number> = {
  "not yet": 0,
  counted: 2,
  "out of order": 3,
  filtered: 1,
  skipped: 1,
  "in no window": 1,
  malformed: 1,
  "counted late": 4,
  dropped: 5,
};

export function isWorse(a: Verdict, than: Verdict): boolean {
  return severity[a] > severity[than];
}

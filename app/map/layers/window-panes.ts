import { arrivalOf } from "../clock-steps.ts";
import type { Label } from "../label-pass.ts";
import type { Panel } from "../map-layout.ts";
import { type Drawn, type MapState, NOTHING_DRAWN } from "../map-state.ts";
import type { VisibleMark } from "../map-types.ts";
import type { Projection } from "../projection.ts";
import type { Shape } from "../shapes.ts";
import type { WindowAt } from "../windows-at.ts";
import { paneLabels } from "./pane-labels.ts";
import { arrivalLine, planeArea } from "./plane-shapes.ts";

/** px: a narrower pane has no hatch, only its tint. */
const HATCH_WIDTH = 4;

/** The windows of the partition in focus that touch the view. */
export function windowsInView(
  { windows, position, query }: MapState,
  { projection, partition }: Panel,
): readonly WindowAt[] {
  if (!query.windowed || partition === null) return [];
  const { from, to } = projection.view.event;
  return windows.windowsAt(partition, from, to, position);
}

/** Panes: early while a window is open, on time at its closing, late while it is kept. */
export function drawPanes(state: MapState, panel: Panel, windows: readonly WindowAt[]): Drawn {
  if (!state.layers.windows || state.now === null) return NOTHING_DRAWN;
  const shapes: Shape[] = [];
  const labels: Label[] = [];
  const marks: VisibleMark[] = [];
  for (const window of windows) {
    const times = timesOf(state, window);
    shapes.push(...paneShapes(state, panel.projection, window, times));
    marks.push(...paneMarks(panel.projection, window, times));
    if (state.layers.edgeWords) labels.push(...paneLabels(state, panel, window, times));
  }
  return { shapes, labels, marks };
}

/** ms of arrival of what happened to a window. */
export interface PaneTimes {
  readonly opened: number;
  readonly closed: number | null;
  readonly expired: number | null;
  /** Ascending, those a pixel apart. */
  readonly corrections: readonly number[];
  /** Of a session: closings before the present bounds, ascending. */
  readonly earlier: readonly number[];
  readonly now: number;
}

export function timesOf({ mirror, now }: MapState, window: WindowAt): PaneTimes {
  const at = (seq: number | null): number | null => (seq === null ? null : arrivalOf(mirror, seq));
  return {
    opened: arrivalOf(mirror, window.opened),
    closed: at(window.closed),
    expired: at(window.expired),
    corrections: window.corrections.map((seq) => arrivalOf(mirror, seq)),
    earlier: window.session?.closings.map(({ seq }) => arrivalOf(mirror, seq)) ?? [],
    now: now!,
  };
}

function paneShapes(
  { layers }: MapState,
  projection: Projection,
  { start: from, end: to }: WindowAt,
  { opened, closed, expired, corrections, now }: PaneTimes,
): Shape[] {
  const hatched = (to - from) * projection.eventScale >= HATCH_WIDTH;
  const area = (
    since: number,
    until: number,
    fill: Parameters<typeof planeArea>[2],
    alpha: number | "tint",
  ): Shape => planeArea(projection, { from, to, since, until }, fill, alpha);
  if (closed === null)
    return [hatched ? area(opened, now, { hatch: "early" }, 0.45) : area(opened, now, "early", 0.2)];
  const begin = Math.min(from + 1 / projection.eventScale, to);
  const shapes = [area(opened, closed, "on-time", "tint")];
  if (layers.lateness) shapes.push(area(closed, expired ?? now, "late", 0.05));
  const last = corrections.at(-1);
  if (last !== undefined)
    shapes.push(hatched ? area(closed, last, { hatch: "late" }, 0.5) : area(closed, last, "late", 0.25));
  const style = { colour: "late", width: 2 } as const;
  let drawn = -Infinity;
  for (const at of corrections) {
    if (at < drawn + 1 / projection.otherScale) continue;
    shapes.push(arrivalLine(projection, { from: begin, to, at }, style));
    drawn = at;
  }
  shapes.push(arrivalLine(projection, { from: begin, to, at: closed }, { colour: "on-time", width: 2 }));
  if (expired !== null && expired !== closed)
    shapes.push(
      arrivalLine(projection, { from: begin, to, at: expired }, { colour: "text3", width: 1, dash: [3, 3] }),
    );
  return shapes;
}

/** @param until ms of arrival: where a window ends that neither expired nor is there now. */
export function paneMarks(
  projection: Projection,
  window: WindowAt,
  times: PaneTimes,
  until?: number,
): VisibleMark[] {
  const { partition, start, end, state, session } = window;
  const boxOf = (since: number, until: number): Pick<VisibleMark, "x" | "y" | "width" | "height"> => {
    const xs = [
      projection.x(start, since),
      projection.x(end, until),
      projection.x(start, until),
      projection.x(end, since),
    ];
    const ys = [
      projection.y(start, since),
      projection.y(end, until),
      projection.y(start, until),
      projection.y(end, since),
    ];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  };
  const mark = (kind: VisibleMark["kind"], since: number, until: number): VisibleMark => ({
    kind,
    ...boxOf(since, until),
    partition,
    start,
    end,
    state,
    ...(session && { key: session.key }),
  });
  const { opened, closed, expired, corrections, now } = times;
  const marks = [mark("window", opened, until ?? expired ?? now)];
  if (closed !== null) marks.push(mark("closing", closed, closed));
  for (const at of corrections) marks.push(mark("correction", at, at));
  if (expired !== null) marks.push(mark("expiry", expired, expired));
  return marks;
}

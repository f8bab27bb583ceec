import { counted } from "../../words/value.ts";
import { arrivalOf } from "../clock-steps.ts";
import { boxesOf, LEAST_HEIGHT, type Label, type Place, type Rank } from "../label-pass.ts";
import type { Panel } from "../map-layout.ts";
import { type Drawn, type MapState, NOTHING_DRAWN } from "../map-state.ts";
import type { VisibleMark } from "../map-types.ts";
import { leanOf, type Projection } from "../projection.ts";
import type { Shape, Words } from "../shapes.ts";
import type { WindowAt } from "../windows-at.ts";
import { arrivalLine, planeArea } from "./plane-shapes.ts";

/** px: a narrower pane has no hatch, only its tint. */
const HATCH_WIDTH = 4;

/** The windows of the partition in focus that touch the view. */
export function windowsInView(
  { windows, position, query }: MapState,
  { projection, partition }: Panel,
): WindowAt[] {
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
    if (hasRoom(panel)) labels.push(...paneLabels(state, panel, window, times));
  }
  return { shapes, labels, marks };
}

/** ms of arrival of what happened to a window. */
interface PaneTimes {
  readonly opened: number;
  readonly closed: number | null;
  readonly expired: number | null;
  /** Ascending, those a pixel apart. */
  readonly corrections: readonly number[];
  readonly now: number;
}

function timesOf({ mirror, now }: MapState, window: WindowAt): PaneTimes {
  const at = (seq: number | null): number | null => (seq === null ? null : arrivalOf(mirror, seq));
  return {
    opened: arrivalOf(mirror, window.opened),
    closed: at(window.closed),
    expired: at(window.expired),
    corrections: window.corrections.map((seq) => arrivalOf(mirror, seq)),
    now: now!,
  };
}

/** Words in panes go where there is little room, all at once: a few of them would be chance. */
function hasRoom({ terse, projection: { plot } }: Panel): boolean {
  return !terse && plot.height >= 220 && plot.width >= 400;
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

function paneMarks(projection: Projection, window: WindowAt, times: PaneTimes): VisibleMark[] {
  const { partition, start, end, state } = window;
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
  });
  const { opened, closed, expired, corrections, now } = times;
  const marks = [mark("window", opened, expired ?? now)];
  if (closed !== null) marks.push(mark("closing", closed, closed));
  for (const at of corrections) marks.push(mark("correction", at, at));
  if (expired !== null) marks.push(mark("expiry", expired, expired));
  return marks;
}

function paneLabels(
  { query, measure }: MapState,
  { projection }: Panel,
  window: WindowAt,
  { opened, closed, expired, corrections, now }: PaneTimes,
): Label[] {
  if (closed === null) return [];
  const leans = projection.orientation === "delay-up";
  const width = (window.end - window.start) * projection.eventScale;
  const px = (ms: number): number => ms * projection.otherScale;
  const label = (
    text: string,
    at: number,
    rank: Rank,
    look: Pick<Words, "colour" | "weight">,
    under: boolean,
  ): Label[] => {
    const places = edgePlaces(projection, window, at, { text, ...look }, under, measure);
    return width < measure(text, 11, look.weight) + 12 ? [] : [{ rank, overMarks: "rather not", places }];
  };
  const labels: Label[] = [];
  const rows = query.rowsAtClose ? `closes: ${counted(window.groupsAtClose, "row")}` : "closes";
  const top = expired ?? now;
  if (leans || px(closed - opened) >= LEAST_HEIGHT)
    labels.push(...label(rows, closed, "closes", { colour: "on-time-word", weight: 500 }, true));
  const last = corrections.at(-1);
  if (!leans && last !== undefined && px(top - last) >= LEAST_HEIGHT)
    labels.push(...label("corrects", last, "corrects", { colour: "late-word", weight: 500 }, false));
  if (expired !== null && expired !== closed && (leans || px(now - expired) >= LEAST_HEIGHT))
    labels.push(...label("expired", expired, "expired", { colour: "text3", weight: 400 }, false));
  return labels;
}

/** At the beginning of an edge, else at its end; above it or under it. */
function edgePlaces(
  projection: Projection,
  { start, end }: WindowAt,
  at: number,
  look: Pick<Words, "text" | "colour" | "weight">,
  under: boolean,
  measure: MapState["measure"],
): Place[] {
  const angle = leanOf(projection);
  const away = under ? 10 : -9;
  const inset = angle === 0 ? 6 : 12;
  const place = (event: number, align: Words["align"], along: number): Place => {
    const words: Words = {
      kind: "words",
      ...look,
      x: projection.x(event, at) + along * Math.cos(angle) - away * Math.sin(angle),
      y: projection.y(event, at) + along * Math.sin(angle) + away * Math.cos(angle),
      size: 11,
      align,
      halo: true,
      angle,
    };
    return { boxes: boxesOf(words, measure), shapes: [words] };
  };
  if (!projection.eventAcross) {
    const words: Words = {
      kind: "words",
      ...look,
      x: projection.x(start, at) + (under ? -5 : 5),
      y: projection.y(end, at) + 10,
      size: 11,
      align: under ? "right" : "left",
      halo: true,
    };
    return [{ boxes: boxesOf(words, measure), shapes: [words] }];
  }
  const first = Math.max(start, projection.view.event.from);
  const last = Math.min(end, projection.view.event.to);
  return [place(first, "left", inset), ...(angle === 0 ? [place(last, "right", -inset)] : [])];
}

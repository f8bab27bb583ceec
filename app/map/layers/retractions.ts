import { arrivalOf } from "../clock-steps.ts";
import { type Label, placeOf } from "../label-pass.ts";
import type { Panel } from "../map-layout.ts";
import { type Drawn, type MapState, NOTHING_DRAWN } from "../map-state.ts";
import type { VisibleMark } from "../map-types.ts";
import { onPlot, type Projection, type Rect } from "../projection.ts";
import type { Shape } from "../shapes.ts";
import type { WindowAt } from "../windows-at.ts";
import { hasWords } from "./pane-labels.ts";

/** px: a side of the sign, in a wide pane and in a narrow one; in a pane narrower than that there is none. */
const [LARGE, SMALL] = [11, 7];
/** px between its middle and that of the record. */
const AWAY = 15;

/** Where a row of a window was taken back. */
interface Sign {
  readonly seq: number;
  readonly window: WindowAt;
  /** px of its middle. */
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** A minus in a box at the end of a pane, at each record that took back a shown row of it: HAVING no longer held. */
export function drawRetractions(state: MapState, panel: Panel, windows: readonly WindowAt[]): Drawn {
  if (!state.layers.windows || state.now === null) return NOTHING_DRAWN;
  const signs: Sign[] = [];
  const labels: Label[] = [];
  for (const window of windows) {
    const own = signsOf(state, panel.projection, window);
    const last = own.at(-1);
    if (last) labels.push(...labelOf(state, panel, last));
    for (const sign of own) signs.push(sign);
  }
  return {
    shapes: signs.flatMap(shapesOf),
    labels,
    marks: signs.map(markOf),
    lines: signs.map(boxOf),
  };
}

/** Those that can be seen; of some at nearly the same arrival, the first. */
function signsOf({ mirror }: MapState, projection: Projection, window: WindowAt): Sign[] {
  const { start, end, retractions } = window;
  const along = (end - start) * projection.eventScale;
  if (along < SMALL) return [];
  const side = along >= 2 * LARGE ? LARGE : SMALL;
  const inset = Math.min(side / 2 + 3, along / 2);
  const signs: Sign[] = [];
  let drawn = -Infinity;
  for (const seq of retractions) {
    const arrival = arrivalOf(mirror, seq);
    const last = lastShown(projection, end, arrival) - inset / projection.eventScale;
    const time = besideRecord(last, mirror.eventTime[seq - mirror.first]!, projection, window);
    if (time < start) continue;
    const [x, y] = [Math.round(projection.x(time, arrival)), Math.round(projection.y(time, arrival))];
    if (arrival < drawn + side / 2 / projection.otherScale || !onPlot(projection, x, y, side)) continue;
    signs.push({ seq, window, x, y, side });
    drawn = arrival;
  }
  return signs;
}

/** The last event time of a pane, ms, that the view shows at an arrival; with the delay upwards none beyond "no delay". */
function lastShown({ orientation, view, otherScale }: Projection, end: number, arrival: number): number {
  const last = Math.min(end, view.event.to);
  return orientation === "delay-up" ? Math.min(last, arrival - view.other.from - SMALL / otherScale) : last;
}

/** Where the record itself would hide the sign, it stands before the record, else behind it, while that is in the pane. */
function besideRecord(
  time: number,
  record: number,
  { eventScale }: Projection,
  { start, end }: WindowAt,
): number {
  const away = AWAY / eventScale;
  if (!(Math.abs(time - record) < away)) return time;
  if (record - away >= start) return record - away;
  return record + away <= end ? record + away : time;
}

function boxOf({ x, y, side }: Sign): Rect {
  return { left: x - side / 2, top: y - side / 2, width: side, height: side };
}

function shapesOf(sign: Sign): Shape[] {
  const { x, y, side } = sign;
  const arm = side === LARGE ? 3 : 2;
  return [
    { kind: "box", ...boxOf(sign), radius: 2, fill: "surface", edge: { colour: "text", width: 1.25 } },
    { kind: "line", paths: [[x - arm, y, x + arm, y]], colour: "text", width: 1.75 },
  ];
}

function markOf(sign: Sign): VisibleMark {
  const { left, top, width, height } = boxOf(sign);
  const { partition, start, end, state } = sign.window;
  return {
    kind: "retraction",
    x: left,
    y: top,
    width,
    height,
    seq: sign.seq,
    partition,
    start,
    end,
    state,
  };
}

/** Beside the sign, within the pane. */
function labelOf({ measure, layers }: MapState, panel: Panel, { window, x, y, side }: Sign): Label[] {
  const { projection } = panel;
  if (!layers.edgeWords || !hasWords(panel) || projection.orientation === "delay-up") return [];
  const text = "withdraws";
  const room = projection.eventAcross ? x - projection.x(window.start, 0) : Infinity;
  if (room < measure(text, 11, 500) + side / 2 + 8) return [];
  const words = { kind: "words", text, y, size: 11, weight: 500, colour: "text2", halo: true } as const;
  const before = placeOf({ ...words, x: x - side / 2 - 4, align: "right" }, measure);
  const behind = placeOf({ ...words, x: x + side / 2 + 4, align: "left" }, measure);
  return [{ rank: "withdraws", shy: true, places: projection.eventAcross ? [before] : [behind, before] }];
}

import type { Lane, Panel } from "../map-layout.ts";
import { type Drawn, type MapState, NOTHING_DRAWN } from "../map-state.ts";
import type { VisibleMark } from "../map-types.ts";
import type { Rect } from "../projection.ts";
import { type RecordWindow, windowsOfRecord } from "../record-windows.ts";
import type { Area, Line, Shape } from "../shapes.ts";
import { type GridWindow, gridWindows, rowOfWindow } from "../window-grid.ts";
import type { WindowAt } from "../windows-at.ts";
import {
  allTexts,
  cellOf,
  fittedWords,
  isNamed,
  laneMark,
  laneName,
  stateFill,
  stateTexts,
  whoseWindows,
  windowsOfAll,
} from "./lane-cells.ts";

/** px: how round the open end is, how long the arm at the start, and half the width of an arrow. */
const [ROUND, ARM, ARROW] = [5, 4, 4];

/**
 * A bracket for each window, square at its start and round at its open end, in rows so that none overlaps another:
 * hatched while it is open, tinted when closed, empty when expired. Those of the chosen record are ink.
 */
export function drawBrackets(state: MapState, panel: Panel, windows: readonly WindowAt[]): Drawn {
  const { lane } = panel;
  if (!lane || !state.layers.windows) return NOTHING_DRAWN;
  const shapes: Shape[] = [];
  const strong: Shape[] = [];
  const marks: VisibleMark[] = [];
  const chosen = new Map(recordWindows(state, panel).map((window) => [nameOf(window), window]));
  const seen = new Set<string>();
  for (const { window, all } of shown(state, panel, windows)) {
    const cell = cellOf(panel, lane, window.start, window.end, rowOfWindow(state.query.window, window));
    seen.add(nameOf(window));
    if (cell.width < 1 || cell.height < 1) continue;
    const own = chosen.get(nameOf(window));
    const named = own !== undefined || isNamed(state, window);
    const fill = all ? null : stateFill(window.state);
    if (fill) shapes.push(inside(panel, cell, fill));
    (named ? strong : shapes).push(
      outline(panel, cell, window, named ? { width: 2, colour: "text" } : { width: 1, colour: "line2" }, own),
      ...fittedWords(state, lane, cell, {
        texts: all ? allTexts(all) : stateTexts(panel, window, withoutText(state, own)),
        colour: named ? "text" : window.state === "expired" ? "text3" : "text2",
        halo: !all && window.state === "open",
        weight: named ? 600 : 400,
      }),
    );
    if (!all) marks.push(laneMark(cell, window));
  }
  for (const own of chosen.values())
    if (!seen.has(nameOf(own))) strong.push(...missing(state, panel, lane, own));
  return {
    shapes: [
      ...emptyBrackets(state, panel, lane, seen),
      ...shapes,
      ...strong,
      ...arrows(state, panel, lane, [...chosen.values()]),
      ...laneName(panel, lane, whoseWindows(state, panel)),
    ],
    marks,
  };
}

/** From the chosen record to the lane of its windows. */
export function dropLine(state: MapState, panel: Panel): Line[] {
  const { lane, projection } = panel;
  const seq = state.selection.record;
  if (!lane || lane.kind !== "brackets" || seq === null || recordWindows(state, panel).length === 0)
    return [];
  const at = seq - state.mirror.first;
  const [time, arrival] = [state.mirror.eventTime[at]!, state.mirror.arrival[at]!];
  const [x, y] = [
    Math.floor(projection.x(time, arrival)) + 0.5,
    Math.floor(projection.y(time, arrival)) + 0.5,
  ];
  const path = projection.eventAcross ? [x, y + 11, x, lane.top] : [x - 11, y, lane.left + lane.width, y];
  return [{ kind: "line", paths: [path], colour: "text", width: 1, dash: [2, 3] }];
}

/** Windows of the partition in focus, or those of all that are the same span of time. */
function shown(
  state: MapState,
  panel: Panel,
  windows: readonly WindowAt[],
): { readonly window: WindowAt; readonly all: readonly WindowAt[] | null }[] {
  if (panel.partition !== null) return windows.map((window) => ({ window, all: null }));
  return windowsOfAll(state, panel).map((all) => ({ window: all[0]!, all }));
}

/** The windows of the chosen record, where it belongs to what is shown. */
function recordWindows(state: MapState, { partition, projection }: Panel): RecordWindow[] {
  const { mirror, selection } = state;
  if (selection.record === null) return [];
  const own = mirror.partition[selection.record - mirror.first];
  if (partition !== null && own !== partition) return [];
  const { from, to } = projection.view.event;
  return windowsOfRecord(state, selection.record).filter(({ start, end }) => start < to && end > from);
}

function nameOf({ start, end }: GridWindow): string {
  return `${start}/${end}`;
}

/** ", without #13". */
function withoutText({ selection }: MapState, own: RecordWindow | undefined): string {
  return own === undefined || own.counted ? "" : `, without #${selection.record}`;
}

/** A window of the chosen record that never had state: nothing was ever counted in it. */
function missing(state: MapState, panel: Panel, lane: Lane, own: RecordWindow): Shape[] {
  const cell = cellOf(panel, lane, own.start, own.end, rowOfWindow(state.query.window, own));
  const texts = panel.terse ? [] : [`0 counted, expired${withoutText(state, own)}`, "0 counted", "0"];
  return [
    outline(panel, cell, own, { width: 2, colour: "text" }, own),
    ...fittedWords(state, lane, cell, { texts, colour: "text", halo: false, weight: 600 }),
  ];
}

/** Faint: windows in which nothing was counted so far. */
function emptyBrackets(state: MapState, panel: Panel, lane: Lane, seen: ReadonlySet<string>): Shape[] {
  if (lane.pitch < 13) return [];
  const { from, to } = panel.projection.view.event;
  return gridWindows(state.query.window, { from, to })
    .filter((window) => window.start >= from && window.end <= to && !seen.has(nameOf(window)))
    .map((window) => {
      const cell = cellOf(panel, lane, window.start, window.end, rowOfWindow(state.query.window, window));
      return outline(panel, cell, window, { width: 1, colour: "line" }, undefined);
    });
}

/** An arrow into each window of the chosen record, at its event time. */
function arrows(state: MapState, panel: Panel, lane: Lane, own: readonly RecordWindow[]): Shape[] {
  if (own.length === 0 || lane.pitch < 13) return [];
  const time = state.mirror.eventTime[state.selection.record! - state.mirror.first]!;
  return own.map((window): Shape => {
    const { left, top, width } = cellOf(panel, lane, time, time, rowOfWindow(state.query.window, window));
    const points = panel.projection.eventAcross
      ? [left - ARROW, top - 1, left + ARROW, top - 1, left, top + ARROW]
      : [left + width + 1, top - ARROW, left + width + 1, top + ARROW, left + width - ARROW, top];
    return { kind: "area", points, fill: "text", alpha: 1 };
  });
}

/** Open towards the plane; an edge that lies out of view is left out, and one that the record missed is dashed. */
function outline(
  { projection }: Panel,
  cell: Rect,
  { start, end }: GridWindow,
  look: Pick<Line, "width" | "colour">,
  own: RecordWindow | undefined,
): Line {
  const { from, to } = projection.view.event;
  const along = projection.eventAcross ? cell.width : cell.height;
  const across = projection.eventAcross ? cell.height : cell.width;
  const half = look.width / 2;
  const [begin, stop, far] = [half, along - half - 1, across - half];
  const round = Math.min(ROUND, across / 2, along / 2);
  const points: number[] = [];
  if (start >= from) points.push(begin + Math.min(ARM, along / 4), half, begin, half, begin, far);
  else points.push(0, far);
  if (end <= to)
    points.push(
      stop - round,
      far,
      stop - round * 0.3,
      far - round * 0.3,
      stop,
      far - round,
      stop,
      half + round,
      stop - round * 0.3,
      half + round * 0.3,
      stop - round,
      half,
    );
  else points.push(along, far);
  return {
    kind: "line",
    paths: [placed(projection.eventAcross, cell, points)],
    ...look,
    ...(own && !own.counted && { dash: [3, 3] }),
  };
}

/** Along and across a cell as px; where arrival goes to the right the plane is on the other side. */
function placed(
  eventAcross: boolean,
  { left, top, width, height }: Rect,
  points: readonly number[],
): number[] {
  return points.map((value, i) => {
    if (eventAcross) return i % 2 === 0 ? left + value : top + value;
    return i % 2 === 0 ? left + width - points[i + 1]! : top + height - points[i - 1]!;
  });
}

function inside({ projection }: Panel, cell: Rect, look: Pick<Area, "fill" | "alpha">): Area {
  const along = projection.eventAcross ? cell.width : cell.height;
  const across = projection.eventAcross ? cell.height : cell.width;
  const points = [2, 1, along - 4, 1, along - 4, across - 1, 2, across - 1];
  return { kind: "area", points: placed(projection.eventAcross, cell, points), ...look };
}

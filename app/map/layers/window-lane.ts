import { partitionLetter } from "../../words/partition-letter.ts";
import type { WindowState } from "../../words/window-state.ts";
import { ticksIn } from "../axis-ticks.ts";
import type { Panel } from "../map-layout.ts";
import { type Drawn, type MapState, NOTHING_DRAWN } from "../map-state.ts";
import type { VisibleMark } from "../map-types.ts";
import type { Rect } from "../projection.ts";
import type { Area, Shape, Words } from "../shapes.ts";
import type { WindowAt } from "../windows-at.ts";

/** px: narrower cells are drawn without their borders. */
const BORDERED = 6;

/** One cell for each window along the event axis: how many it counted, and whether it is open, closed or expired. */
export function drawLane(state: MapState, panel: Panel, windows: readonly WindowAt[]): Drawn {
  const { lane, partition } = panel;
  const { query, layers } = state;
  if (!lane || !layers.windows) return NOTHING_DRAWN;
  const shapes: Shape[] = [];
  const frames: Shape[] = [];
  const marks: VisibleMark[] = [];
  if (partition === null) {
    for (const [start, there] of byStart(state, panel)) {
      const cell = cellOf(panel, lane, start, there[0]!.end);
      shapes.push(
        ...fitted(state, lane, cell, { texts: allWords(there), colour: "text2", halo: false, weight: 400 }),
      );
    }
  } else
    for (const window of windows) {
      const cell = cellOf(panel, lane, window.start, window.end);
      const named = isNamed(state, window);
      shapes.push(...cellShapes(cell, window), ...fitted(state, lane, cell, wordsOf(panel, window, named)));
      if (named) frames.push(frameOf(cell));
      marks.push({
        kind: "label",
        ...toMark(cell),
        partition,
        start: window.start,
        end: window.end,
        state: window.state,
      });
    }
  shapes.push(...borders(state, panel, lane), ...frames);
  if (panel.leads && !panel.terse && panel.projection.eventAcross) {
    const text =
      query.partitions === 1 ? "windows" : partition === null ? "in all" : `in ${partitionLetter(partition)}`;
    shapes.push({
      ...look(text, text === "windows" ? 8 : 12, lane.top + lane.height / 2),
      align: "left",
      colour: "text3",
    });
  }
  return { shapes, marks };
}

/** The part of the lane that a window takes, cut at the lane's ends. */
function cellOf({ projection }: Panel, lane: Rect, start: number, end: number): Rect {
  const { view, eventScale, eventAcross } = projection;
  const from = (Math.max(start, view.event.from) - view.event.from) * eventScale;
  const to = (Math.min(end, view.event.to) - view.event.from) * eventScale;
  return eventAcross
    ? { left: lane.left + from, top: lane.top, width: to - from, height: lane.height }
    : { left: lane.left, top: lane.top + lane.height - to, width: lane.width, height: to - from };
}

function cellShapes(cell: Rect, { state }: WindowAt): Shape[] {
  if (state === "closed") return [filled(cell, "on-time", 0.1)];
  return state === "open" ? [filled(cell, { hatch: "early" }, 0.45)] : [];
}

/** Words of a cell, from the longest to the shortest. */
interface CellWords extends Pick<Words, "colour" | "halo" | "weight"> {
  readonly texts: readonly string[];
}

function wordsOf({ terse }: Panel, { counted, state }: WindowAt, named: boolean): CellWords {
  return {
    texts: terse ? [state] : [`${counted} counted, ${state}`, `${counted}, ${state}`, state],
    colour: named ? "text" : state === "expired" ? "text3" : "text2",
    halo: state === "open",
    weight: named ? 600 : 400,
  };
}

function isNamed({ selection: { window } }: MapState, { partition, start, end }: WindowAt): boolean {
  return window !== null && window.partition === partition && window.start === start && window.end === end;
}

function frameOf({ left, top, width, height }: Rect): Shape {
  return {
    kind: "box",
    left: left + 1,
    top: top + 1,
    width: width - 1,
    height: height - 2,
    radius: 0,
    fill: null,
    edge: { colour: "text", width: 2 },
  };
}

function filled({ left, top, width, height }: Rect, fill: Area["fill"], alpha: number): Area {
  const [right, bottom] = [left + width, top + height];
  return {
    kind: "area",
    points: [left + 1, top + 1, right, top + 1, right, bottom - 0.5, left + 1, bottom - 0.5],
    fill,
    alpha,
  };
}

/** The longest of some texts that fits its cell; along an upright lane it stands on its side. */
function fitted({ measure }: MapState, lane: Rect, cell: Rect, { texts, ...style }: CellWords): Words[] {
  const upright = lane.height > lane.width && lane.width <= 18;
  const size = texts.length === 1 ? 10 : 11;
  const room = (upright ? cell.height : cell.width) - (size === 10 ? 2 : 6);
  const text = texts.find((each) => measure(each, size, style.weight) <= room);
  if (text === undefined) return [];
  const middle = cell.top + cell.height / 2 + (upright ? 0 : 0.5);
  const words: Words = { ...look(text, cell.left + cell.width / 2, middle), ...style, size };
  return [upright ? { ...words, angle: -Math.PI / 2 } : words];
}

function look(text: string, x: number, y: number): Words {
  return { kind: "words", text, x, y, size: 11, weight: 400, colour: "text2", align: "center", halo: false };
}

/** The lane's border, and one line between each two windows, where there is room for it. */
function borders({ query, windows }: MapState, panel: Panel, lane: Rect): Shape[] {
  const { view, eventScale, eventAcross } = panel.projection;
  const [left, top] = [Math.floor(lane.left) + 0.5, Math.floor(lane.top) + 0.5];
  const [right, bottom] = [
    Math.floor(lane.left + lane.width) - 0.5,
    Math.floor(lane.top + lane.height) - 0.5,
  ];
  const paths: number[][] = [[left, top, right, top, right, bottom, left, bottom, left, top]];
  const size = query.windowSize ?? Infinity;
  if (size * eventScale >= BORDERED)
    for (const edge of ticksIn(view.event, size, windows.offset)) {
      if (edge === view.event.from || edge === view.event.to) continue;
      const px = Math.floor((edge - view.event.from) * eventScale) + 0.5;
      paths.push(
        eventAcross ? [lane.left + px, top, lane.left + px, bottom] : [left, bottom - px, right, bottom - px],
      );
    }
  return [{ kind: "line", paths, colour: "line", width: 1 }];
}

/** Windows of all partitions by their start, ascending. */
function byStart({ windows, position, query }: MapState, { projection }: Panel): Map<number, WindowAt[]> {
  const { from, to } = projection.view.event;
  const all = Array.from({ length: query.partitions }, (_, partition) =>
    windows.windowsAt(partition, from, to, position),
  ).flat();
  const groups = new Map<number, WindowAt[]>();
  for (const window of all.toSorted((a, b) => a.start - b.start))
    groups.set(window.start, [...(groups.get(window.start) ?? []), window]);
  return groups;
}

const advance: readonly WindowState[] = ["open", "closed", "expired"];

/** "A B expired, C open"; else who is least advanced, "C open". */
function allWords(there: readonly WindowAt[]): string[] {
  const parts = advance.flatMap((state) => {
    const letters = there
      .filter((window) => window.state === state)
      .map(({ partition }) => partitionLetter(partition));
    return letters.length === 0 ? [] : [`${letters.join(" ")} ${state}`];
  });
  return [parts.toReversed().join(", "), parts[0]!];
}

function toMark({ left, top, width, height }: Rect): Pick<VisibleMark, "x" | "y" | "width" | "height"> {
  return { x: left, y: top, width, height };
}

import type { Lane, Panel } from "../map-layout.ts";
import { type Drawn, type MapState, NOTHING_DRAWN } from "../map-state.ts";
import type { VisibleMark } from "../map-types.ts";
import type { Rect } from "../projection.ts";
import type { Area, Shape } from "../shapes.ts";
import { type GridWindow, gapsOf, gridStep, gridWindows, lastStep } from "../window-grid.ts";
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

/** px: narrower cells are drawn without their borders. */
const BORDERED = 6;

/**
 * One cell for each window along the event axis: how many it counted, and whether it is open, closed or expired. Of
 * windows that overlap too much for rows, each has the step that it ends in.
 */
export function drawLane(state: MapState, panel: Panel, windows: readonly WindowAt[]): Drawn {
  const { lane, partition } = panel;
  const { query, layers } = state;
  if (!lane || !layers.windows) return NOTHING_DRAWN;
  const stepOf = (window: GridWindow): GridWindow =>
    lane.kind === "ends" ? lastStep(query.window, window) : window;
  const placeOf = (window: GridWindow): Rect => {
    const { start, end } = stepOf(window);
    return cellOf(panel, lane, start, end);
  };
  const shapes: Shape[] = gapShapes(state, panel, lane);
  const frames: Shape[] = [];
  const marks: VisibleMark[] = [];
  if (partition === null) {
    for (const there of windowsOfAll(state, panel)) {
      const look = { texts: allTexts(there), colour: "text2", halo: false, weight: 400 } as const;
      shapes.push(...fittedWords(state, lane, placeOf(there[0]!), look));
    }
  } else
    for (const window of windows) {
      const cell = placeOf(window);
      if (cell.width <= 0 || cell.height <= 0) continue;
      const named = isNamed(state, window);
      const fill = stateFill(window.state);
      if (fill) shapes.push(filled(cell, fill));
      shapes.push(
        ...fittedWords(state, lane, cell, {
          texts: stateTexts(panel, window),
          colour: named ? "text" : window.state === "expired" ? "text3" : "text2",
          halo: window.state === "open",
          weight: named ? 600 : 400,
        }),
      );
      if (named) frames.push(frameOf(cell));
      marks.push(laneMark(cell, window));
    }
  shapes.push(...borders(state, panel, lane, stepOf), ...frames);
  shapes.push(...laneName(panel, lane, lane.kind === "ends" ? "ends" : whoseWindows(state, panel)));
  return { shapes, marks };
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

function filled({ left, top, width, height }: Rect, look: Pick<Area, "fill" | "alpha">): Area {
  const [right, bottom] = [left + width, top + height];
  return {
    kind: "area",
    points: [left + 1, top + 1, right, top + 1, right, bottom - 0.5, left + 1, bottom - 0.5],
    ...look,
  };
}

/** Where no window is: grey, and said where there is room. */
function gapShapes(state: MapState, panel: Panel, lane: Lane): Shape[] {
  return gapsOf(state.query.window, panel.projection.view.event).flatMap(({ from, to }): Shape[] => {
    const cell = cellOf(panel, lane, from, to);
    const look = { texts: ["in no window", "none"], colour: "text3", halo: false, weight: 400 } as const;
    return [filled(cell, { fill: "bg", alpha: 1 }), ...fittedWords(state, lane, cell, look)];
  });
}

/** The lane's border, and one line at each edge of a cell, where there is room for it. */
function borders(
  { query }: MapState,
  panel: Panel,
  lane: Lane,
  stepOf: (window: GridWindow) => GridWindow,
): Shape[] {
  const { view, eventScale, eventAcross } = panel.projection;
  const [left, top] = [Math.floor(lane.left) + 0.5, Math.floor(lane.top) + 0.5];
  const [right, bottom] = [
    Math.floor(lane.left + lane.width) - 0.5,
    Math.floor(lane.top + lane.height) - 0.5,
  ];
  const paths: number[][] = [[left, top, right, top, right, bottom, left, bottom, left, top]];
  const step = gridStep(query.window) ?? Infinity;
  if (step * eventScale >= BORDERED) {
    const edges = new Set(
      gridWindows(query.window, view.event).flatMap((window) => {
        const { start, end } = stepOf(window);
        return [start, end];
      }),
    );
    for (const edge of edges) {
      if (edge <= view.event.from || edge >= view.event.to) continue;
      const px = Math.floor((edge - view.event.from) * eventScale) + 0.5;
      paths.push(
        eventAcross ? [lane.left + px, top, lane.left + px, bottom] : [left, bottom - px, right, bottom - px],
      );
    }
  }
  return [{ kind: "line", paths, colour: "line", width: 1 }];
}

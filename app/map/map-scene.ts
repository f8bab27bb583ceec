import { type Label, placeLabels } from "./label-pass.ts";
import { drawHeads } from "./layers/heads.ts";
import { drawAxes, ticksOf } from "./layers/axes.ts";
import { drawGround, latenessLabel } from "./layers/ground.ts";
import { keyToLines } from "./layers/key-to-lines.ts";
import { chipOf, drawChip, drawNow } from "./layers/now-line.ts";
import { drawRetractions } from "./layers/retractions.ts";
import { recordNumbers } from "./layers/record-numbers.ts";
import { drawSelection } from "./layers/selection.ts";
import { drawCapsules } from "./layers/session-capsules.ts";
import { drawSessionLane } from "./layers/session-lane.ts";
import { drawBrackets, dropLine } from "./layers/window-brackets.ts";
import { drawClosings } from "./layers/window-closings.ts";
import { drawPanes, windowsInView } from "./layers/window-panes.ts";
import { drawLane } from "./layers/window-lane.ts";
import { drawWatermarks } from "./layers/watermarks.ts";
import type { Panel } from "./map-layout.ts";
import type { Drawn, MapState } from "./map-state.ts";
import type { VisibleMark } from "./map-types.ts";
import type { Rect } from "./projection.ts";
import { isAnyIn, type RecordSpot, scopeOf } from "./record-marks.ts";
import type { Layer, Shape } from "./shapes.ts";
import { overlaps } from "./window-grid.ts";
import type { WindowAt } from "./windows-at.ts";

/** The picture of a position but for its records, which lie between what is under and what is over them. */
export interface Scene {
  readonly under: readonly Layer[];
  readonly over: readonly Layer[];
  /** What can be seen and pointed at, records left out. */
  readonly marks: readonly VisibleMark[];
}

/** px around the middle of a record that labels had better not cover. */
const RECORD = 6;

/** @param spots the records of each panel, where they are so few that labels can make room for them; else none. */
export function buildScene(
  state: MapState,
  panels: readonly Panel[],
  spots: readonly (readonly RecordSpot[])[],
): Scene {
  const under: Layer[] = [];
  const over: Layer[] = [];
  const labels: Label[] = [];
  const marks: VisibleMark[] = [];
  const lines: Rect[] = [];
  const take = ({
    shapes,
    labels: words = [],
    marks: seen = [],
    lines: drawn = [],
  }: Drawn): readonly Shape[] => {
    // One by one: a crowd of them is more than a call may have arguments.
    for (const label of words) labels.push(label);
    for (const mark of seen) marks.push(mark);
    for (const line of drawn) lines.push(line);
    return shapes;
  };
  panels.forEach((panel, i) => {
    const { plot } = panel.projection;
    const ticks = ticksOf(state, panel);
    const chip = chipOf(state, panel);
    const windows = windowsInView(state, panel);
    const overlapping = overlaps(state.query.window);
    const isOfSessions = state.query.window?.kind === "session";
    const shapesOf = isOfSessions ? drawCapsules : drawPanes;
    under.push({
      clip: plot,
      shapes: [
        ...take(drawGround(state, panel, ticks)),
        ...(overlapping ? [] : take(shapesOf(state, panel, windows))),
        ...take(drawWatermarks(state, panel)),
        ...(overlapping ? take(drawClosings(state, panel, windows)) : []),
        ...take(drawRetractions(state, panel, withdrawingWindows(state, panel, windows))),
        ...take(drawNow(state, panel)),
      ],
    });
    const key = keyToLines(state, panel, windows);
    if (key && !isAnyIn(state, scopeOf(panel), key.box)) {
      under.push({ clip: null, shapes: key.shapes });
      labels.push({ rank: "selection", fixed: true, places: [{ boxes: [key.box], shapes: [] }] });
    }
    over.push({ clip: plot, shapes: take(drawSelection(state, panel, windows)) });
    labels.push(...latenessLabel(state, panel), ...recordNumbers(state, panel, spots[i] ?? []));
    take(drawHeads(state, panel));
    over.push({
      clip: null,
      shapes: [
        ...dropLine(state, panel),
        ...take(laneOf(panel)(state, panel, windows)),
        ...drawAxes(state, panel, ticks, chip),
        ...drawChip(chip),
      ],
    });
  });
  const inTheWay = { marks: spots.flat().map(({ x, y }) => boxAround(x, y)), lines };
  const places = placeLabels(labels, inTheWay);
  return {
    under,
    over: [...over, { clip: null, shapes: places.flatMap(({ shapes }) => shapes) }],
    marks: [...marks, ...wordMarks(places)],
  };
}

/** Where all partitions are shown alike, none has panes, but each may have taken rows back. */
function withdrawingWindows(
  { windows: all, query, position }: MapState,
  { partition, projection }: Panel,
  shown: readonly WindowAt[],
): readonly WindowAt[] {
  if (partition !== null || !query.windowed || !query.having) return shown;
  const { from, to } = projection.view.event;
  return Array.from({ length: query.partitions }, (_, each) =>
    all.windowsAt(each, from, to, position),
  ).flatMap((windows) => windows.filter(({ retractions }) => retractions.length > 0));
}

function laneOf({ lane }: Panel): typeof drawLane {
  if (lane?.kind === "capsules") return drawSessionLane;
  return lane?.kind === "brackets" ? drawBrackets : drawLane;
}

function boxAround(x: number, y: number): Rect {
  return { left: x - RECORD, top: y - RECORD, width: 2 * RECORD, height: 2 * RECORD };
}

/** The words that found a place. */
function wordMarks(places: ReturnType<typeof placeLabels>): VisibleMark[] {
  return places.flatMap(({ boxes, shapes }) =>
    shapes.flatMap((shape): VisibleMark[] => {
      const box = boxes[0];
      if (shape.kind !== "words" || !box) return [];
      return [
        { kind: "label", x: box.left, y: box.top, width: box.width, height: box.height, text: shape.text },
      ];
    }),
  );
}

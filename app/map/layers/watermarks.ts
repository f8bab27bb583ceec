import { COMBINED } from "../../../engine/client/types.ts";
import { closingClock, corners, isOfPanel, readingAt, stepsPast } from "../clock-steps.ts";
import type { Panel } from "../map-layout.ts";
import { type Drawn, type MapState, NOTHING_DRAWN } from "../map-state.ts";
import type { Rect } from "../projection.ts";
import type { Line, Shape } from "../shapes.ts";
import { planePath } from "./plane-shapes.ts";

/** Watermarks as true steps, the one that closes the windows in focus on top; its grace line; and what was idle. */
export function drawWatermarks(state: MapState, panel: Panel): Drawn {
  if (!state.layers.watermarks || state.now === null) return NOTHING_DRAWN;
  const { query, layers, mirror } = state;
  const focused = closingClock(query, panel.partition);
  const shapes: Shape[] = [];
  const all = layers.otherClocks || focused === null;
  const others = all
    ? [...mirror.clocks.keys()].filter((clock) => clock !== focused && isOfPanel(query, panel, clock))
    : [];
  const colour = focused === null ? "text2" : "line2";
  const paths: number[][] = [];
  const hatches: Shape[] = [];
  for (const clock of others) {
    const path = stairs(state, panel, clock, 0);
    const crowded = isCrowded(path, panel);
    if (path.length > 0 && !(crowded && focused !== null)) paths.push(path);
    if (!crowded) hatches.push(...idleHatches(state, panel, clock, false));
  }
  if (paths.length > 0) shapes.push({ kind: "line", paths, colour, width: 1.25 });
  const lines: Rect[] = [];
  // On top: of all clocks the least is that of its member, whose line it covers.
  const finish = (): Drawn => {
    shapes.push(...hatches);
    return { shapes, lines: [...lines, ...shapes.flatMap(hatchBox)] };
  };
  if (focused === null) return finish();
  const path = stairs(state, panel, focused, 0);
  if (path.length === 0) return finish();
  if (isCrowded(path, panel)) {
    shapes.push({ kind: "line", paths: [path], colour: "line2", width: 1 });
    return finish();
  }
  if (panel.projection.orientation !== "delay-up" && path.length <= LONG_PATH)
    lines.push(...segmentBoxes(path));
  if (layers.lateness && query.windowed && query.expireDelay > 0)
    shapes.push(graceLine(stairs(state, panel, focused, query.expireDelay)));
  shapes.push(
    { kind: "line", paths: [path], colour: "surface", width: 4.5 },
    { kind: "line", paths: [path], colour: "text", width: 2 },
    ...idleHatches(state, panel, focused, true),
  );
  return finish();
}

/** px: a hatch any shorter shows no stripe. */
const LEAST_HATCH = 3;

/** Numbers in a path: the line of a crowd is everywhere, and no label could stand clear of it. */
const LONG_PATH = 400;

/** Ways across the plot and back up that a line may go before it fills it. */
const MOST_WAYS = 12;

/**
 * Whether a watermark goes up and down so often that it would be a solid ground: with the delays upwards each night is
 * a tooth. Then it is a thin line alone.
 */
function isCrowded(path: readonly number[], { projection }: Panel): boolean {
  if (projection.orientation !== "delay-up") return false;
  const { plot } = projection;
  const inPlot = (y: number): number => Math.min(Math.max(y, plot.top), plot.top + plot.height);
  let ways = 0;
  for (let i = 2; i < path.length; i += 2)
    ways += Math.abs(path[i]! - path[i - 2]!) + Math.abs(inPlot(path[i + 1]!) - inPlot(path[i - 1]!));
  return ways > MOST_WAYS * (plot.width + plot.height);
}

/** Each straight piece of a path, 4 px wide. */
function segmentBoxes(path: readonly number[]): Rect[] {
  const boxes: Rect[] = [];
  for (let i = 2; i < path.length; i += 2) {
    const [x0, y0, x1, y1] = [path[i - 2]!, path[i - 1]!, path[i]!, path[i + 1]!];
    boxes.push({
      left: Math.min(x0, x1) - 2,
      top: Math.min(y0, y1) - 2,
      width: Math.abs(x1 - x0) + 4,
      height: Math.abs(y1 - y0) + 4,
    });
  }
  return boxes;
}

/** A hatch would be no more than a smudge under words. */
function hatchBox(shape: Shape): Rect[] {
  if (shape.kind !== "area") return [];
  const xs = shape.points.filter((_, i) => i % 2 === 0);
  const ys = shape.points.filter((_, i) => i % 2 === 1);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [{ left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }];
}

function graceLine(path: readonly number[]): Line {
  return { kind: "line", paths: [path], colour: "late", width: 1.25, dash: [4, 3] };
}

function stairs(
  { mirror, position, now }: MapState,
  { projection }: Panel,
  clock: number,
  offset: number,
): number[] {
  const steps = mirror.clocks.get(clock);
  if (!steps || now === null) return [];
  return planePath(
    projection,
    corners(steps, mirror, {
      past: stepsPast(steps, position),
      until: now,
      offset,
      highest: projection.view.event.to + 16 / projection.eventScale,
      eventGrain: 1 / projection.eventScale,
      arrivalGrain: 1 / projection.otherScale,
    }),
  );
}

/** 8 px wide on the clock's line, while it counted as idle. */
function idleHatches(
  { mirror, idle, now }: MapState,
  { projection }: Panel,
  clock: number,
  focused: boolean,
): Shape[] {
  if (clock === COMBINED) return [];
  return idle.spansOf(clock, now!, LEAST_HATCH / projection.otherScale).flatMap((span): Shape[] => {
    const value = readingAt(mirror.clocks.get(clock), {
      read: recordsUntil(mirror, span.from),
      ended: false,
    });
    if (value === null) return [];
    const until = Math.min(span.to ?? now!, now!);
    const [x0, y0] = [projection.x(value, span.from), projection.y(value, span.from)];
    const [x1, y1] = [projection.x(value, until), projection.y(value, until)];
    const [across, up] = projection.eventAcross ? [4, 0] : [0, 4];
    return [
      {
        kind: "area",
        points: [x0 - across, y0 - up, x0 + across, y0 + up, x1 + across, y1 + up, x1 - across, y1 - up],
        fill: { hatch: focused ? "idle-focused" : "idle" },
        alpha: 1,
      },
    ];
  });
}

/** Records that had arrived by `time`, ms. */
function recordsUntil({ arrival, first, known }: MapState["mirror"], time: number): number {
  let low = 0;
  let high = known - first;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (arrival[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return first + low;
}

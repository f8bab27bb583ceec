import { arrivalOf } from "../clock-steps.ts";
import type { Panel } from "../map-layout.ts";
import { type Drawn, type MapState, NOTHING_DRAWN } from "../map-state.ts";
import type { VisibleMark } from "../map-types.ts";
import { onPlot, type Rect } from "../projection.ts";
import type { Shape } from "../shapes.ts";
import type { WindowAt } from "../windows-at.ts";

/** px: a side of the square, and the piece of line before it. */
const [SIDE, TAIL] = [7, 16];

/** Where windows overlap they have no panes: a square on the watermark, at the end of each window that it closes. */
export function drawClosings(state: MapState, { projection }: Panel, windows: readonly WindowAt[]): Drawn {
  if (!state.layers.windows || state.now === null) return NOTHING_DRAWN;
  const shapes: Shape[] = [];
  const marks: VisibleMark[] = [];
  const lines: Rect[] = [];
  for (const { partition, start, end, state: now, closed } of windows) {
    if (closed === null) continue;
    const arrival = arrivalOf(state.mirror, closed);
    const [x, y] = [Math.round(projection.x(end, arrival)), Math.round(projection.y(end, arrival))];
    if (!onPlot(projection, x, y, SIDE)) continue;
    const box = { left: x - SIDE / 2, top: y - SIDE / 2, width: SIDE, height: SIDE };
    const back = end - Math.min(TAIL / projection.eventScale, end - start);
    const tail = [projection.x(back, arrival), projection.y(back, arrival), x, y];
    if (projection.orientation === "arrival-up") tail[1] = y;
    if (projection.orientation === "arrival-right") tail[0] = x;
    shapes.push(
      { kind: "line", paths: [tail], colour: "on-time", width: 2 },
      { kind: "box", ...box, radius: 0, fill: "on-time" },
    );
    lines.push(box);
    const { left, top, width, height } = box;
    marks.push({ kind: "closing", x: left, y: top, width, height, partition, start, end, state: now });
  }
  return { shapes, marks, lines };
}

import { setting } from "../../words/clock.ts";
import { placeOf, type Label } from "../label-pass.ts";
import type { Panel } from "../map-layout.ts";
import type { Drawn, MapState } from "../map-state.ts";
import type { Span } from "../map-types.ts";
import { onPlot, type Projection } from "../projection.ts";
import type { Line, Shape, Words } from "../shapes.ts";
import type { Ticks } from "./axes.ts";
import { planePath } from "./plane-shapes.ts";

/** The impossible half of the plane, the grid, and the line of no delay. */
export function drawGround(state: MapState, panel: Panel, ticks: Ticks): Drawn {
  const { projection } = panel;
  const shapes: Shape[] = [];
  const common = commonTimes(projection);
  if (common && state.layers.ground)
    shapes.push({
      kind: "area",
      points: planePath(projection, [common.from, common.from, common.to, common.to, common.to, common.from]),
      fill: "bg",
      alpha: 1,
    });
  shapes.push(grid(projection, ticks));
  if (projection.orientation === "delay-up") return { shapes: [...shapes, ...delayLines(state, projection)] };
  if (!common || !state.layers.diagonal) return { shapes };
  const path = planePath(projection, [common.from, common.from, common.to, common.to]);
  shapes.push({ kind: "line", paths: [path], colour: "line2", width: 1, dash: [2, 3] });
  return { shapes, labels: panel.terse ? [] : [diagonalLabel(state, projection, common)] };
}

/** Times that are on both axes, where event time and arrival can be compared; null where a log's arrivals are of another age. */
function commonTimes({ view }: Projection): Span | null {
  if (view.orientation === "delay-up") return null;
  const { event, other } = view;
  if (event.from > other.to || other.from > event.to) return null;
  return { from: Math.min(event.from, other.from), to: Math.max(event.to, other.to) };
}

function grid({ plot, eventAcross, view, ...projection }: Projection, ticks: Ticks): Line {
  const paths: number[][] = [];
  const half = (px: number): number => Math.floor(px) + 0.5;
  const across = (x: number): void => {
    paths.push([half(x), plot.top, half(x), plot.top + plot.height]);
  };
  const up = (y: number): void => {
    paths.push([plot.left, half(y), plot.left + plot.width, half(y)]);
  };
  const corner = view.orientation === "delay-up" ? 0 : view.other.from;
  for (const time of ticks.event)
    if (eventAcross) across(projection.x(time, corner));
    else up(projection.y(time, corner));
  for (const value of ticks.other) {
    const arrival = view.orientation === "delay-up" ? view.event.from + value : value;
    if (eventAcross) up(projection.y(view.event.from, arrival));
    else across(projection.x(view.event.from, arrival));
  }
  return { kind: "line", paths, colour: "line", width: 1 };
}

/** At or under the bound a delay is never late; at or under bound and lateness, never dropped. */
function delayLines({ query, layers }: MapState, projection: Projection): Line[] {
  const { plot, view, y } = projection;
  const level = (delay: number): number[] => {
    const at = Math.floor(y(view.event.from, view.event.from + delay)) + 0.5;
    return [plot.left, at, plot.left + plot.width, at];
  };
  const lines: Line[] = [{ kind: "line", paths: [level(0)], colour: "line2", width: 1 }];
  if (query.windowed && layers.watermarks && query.bound > 0)
    lines.push({ kind: "line", paths: [level(query.bound)], colour: "text3", width: 1 });
  if (query.windowed && layers.lateness && query.allowedLateness > 0 && goesByNewest(query))
    lines.push({
      kind: "line",
      paths: [level(query.bound + query.allowedLateness)],
      colour: "late",
      width: 1,
      dash: [4, 3],
    });
  return lines;
}

/** Whether the watermark follows the newest event time, so that a delay alone tells what is late. */
function goesByNewest({ watermarkStrategy }: MapState["query"]): boolean {
  return watermarkStrategy !== "punctuated" && watermarkStrategy !== "none";
}

/** "bound + lateness 7 s: at or under it never dropped", at the right end of its line. */
export function latenessLabel({ query, layers, measure }: MapState, { projection, terse }: Panel): Label[] {
  const { plot, view, y } = projection;
  if (view.orientation !== "delay-up" || terse || !query.windowed) return [];
  if (!layers.lateness || query.allowedLateness <= 0 || !goesByNewest(query)) return [];
  const delay = query.bound + query.allowedLateness;
  const words: Words = {
    kind: "words",
    text: `bound + lateness ${setting(delay)}: at or under it never dropped`,
    x: plot.left + plot.width - 6,
    y: y(view.event.from, view.event.from + delay) - 9,
    size: 11,
    weight: 500,
    colour: "late-word",
    align: "right",
    halo: true,
  };
  return [{ rank: "now", places: [placeOf(words, measure)] }];
}

/** Along the line, below it, where there is room. */
function diagonalLabel({ measure }: MapState, projection: Projection, common: Span): Label {
  const at = (time: number): readonly [number, number] => [
    projection.x(time, time),
    projection.y(time, time),
  ];
  const [x0, y0] = at(common.from);
  const [x1, y1] = at(common.to);
  const angle = Math.atan2(y1 - y0, x1 - x0);
  const places = [0.88, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3].flatMap((share) => {
    const [x, y] = [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share];
    const words: Words = {
      kind: "words",
      text: "no delay",
      x: x - Math.sin(angle) * 10,
      y: y + Math.cos(angle) * 10,
      size: 11,
      weight: 400,
      colour: "text3",
      align: "left",
      halo: false,
      angle,
    };
    const length = measure(words.text, 11, 400) + 8;
    const end = [x + Math.cos(angle) * length, y + Math.sin(angle) * length] as const;
    return onPlot(projection, x, y, -4) && onPlot(projection, ...end, -4) ? [placeOf(words, measure)] : [];
  });
  return { rank: "expired", shy: true, places };
}

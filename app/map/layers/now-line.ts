import type { Panel } from "../map-layout.ts";
import { type Drawn, type MapState, NOTHING_DRAWN } from "../map-state.ts";
import type { VisibleMark } from "../map-types.ts";
import type { Projection, Rect } from "../projection.ts";
import type { Shape } from "../shapes.ts";
import { arrivalLine } from "./plane-shapes.ts";

/** px that the canvas has at least to the right of a plot. */
const RIGHT = 12;

/** The line under which everything has happened. */
export function drawNow({ now }: MapState, { projection }: Panel): Drawn {
  if (now === null) return NOTHING_DRAWN;
  const { event } = projection.view;
  const line = arrivalLine(projection, { ...event, at: now }, { colour: "text", width: 1 });
  return { shapes: [line], marks: nowMark(projection, line.paths[0]!) };
}

function nowMark({ plot }: Projection, [x0, y0, x1, y1]: readonly number[]): VisibleMark[] {
  const inside = Math.min(y0!, y1!) <= plot.top + plot.height && Math.max(y0!, y1!) >= plot.top;
  if (!inside || Math.max(x0!, x1!) < plot.left || Math.min(x0!, x1!) > plot.left + plot.width) return [];
  return [
    {
      kind: "now",
      x: Math.min(x0!, x1!),
      y: Math.min(y0!, y1!),
      width: Math.abs(x1! - x0!),
      height: Math.abs(y1! - y0!),
    },
  ];
}

/** px along the axis on which now lies: down for "arrival-up", else across; null off the plot. */
function nowPlace({ now }: MapState, { projection }: Panel): number | null {
  if (now === null) return null;
  const { plot, view } = projection;
  if (projection.orientation === "arrival-up") {
    const y = projection.y(view.event.from, now);
    return y < plot.top - 1 || y > plot.top + plot.height + 1 ? null : y;
  }
  const x =
    projection.orientation === "delay-up" ? projection.x(now, now) : projection.x(view.event.from, now);
  return x < plot.left - 1 || x > plot.left + plot.width + 1 ? null : x;
}

/** Where the time of now stands on the axis of arrival, and how it is told; null off the plot. It is never cut by the canvas. */
export function chipOf(state: MapState, panel: Panel): (Rect & { readonly text: string }) | null {
  const at = nowPlace(state, panel);
  if (at === null || !panel.leads) return null;
  const { plot, orientation } = panel.projection;
  const upright = orientation === "arrival-up";
  const text = chipText(state, upright ? plot.left : Infinity);
  const width = state.measure(text, 11, 600) + 8;
  const last = plot.left + plot.width + RIGHT - width;
  return {
    text,
    width,
    height: 17,
    left: upright ? Math.max(0, plot.left - 6 - width) : Math.max(0, Math.min(at - width / 2, last)),
    top: upright ? Math.min(Math.round(at) - 8, plot.top + plot.height - 16) : plot.top + plot.height + 4,
  };
}

/** The time of now in ink. */
export function drawChip(chip: ReturnType<typeof chipOf>): Shape[] {
  if (chip === null) return [];
  const { text, left, top, width, height } = chip;
  return [
    { kind: "box", left, top, width, height, radius: 3, fill: "ink" },
    {
      kind: "words",
      text,
      x: left + width / 2,
      y: top + 9,
      size: 11,
      weight: 600,
      colour: "on-ink",
      align: "center",
      halo: false,
    },
  ];
}

/** The moment; where that is too long for the margin, its time of day. That is never cut: it would be another moment. */
function chipText({ clock, now, measure }: MapState, room: number): string {
  const whole = clock.moment(now);
  const time = whole.slice(whole.indexOf("T") + 1);
  const forms = [whole, time, time.replace("Z", "")];
  return forms.find((text) => measure(text, 11, 600) + 8 <= room) ?? forms.at(-1)!;
}

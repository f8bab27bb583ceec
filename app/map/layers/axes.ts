import { setting } from "../../words/clock.ts";
import { ticksIn, tickStep } from "../axis-ticks.ts";
import type { Panel } from "../map-layout.ts";
import type { MapState } from "../map-state.ts";
import type { Projection, Rect } from "../projection.ts";
import type { Shape, Words } from "../shapes.ts";
import { gridOffset, gridStep } from "../window-grid.ts";

/** The ticks of both axes, ms. */
export interface Ticks {
  readonly event: readonly number[];
  readonly other: readonly number[];
}

/** px between ticks one above the other. */
const UPRIGHT = 26;
const DELAY = 48;
/** px beside the chip of now that words across keep free, and from its middle to those one above the other. */
const CHIP = { across: 6, up: 16 };

/** Grid lines at the edges of windows and, on the other axis, in steps of the same kind. */
export function ticksOf({ query, clock, measure }: MapState, { projection }: Panel): Ticks {
  const { view, eventScale, otherScale, eventAcross } = projection;
  const delay = view.orientation === "delay-up";
  const wide = Math.max(44, measure(clock.tick(view.event.to), 11, 400) + 14);
  const unit = gridStep(query.window);
  const eventStep = tickStep(eventScale, eventAcross ? wide : UPRIGHT, unit);
  const otherRoom = delay ? DELAY : eventAcross ? UPRIGHT : wide;
  const otherStep = tickStep(otherScale, otherRoom, delay ? null : unit);
  return {
    event: ticksIn(view.event, eventStep, gridOffset(query.window)),
    other: ticksIn(view.other, otherStep),
  };
}

/** Words at the ticks, and what the axes are. @param chip the box of the chip of now. */
export function drawAxes(state: MapState, panel: Panel, ticks: Ticks, chip: Rect | null): Shape[] {
  const { projection, leads, terse, title, partition } = panel;
  const { plot, eventAcross, orientation } = projection;
  const delay = orientation === "delay-up";
  const row = plot.top + plot.height + (terse ? 10 : 12);
  const names = state.axisNames ?? { event: "event", arrival: "arrival" };
  const shapes: Shape[] = [];
  const eventWords = ticks.event.map((time) => ({
    text: state.clock.tick(time),
    at: eventPlace(projection, time),
  }));
  const otherWords = ticks.other.map((value) => ({
    text: delay ? setting(value) : state.clock.tick(value),
    at: otherPlace(projection, value),
  }));
  const [across, up] = eventAcross ? [eventWords, otherWords] : [otherWords, eventWords];
  const chipAcross = orientation === "arrival-up" ? null : chip;
  if (eventAcross || leads) shapes.push(...rowOfWords(state, panel, across, { y: row, chip: chipAcross }));
  if (!eventAcross || leads) {
    const right = plot.left - 8 - (eventAcross || !panel.lane ? 0 : panel.lane.width + 4);
    for (const { text, at } of up)
      if (orientation !== "arrival-up" || chip === null || Math.abs(at - chip.top - 8) >= CHIP.up)
        shapes.push(words(text, right, Math.min(at, plot.top + plot.height - 4), "right"));
  }
  if (eventAcross ? leads : partition === 0 || title === null) {
    const name = delay ? "delay: arrival − event" : eventAcross ? names.arrival : names.event;
    shapes.push(words(name, 12, plot.top - 12, "left"));
  }
  if (leads && !terse) shapes.push(words(eventAcross ? names.event : names.arrival, 12, row, "left"));
  if (title !== null) {
    shapes.push({ ...words(title, plot.left, plot.top - 12, "left"), weight: 600, colour: "text" });
  }
  return shapes;
}

/** Words under their ticks, from the left, as long as none touches another or the chip. */
function rowOfWords(
  { measure }: MapState,
  { projection: { plot }, terse }: Panel,
  ticks: readonly { readonly text: string; readonly at: number }[],
  { y, chip }: { readonly y: number; readonly chip: Rect | null },
): Words[] {
  const placed: Words[] = [];
  let reached = -Infinity;
  for (const { text, at } of ticks) {
    const width = measure(text, 11, 400);
    const end = plot.left + plot.width + (terse ? 0 : 12);
    const left = Math.min(Math.max(at - width / 2, plot.left - (terse ? 20 : 0)), end - width);
    const isUnderChip =
      chip !== null && left < chip.left + chip.width + CHIP.across && left + width > chip.left - CHIP.across;
    if (left < reached + 4 || isUnderChip) continue;
    placed.push(words(text, left, y, "left"));
    reached = left + width;
  }
  return placed;
}

function words(text: string, x: number, y: number, align: Words["align"]): Words {
  return { kind: "words", text, x, y, size: 11, weight: 400, colour: "text3", align, halo: false };
}

/** px along its axis. */
function eventPlace({ plot, view, eventScale, eventAcross }: Projection, time: number): number {
  const along = (time - view.event.from) * eventScale;
  return eventAcross ? plot.left + along : plot.top + plot.height - along;
}

function otherPlace({ plot, view, otherScale, eventAcross }: Projection, value: number): number {
  const along = (value - view.other.from) * otherScale;
  return eventAcross ? plot.top + plot.height - along : plot.left + along;
}

import { COMBINED } from "../../../engine/client/types.ts";
import { setting } from "../../words/clock.ts";
import { clockName, closingClock, readingAt } from "../clock-steps.ts";
import { boxesOf, type Label, placeOf } from "../label-pass.ts";
import type { Panel } from "../map-layout.ts";
import { type Drawn, type MapState, NOTHING_DRAWN } from "../map-state.ts";
import type { VisibleMark } from "../map-types.ts";
import type { Projection } from "../projection.ts";
import type { Shape, Words } from "../shapes.ts";

/** px between two letters, and from the now line to the middle of a letter. */
const APART = 20;
const AWAY = 16;
const BOX = 16;

/** Where a watermark stands at the now line, and where its letter goes. */
export interface Head {
  readonly clock: number;
  /** ms. */
  readonly value: number;
  /** px along the now line's axis of event time: the true place, and the letter's. */
  readonly at: number;
  readonly letter: number;
}

/**
 * Letters at least 20 px apart, each as near to its true place as the others allow, in the order of the watermarks.
 * @param places px, ascending. @param low,high px: the letters stay between them.
 */
export function spread(places: readonly number[], low: number, high: number): number[] {
  const groups: { sum: number; count: number; first: number }[] = [];
  places.forEach((place, index) => {
    groups.push({ sum: place - index * APART, count: 1, first: index });
    for (;;) {
      const [before, last] = [groups.at(-2), groups.at(-1)!];
      if (!before || before.sum / before.count < last.sum / last.count) break;
      groups.splice(-2, 2, {
        sum: before.sum + last.sum,
        count: before.count + last.count,
        first: before.first,
      });
    }
  });
  const most = Math.max(low, high - (places.length - 1) * APART);
  return groups.flatMap(({ sum, count, first }) =>
    Array.from({ length: count }, (_, i) => Math.min(most, Math.max(low, sum / count)) + (first + i) * APART),
  );
}

/** A letter at each watermark, where it meets now. */
export function drawHeads(state: MapState, panel: Panel): Drawn {
  if (!state.layers.watermarks || state.now === null) return NOTHING_DRAWN;
  const labels = headsOf(state, panel).map((head) => headLabel(state, panel, head));
  const marks = headsOf(state, panel).map((head) => headMark(state, panel.projection, head));
  const lateness = latenessAtNow(state, panel);
  return { shapes: [], labels: [...labels.flat(), ...lateness], marks };
}

function headsOf({ mirror, position, query }: MapState, { projection, title, partition }: Panel): Head[] {
  const { event } = projection.view;
  const { plot, eventAcross } = projection;
  const focused = closingClock(query, partition);
  const found = [...mirror.clocks.keys()].flatMap((clock) => {
    if (title !== null && clock !== partition && clock !== focused) return [];
    const value = readingAt(mirror.clocks.get(clock), position);
    return value === null || value < event.from - 1e12 ? [] : [{ clock, value }];
  });
  found.sort((a, b) => a.value - b.value || a.clock - b.clock);
  const at = ({ value }: { readonly value: number }): number => {
    const time = Math.min(Math.max(value, event.from), event.to);
    return eventAcross
      ? plot.left + (time - event.from) * projection.eventScale
      : (time - event.from) * projection.eventScale;
  };
  const [low, high] = eventAcross ? [plot.left + 9, plot.left + plot.width - 9] : [9, plot.height - 9];
  const letters = spread(found.map(at), low, high);
  return found.map((head, i) => ({ ...head, at: at(head), letter: letters[i]! }));
}

/** px of the true place on the now line, and of the middle of the letter. */
function headPlace(
  projection: Projection,
  now: number,
  { value, at, letter }: Head,
): readonly [number, number, number, number] {
  const { plot, view, eventAcross } = projection;
  const time = Math.min(Math.max(value, view.event.from), view.event.to);
  const [x, y] = [projection.x(time, now), projection.y(time, now)];
  if (eventAcross) return [x, y, letter, y - AWAY];
  return [x, y, x + AWAY, plot.top + plot.height - letter + (at - at)];
}

function headLabel(state: MapState, panel: Panel, head: Head): Label[] {
  const { projection, terse } = panel;
  const { query, measure } = state;
  const [x, y, cx, cy] = headPlace(projection, state.now!, head);
  if (y < projection.plot.top - 1 || y > projection.plot.top + projection.plot.height + 1) return [];
  const focused = head.clock === closingClock(query, panel.partition);
  const name = clockName(query, head.clock);
  const width = Math.max(BOX, measure(name, 11, 600) + 6);
  const box = { left: cx - width / 2, top: cy - BOX / 2, width, height: BOX };
  const end = projection.eventAcross ? [cx, cy + BOX / 2] : [cx - width / 2, cy];
  const shapes: Shape[] = [
    { kind: "line", paths: [[x, y, ...end]], colour: focused ? "text" : "line2", width: focused ? 2 : 1.25 },
    {
      kind: "box",
      ...box,
      radius: 4,
      fill: focused ? "ink" : "surface",
      ...(focused ? {} : { edge: { colour: "line2", width: 1 } }),
    },
    { ...words(name, cx, cy + 0.5), weight: 600, align: "center", colour: focused ? "on-ink" : "text2" },
  ];
  const label: Label = { rank: "heads", fixed: true, places: [{ boxes: [box], shapes }] };
  const fact = terse ? null : factOf(state, head);
  if (fact === null) return [label];
  const beside = (align: "left" | "right"): Words => ({
    ...words(fact, align === "left" ? cx + width / 2 + 4 : cx - width / 2 - 4, cy),
    align,
    halo: true,
  });
  return [
    label,
    { rank: "heads", places: [placeOf(beside("left"), measure), placeOf(beside("right"), measure)] },
  ];
}

/** What is said beside a letter: that its partition is idle, or who holds the least of all. */
function factOf({ query, idle, now, mirror, position }: MapState, { clock, value }: Head): string | null {
  if (clock !== COMBINED) {
    const quiet = idle.spansAt(now!).some(({ partition, to }) => partition === clock && to === null);
    return quiet && query.watermarkScope !== "source" ? "idle" : null;
  }
  const holders = [...mirror.clocks.keys()].filter(
    (member) => member !== COMBINED && readingAt(mirror.clocks.get(member), position) === value,
  );
  return holders.length === 0
    ? null
    : `held by ${holders.map((member) => clockName(query, member)).join(", ")}`;
}

function headMark({ query, now }: MapState, projection: Projection, head: Head): VisibleMark {
  const [, , cx, cy] = headPlace(projection, now!, head);
  return {
    kind: "head",
    x: cx - BOX / 2,
    y: cy - BOX / 2,
    width: BOX,
    height: BOX,
    partition: head.clock,
    text: clockName(query, head.clock),
  };
}

/** "5 s lateness", where the grace line of the focus meets now. */
function latenessAtNow({ query, layers, mirror, position, measure, now }: MapState, panel: Panel): Label[] {
  const { projection, partition, terse } = panel;
  const clock = closingClock(query, partition);
  if (clock === null || terse || !layers.lateness || !query.windowed || query.allowedLateness <= 0) return [];
  if (projection.orientation === "delay-up") return [];
  const value = readingAt(mirror.clocks.get(clock), position);
  if (value === null || !Number.isFinite(value)) return [];
  const [x, y] = [
    projection.x(value - query.expireDelay, now!),
    projection.y(value - query.expireDelay, now!),
  ];
  const text = `${setting(query.allowedLateness)} lateness`;
  const look = { ...words(text, 0, 0), weight: 500, colour: "late-word", halo: true } as const;
  const place: Words = projection.eventAcross
    ? { ...look, x: x - 16, y: y - 10, align: "right" }
    : { ...look, x: x + 6, y: y + 12, align: "left" };
  const [box] = boxesOf(place, measure);
  if (!box || box.left < projection.plot.left || box.top < projection.plot.top) return [];
  return [{ rank: "heads", overMarks: "rather not", places: [placeOf(place, measure)] }];
}

function words(text: string, x: number, y: number): Words {
  return { kind: "words", text, x, y, size: 11, weight: 400, colour: "text2", align: "left", halo: false };
}

import { COMBINED } from "../../../engine/client/types.ts";
import { setting } from "../../words/clock.ts";
import { clockName, closingClock, holdersOf, isOfPanel, readingAt } from "../clock-steps.ts";
import { boxesOf, type Label, placeOf } from "../label-pass.ts";
import type { Panel } from "../map-layout.ts";
import { type Drawn, type MapState, NOTHING_DRAWN } from "../map-state.ts";
import type { VisibleMark } from "../map-types.ts";
import type { Rect } from "../projection.ts";
import type { Shape, Words } from "../shapes.ts";

/** px between two letters' boxes, and from the now line to the middle of a letter. */
const APART = 4;
const AWAY = 16;
const BOX = 16;

/** A watermark where it meets now, and its letter. */
interface Head {
  readonly clock: number;
  readonly name: string;
  /** ms. */
  readonly value: number;
  /** px: the true place. */
  readonly x: number;
  readonly y: number;
  /** px: the letter's box. */
  readonly box: Rect;
}

/** Where a letter belongs, and how wide its box is, px. */
export interface Letter {
  readonly at: number;
  readonly width: number;
}

/**
 * Letters at least 4 px apart, each as near to its true place as the others allow, in their order.
 * @param letters ascending. @param low,high px: their middles stay between them. @returns Their middles.
 */
export function spread(letters: readonly Letter[], low: number, high: number): number[] {
  const steps = letters.map(({ width }, i) => (i === 0 ? 0 : (letters[i - 1]!.width + width) / 2 + APART));
  let reach = 0;
  const shifts = steps.map((step) => (reach += step));
  const groups: { sum: number; count: number }[] = [];
  letters.forEach(({ at }, i) => {
    groups.push({ sum: at - shifts[i]!, count: 1 });
    for (;;) {
      const [before, last] = [groups.at(-2), groups.at(-1)!];
      if (!before || before.sum / before.count < last.sum / last.count) break;
      groups.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  });
  const most = Math.max(low, high - reach);
  const bases = groups.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return bases.map((base, i) => Math.min(most, Math.max(low, base)) + shifts[i]!);
}

/** A letter at each watermark, where it meets now. */
export function drawHeads(state: MapState, panel: Panel): Drawn {
  if (!state.layers.watermarks || state.now === null) return NOTHING_DRAWN;
  const { plot } = panel.projection;
  const heads = headsOf(state, panel).filter(({ y }) => y >= plot.top - 1 && y <= plot.top + plot.height + 1);
  return {
    shapes: [],
    labels: [...heads.flatMap((head) => headLabels(state, panel, head)), ...latenessAtNow(state, panel)],
    marks: heads.map(({ clock, name, box }): VisibleMark => {
      const { left: x, top: y, width, height } = box;
      return { kind: "head", x, y, width, height, partition: clock, text: name };
    }),
  };
}

function headsOf(state: MapState, panel: Panel): Head[] {
  const { mirror, position, query, measure, layers } = state;
  const { projection } = panel;
  const { plot, eventAcross, eventScale, view } = projection;
  const focused = closingClock(query, panel.partition);
  const found = [...mirror.clocks.keys()].flatMap((clock) => {
    if (!isOfPanel(query, panel, clock)) return [];
    if (!layers.otherClocks && focused !== null && clock !== focused) return [];
    const value = readingAt(mirror.clocks.get(clock), position);
    if (value === null) return [];
    const name = clockName(query, clock);
    const shown = Math.min(Math.max(value, view.event.from), view.event.to);
    const at = (shown - view.event.from) * eventScale;
    return [{ clock, name, value, shown, at, width: Math.max(BOX, measure(name, 11, 600) + 6) }];
  });
  found.sort((a, b) => a.value - b.value || a.clock - b.clock);
  const length = eventAcross ? plot.width : plot.height;
  const kept = found.length * (BOX + APART) <= length ? found : ends(found, focused);
  const letters = kept.map((head) => (eventAcross ? head : { ...head, width: BOX }));
  const middles = spread(letters, 9, length - 9);
  return kept.map(({ clock, name, value, shown, width }, i): Head => {
    const [x, y] = [projection.x(shown, state.now!), projection.y(shown, state.now!)];
    const [cx, cy] = eventAcross
      ? [plot.left + middles[i]!, y - AWAY]
      : [x + AWAY, plot.top + plot.height - middles[i]!];
    return { clock, name, value, x, y, box: { left: cx - width / 2, top: cy - BOX / 2, width, height: BOX } };
  });
}

/** Of more letters than there is room for: the least, the greatest, and the one in focus. */
function ends<Each extends { readonly clock: number }>(
  found: readonly Each[],
  focused: number | null,
): Each[] {
  return found.filter((head, i) => i === 0 || i === found.length - 1 || head.clock === focused);
}

function headLabels(state: MapState, { projection, partition, terse }: Panel, head: Head): Label[] {
  const { query, measure } = state;
  const { name, x, y, box } = head;
  const [cx, cy] = [box.left + box.width / 2, box.top + box.height / 2];
  const focused = head.clock === closingClock(query, partition);
  const end = projection.eventAcross ? [cx, box.top + BOX] : [box.left, cy];
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
  const beside: readonly Words[] = [
    { ...words(fact, box.left + box.width + 4, cy), halo: true },
    { ...words(fact, box.left - 4, cy), align: "right", halo: true },
    { ...words(fact, cx, box.top - 8), align: "center", halo: true },
  ];
  return [label, { rank: "heads", places: beside.map((place) => placeOf(place, measure)) }];
}

/** What is said beside a letter: that its clock is idle, or who holds the least of all. */
function factOf({ query, idle, now, mirror, position }: MapState, { clock, value }: Head): string | null {
  if (clock !== COMBINED) return idle.isIdle(clock, now!) ? "idle" : null;
  const holders = holdersOf({ query, mirror, position }, value);
  return holders === "" ? null : `held by ${holders}`;
}

/** "5 s lateness", where the grace line of the focus meets now. */
function latenessAtNow({ query, layers, mirror, position, measure, now }: MapState, panel: Panel): Label[] {
  const { projection, partition, terse } = panel;
  const clock = closingClock(query, partition);
  if (
    clock === null ||
    terse ||
    !layers.lateness ||
    !layers.edgeWords ||
    !query.windowed ||
    query.allowedLateness <= 0
  )
    return [];
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
  return [{ rank: "heads", shy: true, places: [placeOf(place, measure)] }];
}

function words(text: string, x: number, y: number): Words {
  return { kind: "words", text, x, y, size: 11, weight: 400, colour: "text2", align: "left", halo: false };
}

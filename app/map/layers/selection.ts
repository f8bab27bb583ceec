import { verdictWord } from "../../../engine/client/types.ts";
import { duration } from "../../words/clock.ts";
import { arrivalOf, judgedBy } from "../clock-steps.ts";
import { boxesOf, type Label, type Place } from "../label-pass.ts";
import type { Panel } from "../map-layout.ts";
import { type Drawn, type MapState, NOTHING_DRAWN } from "../map-state.ts";
import type { Rect } from "../projection.ts";
import type { Line, Ring, Shape, Words } from "../shapes.ts";
import { overlaps } from "../window-grid.ts";
import type { WindowAt } from "../windows-at.ts";
import { isNamed } from "./lane-cells.ts";

interface Spot {
  readonly seq: number;
  readonly x: number;
  readonly y: number;
}

/** The chosen record with its tag, the one to blame with its, and how far behind the watermark it came. */
export function drawSelection(state: MapState, panel: Panel, windows: readonly WindowAt[]): Drawn {
  const { selection } = state;
  const shapes: Shape[] = [];
  const labels: Label[] = [];
  const bracket = windowBracket(state, panel, windows);
  if (bracket) shapes.push(bracket);
  const chosen = spotOf(state, panel, selection.record);
  const culprit = selection.culprit === selection.record ? null : spotOf(state, panel, selection.culprit);
  if (culprit) {
    shapes.push(ring(culprit, 8.5, 1.25));
    labels.push(tag(state, culprit, "right"));
  }
  if (chosen) {
    const measured = selection.unmeasured ? NOTHING_DRAWN : measuredLine(state, panel, chosen, windows);
    shapes.push(...measured.shapes, ring(chosen, 10, 1.5));
    labels.push(tag(state, chosen, "left"), ...(measured.labels ?? []));
  }
  return { shapes, labels };
}

/** null: not there at this position, of another partition than the focus, or off the plot. */
function spotOf(
  { mirror, position, coming }: MapState,
  { projection, partition, title }: Panel,
  seq: number | null,
): Spot | null {
  if (seq === null || seq < mirror.first || seq >= mirror.known) return null;
  if (seq >= position.read && !coming) return null;
  const at = seq - mirror.first;
  if (title !== null && mirror.partition[at] !== partition) return null;
  const time = mirror.eventTime[at]!;
  const [x, y] = [projection.x(time, mirror.arrival[at]!), projection.y(time, mirror.arrival[at]!)];
  const { left, top, width, height } = projection.plot;
  return x >= left - 1 && x <= left + width + 1 && y >= top - 1 && y <= top + height + 1
    ? { seq, x, y }
    : null;
}

function ring({ x, y }: Spot, radius: number, width: number): Ring {
  return { kind: "ring", x, y, radius, width, colour: "text" };
}

/** `#28` in ink, beside its ring. */
function tag({ measure }: MapState, { seq, x, y }: Spot, side: "left" | "right"): Label {
  const text = `#${seq}`;
  const width = measure(text, 10, 600) + 8;
  const place = (left: number): Place => {
    const box: Rect = { left, top: y - 8, width, height: 16 };
    return {
      boxes: [box, { left: x - 11, top: y - 11, width: 22, height: 22 }],
      shapes: [
        { kind: "box", ...box, radius: 3, fill: "ink" },
        {
          kind: "words",
          text,
          x: left + width / 2,
          y: y + 0.5,
          size: 10,
          weight: 600,
          colour: "on-ink",
          align: "center",
          halo: false,
        },
      ],
    };
  };
  const fits = side === "right" || x - 14 - width > 2;
  return {
    rank: "selection",
    fixed: true,
    places: [place(fits && side === "left" ? x - 14 - width : x + 12)],
  };
}

/** From a late record to the watermark that judged it. */
function measuredLine(
  state: MapState,
  panel: Panel,
  { seq, x, y }: Spot,
  windows: readonly WindowAt[],
): Drawn {
  const { mirror, query, position } = state;
  const { projection } = panel;
  if (seq >= position.read) return NOTHING_DRAWN;
  const judged = judgedBy(mirror, query, seq);
  const time = mirror.eventTime[seq - mirror.first]!;
  const verdict = verdictWord(mirror.fate[seq - mirror.first]!);
  if (judged === null || judged <= time || (verdict !== "dropped" && verdict !== "counted late"))
    return NOTHING_DRAWN;
  // Of a record that only some of its windows missed, the brackets tell more.
  if (verdict === "counted late" && overlaps(query.window)) return NOTHING_DRAWN;
  const role = verdict === "dropped" ? "dropped" : "late";
  const arrival = arrivalOf(mirror, seq);
  const highest = Math.min(judged, projection.view.event.to);
  const [wx, wy] = [projection.x(highest, arrival), projection.y(highest, arrival)];
  const length = Math.hypot(wx - x, wy - y);
  if (length < 14) return NOTHING_DRAWN;
  const [ux, uy] = [(wx - x) / length, (wy - y) / length];
  // A bar across its end; straight lines lie on whole pixels.
  const paths = [
    [x + ux * 11, y + uy * 11, wx, wy],
    [wx - uy * 5, wy + ux * 5, wx + uy * 5, wy - ux * 5],
  ].map((path) => (projection.orientation === "delay-up" ? path : path.map((px) => Math.floor(px) + 0.5)));
  const line: Line = { kind: "line", paths, colour: role, width: 1.25 };
  const text = `${duration(judged - time)}${panel.terse ? "" : " behind"}`;
  const look = { kind: "words", text, size: 11, weight: 600, colour: `${role}-word`, halo: true } as const;
  return { shapes: [line], labels: [behindLabel(state, panel, look, { x, y, wx, wy }, windows)] };
}

/** On a plate above the line, beyond the end of the record's window; under it where the record stands on the now line. */
function behindLabel(
  { measure, now }: MapState,
  { projection }: Panel,
  look: Omit<Words, "x" | "y" | "align">,
  { x, y, wx, wy }: { readonly x: number; readonly y: number; readonly wx: number; readonly wy: number },
  windows: readonly WindowAt[],
): Label {
  const width = measure(look.text, look.size, look.weight) + 6;
  const place = (cx: number, cy: number): Place => {
    const words: Words = { ...look, x: cx, y: cy, align: "center" };
    const [box] = boxesOf(words, measure);
    const plate: Rect = { left: cx - width / 2, top: cy - 6.5, width, height: 13 };
    return { boxes: [box!, plate], shapes: [{ kind: "box", ...plate, radius: 0, fill: "surface" }, words] };
  };
  if (projection.orientation === "delay-up")
    return { rank: "selection", fixed: true, places: [place(x + 16 + width / 2, y - 8)] };
  if (!projection.eventAcross) {
    const middle = (y + wy) / 2;
    const places = [place(x + 4 + width / 2, middle), place(x - 4 - width / 2, middle)];
    return { rank: "selection", fixed: true, places };
  }
  const time = projection.invert(x, y).event;
  const end = windows.find((window) => window.start <= time && time < window.end)?.end;
  const beyond = end === undefined ? -Infinity : projection.x(end, 0) + width / 2 + 4;
  const fits = beyond + width / 2 <= Math.max(wx - 4, x + 14 + width);
  const nearest = x + 14 + width / 2;
  const cx = Math.max((x + 11 + wx) / 2, nearest, fits ? beyond : -Infinity);
  const onNow = now !== null && Math.abs(y - projection.y(time, now)) < 22;
  const levels = onNow ? [y + 10, y - 8] : [y - 8, y + 10];
  const middles = [cx, nearest, wx + 4 + width / 2];
  const places = middles.flatMap((at) => levels.map((level) => place(at, level)));
  return { rank: "selection", fixed: true, places };
}

/** px */
const CORNER = 9;

/** Four corners around the window that a chosen row or window belongs to: whole sides would look like watermarks. */
function windowBracket(
  { selection, mirror, now, layers }: MapState,
  panel: Panel,
  windows: readonly WindowAt[],
): Line | null {
  const named = selection.window;
  if (!named || now === null || !layers.windows || panel.partition !== named.partition) return null;
  const window = windows.find((each) => isNamed({ selection }, each));
  if (!window) return null;
  const { projection } = panel;
  const top = window.expired === null ? now : arrivalOf(mirror, window.expired);
  const bottom = arrivalOf(mirror, window.opened);
  const at = (event: number, arrival: number): number[] => [
    projection.x(event, arrival),
    projection.y(event, arrival),
  ];
  const [across, up] = [CORNER / projection.eventScale, CORNER / projection.otherScale];
  const corner = (event: number, arrival: number, inward: number, inside: number): number[] => [
    ...at(event + inward, arrival),
    ...at(event, arrival),
    ...at(event, arrival + inside),
  ];
  const start = window.start + 1 / projection.eventScale;
  const high = Math.min(up, (top - bottom) / 2);
  return {
    kind: "line",
    paths: [
      corner(start, bottom, across, high),
      corner(window.end, bottom, -across, high),
      corner(start, top, across, -high),
      corner(window.end, top, -across, -high),
    ],
    colour: "text",
    width: 2,
  };
}

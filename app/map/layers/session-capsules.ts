import { arrivalOf } from "../clock-steps.ts";
import { type CapsuleLevel, capsuleCorners, distinctLevels } from "../capsule-outline.ts";
import { boxesOf, type Label } from "../label-pass.ts";
import type { Panel } from "../map-layout.ts";
import { type Drawn, type MapState, NOTHING_DRAWN } from "../map-state.ts";
import type { VisibleMark } from "../map-types.ts";
import type { Projection } from "../projection.ts";
import { roundedPath } from "../rounded-path.ts";
import type { Area, Line, Shape, Words } from "../shapes.ts";
import type { SessionPhase, SessionShape, WindowAt } from "../windows-at.ts";
import { litGroup } from "./lit-group.ts";
import { hasWords, paneLabels } from "./pane-labels.ts";
import { arrivalLine } from "./plane-shapes.ts";
import { paneMarks, type PaneTimes, timesOf } from "./window-panes.ts";

/** px: how round corners are. */
const RADIUS = 9;

/** A session of the focus, with the times of what happened to it. */
interface Capsule {
  readonly window: WindowAt;
  readonly session: SessionShape;
  readonly times: PaneTimes;
  readonly levels: readonly CapsuleLevel[];
  /** ms of arrival: where it expired, went into another, or now. */
  readonly top: number;
}

/**
 * A capsule for each session: its bottom edge at the first record, a step wider with each later one; an ink line where
 * a record made several one. Of a chosen group they are filled; where sessions of groups lie on one another, the first.
 */
export function drawCapsules(state: MapState, panel: Panel, windows: readonly WindowAt[]): Drawn {
  if (!state.layers.windows || state.now === null) return NOTHING_DRAWN;
  const { projection } = panel;
  const group = litGroup(state);
  const shapes: Shape[] = [];
  const merges: Shape[] = [];
  const labels: Label[] = [];
  const marks: VisibleMark[] = [];
  const filled: Capsule[] = [];
  for (const capsule of windows.flatMap((window) => capsuleOf(state, projection, window))) {
    const { window, session, times } = capsule;
    const isFilled = group === null ? !filled.some((other) => isOver(other, capsule)) : session.key === group;
    if (isFilled) filled.push(capsule);
    shapes.push(...(isFilled ? fills(capsule, projection) : []), outline(capsule, projection, isFilled));
    marks.push(...paneMarks(projection, window, times, capsule.top));
    if (!isFilled) continue;
    shapes.push(...edges(capsule, projection));
    for (const phase of session.phases) {
      if (phase.joined < 2) continue;
      const line = mergeLine(state, projection, phase);
      merges.push(line);
      marks.push(markOf(window, phase, line));
      labels.push(...mergeLabel(state, panel, line));
    }
    if (state.layers.edgeWords) labels.push(...paneLabels(state, panel, window, times));
  }
  return { shapes: [...shapes, ...merges], labels, marks };
}

function capsuleOf(state: MapState, projection: Projection, window: WindowAt): Capsule[] {
  const { session } = window;
  if (!session) return [];
  const times = timesOf(state, window);
  const absorbed = session.absorbed === null ? null : arrivalOf(state.mirror, session.absorbed);
  const top = times.expired ?? absorbed ?? times.now;
  const levels = session.phases.map(({ seq, start, end }) => ({
    arrival: arrivalOf(state.mirror, seq),
    start,
    end,
  }));
  return [{ window, session, times, levels: distinctLevels(levels, projection), top }];
}

/** Whether two sessions share a part of the plane, as far as their hulls tell. */
function isOver(a: Capsule, b: Capsule): boolean {
  const [widest, other] = [a.levels.at(-1)!, b.levels.at(-1)!];
  return (
    a.session.key !== b.session.key &&
    widest.start < other.end &&
    other.start < widest.end &&
    a.levels[0]!.arrival < b.top &&
    b.levels[0]!.arrival < a.top
  );
}

function part(
  { levels, top }: Capsule,
  projection: Projection,
  since: number,
  until: number,
  look: Pick<Area, "fill" | "alpha">,
): Area[] {
  const corners = capsuleCorners(levels, { since, until, top }, projection);
  return corners.length === 0 ? [] : [{ kind: "area", points: roundedPath(corners, RADIUS), ...look }];
}

function fills(capsule: Capsule, projection: Projection): Shape[] {
  const { closed, corrections } = capsule.times;
  const { top } = capsule;
  if (closed === null)
    return part(capsule, projection, -Infinity, top, { fill: { hatch: "early" }, alpha: 0.4 });
  const last = corrections.findLast((at) => at > closed);
  return [
    ...part(capsule, projection, -Infinity, closed, { fill: "on-time", alpha: "tint" }),
    ...part(capsule, projection, closed, top, { fill: "late", alpha: 0.05 }),
    ...(last === undefined
      ? []
      : part(capsule, projection, closed, last, { fill: { hatch: "late" }, alpha: 0.5 })),
  ];
}

function outline({ levels, top, window }: Capsule, projection: Projection, isFilled: boolean): Line {
  const corners = capsuleCorners(levels, { since: -Infinity, until: top, top }, projection);
  const colour =
    !isFilled || window.state === "expired" ? "line2" : window.state === "open" ? "early" : "on-time";
  return { kind: "line", paths: [roundedPath(corners, RADIUS)], colour, width: isFilled ? 1.25 : 1 };
}

/** Where it closed, also before a record let it grow again, and where records corrected it. */
function edges({ window, times, session, levels }: Capsule, projection: Projection): Line[] {
  const { start: from, end: to } = window;
  const wide = (at: number): { from: number; to: number } => {
    const level = levels.findLast(({ arrival }) => arrival <= at);
    return level ? { from: level.start, to: level.end } : { from, to };
  };
  const lines = session.closings.map(({ start, end }, i) =>
    arrivalLine(projection, { from: start, to: end, at: times.earlier[i]! }, { colour: "on-time", width: 2 }),
  );
  for (const at of times.corrections)
    lines.push(arrivalLine(projection, { ...wide(at), at }, { colour: "late", width: 2 }));
  if (times.closed !== null)
    lines.push(
      arrivalLine(projection, { ...wide(times.closed), at: times.closed }, { colour: "on-time", width: 2 }),
    );
  return lines;
}

function mergeLine({ mirror }: MapState, projection: Projection, { seq, start, end }: SessionPhase): Line {
  const at = arrivalOf(mirror, seq);
  return arrivalLine(projection, { from: start, to: end, at }, { colour: "text", width: 2 });
}

/** "merge", above the beginning of its line. */
function mergeLabel({ measure, layers }: MapState, panel: Panel, { paths: [path] }: Line): Label[] {
  if (!layers.edgeWords || !hasWords(panel) || panel.projection.orientation === "delay-up") return [];
  const across = panel.projection.eventAcross;
  const words: Words = {
    kind: "words",
    text: "merge",
    x: path![0]! + (across ? 10 : 6),
    y: path![1]! - (across ? 9 : 12),
    size: 11,
    weight: 500,
    colour: "text",
    align: "left",
    halo: true,
  };
  const under = { ...words, y: path![1]! + 9 };
  return [
    {
      rank: "closes",
      places: [words, under].map((place) => ({ boxes: boxesOf(place, measure), shapes: [place] })),
    },
  ];
}

function markOf(
  { partition, start, end, state, session }: WindowAt,
  { seq }: SessionPhase,
  { paths: [path] }: Line,
): VisibleMark {
  const [x0, y0, x1, y1] = path as [number, number, number, number];
  const [x, y] = [Math.min(x0, x1), Math.min(y0, y1)];
  const size = { width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
  return { kind: "merge", x, y, ...size, seq, partition, start, end, state, key: session!.key };
}

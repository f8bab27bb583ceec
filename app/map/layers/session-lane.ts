import { isCounted } from "../../../engine/client/types.ts";
import type { Lane, Panel } from "../map-layout.ts";
import { type Drawn, type MapState, NOTHING_DRAWN } from "../map-state.ts";
import type { VisibleMark } from "../map-types.ts";
import type { Rect } from "../projection.ts";
import { roundedPath } from "../rounded-path.ts";
import { sessionRows } from "../session-rows.ts";
import type { Line, Shape, Words } from "../shapes.ts";
import type { SessionShape, WindowAt } from "../windows-at.ts";
import {
  cellOf,
  fittedWords,
  isNamed,
  laneMark,
  laneName,
  laneWords,
  stateFill,
  whoseWindows,
} from "./lane-cells.ts";
import { litGroup } from "./lit-group.ts";

/** px that the name of a group may take in the margin, and how round capsules are. */
const [MARGIN, RADIUS] = [46, 8];

/** The sessions as they are now, those that went into others left out: a capsule each. */
export function drawSessionLane(state: MapState, panel: Panel, windows: readonly WindowAt[]): Drawn {
  const { lane } = panel;
  if (!lane || !state.layers.windows) return NOTHING_DRAWN;
  const present = (panel.partition === null ? allSessions(state, panel) : windows).flatMap((window) =>
    window.session && window.session.absorbed === null ? [{ window, session: window.session }] : [],
  );
  const group = litGroup(state);
  const { rows, groups } = sessionRows(
    present.map(({ window: { start, end }, session: { key } }) => ({ key, start, end })),
    lane.rows,
    group,
  );
  const isNamedBeside = groups.length > 0 && panel.leads && panel.projection.eventAcross;
  const shapes: Shape[] = [];
  const marks: VisibleMark[] = [];
  present.forEach(({ window, session }, i) => {
    const row = rows[i]!;
    const cell = cellOf(panel, lane, window.start, window.end, Math.max(0, row));
    if (row < 0 || cell.width < 1 || cell.height < 1) return;
    const named = isNamed(state, window) || holdsChosen(state, window, session);
    const fill = stateFill(window.state);
    const path = capsule(cell);
    if (fill) shapes.push({ kind: "area", points: path, ...fill });
    shapes.push(
      { kind: "line", paths: [path], ...lineOf(window, named) },
      ...fittedWords(state, lane, cell, {
        texts: textsOf(panel, window, session, isNamedBeside),
        colour: named ? "text" : window.state === "expired" ? "text3" : "text2",
        halo: window.state === "open",
        weight: named ? 600 : 400,
      }),
    );
    marks.push({ ...laneMark(cell, window), key: session.key });
  });
  const names = new Map(present.map(({ session: { key, group: text } }) => [key, text]));
  return { shapes: [...shapes, ...margin(state, panel, lane, groups, names)], marks };
}

/** Whether the chosen record was counted in a session. */
function holdsChosen(
  { selection: { record }, mirror, position }: MapState,
  { partition, start, end }: WindowAt,
  { key }: SessionShape,
): boolean {
  if (record === null || record < mirror.first || record >= Math.min(mirror.known, position.read))
    return false;
  const at = record - mirror.first;
  const time = mirror.eventTime[at]!;
  const isOwn = mirror.partition[at] === partition && mirror.key[at] === key;
  return isOwn && isCounted(mirror.fate[at]!) && start <= time && time < end;
}

function allSessions({ windows, position, query }: MapState, { projection }: Panel): WindowAt[] {
  const { from, to } = projection.view.event;
  return Array.from({ length: query.partitions }, (_, partition) =>
    windows.windowsAt(partition, from, to, position),
  ).flat();
}

function capsule({ left, top, width, height }: Rect): number[] {
  const [right, bottom] = [left + width - 0.5, top + height - 0.5];
  const corners = [
    { x: left + 0.5, y: top + 0.5 },
    { x: right, y: top + 0.5 },
    { x: right, y: bottom },
    { x: left + 0.5, y: bottom },
  ];
  return roundedPath(
    corners.map((corner) => ({ ...corner, round: true })),
    RADIUS,
  );
}

function lineOf({ state }: WindowAt, named: boolean): Pick<Line, "colour" | "width"> {
  if (named) return { colour: "text", width: 2 };
  return { colour: state === "expired" ? "line2" : state === "closed" ? "on-time" : "early", width: 1.25 };
}

/** Of whose group a session is stands in the margin, or else before its count. */
function textsOf(
  { terse }: Panel,
  { counted, state }: WindowAt,
  { group }: SessionShape,
  isNamedBeside: boolean,
): string[] {
  const whose = isNamedBeside || group === "" ? "" : `${group}: `;
  if (terse) return [`${whose}${state}`, whose === "" ? String(counted) : group];
  return [
    `${whose}${counted} counted, ${state}`,
    `${whose}${counted}, ${state}`,
    whose === "" ? state : `${group} ${counted}`,
    whose === "" ? String(counted) : group,
  ];
}

/** The names of the groups that have rows of their own; else whose sessions these are. */
function margin(
  state: MapState,
  panel: Panel,
  lane: Lane,
  groups: readonly number[],
  names: ReadonlyMap<number, string>,
): Words[] {
  if (!panel.leads || !panel.projection.eventAcross) return [];
  const named = groups.filter((key) => names.get(key) !== "");
  if (named.length === 0) return laneName(panel, lane, whoseWindows(state, panel));
  return groups.map((key, row) => {
    const text = shortened(state, names.get(key)!);
    const words = laneWords(text, 8, lane.top + (row + 0.5) * lane.pitch);
    return { ...words, align: "left", colour: "text3" };
  });
}

function shortened({ measure }: MapState, text: string): string {
  if (measure(text, 11, 400) <= MARGIN) return text;
  let length = text.length - 1;
  while (length > 1 && measure(`${text.slice(0, length)}…`, 11, 400) > MARGIN) length--;
  return `${text.slice(0, length)}…`;
}

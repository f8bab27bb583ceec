import { partitionLetter } from "../../words/partition-letter.ts";
import type { WindowState } from "../../words/window-state.ts";
import type { Lane, Panel } from "../map-layout.ts";
import type { MapState } from "../map-state.ts";
import type { VisibleMark } from "../map-types.ts";
import type { Rect } from "../projection.ts";
import type { Area, Words } from "../shapes.ts";
import type { WindowAt } from "../windows-at.ts";

/** px that a row keeps free above and below what stands in it, where there are several. */
const airOf = ({ rows, pitch }: Lane): number => (rows === 1 ? 0 : pitch < 20 ? 1 : 2);

/** The part of a lane's row that a span of event time takes, cut at the lane's ends. */
export function cellOf({ projection }: Panel, lane: Lane, start: number, end: number, row = 0): Rect {
  const { view, eventScale, eventAcross } = projection;
  const from = (Math.max(start, view.event.from) - view.event.from) * eventScale;
  const to = (Math.min(end, view.event.to) - view.event.from) * eventScale;
  const air = airOf(lane);
  const [aside, thickness] = [row * lane.pitch + air, lane.pitch - 2 * air];
  return eventAcross
    ? { left: lane.left + from, top: lane.top + aside, width: to - from, height: thickness }
    : { left: lane.left + aside, top: lane.top + lane.height - to, width: thickness, height: to - from };
}

/** Words of a cell, from the longest to the shortest. */
export interface CellWords extends Pick<Words, "colour" | "halo" | "weight"> {
  readonly texts: readonly string[];
  /** px of the letters; unless given, as large as the row allows. */
  readonly size?: 10 | 11;
}

/** The longest of some texts that fits its cell; along an upright lane it stands on its side. */
export function fittedWords(
  { measure }: MapState,
  lane: Lane,
  cell: Rect,
  { texts, size = lane.pitch < 18 ? 10 : 11, ...style }: CellWords,
): Words[] {
  if (lane.pitch < 13) return [];
  const upright = lane.height > lane.width && lane.pitch <= 20;
  const room = (upright ? cell.height : cell.width) - (size === 10 ? 2 : 6);
  const text = texts.find((each) => measure(each, size, style.weight) <= room);
  if (text === undefined) return [];
  const middle = cell.top + cell.height / 2 + (upright ? 0 : 0.5);
  const words: Words = { ...laneWords(text, cell.left + cell.width / 2, middle), ...style, size };
  return [upright ? { ...words, angle: -Math.PI / 2 } : words];
}

export function laneWords(text: string, x: number, y: number): Words {
  return { kind: "words", text, x, y, size: 11, weight: 400, colour: "text2", align: "center", halo: false };
}

/** What stands in the margin beside a lane's first row. */
export function laneName({ leads, terse, projection }: Panel, lane: Lane, text: string): Words[] {
  if (!leads || terse || !projection.eventAcross) return [];
  const words = laneWords(text, text.length > 6 ? 8 : 12, lane.top + lane.pitch / 2);
  return [{ ...words, align: "left", colour: "text3" }];
}

/** Whose windows a lane shows: "windows", "in B", "in all". */
export function whoseWindows({ query }: MapState, { partition }: Panel): string {
  if (query.partitions === 1) return "windows";
  return partition === null ? "in all" : `in ${partitionLetter(partition)}`;
}

/** "4 counted, expired", then "4, expired", then "expired"; where there is little room, the state alone. */
export function stateTexts({ terse }: Panel, { counted, state }: WindowAt, more = ""): string[] {
  return terse ? [state] : [`${counted} counted, ${state}${more}`, `${counted}, ${state}`, state];
}

const advance: readonly WindowState[] = ["open", "closed", "expired"];

/** Of a window in all partitions: "A B expired, C open"; else who is least advanced, "C open". */
export function allTexts(there: readonly WindowAt[]): string[] {
  const parts = advance.flatMap((state) => {
    const letters = there
      .filter((window) => window.state === state)
      .map(({ partition }) => partitionLetter(partition));
    return letters.length === 0 ? [] : [`${letters.join(" ")} ${state}`];
  });
  return [parts.toReversed().join(", "), parts[0]!];
}

/** Windows of all partitions that are the same span of time, ascending by start, then end. */
export function windowsOfAll({ windows, position, query }: MapState, { projection }: Panel): WindowAt[][] {
  const { from, to } = projection.view.event;
  const all = Array.from({ length: query.partitions }, (_, partition) =>
    windows.windowsAt(partition, from, to, position),
  ).flat();
  const groups = new Map<string, WindowAt[]>();
  for (const window of all.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const name = `${window.start}/${window.end}`;
    const group = groups.get(name);
    if (group) group.push(window);
    else groups.set(name, [window]);
  }
  return [...groups.values()];
}

/** Whether a window is the chosen one; a session is, whichever of its bounds was chosen. */
export function isNamed(
  { selection: { window: named } }: Pick<MapState, "selection">,
  { partition, start, end, session }: WindowAt,
): boolean {
  if (named?.partition !== partition) return false;
  if (!session) return named.start === start && named.end === end;
  return (
    session.key === named.key &&
    session.phases.some((phase) => phase.start === named.start && phase.end === named.end)
  );
}

/** What a cell is filled with: a closed window tinted, an open one hatched, an expired one empty. */
export function stateFill(state: WindowState): Pick<Area, "fill" | "alpha"> | null {
  if (state === "closed") return { fill: "on-time", alpha: 0.1 };
  return state === "open" ? { fill: { hatch: "early" }, alpha: 0.45 } : null;
}

/** For hit tests and the tests of the page. */
export function laneMark(
  { left: x, top: y, width, height }: Rect,
  { partition, start, end, state }: WindowAt,
): VisibleMark {
  return { kind: "label", x, y, width, height, partition, start, end, state };
}

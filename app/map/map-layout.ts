import type { QuerySummary } from "../../engine/client/types.ts";
import { partitionLetter } from "../words/partition-letter.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";
import type { Focus, MapView } from "./map-types.ts";
import { project, type Projection, type Rect } from "./projection.ts";
import { rowCount } from "./window-grid.ts";

/** Where the states of the windows stand along the event axis. */
export interface Lane extends Rect {
  /**
   * What stands in it: one cell for each window; a bracket for each, in rows, so that none overlaps another; or, where
   * rows would take too much room, one cell for each step in which a window ends.
   */
  readonly kind: "cells" | "brackets" | "ends" | "capsules";
  readonly rows: number;
  /** px from one row to the next. */
  readonly pitch: number;
}

/** One plane on the canvas: the whole map, or one partition of a split. */
export interface Panel {
  readonly projection: Projection;
  /** Whose windows, grace line and large marks it shows; null: all partitions alike. */
  readonly partition: number | null;
  /** null without windows. */
  readonly lane: Lane | null;
  /** Of a split: its partition's letter. */
  readonly title: string | null;
  /** Whether it carries the labels of the arrival axis, which all share. */
  readonly leads: boolean;
  /** Whether there is no room for words beside the lines: a phone, a panel of several. */
  readonly terse: boolean;
}

/** px */
const LANE = 18;
/** px from one row of windows to the next, with room for words of 11 px, of 10 px, and for none. */
const PITCHES = [20, 16, 8];
/** px that all rows together take at most, and their part of the map. */
const MOST_ROWS = { px: 100, part: 0.28 };
/** Sessions of groups may lie over one another in any number: of more than this some share a row. */
const SESSION_ROWS = 3;
const GAP = 20;
const TOP = 24;
const MOST_PANELS = 8;
/** Under this width a map is a phone's. */
const PHONE = 480;

/** What of a query the parts of the map depend on. */
export interface LaidOut extends Pick<QuerySummary, "windowed" | "partitions" | "window"> {
  /** Groups with sessions that want a row each, in a partition and in all of them; unless given, one. */
  readonly groups?: TraceMirror["sessionGroups"];
}

/** Parts the canvas into panels. @param size CSS px. */
export function layOut(
  size: { readonly width: number; readonly height: number },
  view: MapView,
  focus: Focus,
  query: LaidOut,
): Panel[] {
  const phone = size.width < PHONE;
  const upright = view.orientation !== "arrival-right";
  const count = focus.kind === "split" ? Math.min(MOST_PANELS, query.partitions) : 1;
  const groups = (focus.kind === "all" ? query.groups?.all : query.groups?.most) ?? 1;
  const shape = query.windowed
    ? laneShape(query.window, groups, upright ? size.height : size.width, phone)
    : null;
  const lane = shape ? shape.rows * shape.pitch : 0;
  const left = (phone ? 62 : 56) + (upright || !shape ? 0 : lane + 4);
  const right = phone ? 12 : 16;
  const bottom = 26 + (upright ? lane : 0);
  const across = upright ? count : 1;
  const down = upright ? 1 : count;
  const width = Math.max(1, (size.width - left - right - (across - 1) * GAP) / across);
  const height = Math.max(1, (size.height - TOP - bottom - (down - 1) * GAP) / down);
  return Array.from({ length: count }, (_, i) => {
    const plot: Rect = {
      left: left + (upright ? i * (width + GAP) : 0),
      top: TOP + (upright ? 0 : i * (height + GAP)),
      width,
      height,
    };
    return {
      projection: project(view, plot),
      partition: partitionOf(focus, i, query),
      lane: shape && { ...shape, ...laneRect(plot, lane, upright, phone) },
      title: count > 1 ? partitionLetter(i) : null,
      leads: upright ? i === 0 : i === count - 1,
      terse: phone || count > 1,
    };
  });
}

function partitionOf(focus: Focus, panel: number, { partitions }: LaidOut): number | null {
  if (focus.kind === "split") return panel;
  if (focus.kind === "partition") return focus.partition;
  return partitions === 1 ? 0 : null;
}

/** @param groups with sessions. @param room px of the map across the lane. */
function laneShape(
  window: LaidOut["window"],
  groups: number,
  room: number,
  phone: boolean,
): Omit<Lane, keyof Rect> {
  const single = { rows: 1, pitch: LANE };
  const most = Math.min(MOST_ROWS.px, MOST_ROWS.part * room);
  if (window?.kind === "session") {
    const rows = Math.max(1, Math.min(groups, SESSION_ROWS, Math.floor(most / PITCHES[0]!)));
    return rows === 1 || phone
      ? { kind: "capsules", ...single }
      : { kind: "capsules", rows, pitch: PITCHES[0]! };
  }
  const rows = rowCount(window);
  if (rows === 1) return { kind: "cells", ...single };
  const pitch = PITCHES.slice(phone ? 1 : 0).find((each) => rows * each <= most);
  return pitch === undefined ? { kind: "ends", ...single } : { kind: "brackets", rows, pitch };
}

/** @param thickness px. */
function laneRect(plot: Rect, thickness: number, upright: boolean, phone: boolean): Rect {
  if (!upright)
    return { left: plot.left - thickness - 4, top: plot.top, width: thickness, height: plot.height };
  return {
    left: plot.left,
    top: plot.top + plot.height + (phone ? 20 : 22),
    width: plot.width,
    height: thickness,
  };
}

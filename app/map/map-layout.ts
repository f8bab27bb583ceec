import type { QuerySummary } from "../../engine/client/types.ts";
import { partitionLetter } from "../words/partition-letter.ts";
import type { Focus, MapView } from "./map-types.ts";
import { project, type Projection, type Rect } from "./projection.ts";

/** One plane on the canvas: the whole map, or one partition of a split. */
export interface Panel {
  readonly projection: Projection;
  /** Whose windows, grace line and large marks it shows; null: all partitions alike. */
  readonly partition: number | null;
  /** Where the states of the windows stand along the event axis; null without windows. */
  readonly lane: Rect | null;
  /** Of a split: its partition's letter. */
  readonly title: string | null;
  /** Whether it carries the labels of the arrival axis, which all share. */
  readonly leads: boolean;
  /** Whether there is no room for words beside the lines: a phone, a panel of several. */
  readonly terse: boolean;
}

/** px */
const LANE = 18;
const GAP = 20;
const TOP = 24;
const MOST_PANELS = 8;
/** Under this width a map is a phone's. */
const PHONE = 480;

/** Parts the canvas into panels. @param size CSS px. */
export function layOut(
  size: { readonly width: number; readonly height: number },
  view: MapView,
  focus: Focus,
  query: Pick<QuerySummary, "windowed" | "partitions">,
): Panel[] {
  const phone = size.width < PHONE;
  const upright = view.orientation !== "arrival-right";
  const lane = query.windowed ? LANE + 4 : 0;
  const left = (phone ? 62 : 56) + (upright ? 0 : lane);
  const right = phone ? 12 : 16;
  const bottom = upright && query.windowed ? 44 : 26;
  const count = focus.kind === "split" ? Math.min(MOST_PANELS, query.partitions) : 1;
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
      lane: query.windowed ? laneOf(plot, upright, phone) : null,
      title: count > 1 ? partitionLetter(i) : null,
      leads: upright ? i === 0 : i === count - 1,
      terse: phone || count > 1,
    };
  });
}

function partitionOf(
  focus: Focus,
  panel: number,
  { partitions }: Pick<QuerySummary, "partitions">,
): number | null {
  if (focus.kind === "split") return panel;
  if (focus.kind === "partition") return focus.partition;
  return partitions === 1 ? 0 : null;
}

function laneOf(plot: Rect, upright: boolean, phone: boolean): Rect {
  if (!upright) return { left: plot.left - LANE - 4, top: plot.top, width: LANE, height: plot.height };
  return {
    left: plot.left,
    top: plot.top + plot.height + (phone ? 20 : 22),
    width: plot.width,
    height: LANE,
  };
}

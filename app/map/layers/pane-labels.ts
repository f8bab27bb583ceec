import { counted } from "../../words/value.ts";
import { boxesOf, type Label, LEAST_HEIGHT, type Place, type Rank } from "../label-pass.ts";
import type { Panel } from "../map-layout.ts";
import type { MapState } from "../map-state.ts";
import { leanOf, type Projection } from "../projection.ts";
import type { Words } from "../shapes.ts";
import type { WindowAt } from "../windows-at.ts";
import type { PaneTimes } from "./window-panes.ts";

/** An edge of a pane, and what is written at it. */
interface Edge {
  readonly text: string;
  readonly rank: Rank;
  /** ms of arrival. */
  readonly at: number;
  /** ms of arrival that are free on the side where the words go. */
  readonly space: number;
  /** Whether that side is before it. */
  readonly before: boolean;
  readonly look: Pick<Words, "colour" | "weight">;
}

/** "closes: 2 rows", "corrects" and "expired" at their edges, where there is room for them. */
export function paneLabels(state: MapState, panel: Panel, window: WindowAt, times: PaneTimes): Label[] {
  const { projection } = panel;
  if (!hasWords(panel)) return [];
  return edgesOf(state, projection, window, times)
    .filter((edge) => fits(state, projection, window, edge))
    .map((edge) => ({
      rank: edge.rank,
      shy: true,
      places: placesOf(state, projection, window, edge),
    }));
}

/** Where there is little room all words go: a few of them would be chance. */
export function hasWords({ projection, terse }: Panel): boolean {
  const { plot } = projection;
  return !terse && plot.height >= 220 && plot.width >= 400;
}

function edgesOf(
  { query }: MapState,
  { orientation }: Projection,
  { groupsAtClose }: WindowAt,
  { opened, closed, expired, corrections, now }: PaneTimes,
): Edge[] {
  if (closed === null) return [];
  const edges: Edge[] = [
    {
      text: query.rowsAtClose ? `closes: ${counted(groupsAtClose, "row")}` : "closes",
      rank: "closes",
      at: closed,
      space: closed - opened,
      before: true,
      look: { colour: "on-time-word", weight: 500 },
    },
  ];
  const last = corrections.at(-1);
  if (last !== undefined && orientation !== "delay-up")
    edges.push({
      text: "corrects",
      rank: "corrects",
      at: last,
      space: (expired ?? now) - last,
      before: false,
      look: { colour: "late-word", weight: 500 },
    });
  if (expired !== null && expired !== closed)
    edges.push({
      text: "expired",
      rank: "expired",
      at: expired,
      space: now - expired,
      before: false,
      look: { colour: "text3", weight: 400 },
    });
  return edges;
}

function fits({ measure }: MapState, projection: Projection, { start, end }: WindowAt, edge: Edge): boolean {
  const width = measure(edge.text, 11, edge.look.weight) + 12;
  const along = (end - start) * projection.eventScale;
  const beside = edge.space * projection.otherScale;
  if (projection.orientation === "delay-up") return along >= width;
  return projection.eventAcross
    ? along >= width && beside >= LEAST_HEIGHT
    : along >= LEAST_HEIGHT && beside >= width;
}

/** At the beginning of the edge, else farther along. */
function placesOf(
  { measure }: MapState,
  projection: Projection,
  { start, end }: WindowAt,
  edge: Edge,
): Place[] {
  const { at, before, look, text } = edge;
  const { event, other } = projection.view;
  const base = { kind: "words", text, ...look, size: 11, halo: true } as const;
  const placed = (words: Words): Place => ({ boxes: boxesOf(words, measure), shapes: [words] });
  if (!projection.eventAcross) {
    const align = before ? "right" : "left";
    const x = projection.x(start, at) + (before ? -5 : 5);
    const [low, high] = [projection.y(start, at) - 10, projection.y(end, at) + 10];
    return [high, low].map((y) => placed({ ...base, x, y, align }));
  }
  const angle = leanOf(projection);
  const away = before ? 10 : -9;
  const inset = angle === 0 ? 6 : 12;
  const place = (time: number, align: Words["align"], along: number): Place =>
    placed({
      ...base,
      x: projection.x(time, at) + along * Math.cos(angle) - away * Math.sin(angle),
      y: projection.y(time, at) + along * Math.sin(angle) + away * Math.cos(angle),
      align,
      angle,
    });
  // An edge that leans may begin above the plot.
  const visible = angle === 0 ? event.from : Math.max(event.from, at - other.to);
  const [first, last] = [Math.max(start, visible), Math.min(end, event.to)];
  const room = (last - first) * projection.eventScale - 2 * inset - measure(text, 11, look.weight);
  if (angle !== 0) return room < 0 ? [] : [place(first, "left", inset)];
  return [0, 0.25, 0.5, 0.75, 1].map((share) => place(first, "left", inset + share * Math.max(0, room)));
}

import { COMBINED } from "../../../engine/client/types.ts";
import { duration, setting } from "../../words/clock.ts";
import { partitionLetter } from "../../words/partition-letter.ts";
import { closingClock, holdersOf, readingAt } from "../clock-steps.ts";
import type { Panel } from "../map-layout.ts";
import type { MapState } from "../map-state.ts";
import type { Rect } from "../projection.ts";
import type { Box, Line, Shape } from "../shapes.ts";
import { overlaps } from "../window-grid.ts";
import type { WindowAt } from "../windows-at.ts";

/** px */
const ROW = 18;
const LEAST_PLOT = 640;
/** px that the now line keeps below the plot's top, or the key would stand in the way. */
const NOW_AWAY = 82;

interface KeyRow {
  readonly line: Pick<Line, "colour" | "width" | "dash">;
  readonly text: string;
  /** Whether a square ends the line. */
  readonly square?: boolean;
}

/** What the lines mean, in the upper left; each says its comparison, not only its name. Null where there is no room. */
export function keyToLines(
  state: MapState,
  panel: Panel,
  windows: readonly WindowAt[],
): { readonly box: Rect; readonly shapes: readonly Shape[] } | null {
  const { projection, terse } = panel;
  const { plot } = projection;
  if (!state.layers.keyToLines || terse || plot.width < LEAST_PLOT || state.now === null) return null;
  if (closingClock(state.query, panel.partition) === null) return null;
  const rows = rowsOf(state, panel, windows);
  if (rows.length === 0) return null;
  const widest = Math.max(...rows.map(({ text }) => state.measure(text, 11, 400)));
  const box = { left: plot.left + 1, top: plot.top, width: widest + 60, height: rows.length * ROW + 5 };
  if (projection.orientation === "arrival-up") {
    const now = projection.y(projection.view.event.from, state.now);
    if (now < plot.top + Math.max(NOW_AWAY, box.height + 6)) return null;
  }
  const shapes: Shape[] = [{ kind: "box", ...box, radius: 0, fill: "surface" }];
  rows.forEach(({ line, text, square }, i) => {
    const y = plot.top + 12 + i * ROW;
    const at = line.width % 2 === 0 ? y : y + 0.5;
    shapes.push(
      { kind: "line", paths: [[plot.left + 12, at, plot.left + 38, at]], ...line },
      ...(square ? [squareAt(plot.left + 34, y)] : []),
      {
        kind: "words",
        text,
        x: plot.left + 48,
        y,
        size: 11,
        weight: 400,
        colour: "text2",
        align: "left",
        halo: false,
      },
    );
  });
  return { box, shapes };
}

function squareAt(left: number, y: number): Box {
  return { kind: "box", left, top: y - 3.5, width: 7, height: 7, radius: 0, fill: "on-time" };
}

/** A row for each line that is there: nothing is explained before it can be seen. */
function rowsOf(state: MapState, { partition, projection }: Panel, windows: readonly WindowAt[]): KeyRow[] {
  const { query, layers, mirror, position } = state;
  const rows: KeyRow[] = [];
  const clock = closingClock(query, partition);
  const moved = clock !== null && readingAt(mirror.clocks.get(clock), position) !== null;
  if (!moved || !layers.watermarks) return rows;
  rows.push(...watermarkRows(state, partition));
  if (!query.windowed) return rows;
  if (layers.lateness && query.expireDelay > 0)
    rows.push({
      line: { colour: "late", width: 1.25, dash: [4, 3] },
      text: `watermark − ${setting(query.allowedLateness)} of lateness`,
    });
  if (layers.windows && windows.some(({ closed }) => closed !== null))
    rows.push({
      line: { colour: "on-time", width: 2 },
      square: overlaps(query.window),
      text: query.closesByNext
        ? "session closes: watermark > start of its group's next"
        : `window closes: watermark ${after(query.closeDelay)}`,
    });
  if (projection.orientation === "delay-up" && query.bound > 0)
    rows.push({
      line: { colour: "text3", width: 1 },
      text: `bound ${setting(query.bound)}: a delay at or under it is never late`,
    });
  if (
    layers.windows &&
    !overlaps(query.window) &&
    windows.some(({ expired, closed }) => expired !== null && expired !== closed)
  )
    rows.push({
      line: { colour: "text3", width: 1, dash: [3, 3] },
      text: `window expired: watermark ${after(query.expireDelay)}`,
    });
  return rows;
}

function watermarkRows(state: MapState, partition: number | null): KeyRow[] {
  const { query, noun, mirror, position } = state;
  const rule =
    query.watermarkStrategy === "punctuated"
      ? `greatest ${query.punctuation}`
      : `newest ${noun} time${query.bound > 0 ? ` − ${setting(query.bound)}` : ""}`;
  const strong = { colour: "text", width: 2 } as const;
  if (query.watermarkScope !== "partition") {
    const member = query.watermarkScope === "source" ? "split" : "partition";
    const holders = holdersOf(state, readingAt(mirror.clocks.get(COMBINED), position) ?? NaN);
    return [
      { line: strong, text: `min: least watermark${holders === "" ? "" : `, held by ${holders}`}` },
      { line: { colour: "line2", width: 1.25 }, text: `watermark of each ${member}: ${rule}` },
    ];
  }
  const of = query.partitions === 1 || partition === null ? "" : ` of ${partitionLetter(partition)}`;
  return [{ line: strong, text: `watermark${of}: ${rule}` }];
}

/** "≥ end", "> end", "≥ end + 5 s", "≥ end − 0.001 s". */
function after(delay: number): string {
  if (delay === 0) return "≥ end";
  if (delay === 1) return "> end";
  return `≥ end ${delay > 0 ? `+ ${setting(delay)}` : `− ${duration(-delay)}`}`;
}

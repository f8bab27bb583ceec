import { partitionLetter } from "../../words/partition-letter.ts";
import { type Label, placeOf } from "../label-pass.ts";
import type { Panel } from "../map-layout.ts";
import type { MapState } from "../map-state.ts";
import type { Rect } from "../projection.ts";
import type { RecordSpot } from "../record-marks.ts";
import type { Words } from "../shapes.ts";

/** Of more records only some would find room for their number, and which ones would be chance. */
const MOST_NUMBERS = 60;

/** The number of each record in focus, beside it where there is room; where all partitions are shown, their letters. */
export function recordNumbers(
  { selection, mirror, measure }: MapState,
  panel: Panel,
  spots: readonly RecordSpot[],
): Label[] {
  const { plot } = panel.projection;
  if (panel.terse || plot.height < 220 || plot.width < 400) return [];
  const lit = selection.record === null && selection.lights.length > 0 ? new Set(selection.lights) : null;
  const numbered = spots.filter(
    ({ focused, verdict, seq }) => focused && verdict !== "not yet" && (lit === null || lit.has(seq)),
  );
  if (numbered.length > MOST_NUMBERS) return [];
  return numbered.flatMap(({ seq, x, y, verdict }): Label[] => {
    if (seq === selection.record || seq === selection.culprit) return [];
    const text =
      panel.partition === null ? partitionLetter(mirror.partition[seq - mirror.first]!) : String(seq);
    const away =
      verdict === "out of order" ? 10 : verdict === "counted late" || verdict === "dropped" ? 9 : 8;
    const words = (dx: number, dy: number, align: Words["align"]): Words => ({
      kind: "words",
      text,
      x: x + dx,
      y: y + dy,
      size: 10,
      weight: 400,
      colour: "text2",
      align,
      halo: true,
    });
    const places = [
      words(away, 0, "left"),
      words(-away, 0, "right"),
      words(0, -away - 4, "center"),
      words(0, away + 4, "center"),
    ]
      .map((place) => placeOf(place, measure))
      .filter(({ boxes }) => boxes.every((box) => isWithin(box, plot)));
    return [{ rank: "numbers", shy: true, places }];
  });
}

function isWithin({ left, top, width, height }: Rect, plot: Rect): boolean {
  const [right, bottom] = [plot.left + plot.width, plot.top + plot.height];
  return left >= plot.left && left + width <= right && top >= plot.top && top + height <= bottom;
}

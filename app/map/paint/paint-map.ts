import type { CanvasSize } from "../map-picture.ts";
import type { Panel } from "../map-layout.ts";
import { buildScene, type Scene } from "../map-scene.ts";
import type { MapState } from "../map-state.ts";
import { BIN, type DensityGrid } from "../density-grid.ts";
import type { VisibleMark } from "../map-types.ts";
import { type Grain, type RecordSpot, scopeOf, spotsIn } from "../record-marks.ts";
import { nearRings } from "../near-rings.ts";
import { paintRecords } from "./paint-records.ts";
import { type Brush, paintLayer } from "./paint-shapes.ts";
import type { RecordBitmaps } from "./record-bitmaps.ts";

/** Where labels make room for records: not among more than so many. */
const MOST_IN_THE_WAY = 400;

/** Opacity of records that are not part of what is lit. */
const DIMMED = 0.25;

/**
 * Paints a position of the map.
 * @param brush a canvas whose unit is a CSS px already. @param bitmaps of this canvas: they make the next frame cheap.
 * @param look everything but the position that the records' look depends on. @returns What was painted.
 */
export function paintMap(
  brush: Brush,
  { state, panels }: { readonly state: MapState; readonly panels: readonly Panel[] },
  size: CanvasSize,
  bitmaps: RecordBitmaps,
  look: string,
): Scene {
  bitmaps.update(state, panels, look, size, brush.palette);
  const scene = buildScene(state, panels, bitmaps.visible > MOST_IN_THE_WAY ? [] : spotsOf(state, panels));
  brush.context.fillStyle = brush.palette.colour("surface");
  brush.context.fillRect(0, 0, size.width, size.height);
  for (const layer of scene.under) paintLayer(brush, layer);
  const lit = litSpots(state, panels);
  const strength = lit ? DIMMED : 1;
  bitmaps.draw(brush, state, panels, strength);
  if (state.coming)
    for (const panel of panels)
      paintNearest(brush, state, panel, bitmaps.grain, strength * bitmaps.ringStrength);
  if (lit) paintRecords(brush, lit, bitmaps.grain === "shapes" ? "shapes" : "squares");
  for (const layer of scene.over) paintLayer(brush, layer);
  return scene;
}

/** The records of each panel, arrived or not. */
function spotsOf({ mirror, position, coming }: MapState, panels: readonly Panel[]): RecordSpot[][] {
  const { first, known } = mirror;
  return panels.map((panel) => [
    ...spotsIn(mirror, scopeOf(panel), { from: first, to: position.read, arrived: true }),
    ...spotsIn(mirror, scopeOf(panel), { from: position.read, to: coming ? known : first, arrived: false }),
  ]);
}

/** The records of a chosen row or window; null where none is chosen, or nothing of it has arrived. */
function litSpots({ mirror, selection, position }: MapState, panels: readonly Panel[]): RecordSpot[] | null {
  if (selection.record !== null || selection.lights.length === 0) return null;
  return panels.flatMap((panel) =>
    selection.lights.flatMap((seq) =>
      seq < position.read
        ? [...spotsIn(mirror, scopeOf(panel), { from: seq, to: seq + 1, arrived: true })]
        : [],
    ),
  );
}

function paintNearest(brush: Brush, state: MapState, panel: Panel, grain: Grain, strength: number): void {
  if (grain === "bins" || state.now === null) return;
  const range = { from: state.position.read, to: nearRings(state, panel, grain).to, arrived: false };
  paintRecords(brush, spotsIn(state.mirror, scopeOf(panel), range), grain, strength);
}

/** All that can be seen of the records: one by one, or the bins that they share. */
export function recordMarks(
  state: MapState,
  panels: readonly Panel[],
  bitmaps: RecordBitmaps,
): VisibleMark[] {
  const { mirror, position, coming } = state;
  if (bitmaps.grain === "bins") return binMarks(bitmaps.density);
  return panels.flatMap((panel) => {
    const arrived = spotsIn(mirror, scopeOf(panel), { from: mirror.first, to: position.read, arrived: true });
    const ahead = spotsIn(mirror, scopeOf(panel), {
      from: position.read,
      to: coming ? mirror.known : 0,
      arrived: false,
    });
    return [...arrived, ...ahead].map(({ seq, x, y, verdict, focused }): VisibleMark => {
      const half = bitmaps.grain === "squares" ? 1.5 : focused ? 5 : 3;
      return {
        kind: verdict === "not yet" ? "coming" : "record",
        x: x - half,
        y: y - half,
        width: 2 * half,
        height: 2 * half,
        seq,
        verdict,
        partition: mirror.partition[seq - mirror.first]!,
      };
    });
  });
}

function binMarks(density: DensityGrid): VisibleMark[] {
  return Array.from(density.bins, ({ x, y, count, worst }) => ({
    kind: "bin",
    x,
    y,
    width: BIN,
    height: BIN,
    verdict: worst,
    text: String(count),
  }));
}

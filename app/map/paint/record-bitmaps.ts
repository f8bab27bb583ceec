import type { CanvasSize } from "../map-picture.ts";
import type { MapState } from "../map-state.ts";
import type { Panel } from "../map-layout.ts";
import type { DensityGrid } from "../density-grid.ts";
import { nearRings } from "../near-rings.ts";
import {
  countIn,
  type Grain,
  grainOf,
  MOST_SQUARES,
  type RecordSpot,
  scopeOf,
  spotsIn,
} from "../record-marks.ts";
import type { Brush } from "./paint-shapes.ts";
import type { Palette } from "./palette.ts";
import { REACH, RecordSheet } from "./record-sheet.ts";

/**
 * Records painted once and kept: each frame paints only those that came since. Another view, theme or size, and a
 * step back, begin anew. What is to come lies on a bitmap of its own, of which only the part beyond now is shown.
 */
export class RecordBitmaps {
  readonly #coming = new RecordSheet();
  /** Late and dropped records lie above all others, however early they came. */
  readonly #plain = new RecordSheet();
  readonly #bad = new RecordSheet();
  #look: string | null = null;
  #counted = 0;
  #visible = 0;
  #grain: Grain = "shapes";
  #arrived = 0;
  #announced = 0;

  get grain(): Grain {
    return this.#grain;
  }

  /** The bins of the records that have arrived; none unless they are drawn as such. */
  get density(): DensityGrid {
    return this.#plain.density;
  }

  /** Records in view, those to come too. */
  get visible(): number {
    return this.#visible;
  }

  /** Opacity of rings of records to come. */
  get ringStrength(): number {
    return this.#visible > CROWD ? 0.5 : 1;
  }

  /** Brings the bitmaps up to a position. */
  update(state: MapState, panels: readonly Panel[], look: string, size: CanvasSize, palette: Palette): void {
    const { mirror, position } = state;
    if (look !== this.#look) this.#restart(look, mirror.first, size);
    // Beyond what is drawn as bins it matters no more how many there are.
    for (const panel of panels) {
      const range = { from: this.#counted, to: mirror.known, most: MOST_SQUARES - this.#visible };
      this.#visible += countIn(mirror, scopeOf(panel), range);
    }
    this.#counted = mirror.known;
    const grain = grainOf(this.#visible);
    if (grain !== this.#grain) {
      this.#grain = grain;
      this.#announced = this.#arrived = this.#clear(mirror.first, this.#coming, this.#plain, this.#bad);
    }
    if (position.read < this.#arrived) this.#goBack(state, panels, palette);
    for (const panel of panels) {
      const ahead = { from: state.coming ? this.#announced : mirror.known, to: mirror.known, arrived: false };
      const since = { from: this.#arrived, to: position.read, arrived: true };
      if (grain === "bins") {
        this.#coming.count(mirror, scopeOf(panel), ahead, 1);
        this.#plain.count(mirror, scopeOf(panel), since, 1);
        continue;
      }
      this.#coming.paint([...spotsIn(mirror, scopeOf(panel), ahead)], grain, palette);
      this.#paintArrived([...spotsIn(mirror, scopeOf(panel), since)], grain, palette);
    }
    if (grain === "bins") for (const sheet of [this.#coming, this.#plain]) sheet.paintBins(palette);
    this.#announced = mirror.known;
    this.#arrived = Math.min(position.read, mirror.known);
  }

  #paintArrived(
    spots: readonly RecordSpot[],
    grain: Exclude<Grain, "bins">,
    palette: Palette,
    within?: readonly RecordSpot[],
  ): void {
    this.#plain.paint(spots.filter(isGood), grain, palette, within);
    this.#bad.paint(spots.filter(isBad), grain, palette, within);
  }

  /** A few records back: only where they stood is painted anew; bins take back as many as stay. More: all is. */
  #goBack({ mirror, position }: MapState, panels: readonly Panel[], palette: Palette): void {
    const undone = this.#arrived - position.read;
    const grain = this.#grain;
    if (grain === "bins" && undone <= position.read - mirror.first) {
      const back = { from: position.read, to: this.#arrived, arrived: true };
      for (const panel of panels) this.#plain.count(mirror, scopeOf(panel), back, -1);
      this.#arrived = position.read;
      return;
    }
    if (grain === "bins" || undone > FEW_BACK) {
      this.#arrived = this.#clear(mirror.first, this.#plain, this.#bad);
      return;
    }
    for (const panel of panels) {
      const back = { from: position.read, to: this.#arrived, arrived: true };
      const gone = [...spotsIn(mirror, scopeOf(panel), back)];
      const left = { from: mirror.first, to: position.read, arrived: true };
      const near = [...spotsIn(mirror, scopeOf(panel), left)].filter((spot) =>
        gone.some((each) => isNear(spot, each)),
      );
      this.#paintArrived(near, grain, palette, gone);
    }
    this.#arrived = position.read;
  }

  /** Lays the records on the canvas. @param strength opacity: less than 1 where others are lit. */
  draw({ context }: Brush, state: MapState, panels: readonly Panel[], strength: number): void {
    context.globalAlpha = strength;
    if (state.coming)
      for (const panel of panels) {
        context.save();
        context.globalAlpha = strength * this.ringStrength;
        clipBeyondNow(context, panel, nearRings(state, panel, this.#grain).since);
        this.#coming.draw(context);
        context.restore();
      }
    this.#plain.draw(context);
    this.#bad.draw(context);
    context.globalAlpha = 1;
  }

  #restart(look: string, first: number, size: CanvasSize): void {
    this.#look = look;
    this.#counted = first;
    this.#visible = 0;
    for (const sheet of [this.#coming, this.#plain, this.#bad]) sheet.resize(size);
    this.#arrived = this.#announced = this.#clear(first, this.#coming, this.#plain, this.#bad);
  }

  #clear(first: number, ...sheets: readonly RecordSheet[]): number {
    for (const sheet of sheets) sheet.clear();
    return first;
  }
}

/** Beyond so many records in view, those to come would be darker than those that have. */
const CROWD = 500;
/** Steps back, in records, that are mended and not painted anew. */
const FEW_BACK = 16;

function isNear(a: RecordSpot, b: RecordSpot): boolean {
  return Math.abs(a.x - b.x) <= 2 * REACH + 2 && Math.abs(a.y - b.y) <= 2 * REACH + 2;
}

function isGood(spot: RecordSpot): boolean {
  return !isBad(spot);
}

function isBad({ verdict }: RecordSpot): boolean {
  return verdict === "counted late" || verdict === "dropped";
}

function clipBeyondNow(context: CanvasRenderingContext2D, panel: Panel, since: number): void {
  const { projection } = panel;
  const { event, other } = projection.view;
  const aside = 10 / projection.eventScale;
  const [from, to] = [event.from - aside, event.to + aside];
  const top = projection.orientation === "delay-up" ? to + other.to : other.to;
  const until = Math.max(since, top + 10 / projection.otherScale);
  context.beginPath();
  context.moveTo(projection.x(from, since), projection.y(from, since));
  context.lineTo(projection.x(to, since), projection.y(to, since));
  context.lineTo(projection.x(to, until), projection.y(to, until));
  context.lineTo(projection.x(from, until), projection.y(from, until));
  context.clip();
}

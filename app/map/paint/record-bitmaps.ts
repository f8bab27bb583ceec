import type { CanvasSize } from "../map-picture.ts";
import type { MapState } from "../map-state.ts";
import type { Panel } from "../map-layout.ts";
import { binAlpha, BIN, DensityGrid } from "../density-grid.ts";
import { countIn, type Grain, grainOf, type RecordSpot, scopeOf, spotsIn } from "../record-marks.ts";
import { paintRecords, verdictColour } from "./paint-records.ts";
import type { Brush } from "./paint-shapes.ts";
import type { Palette } from "./palette.ts";

/**
 * Records painted once and kept: each frame paints only those that came since. Another view, theme or size, and a
 * step back, begin anew. What is to come lies on a bitmap of its own, of which only the part beyond now is shown.
 */
export class RecordBitmaps {
  readonly #coming = new Sheet();
  /** Late and dropped records lie above all others, however early they came. */
  readonly #plain = new Sheet();
  readonly #bad = new Sheet();
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
    for (const panel of panels) this.#visible += countIn(mirror, scopeOf(panel), this.#counted, mirror.known);
    this.#counted = mirror.known;
    const grain = grainOf(this.#visible);
    if (grain !== this.#grain) {
      this.#grain = grain;
      this.#announced = this.#arrived = this.#clear(mirror.first, this.#coming, this.#plain, this.#bad);
    }
    if (position.read < this.#arrived) this.#goBack(state, panels, palette);
    for (const panel of panels) {
      const ahead = { from: state.coming ? this.#announced : mirror.known, to: mirror.known, arrived: false };
      this.#coming.paint([...spotsIn(mirror, scopeOf(panel), ahead)], grain, palette);
      const since = { from: this.#arrived, to: position.read, arrived: true };
      this.#paintArrived([...spotsIn(mirror, scopeOf(panel), since)], palette);
    }
    this.#announced = mirror.known;
    this.#arrived = Math.min(position.read, mirror.known);
  }

  #paintArrived(spots: readonly RecordSpot[], palette: Palette, within?: readonly RecordSpot[]): void {
    const [good, bad] = this.#grain === "bins" ? [spots, []] : [spots.filter(isGood), spots.filter(isBad)];
    this.#plain.paint(good, this.#grain, palette, within);
    this.#bad.paint(bad, this.#grain, palette, within);
  }

  /** A few records back: only where they stood is painted anew. More, or bins: all is. */
  #goBack({ mirror, position }: MapState, panels: readonly Panel[], palette: Palette): void {
    if (this.#grain === "bins" || this.#arrived - position.read > FEW_BACK) {
      this.#arrived = this.#clear(mirror.first, this.#plain, this.#bad);
      return;
    }
    for (const panel of panels) {
      const undone = { from: position.read, to: this.#arrived, arrived: true };
      const gone = [...spotsIn(mirror, scopeOf(panel), undone)];
      const left = { from: mirror.first, to: position.read, arrived: true };
      const near = [...spotsIn(mirror, scopeOf(panel), left)].filter((spot) =>
        gone.some((each) => isNear(spot, each)),
      );
      this.#paintArrived(near, palette, gone);
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

  #clear(first: number, ...sheets: readonly Sheet[]): number {
    for (const sheet of sheets) sheet.clear();
    return first;
  }
}

/** Beyond so many records in view, those to come would be darker than those that have. */
const CROWD = 500;
/** Steps back, in records, that are mended and not painted anew. */
const FEW_BACK = 16;
/** px: nothing of a record's mark is farther from its middle. */
const REACH = 9;

function isNear(a: RecordSpot, b: RecordSpot): boolean {
  return Math.abs(a.x - b.x) <= 2 * REACH + 2 && Math.abs(a.y - b.y) <= 2 * REACH + 2;
}

function isGood(spot: RecordSpot): boolean {
  return !isBad(spot);
}

function isBad({ verdict }: RecordSpot): boolean {
  return verdict === "counted late" || verdict === "dropped";
}

/** Records to come that are painted one by one, since their rings may touch the now line: a cut would halve them. */
export interface NearRings {
  /** Seq behind the last of them. */
  readonly to: number;
  /** ms of arrival: the bitmap's part beyond is shown. */
  readonly since: number;
}

/** Most rings that are painted one by one while a gap between them is looked for. */
const MOST_NEAR = 24;

/** Up to the first gap in which the bitmap can be cut without cutting a ring. */
export function nearRings(
  { mirror, position, now }: MapState,
  { projection }: Panel,
  grain: Grain,
): NearRings {
  const { arrival, first, known } = mirror;
  const slope = projection.orientation === "delay-up" ? projection.otherScale / projection.eventScale : 0;
  const across = grain === "shapes" ? 11 : 4;
  const gap = (across * Math.sqrt(1 + slope * slope)) / projection.otherScale;
  let before = now ?? -Infinity;
  const read = Math.max(position.read, first);
  for (let seq = read; seq < Math.min(known, read + MOST_NEAR); seq++) {
    const at = arrival[seq - first]!;
    if (at - before >= gap) return { to: seq, since: (before + at) / 2 };
    before = at;
  }
  const to = Math.min(known, read + MOST_NEAR);
  return { to, since: to === known ? before + gap / 2 : before };
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

/** One bitmap the size of the map. */
class Sheet {
  readonly #canvas = document.createElement("canvas");
  #context: CanvasRenderingContext2D | null = null;
  #size: CanvasSize = { width: 0, height: 0, scale: 1 };
  #blank = true;
  density = new DensityGrid();

  resize(size: CanvasSize): void {
    const { width, height, scale } = size;
    const old = this.#size;
    this.#size = size;
    if (width === old.width && height === old.height && scale === old.scale) return;
    this.#canvas.width = Math.round(width * scale);
    this.#canvas.height = Math.round(height * scale);
    this.#context = this.#canvas.getContext("2d");
    this.#context?.scale(scale, scale);
    this.#blank = true;
  }

  clear(): void {
    this.density = new DensityGrid();
    if (!this.#blank) this.#context?.clearRect(0, 0, this.#size.width, this.#size.height);
    this.#blank = true;
  }

  /** Adds records. @param within only around these, where what was painted goes first. */
  paint(spots: readonly RecordSpot[], grain: Grain, palette: Palette, within?: readonly RecordSpot[]): void {
    const context = this.#context;
    if (!context || (spots.length === 0 && !within)) return;
    this.#blank = false;
    if (grain === "bins") {
      for (const spot of spots) this.density.add(spot);
      this.#paintBins(context, palette);
      return;
    }
    if (within) this.#wipe(context, within);
    paintRecords({ context, palette, scale: this.#size.scale }, spots, grain);
    if (within) context.restore();
  }

  /** Clears squares around marks and keeps the pen within them, on whole device pixels, until the next restore. */
  #wipe(context: CanvasRenderingContext2D, within: readonly RecordSpot[]): void {
    const { scale } = this.#size;
    const snap = (px: number): number => Math.round(px * scale) / scale;
    context.save();
    context.beginPath();
    for (const { x, y } of within)
      context.rect(snap(x - REACH), snap(y - REACH), snap(2 * REACH), snap(2 * REACH));
    context.clip();
    for (const { x, y } of within)
      context.clearRect(snap(x - REACH), snap(y - REACH), snap(2 * REACH), snap(2 * REACH));
  }

  draw(context: CanvasRenderingContext2D): void {
    if (!this.#blank) context.drawImage(this.#canvas, 0, 0, this.#size.width, this.#size.height);
  }

  #paintBins(context: CanvasRenderingContext2D, palette: Palette): void {
    for (const bin of this.density.takeChanged()) {
      context.globalAlpha = 1;
      context.clearRect(bin.x, bin.y, BIN, BIN);
      context.globalAlpha = binAlpha(bin) * (bin.worst === "not yet" ? 0.5 : 1);
      context.fillStyle = palette.colour(verdictColour(bin.worst));
      context.fillRect(bin.x, bin.y, BIN - 1, BIN - 1);
    }
    context.globalAlpha = 1;
  }
}

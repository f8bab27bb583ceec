import type { CanvasSize } from "../map-picture.ts";
import type { MapState } from "../map-state.ts";
import type { Panel } from "../map-layout.ts";
import { binAlpha, BIN, DensityGrid } from "../density-grid.ts";
import { countIn, type Grain, grainOf, type RecordSpot, spotsIn } from "../record-marks.ts";
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
  #look = "";
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

  /** Brings the bitmaps up to a position. */
  update(state: MapState, panels: readonly Panel[], look: string, size: CanvasSize, palette: Palette): void {
    const { mirror, position } = state;
    if (look !== this.#look) this.#restart(look, mirror.first, size);
    for (const panel of panels) this.#visible += countIn(mirror, scopeOf(panel), this.#counted, mirror.known);
    this.#counted = mirror.known;
    const grain = grainOf(this.#visible);
    if (grain !== this.#grain || position.read < this.#arrived) {
      if (grain !== this.#grain) this.#announced = this.#clear(mirror.first, this.#coming);
      this.#grain = grain;
      this.#arrived = this.#clear(mirror.first, this.#plain, this.#bad);
    }
    if (state.coming) {
      for (const panel of panels) {
        const range = { from: this.#announced, to: mirror.known, arrived: false };
        this.#coming.paint(spotsIn(mirror, scopeOf(panel), range), grain, palette);
      }
      this.#announced = mirror.known;
    }
    const to = Math.min(position.read, mirror.known);
    for (const panel of panels) {
      const range = { from: this.#arrived, to, arrived: true };
      const spots = [...spotsIn(mirror, scopeOf(panel), range)];
      if (grain === "bins") this.#plain.paint(spots, grain, palette);
      else {
        this.#plain.paint(
          spots.filter((spot) => !isBad(spot)),
          grain,
          palette,
        );
        this.#bad.paint(spots.filter(isBad), grain, palette);
      }
    }
    this.#arrived = to;
  }

  /** Lays the records on the canvas. @param strength opacity: less than 1 where others are lit. */
  draw({ context }: Brush, state: MapState, panels: readonly Panel[], strength: number): void {
    context.globalAlpha = strength;
    if (state.coming)
      for (const panel of panels) {
        context.save();
        clipBeyondNow(context, state, panel);
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

export function scopeOf({ projection, partition, title }: Panel): Parameters<typeof spotsIn>[1] {
  return { projection, partition, alone: title !== null };
}

function isBad({ verdict }: RecordSpot): boolean {
  return verdict === "counted late" || verdict === "dropped";
}

/** ms of arrival beyond now within which a ring would touch the now line. */
export function touching({ projection }: Panel): number {
  const slope = projection.orientation === "delay-up" ? projection.otherScale / projection.eventScale : 0;
  return (10 * Math.sqrt(1 + slope * slope)) / projection.otherScale;
}

/** Rings that touch the now line are painted one by one: a cut would halve them, or show those that have arrived. */
function clipBeyondNow(context: CanvasRenderingContext2D, { now }: MapState, panel: Panel): void {
  const { projection } = panel;
  const { event, other } = projection.view;
  const since = (now ?? -Infinity) + touching(panel);
  const aside = 10 / projection.eventScale;
  const [from, to] = [event.from - aside, event.to + aside];
  const until = Math.max(
    since,
    (projection.orientation === "delay-up" ? to + other.to : other.to) + 10 / projection.otherScale,
  );
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

  paint(spots: Iterable<RecordSpot>, grain: Grain, palette: Palette): void {
    const context = this.#context;
    if (!context) return;
    if (grain === "bins") {
      for (const spot of spots) this.density.add(spot);
      this.#paintBins(context, palette);
    } else
      paintRecords(
        { context, palette, scale: this.#size.scale },
        marked(spots, () => (this.#blank = false)),
        grain,
      );
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
      this.#blank = false;
    }
    context.globalAlpha = 1;
  }
}

function* marked(spots: Iterable<RecordSpot>, note: () => void): Generator<RecordSpot> {
  for (const spot of spots) {
    note();
    yield spot;
  }
}

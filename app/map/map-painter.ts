import { IdleIndex } from "./idle-spans.ts";
import { layOut, type Panel } from "./map-layout.ts";
import type { MapState } from "./map-state.ts";
import type { VisibleMark } from "./map-types.ts";
import { nowAt } from "./clock-steps.ts";
import type { CanvasSize, MapPicture } from "./map-picture.ts";
import { paintMap, recordMarks } from "./paint/paint-map.ts";
import { RecordBitmaps } from "./paint/record-bitmaps.ts";
import type { Measure } from "./shapes.ts";
import { SessionLookup } from "./session-lookup.ts";
import { WindowIndex } from "./windows-at.ts";

export interface Painted {
  readonly marks: readonly VisibleMark[];
  readonly panels: readonly Panel[];
}

/** Name of the measure that each frame's work leaves, for a PerformanceObserver. */
const MEASURE = "time-map-frame";

/** Records by which a picture goes on from the one before: a longer way takes several frames, so that none takes long. */
const MOST_RECORDS = 10_000;

/** ms: a picture that took longer leaves the page twice its time before the next, so that a pause or a key is not held up. */
const CHEAP = 8;

/** ms of rest after which the marks of a crowd are told: making thousands of them in each frame would cost it. */
const REST = 150;

/** Keeps one canvas up to date: at most one picture a frame, none while nothing changes or the page is hidden. */
export class MapPainter {
  readonly #indexes = newIndexes();
  readonly #bitmaps = new RecordBitmaps();
  #frame = 0;
  #wait: ReturnType<typeof setTimeout> | undefined;
  /** ms that the last picture took. */
  #cost = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #next: (() => void) | null = null;
  /** What was painted last: records read, and of which copy of the trace. */
  #shown = { read: 0, epoch: -1 };

  /** Paints this picture in the next frame, unless another is asked for before. @param onPainted told what was painted. */
  request(canvas: HTMLCanvasElement, picture: MapPicture, onPainted: (painted: Painted) => void): void {
    this.#next = () => this.#paint(canvas, picture, onPainted);
    if (this.#frame !== 0 || this.#wait !== undefined) return;
    if (this.#cost <= CHEAP) this.#schedule();
    else
      this.#wait = setTimeout(() => {
        this.#wait = undefined;
        this.#schedule();
      }, 2 * this.#cost);
  }

  #schedule(): void {
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#next?.();
    });
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#wait);
    clearTimeout(this.#rest);
    this.#wait = undefined;
    this.#frame = 0;
    this.#next = null;
  }

  #paint(canvas: HTMLCanvasElement, whole: MapPicture, onPainted: (painted: Painted) => void): void {
    const began = performance.now();
    const picture = this.#paced(whole);
    const { size, palette } = picture;
    const context = fitted(canvas, size);
    if (!context) return;
    const { state, panels } = stateOf(picture, context, this.#indexes);
    const scene = paintMap(
      { context, palette, scale: size.scale },
      { state, panels },
      size,
      this.#bitmaps,
      lookOf(picture),
    );
    // Observers are told all the same; what is not cleared would pile up in the page for ever.
    performance.clearMeasures(MEASURE);
    performance.measure(MEASURE, { start: began });
    this.#cost = performance.now() - began;
    if (picture !== whole) this.request(canvas, whole, onPainted);
    clearTimeout(this.#rest);
    const tell = (): void =>
      onPainted({ marks: [...scene.marks, ...recordMarks(state, panels, this.#bitmaps)], panels });
    if (this.#bitmaps.grain === "shapes") tell();
    else this.#rest = setTimeout(tell, REST);
  }

  /** @returns The picture itself, or the part of the way to it that one frame can take. */
  #paced(picture: MapPicture): MapPicture {
    const { mirror, read } = picture;
    const from = this.#shown.epoch === mirror.epoch ? this.#shown.read : mirror.first;
    const near = Math.min(read, from + MOST_RECORDS);
    this.#shown = { read: near, epoch: mirror.epoch };
    return near < read ? { ...picture, read: near, ended: false } : picture;
  }
}

/** What is known of a trace beside its tables; grows with it. */
interface Indexes {
  readonly grid: WindowIndex;
  readonly sessions: SessionLookup;
  readonly idle: IdleIndex;
}

function newIndexes(): Indexes {
  return { grid: new WindowIndex(), sessions: new SessionLookup(), idle: new IdleIndex() };
}

function indexOf({ grid, sessions }: Indexes, { window }: MapPicture["query"]): WindowIndex | SessionLookup {
  return window?.kind === "session" ? sessions : grid;
}

/** Paints one picture on a canvas of its own: for a file. @returns The canvas. */
export function paintPicture(picture: MapPicture): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const context = fitted(canvas, picture.size);
  if (!context) return canvas;
  const { size, palette } = picture;
  paintMap(
    { context, palette, scale: size.scale },
    stateOf(picture, context, newIndexes()),
    size,
    new RecordBitmaps(),
    lookOf(picture),
  );
  return canvas;
}

function fitted(
  canvas: HTMLCanvasElement,
  { width, height, scale }: CanvasSize,
): CanvasRenderingContext2D | null {
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
  const context = canvas.getContext("2d", { alpha: false });
  context?.setTransform(scale, 0, 0, scale, 0, 0);
  return context;
}

function stateOf(
  picture: MapPicture,
  context: CanvasRenderingContext2D,
  indexes: Indexes,
): { readonly state: MapState; readonly panels: readonly Panel[] } {
  const { mirror, read, ended, query, palette, size, view, focus } = picture;
  const { idle } = indexes;
  const windows = indexOf(indexes, query);
  windows.update(mirror, read);
  idle.update(mirror, read, query.idleTimeout);
  const position = { read, ended };
  const state: MapState = {
    ...picture,
    windows,
    idle,
    position,
    now: nowAt(mirror, position),
    measure: measureWith(context, palette.family),
  };
  return { state, panels: layOut(size, view, focus, { ...query, groups: mirror.sessionGroups }) };
}

/** All that the look of a record depends on, but for whether it has arrived. */
function lookOf({ mirror, size, view, focus, query, coming, palette }: MapPicture): string {
  return JSON.stringify([
    mirror.epoch,
    mirror.first,
    size,
    view,
    focus,
    query.windowed,
    query.window,
    mirror.sessionGroups,
    query.partitions,
    coming,
    palette.id,
  ]);
}

const widths = new Map<string, number>();

/** Every digit counts as wide as "0", so that words do not jump while a number runs. */
function measureWith(context: CanvasRenderingContext2D, family: string): Measure {
  return (text, size, weight) => {
    const shape = `${weight} ${size}px ${family}|${text.replace(/[1-9]/g, "0")}`;
    let width = widths.get(shape);
    if (width === undefined) {
      if (widths.size > 2_000) widths.clear();
      context.font = `${weight} ${size}px ${family}`;
      width = context.measureText(text.replace(/[1-9]/g, "0")).width;
      widths.set(shape, width);
    }
    return width;
  };
}

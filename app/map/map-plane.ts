import type { TraceMirror } from "../engine/trace-mirror.ts";
import { centreView } from "./gestures.ts";
import { type LaidOut, layOut, type Panel } from "./map-layout.ts";
import type { Focus, MapView } from "./map-types.ts";
import { clampView, zoomView } from "./map-view.ts";
import { onPlot, type Rect } from "./projection.ts";
import { isWorse, type RecordSpot, spotsIn } from "./record-marks.ts";

/** Where records stand on the canvas. */
export interface MapPlane {
  readonly view: MapView;
  /** The view that shows all. */
  readonly whole: MapView;
  /** One; of a split, one for each partition. */
  readonly panels: readonly Panel[];
}

/** px */
export interface PlanePlace {
  readonly x: number;
  readonly y: number;
  /** Whether it lies on the plot. */
  readonly visible: boolean;
}

export function planeOf(
  views: { readonly view: MapView; readonly whole: MapView },
  size: { readonly width: number; readonly height: number },
  focus: Focus,
  query: LaidOut,
): MapPlane {
  return { ...views, panels: layOut(size, views.view, focus, query) };
}

/** The panel that shows a partition. */
export function panelOf({ panels }: MapPlane, partition: number): Panel {
  return (panels.length > 1 && panels.find((panel) => panel.partition === partition)) || panels[0]!;
}

/** The panel at a point of the canvas, its axes included. */
export function panelAt({ panels }: MapPlane, x: number, y: number): Panel {
  const reaches = ({ projection: { plot, eventAcross } }: Panel): boolean =>
    eventAcross ? x <= plot.left + plot.width : y <= plot.top + plot.height;
  return panels.find(reaches) ?? panels.at(-1)!;
}

/** The part of the canvas that all panels together take. */
export function plotOf({ panels }: MapPlane): Rect {
  const [first, last] = [panels[0]!.projection.plot, panels.at(-1)!.projection.plot];
  const { left, top } = first;
  return {
    left,
    top,
    width: last.left + last.width - left,
    height: last.top + last.height - top,
  };
}

/** @returns null where the record has no place: not held, or without an event time. */
export function placeOfRecord(plane: MapPlane, mirror: TraceMirror, seq: number): PlanePlace | null {
  const at = seq - mirror.first;
  if (at < 0 || seq >= mirror.known || Number.isNaN(mirror.eventTime[at]!)) return null;
  const { projection } = panelOf(plane, mirror.partition[at]!);
  const [event, arrival] = [mirror.eventTime[at]!, mirror.arrival[at]!];
  const [x, y] = [projection.x(event, arrival), projection.y(event, arrival)];
  return { x, y, visible: onPlot(projection, x, y, 0) };
}

/** px around a point in which a record counts as under it, where records share their marks. */
const NEAR = 6;

/** Of the records that have arrived at a point of the canvas, the one with the worst verdict: what a bin is coloured by. */
export function worstRecordAt(
  plane: MapPlane,
  mirror: TraceMirror,
  read: number,
  point: { readonly x: number; readonly y: number },
): number | null {
  let worst: RecordSpot | null = null;
  for (const { projection, partition, title } of plane.panels)
    for (const spot of spotsIn(
      mirror,
      { projection, partition, alone: title !== null },
      { from: mirror.first, to: read, arrived: true },
    )) {
      if (Math.abs(spot.x - point.x) > NEAR || Math.abs(spot.y - point.y) > NEAR) continue;
      if (worst === null || isWorse(spot.verdict, worst.verdict)) worst = spot;
    }
  return worst?.seq ?? null;
}

/** Times nearer than before: what is centred in a view of everything is brought nearer too. */
const NEARER = 3;

/**
 * The view with a record in its middle.
 * @returns null where it is in the middle already, or has no place.
 */
export function centredView({ view, whole }: MapPlane, mirror: TraceMirror, seq: number): MapView | null {
  const at = seq - mirror.first;
  if (at < 0 || seq >= mirror.known || Number.isNaN(mirror.eventTime[at]!)) return null;
  const [event, arrival] = [mirror.eventTime[at]!, mirror.arrival[at]!];
  const near = view === whole ? zoomView(view, NEARER, { event, arrival }) : view;
  const other = view.orientation === "delay-up" ? arrival - event : arrival;
  const centred = clampView(centreView(near, event, other), whole);
  return isSame(centred, view) ? null : centred;
}

function isSame(a: MapView, b: MapView): boolean {
  const grain = (a.event.to - a.event.from + a.other.to - a.other.from) / 10_000;
  return (["event", "other"] as const).every(
    (axis) => Math.abs(a[axis].from - b[axis].from) < grain && Math.abs(a[axis].to - b[axis].to) < grain,
  );
}

/** Around the middle of the view. */
export function zoomedView({ view, whole }: MapPlane, factor: number): MapView {
  const event = (view.event.from + view.event.to) / 2;
  const other = (view.other.from + view.other.to) / 2;
  const arrival = view.orientation === "delay-up" ? other + event : other;
  return clampView(zoomView(view, factor, { event, arrival }), whole);
}

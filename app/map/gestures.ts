import type { MapView } from "./map-types.ts";
import { panView, zoomView, type ZoomAxes } from "./map-view.ts";
import type { Projection } from "./projection.ts";

/** px a pointer may shake and still mean a click. */
export const SHAKE = 4;
/** Of one press of + or -. */
export const ZOOM_STEP = 1.4;
/** Share of the plot that Shift and an arrow key move it by. */
export const PAN_STEP = 0.2;

/** Drags the plane with a pointer. @param dx,dy px that the pointer moved. */
export function dragView(view: MapView, projection: Projection, dx: number, dy: number): MapView {
  const { eventAcross, eventScale, otherScale } = projection;
  return eventAcross
    ? panView(view, -dx / eventScale, dy / otherScale)
    : panView(view, dy / eventScale, -dx / otherScale);
}

/** Zooms at a point of the canvas; beside the plot, where the axes stand, only the axis that is there. */
export function zoomAt(view: MapView, projection: Projection, factor: number, x: number, y: number): MapView {
  return zoomView(view, factor, projection.invert(x, y), axesAt(projection, x, y));
}

function axesAt({ plot, eventAcross }: Projection, x: number, y: number): ZoomAxes {
  if (y > plot.top + plot.height) return eventAcross ? "event" : "other";
  if (x < plot.left) return eventAcross ? "other" : "event";
  return "both";
}

/**
 * How far a turn of the wheel zooms: the same way back undoes it.
 * @param delta `deltaY`, in units of `mode`: 0 px, 1 lines, 2 pages.
 */
export function wheelFactor(delta: number, mode: number): number {
  const px = delta * ([1, 16, 400][mode] ?? 1);
  return Math.exp(-Math.max(-240, Math.min(240, px)) * 0.002);
}

/** A point of the canvas, px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Two fingers: what was under them stays under them as far as one scale for both axes allows. */
export function pinchView(
  view: MapView,
  projection: Projection,
  before: readonly [Point, Point],
  after: readonly [Point, Point],
): MapView {
  const [old, now] = [middle(before), middle(after)];
  const factor = distance(after) / Math.max(1, distance(before));
  const zoomed = zoomView(view, factor, projection.invert(old.x, old.y));
  const { eventScale, otherScale } = projection;
  return dragView(
    zoomed,
    { ...projection, eventScale: eventScale * factor, otherScale: otherScale * factor },
    now.x - old.x,
    now.y - old.y,
  );
}

/** Moves a view so that a point lies in its middle. @param event,other ms of either axis. */
export function centreView(view: MapView, event: number, other: number): MapView {
  const middleOf = ({ from, to }: MapView["event"]): number => (from + to) / 2;
  return panView(view, event - middleOf(view.event), other - middleOf(view.other));
}

function middle([a, b]: readonly [Point, Point]): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function distance([a, b]: readonly [Point, Point]): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

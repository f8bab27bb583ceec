import type { MapView, Orientation } from "./map-types.ts";

/** CSS px from the canvas' corner. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An instant of the plane, ms. */
export interface PlanePoint {
  readonly event: number;
  readonly arrival: number;
}

/**
 * Where (event, arrival) lies on the canvas. All three orientations are one affine map, so every point, pane, step and
 * line goes the same way: "delay-up" is "arrival-up" sheared.
 */
export interface Projection {
  readonly orientation: Orientation;
  readonly view: MapView;
  /** The part of the canvas that shows the plane. */
  readonly plot: Rect;
  /** Whether the event axis lies across; else it goes up. */
  readonly eventAcross: boolean;
  /** px. */
  readonly x: (event: number, arrival: number) => number;
  readonly y: (event: number, arrival: number) => number;
  readonly invert: (x: number, y: number) => PlanePoint;
  /** px that one ms of event time, or of the other axis, takes. */
  readonly eventScale: number;
  readonly otherScale: number;
}

/** Fits a view into a part of the canvas. */
export function project(view: MapView, plot: Rect): Projection {
  const { orientation, event, other } = view;
  const eventAcross = orientation !== "arrival-right";
  const bottom = plot.top + plot.height;
  const eventScale = (eventAcross ? plot.width : plot.height) / (event.to - event.from);
  const otherScale = (eventAcross ? plot.height : plot.width) / (other.to - other.from);
  // Times are counted from the view's corner: ms since the epoch times a scale would lose fractions of a pixel.
  const shear = orientation === "delay-up" ? 1 : 0;
  const along = (time: number): number => (time - event.from) * eventScale;
  const up = (time: number, arrival: number): number => (arrival - shear * time - other.from) * otherScale;
  return {
    orientation,
    view,
    plot,
    eventAcross,
    eventScale,
    otherScale,
    x: eventAcross ? (time) => plot.left + along(time) : (time, arrival) => plot.left + up(time, arrival),
    y: eventAcross ? (time, arrival) => bottom - up(time, arrival) : (time) => bottom - along(time),
    invert: (x, y) => {
      const time = event.from + (eventAcross ? x - plot.left : bottom - y) / eventScale;
      const value = other.from + (eventAcross ? bottom - y : x - plot.left) / otherScale;
      return { event: time, arrival: value + shear * time };
    },
  };
}

/** Whether a point lies on the plot or at most `margin` px beside it. */
export function onPlot({ plot }: Projection, x: number, y: number, margin: number): boolean {
  return (
    x >= plot.left - margin &&
    x <= plot.left + plot.width + margin &&
    y >= plot.top - margin &&
    y <= plot.top + plot.height + margin
  );
}

/** rad by which a line of one arrival leans on the canvas: 0 but for "delay-up". */
export function leanOf({ orientation, eventScale, otherScale }: Projection): number {
  return orientation === "delay-up" ? Math.atan2(otherScale, eventScale) : 0;
}

import type { WindowSpec } from "../../engine/client/types.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";
import { tickStep } from "./axis-ticks.ts";
import type { MapView, Orientation, Span } from "./map-types.ts";
import type { PlanePoint, Rect } from "./projection.ts";
import { gridSpan, gridStep } from "./window-grid.ts";

/** What a fitted view takes into account besides the records. */
export interface FitOptions {
  readonly orientation: Orientation;
  /** null without one. */
  readonly window: WindowSpec | null;
  /** ms: arrival of the log's last record, also where it is not read yet; null while unknown. */
  readonly lastArrival: number | null;
}

/** A first view of which the records would fill no more than this share, along the diagonal, shows delays instead. */
const THIN = 0.05;
/** How many times the span of the records their windows may take together. */
const MOST_AROUND = 3;
/** Room above the last arrival for the letters at the watermarks. */
const HEAD_ROOM = 4_000;
/** ms: no view shows less of an axis, nor more. */
const NARROWEST = 2;
const WIDEST = 1e14;

/**
 * The view that shows every record of the log, those to come too. The event axis begins and ends with a window.
 * @returns null while no record is known.
 */
export function fitView(mirror: TraceMirror, options: FitOptions): MapView | null {
  const extent = extentOf(mirror);
  if (!extent) return null;
  const { orientation, window } = options;
  const lastArrival = Math.max(extent.arrival.to, options.lastArrival ?? -Infinity);
  const event = roundOut(extent.event, window);
  if (orientation === "delay-up") return { orientation, event, other: delaySpan(extent.delay) };
  return { orientation, event, other: arrivalSpan({ from: extent.arrival.from, to: lastArrival }, event) };
}

/**
 * Which way up a map is first shown: where the delays are small against the range of the log, arrival against event time
 * is a thin diagonal, and the delays themselves tell more.
 * @param lastArrival ms: of the log's last record; null while unknown.
 */
export function firstOrientation(mirror: TraceMirror, lastArrival: number | null): Orientation {
  const extent = extentOf(mirror);
  if (!extent) return "arrival-up";
  const { arrival, delay } = extent;
  const range = Math.max(arrival.to, lastArrival ?? -Infinity) - arrival.from;
  const widest = Math.max(delay.to, 0) - Math.min(delay.from, 0);
  return widest > 0 && widest < THIN * range ? "delay-up" : "arrival-up";
}

interface Extent {
  readonly event: Span;
  readonly arrival: Span;
  readonly delay: Span;
}

function extentOf({ eventTime, arrival, known, first }: TraceMirror): Extent | null {
  const length = known - first;
  let [earliest, latest, least, most] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < length; i++) {
    const time = eventTime[i]!;
    if (Number.isNaN(time)) continue;
    const delay = arrival[i]! - time;
    if (time < earliest) earliest = time;
    if (time > latest) latest = time;
    if (delay < least) least = delay;
    if (delay > most) most = delay;
  }
  if (earliest > latest) return null;
  return {
    event: { from: earliest, to: latest },
    arrival: { from: arrival[0]!, to: arrival[length - 1]! },
    delay: { from: least, to: most },
  };
}

/** To whole windows while they are few and no longer than the log, else to whole steps of about a twentieth. */
function roundOut(records: Span, window: WindowSpec | null): Span {
  const range = records.to - records.from;
  if (window?.kind === "session") return wholeSteps(withGap(records, window.gap), niceStep(range));
  const isFew = window !== null && range / (gridStep(window) ?? 1) <= 200;
  if (!isFew) return wholeSteps(records, niceStep(range));
  const span = gridSpan(window, records);
  // Windows far longer than the log would leave it a corner of the plane.
  const isLong = range > 0 && span.to - span.from > MOST_AROUND * range;
  return isLong ? wholeSteps(records, niceStep(range)) : span;
}

/** The last session ends a gap after the last record. */
function withGap({ from, to }: Span, gap: number): Span {
  return { from, to: gap <= (to - from) / 4 ? to + gap : to };
}

function wholeSteps({ from, to }: Span, step: number): Span {
  const start = Math.floor(from / step) * step;
  return { from: start, to: Math.max(Math.ceil((to + 1) / step) * step, start + step) };
}

/** From where the event axis begins, if that is near, so that "no delay" starts in the corner. */
function arrivalSpan({ from, to }: Span, event: Span): Span {
  const range = Math.max(to - from, NARROWEST);
  const near = event.from <= from && from - event.from < range / 4;
  const start = near ? event.from : Math.floor(from / niceStep(range)) * niceStep(range);
  // 4 s, or a like share of what is much longer or shorter.
  const room = Math.min(Math.max(HEAD_ROOM, (to - start) * 0.12), (to - start) * 0.25 + NARROWEST);
  return { from: start, to: to + room };
}

/** From no delay to the greatest, rounded up; an event may also lie ahead of its arrival. */
function delaySpan({ from, to }: Span): Span {
  const step = niceStep(to - Math.min(0, from), 6);
  const start = from < 0 ? Math.floor(from / step) * step : 0;
  return { from: start, to: Math.max(Math.ceil(to / step) * step, start + step) };
}

function niceStep(range: number, parts = 20): number {
  return tickStep(1 / Math.max(range, NARROWEST), 1 / parts);
}

/** The same middle, with as many px for a ms of event time as for one of the other axis. */
export function oneToOne(view: MapView, plot: Rect): MapView {
  const across = view.orientation !== "arrival-right";
  const perMs = (across ? plot.height : plot.width) / (view.other.to - view.other.from);
  return { ...view, event: around(view.event, (across ? plot.width : plot.height) / perMs) };
}

function around({ from, to }: Span, length: number): Span {
  const middle = (from + to) / 2;
  return { from: middle - length / 2, to: middle + length / 2 };
}

/** Which axes a zoom changes. */
export type ZoomAxes = "both" | "event" | "other";

/**
 * Brings the view nearer around a point that stays where it is.
 * @param factor more than 1 comes nearer, less goes away.
 */
export function zoomView(view: MapView, factor: number, at: PlanePoint, axes: ZoomAxes = "both"): MapView {
  const other = view.orientation === "delay-up" ? at.arrival - at.event : at.arrival;
  return {
    ...view,
    event: axes === "other" ? view.event : zoomSpan(view.event, factor, at.event),
    other: axes === "event" ? view.other : zoomSpan(view.other, factor, other),
  };
}

function zoomSpan({ from, to }: Span, factor: number, at: number): Span {
  const length = Math.min(WIDEST, Math.max(NARROWEST, (to - from) / factor));
  const share = (at - from) / (to - from);
  return { from: at - share * length, to: at + (1 - share) * length };
}

/** Moves the view. @param event,other ms of either axis. */
export function panView(view: MapView, event: number, other: number): MapView {
  return { ...view, event: moved(view.event, event), other: moved(view.other, other) };
}

/** Brings the view back so far that its middle lies over what there is to see. @param whole the fitted view of the same orientation. */
export function clampView(view: MapView, whole: MapView): MapView {
  return { ...view, event: clamped(view.event, whole.event), other: clamped(view.other, whole.other) };
}

function clamped(span: Span, whole: Span): Span {
  const length = Math.min(span.to - span.from, 4 * (whole.to - whole.from));
  const shrunk = around(span, length);
  const middle = (shrunk.from + shrunk.to) / 2;
  return moved(shrunk, Math.min(Math.max(middle, whole.from), whole.to) - middle);
}

function moved({ from, to }: Span, by: number): Span {
  return { from: from + by, to: to + by };
}

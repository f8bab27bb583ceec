import { useEffect, useEffectEvent, type RefObject } from "react";
import { dragView, pinchView, type Point, SHAKE, wheelFactor, zoomAt } from "../../map/gestures.ts";
import type { MapView } from "../../map/map-types.ts";
import type { Projection } from "../../map/projection.ts";
import { hover, sameTarget, select, type Target } from "../../session/selection-store.ts";

/** ms that a pointer rests on a record before it is told of. */
const REST = 300;

export interface PointerMap {
  /** What a point of the canvas means; null: nothing that can be chosen. */
  readonly hit: (point: Point) => Target | null;
  /** The same for a click, which may take its time. */
  readonly hitClosely: (point: Point) => Target | null;
  /** The panel that a point lies in; null before the first picture. */
  readonly projectionAt: (point: Point) => Projection | null;
  readonly view: () => MapView | null;
  readonly show: (view: MapView) => void;
  readonly fit: () => void;
}

/** Pointer, touch and wheel on the map: it drags and zooms the view, shows what it rests on, and chooses. */
export function useMapPointer(surface: RefObject<HTMLElement | null>, map: PointerMap): void {
  const hit = useEffectEvent(map.hit);
  const hitClosely = useEffectEvent(map.hitClosely);
  const projectionAt = useEffectEvent(map.projectionAt);
  const shown = useEffectEvent(map.view);
  const show = useEffectEvent(map.show);
  const fit = useEffectEvent(map.fit);

  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const down = new Map<number, Point>();
    let dragged = false;
    let resting: ReturnType<typeof setTimeout> | undefined;
    let under: Target | null = null;

    const pointOf = (event: MouseEvent): Point => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const point = (target: Target | null): void => {
      if (sameTarget(target, under)) return;
      clearTimeout(resting);
      under = target;
      hover(null);
      element.style.cursor = target === null ? "" : "pointer";
      if (target !== null) resting = setTimeout(() => hover(target), REST);
    };
    const move = (before: readonly Point[], after: readonly Point[]): void => {
      const view = shown();
      const projection = projectionAt(before[0]!);
      if (view === null || projection === null) return;
      const [a, b, c, d] = [before[0]!, before[1], after[0]!, after[1]];
      if (b && d) show(pinchView(view, projection, [a, b], [c, d]));
      else show(dragView(view, projection, c.x - a.x, c.y - a.y));
    };

    const onDown = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      if (down.size === 0) dragged = false;
      down.set(event.pointerId, pointOf(event));
      element.setPointerCapture(event.pointerId);
    };
    const onMove = (event: PointerEvent): void => {
      const now = pointOf(event);
      const from = down.get(event.pointerId);
      if (!from) {
        if (event.pointerType !== "touch") point(hit(now));
        return;
      }
      if (!dragged && Math.hypot(now.x - from.x, now.y - from.y) < SHAKE) return;
      dragged = true;
      point(null);
      element.style.cursor = "grabbing";
      const before = [...down.values()].slice(0, 2);
      down.set(event.pointerId, now);
      move(before, [...down.values()].slice(0, 2));
    };
    const onUp = (event: PointerEvent): void => {
      if (!down.delete(event.pointerId) || down.size > 0) return;
      element.style.cursor = "";
      if (dragged || event.type === "pointercancel") return;
      const target = hitClosely(pointOf(event));
      point(null);
      if (target !== null) select(target);
    };
    const onLeave = (): void => point(null);
    const onWheel = (event: WheelEvent): void => {
      // A page that is scrolled past the map must not stop there: the wheel is the map's once it has focus.
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== element) return;
      event.preventDefault();
      const at = pointOf(event);
      const view = shown();
      const projection = projectionAt(at);
      if (view === null || projection === null || event.deltaY === 0) return;
      show(zoomAt(view, projection, wheelFactor(event.deltaY, event.deltaMode), at.x, at.y));
    };
    const onDoubleClick = (event: MouseEvent): void => {
      if (hit(pointOf(event)) === null) fit();
    };

    element.addEventListener("pointerdown", onDown);
    element.addEventListener("pointermove", onMove);
    element.addEventListener("pointerup", onUp);
    element.addEventListener("pointercancel", onUp);
    element.addEventListener("pointerleave", onLeave);
    element.addEventListener("wheel", onWheel, { passive: false });
    element.addEventListener("dblclick", onDoubleClick);
    return () => {
      clearTimeout(resting);
      element.removeEventListener("pointerdown", onDown);
      element.removeEventListener("pointermove", onMove);
      element.removeEventListener("pointerup", onUp);
      element.removeEventListener("pointercancel", onUp);
      element.removeEventListener("pointerleave", onLeave);
      element.removeEventListener("wheel", onWheel);
      element.removeEventListener("dblclick", onDoubleClick);
    };
  }, [surface]);
}

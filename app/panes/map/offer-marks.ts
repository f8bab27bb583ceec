import type { VisibleMark } from "../../map/map-types.ts";

/**
 * Lets the canvas tell what can be seen on it: `canvas.visibleMarks()`, for tests of the page. The function takes nothing
 * and cannot be replaced, and its answers are copies.
 */
export function offerMarks(canvas: HTMLCanvasElement, marks: () => readonly VisibleMark[]): void {
  if ("visibleMarks" in canvas) return;
  const tell = Object.freeze((): readonly VisibleMark[] => structuredClone(marks()));
  Object.defineProperty(canvas, "visibleMarks", { value: tell });
}

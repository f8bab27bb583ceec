import type { VisibleMark } from "../../map/map-types.ts";

/** A canvas that tells what can be seen on it: `canvas.visibleMarks()`, for tests of the page. It tells and takes nothing. */
export interface TellingCanvas extends HTMLCanvasElement {
  readonly visibleMarks: () => readonly VisibleMark[];
}

/** Puts the function on the canvas: read-only, and its answers are copies. */
export function offerMarks(canvas: HTMLCanvasElement, marks: () => readonly VisibleMark[]): void {
  if ("visibleMarks" in canvas) return;
  const tell = Object.freeze((): readonly VisibleMark[] => structuredClone(marks()));
  Object.defineProperty(canvas, "visibleMarks", { value: tell });
}

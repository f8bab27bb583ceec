import type { WindowRow } from "../../../engine/client/types.ts";
import type { Lights } from "../../session/lights-store.ts";
import type { Target } from "../../session/selection-store.ts";
import type { RowMark } from "../../ui/TableRow.tsx";

type WindowKey = Pick<WindowRow, "partition" | "start" | "end">;

/** How a window is marked: chosen itself, or one of those that the chosen record or row went into. */
export function windowMark(window: WindowKey, target: Target | null, lights: Lights): RowMark {
  if (target === null) return null;
  if (target.kind === "window") return isSame(window, target) ? "selected" : null;
  return lights.windows.some((lit) => isSame(window, lit)) ? "lit" : null;
}

/** The mark in words. */
export function windowNote(window: WindowKey, target: Target | null, lights: Lights): string | null {
  if (windowMark(window, target, lights) !== "lit") return null;
  return target?.kind === "record" ? `window of #${target.seq}` : "window of the chosen row";
}

export function isSame(a: WindowKey, b: WindowKey): boolean {
  return a.start === b.start && a.end === b.end && a.partition === b.partition;
}

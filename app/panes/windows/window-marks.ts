import type { WindowName } from "../../../engine/client/types.ts";
import type { Lights } from "../../session/lights-store.ts";
import { sameWindow, type Target } from "../../session/selection-store.ts";
import type { RowMark } from "../../ui/TableRow.tsx";

/** The windows to show for a choice: itself, or those that a record or row went into; of a dropped record those that it missed. */
export function windowsOf(target: Target | null, { windows, story }: Lights): readonly WindowName[] {
  if (target === null) return [];
  if (target.kind === "window") return [target];
  if (windows.length > 0 || story === null) return windows;
  return story.windows.map(({ start, end }) => ({ partition: story.partition, start, end }));
}

/** How a window is marked: chosen itself, or lit by a chosen record or row. */
export function windowMark(window: WindowName, target: Target | null, lights: Lights): RowMark {
  const lit = windowsOf(target, lights).some((one) => sameWindow(window, one));
  return !lit ? null : target?.kind === "window" ? "selected" : "lit";
}

/** The mark in words. */
export function windowNote(window: WindowName, target: Target | null, lights: Lights): string | null {
  if (windowMark(window, target, lights) !== "lit") return null;
  if (target?.kind !== "record") return "window of the chosen row";
  return lights.windows.length > 0 ? `window of #${target.seq}` : `missed by #${target.seq}`;
}

import type { Playground } from "../engine/playground.ts";
import { usePlayground } from "../engine/playground-context.ts";
import { SPEEDS, useRun } from "../session/run-store.ts";
import { transportAction, type TransportAction } from "./transport-action.ts";

/**
 * The transport's keys, for parts of the page that have focus: single letters work nowhere else (WCAG 2.1.4).
 * @returns A handler that says whether the key was one of them; the caller then keeps it from the browser.
 */
export function useTransportKeys(): (event: KeyboardEvent) => boolean {
  const playground = usePlayground();
  return (event) => {
    const { query, state } = useRun.getState();
    if (query === null || state?.phase === "failed" || isChord(event)) return false;
    const action = transportAction(event);
    if (action === null || isForControl(event)) return false;
    // A held key steps on and on, but must not play and pause in turns.
    if (!event.repeat || action.do !== "play") perform(action, playground);
    return true;
  };
}

function perform(action: TransportAction, playground: Playground): void {
  switch (action.do) {
    case "play":
      return void playground.togglePlay();
    case "start":
      return void playground.toStart();
    case "end":
      return void playground.runToEnd();
    case "speed":
      return changeSpeed(playground, action.by);
    case "jump":
      return void playground.jump(action.kind, action.direction);
  }
}

function changeSpeed(playground: Playground, by: 1 | -1): void {
  const next = SPEEDS[SPEEDS.indexOf(useRun.getState().speed) + by];
  if (next !== undefined) void playground.setSpeed(next);
}

/** Keys with Ctrl, Alt or Cmd are the page's and the browser's; on many keyboards AltGr makes the brackets. */
function isChord(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph");
}

/** Keys inside an open menu are the menu's, and Space presses the button that has focus. */
function isForControl({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest("[role=menu]") !== null) return true;
  return key === " " && target.closest("button:not([data-play])") !== null;
}

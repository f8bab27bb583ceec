import type { KeyboardEvent } from "react";
import {
  type CursorMove,
  type CursorRange,
  type LaneWindow,
  moveCursor,
  moveWindow,
} from "../../map/cursor.ts";
import { dragView, PAN_STEP, ZOOM_STEP } from "../../map/gestures.ts";
import type { MapView } from "../../map/map-types.ts";
import type { Projection } from "../../map/projection.ts";
import {
  clearSelection,
  select,
  type Target,
  useSelection,
  windowTarget,
} from "../../session/selection-store.ts";
import { useTransportKeys } from "../../transport/transport-keys.ts";
import type { MapControls } from "./MapHeader.tsx";

export interface KeyMap extends MapControls {
  /** Where the keyboard stands. */
  readonly cursor: Target | null;
  readonly moveTo: (target: Target) => void;
  readonly range: CursorRange;
  /** Of the lane, ascending. */
  readonly windows: () => readonly LaneWindow[];
  /** Null before there is a picture. */
  readonly view: MapView | null;
  readonly projection: Projection | null;
  readonly show: (view: MapView) => void;
}

const moves: Record<string, CursorMove> = {
  ArrowLeft: "earlier event",
  ArrowRight: "later event",
  ArrowUp: "later arrival",
  ArrowDown: "earlier arrival",
};
/** Directions on the canvas. */
const pans: Record<string, readonly [number, number]> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Keys of the map while it has focus; those that it does not know are the transport's. */
export function useMapKeys(map: KeyMap): (event: KeyboardEvent) => void {
  const transport = useTransportKeys();
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const done = (event.shiftKey && pan(event.key, map)) || press(event.key, map);
    if (done || transport(event.nativeEvent)) event.preventDefault();
  };
}

/** @returns Whether the key means something here. */
function press(key: string, map: KeyMap): boolean {
  const { cursor } = map;
  const move = moves[key];
  if (move) {
    const chosen = useSelection.getState().target;
    const from = [cursor, chosen].find((target) => target?.kind === "record");
    const seq = moveCursor(map.range, from?.kind === "record" ? from.seq : null, move);
    if (seq !== null) map.moveTo({ kind: "record", seq });
    return true;
  }
  switch (key) {
    case "w":
    case "W": {
      const window = moveWindow(
        map.windows(),
        cursor?.kind === "window" ? cursor : null,
        key === "w" ? 1 : -1,
      );
      if (window) map.moveTo(windowTarget(window));
      return true;
    }
    case "Enter":
      if (cursor !== null) select(cursor);
      return cursor !== null;
    case "Escape":
      clearSelection();
      return true;
    case "+":
    case "=":
      map.zoom(ZOOM_STEP);
      return true;
    case "-":
    case "_":
      map.zoom(1 / ZOOM_STEP);
      return true;
    case "f":
    case "F":
      map.centre();
      return true;
    default:
      return false;
  }
}

function pan(key: string, { view, projection, show }: KeyMap): boolean {
  const direction = pans[key];
  if (!direction || view === null || projection === null) return false;
  const { width, height } = projection.plot;
  show(dragView(view, projection, direction[0] * PAN_STEP * width, direction[1] * PAN_STEP * height));
  return true;
}

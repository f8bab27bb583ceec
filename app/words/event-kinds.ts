import type { Direction, EventKind } from "../../engine/client/types.ts";

const names: Record<EventKind, string> = {
  record: "record",
  close: "window close",
  watermark: "watermark move",
  drop: "drop",
  correction: "correction",
  row: "output row",
};

/** "Next drop", "Previous window close". */
export function eventAction(kind: EventKind, direction: Direction): string {
  return `${direction === "next" ? "Next" : "Previous"} ${names[kind]}`;
}

/** "No further drop": said where there is none in that direction. */
export function noSuchEvent(kind: EventKind, direction: Direction): string {
  return `No ${direction === "next" ? "further" : "earlier"} ${names[kind]}`;
}

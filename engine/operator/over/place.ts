import type { OverPlace } from "../../aggregate/over-function.ts";
import type { Lane } from "./lane.ts";

/** A record that is asked for by its place. */
export interface Place extends Pick<OverPlace, "place" | "count"> {
  /** Whether LAG counts from the last of the records with the same key, which then end the buffer. */
  readonly fromLastPeer: boolean;
}

/** Where the current record stands: places in its buffer, the frame is [low, high). */
export interface Standing {
  readonly lane: Lane;
  readonly place: number;
  /** The first record of the buffer. */
  readonly first: number;
  readonly low: number;
  readonly high: number;
}

/** @returns The cell of the record asked for, or -1. */
export function placeOf(
  { place: asked, count, fromLastPeer }: Place,
  { lane, place, first, low, high }: Standing,
): number {
  switch (asked) {
    case "first":
      return low < high ? lane.at(low) : -1;
    case "last":
      return low < high ? lane.at(high - 1) : -1;
    case "nth":
      return low + count <= high ? lane.at(low + count - 1) : -1;
    case "lag": {
      const at = (fromLastPeer ? lane.end - 1 : place) - count;
      return at >= first ? lane.at(at) : -1;
    }
    case "lead":
      return place + count < lane.end ? lane.at(place + count) : -1;
  }
}

import type { Verdict, WindowName } from "../../engine/client/types.ts";

/** Which way the two times go: arrival upwards (as in the books), arrival to the right, or delay (arrival - event) upwards. */
export type Orientation = "arrival-up" | "arrival-right" | "delay-up";

/** Whose panes, grace line and large marks are drawn. */
export type Focus =
  | { readonly kind: "all" }
  | { readonly kind: "partition"; readonly partition: number }
  /** One panel each. */
  | { readonly kind: "split" };

/** ms, from < to. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What part of the plane is shown. */
export interface MapView {
  readonly orientation: Orientation;
  readonly event: Span;
  /** Of arrival; of delay in "delay-up". */
  readonly other: Span;
}

/** Layers that may be drawn; the first run adds them one by one, else all are on. */
export interface MapLayers {
  readonly ground: boolean;
  readonly diagonal: boolean;
  readonly windows: boolean;
  readonly watermarks: boolean;
  readonly lateness: boolean;
  readonly keyToLines: boolean;
  /** Words at the edges of panes and at the grace line. */
  readonly edgeWords: boolean;
  /** Watermarks besides that of the focus. */
  readonly otherClocks: boolean;
}

export const ALL_LAYERS: MapLayers = {
  ground: true,
  diagonal: true,
  windows: true,
  watermarks: true,
  lateness: true,
  keyToLines: true,
  edgeWords: true,
  otherClocks: true,
};

/** What the two times are called on the axes. */
export interface AxisNames {
  readonly event: string;
  readonly arrival: string;
}

/** What the map lights; the stores of the session tell it. */
export interface MapSelection {
  /** Seq of the chosen record. */
  readonly record: number | null;
  /** Seq of the record to blame for its fate. */
  readonly culprit: number | null;
  /** Whether the line from the record to its watermark is left out. */
  readonly unmeasured?: boolean;
  /** Records that the chosen row or window was made of, ascending; all others are dimmed. Empty: none is. */
  readonly lights: readonly number[];
  /** Named by a bracket; a session by the id of its group key too. */
  readonly window: WindowName | null;
}

export const NOTHING_LIT: MapSelection = { record: null, culprit: null, lights: [], window: null };

/** One thing that can be seen on the canvas: for hit tests, the keyboard cursor, and tests of the page. CSS px from the canvas' corner. */
export interface VisibleMark {
  readonly kind:
    | "record"
    | "coming"
    | "window"
    | "closing"
    | "correction"
    | "retraction"
    | "expiry"
    | "merge"
    | "head"
    | "now"
    | "bin"
    | "label";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of a record; of the one that is the cause of a retraction or a merge. */
  readonly seq?: number;
  readonly verdict?: Verdict;
  /** A window's state at the position that is shown. */
  readonly state?: "open" | "closed" | "expired";
  readonly partition?: number;
  /** ms, of a window. */
  readonly start?: number;
  readonly end?: number;
  /** Of a session: the id of its group key. */
  readonly key?: number;
  /** Words drawn, if any. */
  readonly text?: string;
}

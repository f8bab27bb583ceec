import { create } from "zustand";
import type { RecordStory, RowLineage, WindowName } from "../../engine/client/types.ts";

/** What the selection lights in every pane: asked of the engine once, by `engine/use-lights.ts`. */
export interface Lights {
  /** Records that the chosen row or window was made of, ascending; of a chosen record itself alone. */
  readonly records: readonly number[];
  /** Rows of the changelog that the chosen record is part of, ascending; of a chosen row itself alone. */
  readonly rows: readonly number[];
  readonly windows: readonly WindowName[];
  /** The record to blame for the fate of the chosen one: what expired its window, else what moved its watermark; or null. */
  readonly culprit: number | null;
  /** Of the chosen record. */
  readonly story: RecordStory | null;
  /** Of the chosen row. */
  readonly lineage: RowLineage | null;
}

export const NO_LIGHTS: Lights = {
  records: [],
  rows: [],
  windows: [],
  culprit: null,
  story: null,
  lineage: null,
};

export const useLights = create<Lights>(() => NO_LIGHTS);

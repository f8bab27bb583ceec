import { create } from "zustand";
import type { Focus, MapView, Orientation } from "../map/map-types.ts";
import { useRun } from "./run-store.ts";
import { type Selection, useSelection } from "./selection-store.ts";

/** What the map shows: all of the log, as many px a second either way, or a part that the visitor chose. */
export type ChosenView = "fit" | "1:1" | MapView;

/** How the visitor set the map; it stays while the position changes. */
export interface MapSettings {
  /** Null until the visitor chooses: then it follows the records. */
  readonly orientation: Orientation | null;
  /** Null until the visitor chooses: then the map follows the selection and the watermark. */
  readonly focus: Focus | null;
  /** `Selection.choice` when the focus was chosen: a later selection of another partition moves it there. */
  readonly focusedAt: number;
  readonly view: ChosenView;
  /** The table twin instead of the picture. */
  readonly asTable: boolean;
}

export const useMap = create<MapSettings>(() => ({
  orientation: null,
  focus: null,
  focusedAt: 0,
  view: "fit",
  asTable: false,
}));

export function chooseFocus(focus: Focus): void {
  useMap.setState({ focus, focusedAt: useSelection.getState().choice });
}

/** Another orientation has other axes, so that all is shown again. */
export function orient(orientation: Orientation): void {
  useMap.setState({ orientation, view: "fit" });
}

/** What the focus depends on besides the visitor's own choice. */
export interface FocusFacts {
  readonly partitions: number;
  /** Of what is looked at; null: nothing is, or it has none. */
  readonly lit: number | null;
  /** Partition that holds the watermark; null while unset. */
  readonly holder: number | null;
}

/**
 * Whose panes are drawn: those of the partition that the visitor chose last, by its name or by something in it; else
 * of the one that holds the watermark.
 */
export function focusOf(
  { focus, focusedAt }: Pick<MapSettings, "focus" | "focusedAt">,
  { choice }: Pick<Selection, "choice">,
  { partitions, lit, holder }: FocusFacts,
): Focus {
  if (partitions <= 1) return { kind: "partition", partition: 0 };
  if (focus !== null && focus.kind !== "partition") return focus;
  const chosen = focus === null || choice > focusedAt ? (lit ?? focus?.partition) : focus.partition;
  return { kind: "partition", partition: Math.min(chosen ?? holder ?? 0, partitions - 1) };
}

// A new document has other records and other partitions; what the visitor set for the one before means nothing there.
useRun.subscribe(({ query }, { query: before }) => {
  if (query === before) return;
  const same = query?.stream === before?.stream && query?.partitions === before?.partitions;
  useMap.setState(same ? { view: "fit" } : { view: "fit", focus: null, orientation: null });
});

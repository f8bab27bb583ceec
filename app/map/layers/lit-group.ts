import type { MapState } from "../map-state.ts";

/** The group of what is chosen, by the id of its key: only sessions belong to one. null: none is. */
export function litGroup({ selection, mirror }: Pick<MapState, "selection" | "mirror">): number | null {
  const { record, window } = selection;
  if (window?.key !== undefined) return window.key;
  if (record === null || record < mirror.first || record >= mirror.known) return null;
  const key = mirror.key[record - mirror.first]!;
  return key < 0 ? null : key;
}

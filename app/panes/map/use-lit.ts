import { useMemo } from "react";
import { type MapSelection, NOTHING_LIT } from "../../map/map-types.ts";
import { useLights } from "../../session/lights-store.ts";
import { lookedAt, useSelection } from "../../session/selection-store.ts";

/** What is looked at, as the map lights it. */
export function useLit(): MapSelection {
  const target = useSelection(lookedAt);
  const { records, windows, culprit } = useLights();
  return useMemo(() => {
    if (target === null) return NOTHING_LIT;
    if (target.kind === "record") return { ...NOTHING_LIT, record: target.seq, culprit };
    return { ...NOTHING_LIT, lights: records, window: windows[0] ?? null };
  }, [target, records, windows, culprit]);
}

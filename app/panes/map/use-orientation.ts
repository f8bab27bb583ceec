import { useMemo } from "react";
import { useTrace } from "../../engine/use-trace.ts";
import type { Orientation } from "../../map/map-types.ts";
import { firstOrientation } from "../../map/map-view.ts";
import { useMap } from "../../session/map-store.ts";
import { useRun } from "../../session/run-store.ts";

/** Which way the axes go: as the visitor chose, else as the records can be told apart. */
export function useOrientation(): Orientation {
  const chosen = useMap((map) => map.orientation);
  const trace = useTrace();
  const lastArrival = useRun(({ state }) => state?.lastArrival ?? null);
  const first = useMemo(() => firstOrientation(trace.mirror, lastArrival), [trace, lastArrival]);
  return chosen ?? first;
}

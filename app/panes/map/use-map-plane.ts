import { useMemo } from "react";
import type { QuerySummary } from "../../../engine/client/types.ts";
import { useTrace } from "../../engine/use-trace.ts";
import { layOut } from "../../map/map-layout.ts";
import { type MapPlane, planeOf } from "../../map/map-plane.ts";
import type { Focus } from "../../map/map-types.ts";
import { fitView, oneToOne } from "../../map/map-view.ts";
import { useMap } from "../../session/map-store.ts";
import { useRun } from "../../session/run-store.ts";
import type { Size } from "../../ui/use-size.ts";
import { useOrientation } from "./use-orientation.ts";

/** The plane as the visitor chose to see it; null while no record is known or the pane has no size. */
export function useMapPlane(size: Size, query: QuerySummary, focus: Focus): MapPlane | null {
  const trace = useTrace();
  const orientation = useOrientation();
  const chosen = useMap((map) => map.view);
  const lastArrival = useRun(({ state }) => state?.lastArrival ?? null);
  const { window } = query;
  const { most, all } = trace.mirror.sessionGroups;
  const whole = useMemo(
    () => fitView(trace.mirror, { orientation, window, lastArrival }),
    [trace, orientation, window, lastArrival],
  );
  return useMemo(() => {
    if (whole === null || size.width === 0 || size.height === 0) return null;
    const laid = { ...query, groups: { most, all } };
    if (chosen !== "1:1")
      return planeOf({ view: chosen === "fit" ? whole : chosen, whole }, size, focus, laid);
    const { plot } = layOut(size, whole, focus, laid)[0]!.projection;
    return planeOf({ view: oneToOne(whole, plot), whole }, size, focus, laid);
  }, [whole, chosen, size, focus, query, most, all]);
}

import { useEffect, useMemo } from "react";
import type { QuerySummary } from "../../engine/client/types.ts";
import { useTrace } from "../engine/use-trace.ts";
import type { MapPlane } from "../map/map-plane.ts";
import type { Focus } from "../map/map-types.ts";
import { recordNoun, useDocument } from "../session/document-store.ts";
import { chooseFocus, useMap } from "../session/map-store.ts";
import { useClock } from "../session/use-clock.ts";
import { measureText } from "../ui/measure-text.ts";
import { useMedia } from "../ui/use-media.ts";
import { useFirstRun } from "./first-run-store.ts";
import { type FirstScene, firstScene } from "./first-scene.ts";
import { firstDrop } from "./layers-at.ts";

/** The first run's scene; null while it is off, or nothing is known of the run. */
export function useFirstScene(query: QuerySummary, focus: Focus, plane: MapPlane | null): FirstScene | null {
  const { mirror, revision } = useTrace();
  const on = useFirstRun();
  const clock = useClock();
  const noun = useDocument(recordNoun);
  const narrow = useMedia("(width < 1180px) or (height < 700px)");
  useFocusOnDrop(on, revision);

  return useMemo(() => {
    if (!on || plane === null || revision === 0) return null;
    return firstScene({
      mirror,
      query,
      clock,
      noun,
      projection: plane.panels[0]!.projection,
      planeStart: plane.whole.event.from,
      focus: focus.kind === "partition" ? focus.partition : null,
      roomy: !narrow,
      measure: measureText,
    });
  }, [on, plane, revision, mirror, query, focus, clock, noun, narrow]);
}

/** The map begins with the partition of the first drop; the visitor may choose another. */
function useFocusOnDrop(on: boolean, revision: number): void {
  const { mirror } = useTrace();
  const chosen = useMap(({ focus }) => focus !== null);
  useEffect(() => {
    const drop = on && !chosen ? firstDrop(mirror) : null;
    if (drop !== null) chooseFocus({ kind: "partition", partition: mirror.partition[drop - mirror.first]! });
  }, [on, chosen, mirror, revision]);
}

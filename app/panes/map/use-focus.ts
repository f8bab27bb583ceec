import { useMemo, useState } from "react";
import type { QuerySummary } from "../../../engine/client/types.ts";
import { useTrace } from "../../engine/use-trace.ts";
import type { Focus } from "../../map/map-types.ts";
import { useLights } from "../../session/lights-store.ts";
import { focusOf, useMap } from "../../session/map-store.ts";
import { useRun } from "../../session/run-store.ts";
import { useSelection } from "../../session/selection-store.ts";

/** Whose panes the map draws now. */
export function useFocus(query: QuerySummary | null): Focus {
  const { mirror } = useTrace();
  const settings = useMap();
  const choice = useSelection((selection) => selection.choice);
  const lit = useSelection(({ target }) => {
    if (target?.kind === "window") return target.partition;
    if (target?.kind !== "record") return null;
    const partition = mirror.partition[target.seq - mirror.first] ?? -1;
    return partition < 0 ? null : partition;
  });
  const row = useLights(({ lineage }) => lineage?.partition ?? null);
  const holder = useHolder();
  const partitions = query?.partitions ?? 1;
  const focus = focusOf(settings, { choice }, { partitions, lit: lit ?? row, holder });
  const kind = focus.kind;
  const partition = focus.kind === "partition" ? focus.partition : 0;
  return useMemo<Focus>(() => (kind === "partition" ? { kind, partition } : { kind }), [kind, partition]);
}

/** Who holds the watermark; while the replay plays, who held it at first: panes must not jump about. */
function useHolder(): number | null {
  const playing = useRun(({ state }) => state?.phase === "playing");
  const holder = useRun(({ state }) => state?.watermark?.heldBy ?? null);
  const [held, setHeld] = useState(holder);
  if (held !== holder && (!playing || held === null)) setHeld(holder);
  return held;
}

import { useState, type ReactNode } from "react";
import type { QuerySummary } from "../../../engine/client/types.ts";
import { mapSummary } from "../../map/map-summary.ts";
import { useRun } from "../../session/run-store.ts";
import type { Clock } from "../../words/clock.ts";

interface MapSummaryProps {
  readonly query: QuerySummary;
  readonly noun: string;
  readonly clock: Clock;
}

/** What the map shows, in words; while the replay plays, what it showed at the last pause. */
export function MapSummary({ query, noun, clock }: MapSummaryProps): ReactNode {
  const playing = useRun(({ state }) => state?.phase === "playing");
  const shown = useRun(({ state }) => (state?.phase === "playing" ? null : state));
  const [paused, setPaused] = useState(shown);
  if (!playing && paused !== shown) setPaused(shown);
  const text = mapSummary(paused, query, noun, clock);
  return <figcaption className="unseen">{text}</figcaption>;
}

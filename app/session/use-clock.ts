import { useMemo } from "react";
import { clockFor, type Clock } from "../words/clock.ts";
import { useRun } from "./run-store.ts";

/** How the present run shows its times. */
export function useClock(): Clock {
  const first = useRun(({ state }) => state?.firstArrival ?? null);
  const last = useRun(({ state }) => state?.lastArrival ?? null);
  return useMemo(() => clockFor(first, last), [first, last]);
}

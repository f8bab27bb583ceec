import type { RunState } from "../../engine/client/types.ts";
import type { Clock } from "../words/clock.ts";
import { count } from "../words/value.ts";

/** Where the run is looked at, said in full: "29 of 49 records, arrival 00:32.3". */
export function positionText(state: RunState | null, clock: Clock): string {
  if (state === null || (state.position === 0 && state.phase !== "finished")) return "at the start";
  const { position, length, arrival, phase } = state;
  const records = `${count(position)} of ${count(length ?? position)} records`;
  if (phase === "finished") return `${records}, end of input`;
  return arrival === null ? records : `${records}, arrival ${clock.moment(arrival)}`;
}

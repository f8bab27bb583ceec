import type { QuerySummary, RunState } from "../../engine/client/types.ts";
import type { Clock } from "../words/clock.ts";
import { partitionLetter } from "../words/partition-letter.ts";
import { count, counted } from "../words/value.ts";

/** What the map shows, for those who do not see it: two sentences. */
export function mapSummary(state: RunState | null, query: QuerySummary, noun: string, clock: Clock): string {
  const plane = `Event time of each ${noun} against its arrival, with the watermark of each partition.`;
  if (state === null || state.position === 0) return `${plane} No ${noun} has arrived yet.`;
  const { ledger, length, watermark } = state;
  const read =
    length === null ? counted(ledger.read, noun) : `${count(ledger.read)} of ${counted(length, noun)}`;
  const fates = [
    `${count(ledger.counted)} counted`,
    ...(ledger.countedLate > 0 ? [`${count(ledger.countedLate)} of them late`] : []),
    `${count(ledger.late + ledger.expired)} dropped`,
  ];
  const holder =
    watermark !== null && query.partitions > 1 ? `, held by ${partitionLetter(watermark.heldBy)}` : "";
  const reading =
    watermark === null ? "No watermark is set." : `Watermark ${clock.moment(watermark.value)}${holder}.`;
  return `${plane} ${read} arrived by ${clock.moment(state.arrival)}: ${fates.join(", ")}. ${reading}`;
}

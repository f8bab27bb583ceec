import type { RunState } from "../../engine/client/types.ts";
import type { Clock } from "../words/clock.ts";
import { partitionLetter } from "../words/partition-letter.ts";
import { count } from "../words/value.ts";
import { idleText, rateText } from "./status-words.ts";

/** What the status bar says, as a list: for a page too narrow to have one. */
export function runFacts(state: RunState, clock: Clock): readonly (readonly [name: string, value: string])[] {
  const { ledger, workers, watermark, partitions, rate } = state;
  const idle = idleText(partitions, clock);
  const facts: (readonly [string, string])[] = [
    ["workers", `${workers.ready}/${workers.count}`],
    ["isolated", workers.shared ? "yes" : "no"],
    ["read", count(ledger.read)],
    ["counted", count(ledger.counted)],
    ["dropped", count(ledger.late + ledger.expired)],
    ["counted late", count(ledger.countedLate)],
    ["rows out", count(state.rowsOut)],
  ];
  if (watermark)
    facts.push([
      "watermark",
      `${clock.moment(watermark.value)}, held by ${partitionLetter(watermark.heldBy)}`,
    ]);
  if (idle) facts.push(["idle", idle.since === null ? idle.who : `${idle.who} since ${idle.since}`]);
  if (rate > 0) facts.push(["rate", `${rateText(rate)} records/s`]);
  return facts;
}

import type { QuerySummary } from "../../engine/client/types.ts";
import { setting } from "../words/clock.ts";
import type { Sentence } from "../words/sentence.ts";

/** The stream's declaration in one line: "orders: event time ordered_at, 2 s bound, 5 s lateness, 3 partitions". */
export function streamLine({
  stream,
  eventTime,
  bound,
  allowedLateness,
  partitions,
}: Pick<QuerySummary, "stream" | "eventTime" | "bound" | "allowedLateness" | "partitions">): Sentence {
  return [
    `${stream}: `,
    ...(eventTime === null ? [] : [{ term: "event time" } as const, ` ${eventTime}, `]),
    `${setting(bound)} `,
    { term: "bound" },
    `, ${setting(allowedLateness)} `,
    { term: "lateness" },
    `, ${partitions} `,
    { term: "partition", text: partitions === 1 ? "partition" : "partitions" },
  ];
}

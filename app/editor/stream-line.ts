import type { QuerySummary } from "../../engine/client/types.ts";
import { setting } from "../words/clock.ts";
import type { Sentence } from "../words/sentence.ts";

type Declared = Pick<
  QuerySummary,
  "stream" | "eventTime" | "watermarkStrategy" | "punctuation" | "bound" | "allowedLateness" | "partitions"
>;

/** The stream's declaration in one line: "orders: event time ordered_at, 2 s bound, 5 s lateness, 3 partitions". */
export function streamLine(declared: Declared): Sentence {
  const { stream, eventTime, allowedLateness, partitions } = declared;
  return [
    `${stream}: `,
    ...(eventTime === null ? [] : [{ term: "event time" } as const, ` ${eventTime}, `]),
    ...watermarkRule(declared),
    `, ${setting(allowedLateness)} `,
    { term: "lateness" },
    `, ${partitions} `,
    { term: "partition", text: partitions === 1 ? "partition" : "partitions" },
  ];
}

function watermarkRule({ watermarkStrategy, punctuation, bound }: Declared): Sentence {
  if (watermarkStrategy === "none") return ["no ", { term: "watermark" }];
  return watermarkStrategy === "punctuated"
    ? [{ term: "watermark" }, ` ${punctuation}`]
    : [`${setting(bound)} `, { term: "bound" }];
}

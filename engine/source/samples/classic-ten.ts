import { BIGINT } from "../../data/data-type.ts";
import { inlineSample } from "./inline-sample.ts";
import type { Sample } from "./sample.ts";

/** [event time, arrival time, score]; times of one day. */
const scores: readonly (readonly [string, string, number])[] = [
  ["12:00:30", "12:05:10", 5],
  ["12:02:20", "12:05:40", 7],
  ["12:03:10", "12:06:10", 3],
  ["12:02:50", "12:06:30", 6],
  ["12:03:50", "12:06:50", 2],
  ["12:04:50", "12:07:40", 4],
  ["12:01:20", "12:08:10", 9],
  ["12:06:40", "12:08:30", 3],
  ["12:07:20", "12:08:50", 8],
  ["12:06:30", "12:09:20", 1],
];

/** The figure by which streaming is usually explained: ten records, four windows, one of them corrected. */
export const classicTen: Sample = inlineSample(
  {
    id: "classic-ten",
    title: "The classic ten",
    lookFor:
      "The 9 comes after its window has shown 5, which a late pane corrects to 14; with allowed lateness 0 it is dropped, and 5 stays.",
    query: `-- Sum of the scores of every two minutes
SELECT SUM(score) AS total
FROM scores
WINDOW TUMBLING(scored_at, 2m)
EMIT FINAL;`,
    // Four minutes of arrivals, in half a minute at the speed that the page starts with.
    basePace: 4_200,
    speed: 2,
    noun: "score",
    stream: {
      name: "scores",
      eventTime: "scored_at",
      columns: [{ name: "score", type: BIGINT }],
      maxOutOfOrderness: 60_000,
      options: { "watermark.allowed_lateness": "2m", "watermark.min_advance": "0ms" },
      partitions: 1,
    },
  },
  scores.map(([event, arrival, score]) => [timeOf(event), timeOf(arrival), BigInt(score)]),
);

/** @returns ms. */
function timeOf(time: string): number {
  return Date.parse(`2000-01-01T${time}Z`);
}

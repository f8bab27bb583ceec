import { STRING } from "../../data/data-type.ts";
import { inlineSample } from "./inline-sample.ts";
import type { Sample } from "./sample.ts";

/** [event time, arrival time, user]; ms since the stream began. */
const clicks: readonly (readonly [number, number, string])[] = [
  [1_000, 1_400, "ana"],
  [2_000, 2_600, "ben"],
  [4_000, 4_700, "ana"],
  [5_000, 5_500, "ben"],
  [6_000, 6_900, "eva"],
  [7_500, 8_000, "ana"],
  [10_000, 10_600, "eva"],
  [11_000, 11_800, "ana"],
  [13_000, 13_400, "ben"],
  [14_500, 15_000, "ben"],
  [9_000, 16_200, "ben"],
  [17_000, 17_600, "ben"],
  [19_000, 19_900, "ana"],
  [21_000, 21_500, "eva"],
  [22_000, 22_600, "ana"],
  [24_000, 25_000, "eva"],
  [27_000, 27_900, "eva"],
  [29_000, 29_500, "ben"],
  [26_000, 30_400, "ben"],
  [31_000, 31_700, "ana"],
  [16_000, 32_200, "ben"],
  [33_000, 33_600, "eva"],
  [34_000, 34_500, "ana"],
  [35_000, 35_600, "ben"],
  [15_000, 37_400, "ben"],
  [41_000, 41_800, "ben"],
];

/** Twenty-six clicks of three users, whose visits are sessions. */
export const mergingSessions: Sample = inlineSample(
  {
    id: "merging-sessions",
    title: "Sessions that merge",
    lookFor:
      "Click #10 lies between two visits of ben and makes them one; #20 corrects that visit, #24 comes too late.",
    query: `-- Clicks per visit: a visit ends after 5 s of silence
-- @num_partitions: 3
SELECT user, COUNT(*) AS clicks
FROM clicks
GROUP BY user
WINDOW SESSION(5s)
EMIT CHANGES
WITH (
  'event.time.field' = 'clicked_at',
  'watermark.max_out_of_orderness' = '6s'
);`,
    basePace: 1_000,
    speed: 1,
    noun: "click",
    stream: {
      name: "clicks",
      eventTime: "clicked_at",
      columns: [{ name: "user", type: STRING }],
      maxOutOfOrderness: 6_000,
    },
  },
  clicks,
);

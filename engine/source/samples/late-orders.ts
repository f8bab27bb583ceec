import { STRING } from "../../data/data-type.ts";
import { inlineSample } from "./inline-sample.ts";
import type { Sample } from "./sample.ts";

/** [event time, arrival time, city]; ms since the stream began. */
const orders: readonly (readonly [number, number, string])[] = [
  [400, 800, "berlin"],
  [1_100, 1_500, "sofia"],
  [2_700, 3_000, "kyoto"],
  [2_000, 3_800, "sofia"],
  [3_900, 4_400, "lima"],
  [4_700, 5_100, "kyoto"],
  [5_400, 6_000, "berlin"],
  [6_400, 7_300, "lima"],
  [7_900, 8_200, "sofia"],
  [8_400, 9_300, "osaka"],
  [9_900, 10_200, "kyoto"],
  [4_200, 10_700, "sofia"],
  [12_900, 13_200, "kyoto"],
  [3_200, 13_800, "sofia"],
  [13_600, 14_200, "berlin"],
  [14_900, 15_200, "sofia"],
  [15_200, 15_800, "lima"],
];

/** Seventeen orders on three partitions: the first stream that a visitor sees. */
export const lateOrders: Sample = inlineSample(
  {
    id: "late-orders",
    title: "Late orders",
    lookFor: "One order from Sofia comes ten seconds late: its window is gone, and it is dropped.",
    query: `-- Orders per city, in windows of 5 s
SELECT city, COUNT(*) AS orders
FROM orders
GROUP BY city
WINDOW TUMBLING(ordered_at, 5s)
EMIT FINAL;`,
    // In real time and four times as fast, not in 60 s: the drop at 13.8 s must be seen within five seconds of Play.
    basePace: 1_000,
    speed: 4,
    noun: "order",
    stream: {
      name: "orders",
      eventTime: "ordered_at",
      columns: [{ name: "city", type: STRING }],
      maxOutOfOrderness: 2_000,
      options: { "watermark.allowed_lateness": "5s" },
      partitions: 3,
    },
  },
  orders,
);

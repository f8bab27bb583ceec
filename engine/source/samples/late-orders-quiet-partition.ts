import { decimal, STRING } from "../../data/data-type.ts";
import { inlineSample } from "./inline-sample.ts";
import type { Sample } from "./sample.ts";

/** [event time, arrival time, city, amount]; ms since the stream began, amounts in hundredths. */
const orders: readonly (readonly [number, number, string, bigint])[] = [
  [600, 1_300, "berlin", 1_840n],
  [1_200, 2_000, "sofia", 990n],
  [2_800, 3_700, "osaka", 4_200n],
  [2_000, 4_400, "lima", 725n],
  [4_500, 5_600, "kyoto", 3_150n],
  [3_400, 6_400, "sofia", 1_280n],
  [5_600, 8_000, "berlin", 2_210n],
  [7_700, 8_800, "lima", 1_500n],
  [8_100, 9_300, "kyoto", 2_775n],
  [9_400, 10_600, "berlin", 1_120n],
  [12_600, 13_800, "sofia", 3_640n],
  [13_300, 14_400, "osaka", 1_995n],
  [9_200, 15_100, "kyoto", 5_400n],
  [14_900, 16_500, "lima", 880n],
  [10_800, 17_200, "lima", 2_130n],
  [16_800, 18_000, "sofia", 1_425n],
  [17_900, 19_000, "berlin", 3_360n],
  [15_100, 19_400, "kyoto", 4_010n],
  [16_400, 20_500, "osaka", 2_550n],
  [21_400, 22_500, "lima", 1_740n],
  [22_700, 23_400, "berlin", 2_900n],
  [8_600, 24_100, "lima", 6_490n],
  [23_900, 25_200, "kyoto", 1_670n],
  [18_300, 27_600, "sofia", 2_335n],
  [24_600, 28_300, "lima", 1_210n],
  [28_400, 29_800, "kyoto", 3_820n],
  [19_200, 30_700, "lima", 3_000n],
  [30_800, 31_500, "berlin", 4_480n],
  [17_500, 32_300, "sofia", 7_150n],
  [29_300, 33_000, "osaka", 1_360n],
  [27_000, 34_100, "sofia", 2_040n],
  [33_200, 35_000, "kyoto", 2_690n],
  [34_400, 36_000, "berlin", 1_075n],
  [31_000, 37_200, "osaka", 3_520n],
  [36_700, 38_300, "sofia", 2_860n],
  [26_100, 40_200, "kyoto", 4_730n],
  [39_600, 41_200, "berlin", 1_610n],
  [41_500, 43_000, "kyoto", 3_245n],
  [38_900, 44_600, "sofia", 1_890n],
  [43_700, 44_900, "osaka", 2_470n],
  [44_800, 46_300, "sofia", 3_980n],
  [45_900, 46_800, "berlin", 2_160n],
  [37_400, 49_500, "kyoto", 1_325n],
  [48_800, 50_200, "osaka", 2_710n],
  [49_000, 51_600, "lima", 1_190n],
  [52_300, 53_900, "sofia", 3_400n],
  [53_100, 54_600, "berlin", 1_930n],
  [29_000, 56_200, "kyoto", 5_260n],
  [57_500, 58_800, "osaka", 3_050n],
];

/** Forty-nine orders on three partitions, one of them silent for a while. */
export const lateOrdersQuietPartition: Sample = inlineSample(
  {
    id: "late-orders-quiet-partition",
    title: "Late orders, one quiet partition",
    lookFor:
      "One partition falls silent and holds the watermark of the whole back; late orders correct windows or are dropped.",
    query: `-- Revenue per city in 10 s windows, some orders late
-- @num_partitions: 3
SELECT city,
       COUNT(*)    AS orders,
       SUM(amount) AS revenue,
       MAX(amount) AS biggest
FROM orders
GROUP BY city
WINDOW TUMBLING(ordered_at, 10s)
EMIT CHANGES
WITH (
  'event.time.field' = 'ordered_at',
  'watermark.strategy' = 'bounded_out_of_orderness',
  'watermark.max_out_of_orderness' = '2s',
  'watermark.allowed_lateness' = '5s',
  'watermark.idle_timeout' = '10s',
  'late.data.strategy' = 'process_with_warning',
  'emit.final_marker' = 'true'
);`,
    basePace: 1_000,
    speed: 1,
    noun: "order",
    stream: {
      name: "orders",
      eventTime: "ordered_at",
      columns: [
        { name: "city", type: STRING },
        { name: "amount", type: decimal(10, 2) },
      ],
      maxOutOfOrderness: 2_000,
    },
  },
  orders,
);

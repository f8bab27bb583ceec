import { decimal } from "../../data/data-type.ts";
import { inlineSample } from "./inline-sample.ts";
import type { Sample } from "./sample.ts";

/** [event time, arrival time, amount]; ms since the stream began, amounts in hundredths. */
const orders: readonly (readonly [number, number, bigint])[] = [
  [11_000, 11_600, 1_250n],
  [14_000, 14_800, 3_000n],
  [16_000, 16_500, 825n],
  [19_000, 19_700, 2_100n],
  [17_000, 20_400, 1_640n],
  [22_000, 22_600, 4_000n],
  [24_000, 24_900, 990n],
  [23_000, 25_800, 3_310n],
  [27_000, 27_500, 1_800n],
  [29_000, 29_800, 2_570n],
  [26_000, 30_600, 1_420n],
  [32_000, 32_700, 3_700n],
  [34_000, 34_600, 1_130n],
  [21_000, 35_400, 5_240n],
  [37_000, 37_800, 1_950n],
  [39_000, 40_000, 2_800n],
];

/** Sixteen orders in windows that overlap, one of them too late for some of its windows. */
export const hoppingOrders: Sample = inlineSample(
  {
    id: "hopping-orders",
    title: "Hopping: a record in three windows",
    lookFor:
      "Order #13 lies in three windows and is counted in two: the first of them had expired when it came.",
    query: `-- The last 15 s, every 5 s
SELECT COUNT(*)    AS orders,
       SUM(amount) AS revenue
FROM orders
WINDOW HOPPING(SIZE 15 SECONDS, ADVANCE BY 5 SECONDS)
EMIT CHANGES
WITH (
  'event.time.field' = 'ordered_at',
  'watermark.max_out_of_orderness' = '2s',
  'watermark.allowed_lateness' = '5s'
);`,
    basePace: 1_000,
    speed: 1,
    noun: "order",
    stream: {
      name: "orders",
      eventTime: "ordered_at",
      columns: [{ name: "amount", type: decimal(10, 2) }],
      maxOutOfOrderness: 2_000,
    },
  },
  orders,
);

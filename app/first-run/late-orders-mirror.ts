import type { QuerySummary } from "../../engine/client/types.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";
import { handMadeMirror } from "../map/hand-made-mirror.ts";
import type { HandMadeRecord } from "../map/hand-made-trace.ts";

/** The orders of the first sample: event time, arrival, partition. */
const orders: readonly HandMadeRecord[] = [
  [400, 800, 0],
  [1_100, 1_500, 1],
  [2_700, 3_000, 1],
  [2_000, 3_800, 1],
  [3_900, 4_400, 2],
  [4_700, 5_100, 1],
  [5_400, 6_000, 0],
  [6_400, 7_300, 2],
  [7_900, 8_200, 1],
  [8_400, 9_300, 0],
  [9_900, 10_200, 1],
  [4_200, 10_700, 1],
  [12_900, 13_200, 1],
  [3_200, 13_800, 1],
  [13_600, 14_200, 0],
  [14_900, 15_200, 1],
  [15_200, 15_800, 2],
];

/** Its trace, for tests: a bound of 2 s, a lateness of 5 s, windows of 5 s. */
export function lateOrdersMirror(): TraceMirror {
  return handMadeMirror(orders, { size: 5_000, bound: 2_000, lateness: 5_000 });
}

/** What the first run needs of the query's summary. */
export const lateOrdersRules: Pick<
  QuerySummary,
  "bound" | "allowedLateness" | "expireDelay" | "closeDelay" | "windowSize" | "watermarkScope" | "partitions"
> = {
  bound: 2_000,
  allowedLateness: 5_000,
  expireDelay: 5_000,
  closeDelay: 0,
  windowSize: 5_000,
  watermarkScope: "partition",
  partitions: 3,
};

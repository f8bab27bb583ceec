import { BIGINT } from "../data/data-type.ts";
import type { AggregateParameter } from "./aggregate-function.ts";

/** Values that the first, last or greatest few can be: more are hardly looked at, and each group would keep them. */
const MOST_ASKED = 1_000n;

/** How many values are wanted. */
export const howMany: AggregateParameter = {
  name: "n",
  type: BIGINT,
  wanted: `a whole number from 1 to ${MOST_ASKED}`,
  allows: (value) => BigInt(value) >= 1n && BigInt(value) <= MOST_ASKED,
};

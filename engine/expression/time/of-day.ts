import { DAY_MS } from "../../data/civil-day.ts";
import type { NumericLoop } from "../numeric-loops.ts";

/**
 * A loop over times that computes a number of their days. Streams come in the order of time, so that nearly every row has
 * the day of the row before it.
 */
export function ofDay(compute: (day: number) => number): NumericLoop {
  return (times, out) => {
    let last = NaN;
    let number = 0;
    for (let i = 0; i < out.length; i++) {
      const day = Math.floor(times[i] / DAY_MS);
      if (day !== last) {
        number = compute(day);
        last = day;
      }
      out[i] = number;
    }
  };
}

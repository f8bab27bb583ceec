import type { Column } from "../data/column.ts";
import type { RecordHeader } from "../data/record-status.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { CombinedWatermark } from "../watermark/combined-watermark.ts";
import { WatermarkSteps } from "../watermark/watermark-steps.ts";

/**
 * The watermark of the source, for a WHERE that reads it. It is the one that every host computes: records that WHERE
 * removes move it too, so it needs to know nothing of WHERE.
 */
export class JudgingClock {
  readonly #combined: CombinedWatermark;
  readonly #steps = new WatermarkSteps();
  readonly #observesFirst: boolean;

  /** @param plan whose watermark is that of the source. */
  constructor({ watermark, time, rules }: PhysicalPlan) {
    this.#combined = new CombinedWatermark(watermark, time.splits);
    this.#observesFirst = rules.clock === "observe-first";
  }

  /** @returns By row the watermark that judges the record, NULL while it is unset. Of every record, in replay order. */
  judged(header: RecordHeader): Column {
    const { length, split } = header;
    const [before, after] = [new Float64Array(length), new Float64Array(length)];
    this.#steps.begin(this.#combined.current);
    this.#combined.observe(header, split, before, after, this.#steps);
    const values = this.#observesFirst ? after : before;
    const validity = Uint8Array.from(values, (value) => (value > -Infinity ? 1 : 0));
    return { kind: "number", values, exact: null, validity };
  }
}

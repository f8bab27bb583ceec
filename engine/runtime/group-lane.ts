import type { RecordHeader } from "../data/record-status.ts";
import type { PartitionRows } from "../partition/partition-router.ts";
import type { SharedClock } from "../partition/partition-state-manager.ts";
import { groupKeysOf, type PhysicalPlan } from "../plan/physical-plan.ts";
import type { WatermarkSpec } from "../spec/watermark-spec.ts";
import { WatermarkManager } from "../watermark/watermark-manager.ts";

/** The groups of a partition that a thread has: those whose key id is `index` modulo `of`. */
export interface GroupLane {
  readonly index: number;
  readonly of: number;
}

/** A partition as a whole. */
export const WHOLE: GroupLane = { index: 0, of: 1 };

/**
 * Whether the groups of a partition can be computed apart: no row that a group prints, and no place in the one order of
 * all output, depends on another group.
 */
export function hasLanes({ query }: PhysicalPlan): boolean {
  if (query.kind !== "aggregate" || groupKeysOf(query).length === 0) return false;
  const { mode, scope } = query.emission;
  return mode === "final" || scope === "changed";
}

/**
 * One lane of a partition. Its clock is the whole partition's, computed from all rows as that of a wider scope is; what it
 * judges, counts and hands on are the rows of its own groups.
 */
export class LaneOfPartition {
  readonly #lane: GroupLane;
  readonly #watermark: WatermarkManager;
  readonly #own: PartitionRows = { rows: new Int32Array(0), count: 0, skipped: 0, removed: 0 };
  #before: Float64Array = new Float64Array(0);
  #after: Float64Array = new Float64Array(0);

  constructor(lane: GroupLane, watermark: WatermarkSpec) {
    this.#lane = lane;
    this.#watermark = new WatermarkManager(watermark);
  }

  /** The partition's own clock over a batch. @param all its rows. @returns Valid until the next call. */
  observe(header: RecordHeader, { rows, count }: PartitionRows): SharedClock {
    if (this.#before.length < header.length) {
      this.#before = new Float64Array(header.length);
      this.#after = new Float64Array(header.length);
    }
    const watermark = this.#watermark;
    const moverBefore = watermark.mover;
    watermark.observe(header, rows, count);
    const { steps, current } = watermark;
    const [before, after] = [this.#before, this.#after];
    let last = steps.initial;
    for (let i = 0; i < count; i++) {
      before[rows[i]!] = last;
      after[rows[i]!] = last = steps.values[i]!;
    }
    return { before, after, steps, moverBefore, current };
  }

  /** The rows of its groups; those without a group are the first lane's. @returns Valid until the next call. */
  select({ key }: RecordHeader, { rows, count, skipped, removed }: PartitionRows): PartitionRows {
    const own = this.#own;
    const { index, of } = this.#lane;
    if (own.rows.length < count) own.rows = new Int32Array(rows.length);
    own.count = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      own.rows[own.count] = row;
      own.count += Number(Math.max(0, key[row]!) % of === index);
    }
    own.skipped = index === 0 ? skipped : 0;
    own.removed = index === 0 ? removed : 0;
    return own;
  }
}

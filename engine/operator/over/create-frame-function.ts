import type { OverAggregate } from "../../aggregate/over-function.ts";
import { createAccumulator, createRetractable } from "../../aggregate/registry.ts";
import { type DataType, sameType } from "../../data/data-type.ts";
import type { WarningCounts } from "../../expression/warning-counts.ts";
import type { FrameSpec, OverSpec } from "../../spec/over-spec.ts";
import type { CellStore } from "./cell-store.ts";
import { FrameAggregate } from "./frame-aggregate.ts";
import { FrameExtreme } from "./frame-extreme.ts";
import { FrameFold } from "./frame-fold.ts";
import type { FrameFunction } from "./frame-function.ts";
import { RecomputedAggregate } from "./recomputed-aggregate.ts";

/**
 * The way to compute an aggregate over a frame that costs least: growing frames add up, others take back what leaves,
 * or keep what can still matter. Only what allows none of that is computed anew for each record.
 * @param columns of its arguments. @param warnings counts results that do not fit, by row.
 */
export function createFrameFunction(
  { call }: OverAggregate,
  columns: readonly number[],
  { bufferRows, frame }: OverSpec,
  store: CellStore,
  warnings: WarningCounts,
): FrameFunction {
  if (grows(frame, bufferRows))
    return new FrameAggregate(createAccumulator(call, 1, warnings), store, columns);
  const [argument] = call.arguments;
  const plain = !call.distinct && !call.filtered;
  const { name } = call;
  if (plain && (name === "min" || name === "max") && sameType(call.type, argument!.type))
    return isDouble(call.type)
      ? new FrameFold(store, columns[0]!, name === "max" ? "greatest" : "least", false)
      : new FrameExtreme(store, columns[0]!, call.type, name === "max");
  if (plain && (name === "sum" || name === "avg") && argument!.type.kind === "DOUBLE")
    return new FrameFold(store, columns[0]!, name === "avg" ? "average" : "sum", call.emptyIsZero);
  const retractable = createRetractable(call, 1, warnings);
  if (retractable) return new FrameAggregate(retractable, store, columns);
  return new RecomputedAggregate(createAccumulator(call, 1, warnings), store, columns);
}

/** Whether doubles hold the values exactly. */
function isDouble({ kind }: DataType): boolean {
  return kind === "DOUBLE" || kind === "TIMESTAMP" || kind === "DATE" || kind === "INTERVAL";
}

/** Whether no record ever leaves the frame. */
function grows({ start }: FrameSpec, bufferRows: number | null): boolean {
  return start === null && bufferRows === null;
}

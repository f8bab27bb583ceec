import type { RecordHeader } from "../data/record-status.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import type { HostShare } from "../runtime/assign-hosts.ts";
import type { PartitionCounts } from "../runtime/partition-counts.ts";
import type { OutputBatch } from "../runtime/output-batch.ts";
import type { HostTrace } from "../runtime/trace/trace-tables.ts";
import type { WireArray, WireColumn } from "./column-wire.ts";

/** What the engine worker tells a partition worker, over their port. Answers come in the order of `batch` and `finish`. */
export type ToPartitions =
  | {
      readonly kind: "start";
      readonly query: number;
      readonly plan: PhysicalPlan;
      readonly share: HostShare;
      readonly traced: boolean;
    }
  | { readonly kind: "batch"; readonly query: number; readonly batch: WireBatch }
  | { readonly kind: "finish"; readonly query: number }
  | { readonly kind: "stop"; readonly query: number };

/** What a partition worker answers. */
export type FromPartitions =
  | { readonly kind: "output"; readonly query: number; readonly output: WireHostOutput }
  | { readonly kind: "failed"; readonly query: number; readonly message: string };

/** A prepared batch: runtime/batch-preparer.ts. */
export interface WireBatch extends RecordHeader {
  /** The stream's columns by index; null where no partition reads them. */
  readonly columns: readonly (WireColumn | null)[];
  /** Group keys that the receiver has not seen, in order. */
  readonly newKeys: readonly WireColumn[];
  readonly newKeyCount: number;
}

/** runtime/partition-host.ts, HostOutput. */
export interface WireHostOutput {
  readonly outputs: readonly (Omit<OutputBatch, "columns"> & { readonly columns: readonly WireColumn[] })[];
  /** Late entries, ten numbers each: late-wire.ts. */
  readonly late: Float64Array;
  readonly warnings: WarningCounts;
  readonly verdicts: Uint8Array | null;
  readonly partitionOf: Int32Array | null;
  readonly trace: HostTrace | null;
  readonly counts: readonly PartitionCounts[];
}

/** A port of either kind of host: what both browsers and Node offer. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}

/** @returns The buffers of the arrays that may be transferred: shared memory is not. */
export function transferables(arrays: readonly (ArrayBufferView | null)[]): Transferable[] {
  const buffers = new Set<ArrayBuffer>();
  for (const array of arrays) if (array && array.buffer instanceof ArrayBuffer) buffers.add(array.buffer);
  return [...buffers];
}

/** The arrays of wire columns. */
export function arraysOf(columns: readonly (WireColumn | null)[]): (WireArray | null)[] {
  return columns.flatMap((column): (WireArray | null)[] => {
    if (!column) return [];
    if (column.kind === "string") return [column.codes, column.validity];
    return column.kind === "number"
      ? [column.values, column.exact, column.validity]
      : [column.values, column.validity];
  });
}

import { BY_IDLE, BY_TIMER, phaseOf } from "../data/change.ts";
import type { OutputBatch } from "./output-batch.ts";

/** The order of the rows of several outputs: entry i is row `row[i]` of output `output[i]`. */
export interface MergedOrder {
  readonly output: Int32Array;
  readonly row: Int32Array;
}

/**
 * The one order of all rows that the outputs of one batch have: (cause; phase: timer, record, close; within a close
 * window end, window start and lowest contributing seq; partition). semantics.md, section 5. What the timers of one cause print
 * is in the order in which they went off, each partition's timer by itself (section 3). Each output is in that order
 * already, so pairs are merged up to the whole; ties keep the order of the list, which is that of the partitions.
 */
export function mergeOutputs(outputs: readonly OutputBatch[], order: CloseOrder = FIRST_SEQ): MergedOrder {
  return mergeRange(outputs, 0, outputs.length, order);
}

/** How the rows of one close are ordered whose windows end together. */
export interface CloseOrder {
  /** Whether windows that start earlier come first. */
  readonly byStart: boolean;
  /** The order of two group keys, by id; null: lowest contributing seq first. */
  readonly compareKeys: ((a: number, b: number) => number) | null;
}

export const FIRST_SEQ: CloseOrder = { byStart: true, compareKeys: null };

function mergeRange(
  outputs: readonly OutputBatch[],
  from: number,
  to: number,
  order: CloseOrder,
): MergedOrder {
  if (to - from === 0) return { output: new Int32Array(0), row: new Int32Array(0) };
  if (to - from === 1) {
    const { length } = outputs[from]!;
    const row = new Int32Array(length);
    for (let i = 0; i < length; i++) row[i] = i;
    return { output: new Int32Array(length).fill(from), row };
  }
  const middle = (from + to) >> 1;
  return mergePair(
    outputs,
    mergeRange(outputs, from, middle, order),
    mergeRange(outputs, middle, to, order),
    order,
  );
}

function mergePair(
  outputs: readonly OutputBatch[],
  a: MergedOrder,
  b: MergedOrder,
  order: CloseOrder,
): MergedOrder {
  const length = a.row.length + b.row.length;
  const output = new Int32Array(length);
  const row = new Int32Array(length);
  let i = 0;
  let j = 0;
  for (let at = 0; at < length; at++) {
    const left =
      j === b.row.length ||
      (i < a.row.length &&
        !comesBefore(outputs[b.output[j]!]!, b.row[j]!, outputs[a.output[i]!]!, a.row[i]!, order));
    output[at] = left ? a.output[i]! : b.output[j]!;
    row[at] = left ? a.row[i++]! : b.row[j++]!;
  }
  return { output, row };
}

/** Whether row `i` of `a` comes strictly before row `j` of `b`. */
function comesBefore(a: OutputBatch, i: number, b: OutputBatch, j: number, order: CloseOrder): boolean {
  const cause = a.cause[i]!;
  const other = b.cause[j]!;
  if (cause !== other) return cause < other;
  const phase = phaseOf(a.reason[i]!);
  const otherPhase = phaseOf(b.reason[j]!);
  if (phase !== otherPhase) return phase < otherPhase;
  if (phase === 1) return false;
  if (phase === 0 && a.reason[i] !== b.reason[j]) return idleComesBefore(a, i, b, j);
  if (a.reason[i] === BY_TIMER && a.partition !== b.partition) return a.partition < b.partition;
  // Idle timers of one cause move a shared clock one after the other.
  if (a.watermark[i] !== b.watermark[j]) return a.watermark[i]! < b.watermark[j]!;
  const end = a.windowEnd[i]!;
  const otherEnd = b.windowEnd[j]!;
  if (end !== otherEnd) return end < otherEnd;
  const start = a.windowStart[i]!;
  const otherStart = b.windowStart[j]!;
  if (order.byStart && start !== otherStart) return start < otherStart;
  return order.compareKeys ? order.compareKeys(a.key[i]!, b.key[j]!) < 0 : a.first[i]! < b.first[j]!;
}

/**
 * Whether row `i` comes before row `j`, one of which an idle timer printed and the other that of EMIT EVERY: it does where its
 * watermark is lower, or where it is the idle one's and they have the same. Only where a clock is shared can anything go idle, and it rises
 * with each idle timer that prints.
 */
function idleComesBefore(a: OutputBatch, i: number, b: OutputBatch, j: number): boolean {
  const watermark = a.watermark[i]!;
  const other = b.watermark[j]!;
  return watermark === other ? a.reason[i] === BY_IDLE : watermark < other;
}

import { BY_RECORD, INSERT, NO_PANE } from "../data/change.ts";
import type { Column } from "../data/column.ts";
import type { RecordHeader } from "../data/record-status.ts";
import type { OutputBatch } from "./output-batch.ts";

/** A plain SELECT's output: one `+I` for each record that got through. @param projected one row for each of them, at least one. */
export function projectRecords(
  partition: number,
  header: RecordHeader,
  passed: { readonly rows: Int32Array; readonly judged: Float64Array; readonly count: number },
  projected: readonly Column[],
): OutputBatch {
  const { rows, judged, count } = passed;
  const cause = new Float64Array(count);
  for (let i = 0; i < count; i++) cause[i] = header.base + rows[i]!;
  return {
    partition,
    length: count,
    cause,
    kind: new Uint8Array(count).fill(INSERT),
    pane: new Uint8Array(count).fill(NO_PANE),
    reason: new Uint8Array(count).fill(BY_RECORD),
    watermark: judged.slice(0, count),
    windowStart: new Float64Array(count).fill(-Infinity),
    windowEnd: new Float64Array(count).fill(Infinity),
    first: cause,
    key: new Int32Array(count),
    columns: projected,
  };
}

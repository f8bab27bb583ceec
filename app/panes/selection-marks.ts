import type { RecordRow, ResultRow } from "../../engine/client/types.ts";
import type { Lights } from "../session/lights-store.ts";
import type { Target } from "../session/selection-store.ts";
import type { RowMark } from "../ui/TableRow.tsx";
import type { Clock } from "../words/clock.ts";
import { partitionLetter } from "../words/partition-letter.ts";
import { count } from "../words/value.ts";

/** A row of the changelog by its index there. */
export type IndexedRow = Pick<ResultRow, "partition" | "windowStart" | "windowEnd" | "cause"> & {
  readonly index: number;
};

/** How a record is marked: chosen itself, the culprit of the chosen one, or part of the chosen row or window. */
export function recordMark(record: RecordRow, target: Target | null, lights: Lights): RowMark {
  const { seq } = record;
  if (target?.kind === "record") {
    if (seq === target.seq) return "selected";
    if (seq === lights.culprit) return "blamed";
  } else if (target !== null && contains(lights.records, seq)) return "lit";
  return record.verdict === "not yet" ? "ahead" : null;
}

/** The mark of a record in words. */
export function recordNote(record: RecordRow, target: Target | null, lights: Lights): string | null {
  switch (target?.kind) {
    case "record":
      return record.seq === lights.culprit ? `culprit of #${target.seq}` : null;
    case "row":
      return contains(lights.records, record.seq) ? `made row ${target.row}` : null;
    case "window":
      return contains(lights.records, record.seq) ? "counted in the chosen window" : null;
    case undefined:
      return null;
  }
}

/** How a row of the changelog is marked: chosen itself, of the chosen window, or changed by the chosen record. */
export function changeMark(row: IndexedRow, target: Target | null, lights: Lights): RowMark {
  switch (target?.kind) {
    case "row":
      return row.index === target.row ? "selected" : null;
    case "window":
      return isInWindow(row, target) ? "lit" : null;
    case "record":
      return contains(lights.rows, row.index) ? "lit" : null;
    case undefined:
      return null;
  }
}

/** The mark of a row in words. */
export function changeNote(row: IndexedRow, target: Target | null, lights: Lights): string | null {
  if (changeMark(row, target, lights) !== "lit") return null;
  if (target?.kind !== "record") return "of the chosen window";
  return row.cause === target.seq ? `caused by #${target.seq}` : `#${target.seq} is part of it`;
}

/** "12 records make row 52", for what is chosen; "" where nothing is known of it. */
export function madeOf(target: Target | null, lights: Lights, clock: Clock): string {
  if (target === null || target.kind === "record") return "";
  const { length } = lights.records;
  if (length === 0) return "";
  const records = `${count(length)} ${length === 1 ? "record" : "records"}`;
  if (target.kind === "row") return `${records} ${length === 1 ? "makes" : "make"} row ${count(target.row)}`;
  return `${records} in ${clock.span(target.start, target.end)} of ${partitionLetter(target.partition)}`;
}

/** @param window partition and ms. */
function isInWindow(
  row: Pick<ResultRow, "partition" | "windowStart" | "windowEnd">,
  window: { readonly partition: number; readonly start: number; readonly end: number },
): boolean {
  return (
    row.windowStart === window.start && row.windowEnd === window.end && row.partition === window.partition
  );
}

/** @param sorted ascending. */
function contains(sorted: readonly number[], wanted: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted;
}

import type { OverQuery, OverWindowPlan } from "../plan/physical-plan.ts";
import type { QueryRun } from "./query-run.ts";
import { isCounted } from "./trace/fate.ts";

/** Which way to look from a record: at those that its own frame holds, or at those whose frames hold it. */
export type FrameSide = "before" | "after";

/**
 * Whether the frames of a query follow from the times and seqs of records alone, so that no buffer has to be filled for
 * them: no window has a buffer of rows or groups of its own, and distances of time are ms.
 */
export function areUnbuffered({ windows }: OverQuery): boolean {
  return windows.every(
    ({ spec: { bufferRows, frame }, keys, order }) =>
      bufferRows === null && keys === null && (frame.unit === "rows" || order[0]!.type.kind === "TIMESTAMP"),
  );
}

/**
 * The records in the frames of a record, or those in whose frames it is, of a query that is unbuffered; itself with them.
 * Looks once a window at each record that is kept, and at no value.
 * @param until seqs from here on have not arrived.
 */
export function unbufferedFrames(run: QueryRun, seq: number, side: FrameSide, until: number): Set<number> {
  const found = new Set([seq]);
  const group = groupOf(run, seq, until);
  for (const window of (run.plan.query as OverQuery).windows)
    for (const other of framed(run, window, { seq, side, group })) found.add(other);
  return found;
}

interface Looking {
  readonly seq: number;
  readonly side: FrameSide;
  readonly group: readonly number[];
}

/** A frame is a range of distances back from its record: the records whose frames hold one lie as far ahead of it. */
function framed(
  { records }: QueryRun,
  { spec: { frame, leaves } }: OverWindowPlan,
  { seq, side, group }: Looking,
): readonly number[] {
  const times = records.eventTime;
  const sign = side === "before" ? 1 : -1;
  const { start } = frame;
  const nearest = frame.end ?? 0;
  if (frame.unit === "range") {
    const own = times.at(seq);
    return group.filter((other) => {
      const distance = sign * (own - times.at(other));
      return distance >= nearest && distance <= (start ?? Infinity);
    });
  }
  const byTime = leaves === "at-watermark";
  const from = (a: number, b: number): number => sign * ((byTime ? times.at(a) - times.at(b) : 0) || a - b);
  const beside = group.filter((other) => from(seq, other) >= 0);
  if (start === null && nearest === 0) return beside;
  return beside.sort((a, b) => from(b, a)).slice(nearest, start === null ? undefined : start + 1);
}

/** The counted records of a record's group that have arrived, ascending. */
function groupOf({ records }: QueryRun, seq: number, until: number): number[] {
  const { first } = records;
  const [partitions, fates, keys] = [
    records.partition.view(first),
    records.fate.view(first),
    records.key.view(first),
  ];
  const [key, partition] = [keys[seq - first], partitions[seq - first]];
  const found: number[] = [];
  for (let i = 0; i < until - first; i++)
    if (keys[i] === key && partitions[i] === partition && isCounted(fates[i]!)) found.push(first + i);
  return found;
}

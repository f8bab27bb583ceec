import { COMBINED, type QuerySummary } from "../../engine/client/types.ts";
import type { Staircase, TraceMirror } from "../engine/trace-mirror.ts";
import { partitionLetter } from "../words/partition-letter.ts";
import type { Panel } from "./map-layout.ts";
import { firstAtLeast } from "./first-at-least.ts";
import type { MapPosition } from "./windows-at.ts";

/** The clock that judges the records of a partition and closes its windows. @param partition null: all of them. */
export function closingClock(
  { watermarkScope }: Pick<QuerySummary, "watermarkScope">,
  partition: number | null,
): number | null {
  return watermarkScope === "partition" ? partition : COMBINED;
}

/** Whether a panel of one partition shows a clock: its own, and what is made of all. Splits are no partitions. */
export function isOfPanel(
  { watermarkScope }: Pick<QuerySummary, "watermarkScope">,
  { title, partition }: Pick<Panel, "title" | "partition">,
  clock: number,
): boolean {
  if (title === null || clock === COMBINED) return true;
  return watermarkScope !== "source" && clock === partition;
}

/** What a clock is called on the map: a partition's letter, `s0` for the first split, `min` for the least of all. */
export function clockName({ watermarkScope }: QuerySummary, clock: number): string {
  if (clock === COMBINED) return "min";
  return watermarkScope === "source" ? `s${clock}` : partitionLetter(clock);
}

/** Moves of a clock that have happened at a position. */
export function stepsPast({ seqs, length }: Staircase, { read, ended }: MapPosition): number {
  return ended ? length : firstAtLeast(seqs, read, length);
}

/** Where a clock stands at a position, ms; null while unset. */
export function readingAt(steps: Staircase | undefined, position: MapPosition): number | null {
  const past = steps ? stepsPast(steps, position) : 0;
  return past === 0 ? null : steps!.values[past - 1]!;
}

/** The watermark that judged record `seq`, ms; null while it was unset. A late record moves none, so before is after. */
export function judgedBy(
  mirror: TraceMirror,
  query: Pick<QuerySummary, "watermarkScope">,
  seq: number,
): number | null {
  const clock = closingClock(query, mirror.partition[seq - mirror.first] ?? null);
  return readingAt(mirror.clocks.get(clock ?? COMBINED), { read: seq + 1, ended: false });
}

/** Who stands at the least watermark: "C", "A, C"; "" where the member that held it is gone. @param least ms. */
export function holdersOf(
  {
    mirror,
    query,
    position,
  }: { readonly mirror: TraceMirror; readonly query: QuerySummary; readonly position: MapPosition },
  least: number,
): string {
  const members = [...mirror.clocks.keys()].filter((clock) => clock !== COMBINED).sort((a, b) => a - b);
  const holders = members.filter((member) => readingAt(mirror.clocks.get(member), position) === least);
  return holders.map((member) => clockName(query, member)).join(", ");
}

/** ms: when record `seq` arrived, or for the end of input the last one. */
export function arrivalOf({ arrival, first, known }: TraceMirror, seq: number): number {
  if (known === first) return 0;
  return arrival[Math.min(Math.max(seq, first), known - 1) - first]!;
}

/**
 * ms of arrival that a position shows as now; null while nothing is known. Before the first record it is the start of
 * the stream: 0 where times count from there.
 */
export function nowAt(mirror: TraceMirror, { read }: MapPosition): number | null {
  if (mirror.known === mirror.first) return null;
  if (read > mirror.first) return arrivalOf(mirror, Math.min(read, mirror.known) - 1);
  const start = mirror.arrival[0]!;
  return start >= 0 && start < 86_400_000 ? 0 : start;
}

/** How much of a staircase is wanted, and how fine. */
export interface CornerOptions {
  /** Steps that have happened. */
  readonly past: number;
  /** ms of arrival at which it ends. */
  readonly until: number;
  /** ms taken from each value. */
  readonly offset: number;
  /** ms: no value is higher; the end of input sets clocks to Infinity. */
  readonly highest: number;
  /** ms of event time and of arrival: steps nearer to each other than both are one. */
  readonly eventGrain: number;
  readonly arrivalGrain: number;
}

/**
 * The corners of a staircase as [value, arrival, value, arrival, …]: time goes by, then the clock jumps. Of steps
 * within one pixel only one is kept.
 */
export function corners(steps: Staircase, mirror: TraceMirror, options: CornerOptions): number[] {
  const { past, until, offset, highest } = options;
  const valueAt = (i: number): number => Math.min(steps.values[i]! - offset, highest);
  const points: number[] = [];
  let at = -1;
  const jumpTo = (i: number): void => {
    const arrival = arrivalOf(mirror, steps.seqs[i]!);
    if (at >= 0) points.push(valueAt(at), arrival);
    points.push(valueAt(i), arrival);
    at = i;
  };
  for (let i = 0; i < past; i = nextCorner(steps, mirror, i, options)) jumpTo(i);
  if (at < 0) return points;
  if (at < past - 1) jumpTo(past - 1);
  points.push(valueAt(past - 1), until);
  return points;
}

/** The next step that can be told apart from step `i`, found by doubling and halving: most of a crowd is never looked at. */
function nextCorner(
  { seqs, values }: Staircase,
  mirror: TraceMirror,
  i: number,
  { past, eventGrain, arrivalGrain }: CornerOptions,
): number {
  const arrival = arrivalOf(mirror, seqs[i]!);
  const apart = (j: number): boolean =>
    values[j]! - values[i]! >= eventGrain || arrivalOf(mirror, seqs[j]!) - arrival >= arrivalGrain;
  if (i + 1 >= past || apart(i + 1)) return i + 1;
  let stride = 2;
  while (i + stride < past && !apart(i + stride)) stride *= 2;
  let low = i + stride / 2;
  let high = Math.min(past, i + stride);
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if (apart(middle)) high = middle;
    else low = middle;
  }
  return high;
}

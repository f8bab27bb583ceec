/** Records whose way through the queues is followed; of a longer run, the last so many. */
export const FOLLOWED = 20_000;

/** What the model is asked: workers that take a while for each record, and queues with room for a few. */
export interface QueueQuestion {
  /** Arrival of each record, ms, ascending, and its partition; -1 where it has none. */
  readonly arrivals: ArrayLike<number>;
  readonly partitionOf: ArrayLike<number>;
  readonly partitions: number;
  /** ms of arrival time that a partition's worker takes for one record, at least 0. */
  readonly drag: number;
  /** Records for which a queue has room, the one that is worked on included; at least 1. */
  readonly slots: number;
  /** ms of arrival time up to which it is looked at. */
  readonly until: number;
}

/** One partition's queue over arrival time. */
export interface QueueLane {
  /** Its depth from `at` on, ms; before the first it is empty. */
  readonly steps: readonly { readonly at: number; readonly depth: number }[];
  readonly depth: number;
  readonly peak: number;
  /** ms from arrival to being done, waiting included, of the records that arrived: ascending. */
  readonly times: Float64Array;
}

export interface QueueModel {
  readonly lanes: readonly QueueLane[];
  /** Records that had to wait at the source, because some queue was full, and the longest that one did, ms. */
  readonly held: number;
  readonly longest: number;
}

interface Worker {
  /** When each of its records is handed to it, and done. */
  readonly handed: number[];
  readonly done: number[];
  readonly times: number[];
}

/**
 * What queues would do were each record some work: the one source hands records on in order, each when its partition's
 * queue has room, and one worker a partition takes them one after the other. A full queue holds back all that come behind,
 * of any partition; nothing is lost.
 */
export function queueModel(question: QueueQuestion): QueueModel {
  const { arrivals, partitionOf, partitions, drag, slots, until } = question;
  const workers = Array.from({ length: partitions }, (): Worker => ({ handed: [], done: [], times: [] }));
  let source = -Infinity;
  let held = 0;
  let longest = 0;
  for (let i = 0; i < arrivals.length; i++) {
    const worker = workers[partitionOf[i]!];
    if (!worker) continue;
    const arrival = arrivals[i]!;
    const { handed, done, times } = worker;
    source = Math.max(source, arrival, done[done.length - slots] ?? -Infinity);
    const end = Math.max(source, done.at(-1) ?? -Infinity) + drag;
    handed.push(source);
    done.push(end);
    times.push(end - arrival);
    if (source > arrival) held++;
    longest = Math.max(longest, source - arrival);
  }
  return { lanes: workers.map((worker) => laneOf(worker, until)), held, longest };
}

/** The depth after each moment at which it changes: what is done leaves before what is handed on comes. */
function laneOf({ handed, done, times }: Worker, until: number): QueueLane {
  const steps: { at: number; depth: number }[] = [];
  let peak = 0;
  let came = 0;
  let left = 0;
  for (;;) {
    const at = Math.min(handed[came] ?? Infinity, done[left] ?? Infinity);
    if (at > until || at === Infinity) break;
    while (done[left] !== undefined && done[left]! <= at && left < came) left++;
    while (handed[came] !== undefined && handed[came]! <= at) came++;
    while (done[left] !== undefined && done[left]! <= at) left++;
    const depth = came - left;
    peak = Math.max(peak, depth);
    steps.push({ at, depth });
  }
  return { steps, depth: came - left, peak, times: Float64Array.from(times).sort() };
}

/** The time at a share of times in ascending order; null of none. @param share above 0, up to 1. */
export function timeAt(times: Float64Array, share: number): number | null {
  return times.length === 0 ? null : times[Math.max(1, Math.ceil(share * times.length)) - 1]!;
}

/** A drag at which the partitions are busy for most of the run: ms, two digits. @param span ms of arrival. */
export function busyDrag(span: number, records: number, partitions: number): number {
  if (records === 0 || span <= 0) return 1;
  return Number(((0.75 * span * partitions) / records).toPrecision(2));
}

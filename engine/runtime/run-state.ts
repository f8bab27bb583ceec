import type { ReplayLog } from "../source/replay-log.ts";
import type { PaneCounts } from "./changelog-store.ts";
import type { PartitionCounts } from "./partition-counts.ts";
import type { RunView } from "./run-view.ts";
import type { ValueWarning } from "./value-warnings.ts";
import type { Ledger } from "./result-row.ts";
import { partitionLoad } from "../partition/partition-load.ts";
import { NO_METRICS, type RunMetrics } from "./run-metrics.ts";

export type Phase = "empty" | "loading" | "paused" | "playing" | "finished" | "failed";

/** The state of a run; sent at most once a frame, only when something changed. Rows are pulled by range. */
export interface RunState {
  readonly phase: Phase;
  /** Grows with every load and restart; rows of another run are not these rows. */
  readonly run: number;
  /** Whether its steps are recorded: without that nothing of the trace can be asked for. */
  readonly traced: boolean;
  /** Records read so far. */
  readonly position: number;
  /** Records whose fate is known already: the run may be ahead of the position. */
  readonly known: number;
  /** Records in the replay log, or null while a large source is still being read. */
  readonly length: number | null;
  /** Arrival time of the last record read, and of the first and last of the log (ms), or null. */
  readonly arrival: number | null;
  readonly firstArrival: number | null;
  readonly lastArrival: number | null;
  /** Lowest watermark of the active partitions and the partition that holds it; null while unset. */
  readonly watermark: { readonly value: number; readonly heldBy: number } | null;
  readonly ledger: Ledger;
  /** Output rows so far, and rows left after folding the changelog. */
  readonly rowsOut: number;
  readonly tableRows: number;
  readonly panes: PaneCounts;
  /** Values up to here that could not be computed and are NULL instead, the most frequent kind first. */
  readonly warnings: readonly ValueWarning[];
  /** Rows before this index are no longer kept. */
  readonly firstRowKept: number;
  readonly partitions: readonly PartitionStatus[];
  /** Records of the fullest partition as a multiple of the mean: 1 is even; null before any record. */
  readonly skew: number | null;
  readonly workers: WorkerStatus;
  /** How the run goes through the machine, as far as it is known: it may be ahead of the position. */
  readonly metrics: RunMetrics;
  /** Records that the position passes in a second, lately; 0 when it stands still. */
  readonly rate: number;
  /** ms of play since the run began. */
  readonly elapsed: number;
  /** Set when the run failed: which worker or record, and what to do. */
  readonly failure: string | null;
}

export interface PartitionStatus {
  readonly id: number;
  readonly records: number;
  readonly late: number;
  readonly dropped: number;
  /** ms, or null while unset. */
  readonly watermark: number | null;
  /** Arrival time of its last record, ms, or null. */
  readonly lastArrival: number | null;
  readonly idle: boolean;
  /** ms of arrival since which it counts as idle; null while it does not. */
  readonly idleSince: number | null;
  /** Whether it has so many more records than the others that it holds the run up. */
  readonly hot: boolean;
  /** What moved its watermark to where it stands: a record, or a timer that was due by its arrival. Null while unset, and without a trace. */
  readonly mover: { readonly seq: number; readonly timer: boolean } | null;
  /** Distinct group keys seen, null without a trace; and up to three of them as text. */
  readonly keys: number | null;
  readonly someKeys: readonly string[];
  /** Those that have it, or groups of it; none before the run's first record is read. */
  readonly workers: readonly number[];
}

export interface WorkerStatus {
  readonly count: number;
  readonly ready: number;
  /** Whether columns travel over shared memory. */
  readonly shared: boolean;
}

export interface RunStateParts {
  readonly phase: Phase;
  readonly runs: number;
  readonly view: RunView | null;
  readonly log: ReplayLog | null;
  readonly workers: WorkerStatus;
  readonly rate: number;
  readonly elapsed: number;
  readonly failure: string | null;
}

const NOTHING_READ: Ledger = {
  read: 0,
  malformed: 0,
  skipped: 0,
  filtered: 0,
  inNoWindow: 0,
  late: 0,
  expired: 0,
  counted: 0,
  countedLate: 0,
  corrections: 0,
  windowMisses: 0,
};

export function runState({
  phase,
  runs,
  view,
  log,
  workers,
  rate,
  elapsed,
  failure,
}: RunStateParts): RunState {
  const load = partitionLoad(view?.counts.map(({ records }) => records) ?? []);
  const partitions = view?.counts.map((counts) => partitionStatus(view, counts, load.hot)) ?? [];
  return {
    phase,
    run: runs,
    traced: view?.run.traced ?? true,
    position: view?.read ?? 0,
    known: view?.run.known ?? 0,
    length: log?.finished ? log.length : null,
    arrival: view?.arrival ?? null,
    firstArrival: log?.firstArrival ?? null,
    lastArrival: log?.lastArrival ?? null,
    watermark: lowestWatermark(partitions, view?.run.plan.watermark.scope !== "partition"),
    ledger: view?.ledger ?? NOTHING_READ,
    rowsOut: view?.rowsOut ?? 0,
    tableRows: view?.table.size ?? 0,
    warnings: view?.warnings ?? [],
    panes: view?.panes ?? { early: 0, onTime: 0, late: 0 },
    firstRowKept: view?.run.changes.firstKept ?? 0,
    partitions,
    skew: load.skew,
    workers,
    metrics: view?.run.metrics ?? NO_METRICS,
    rate,
    elapsed,
    failure,
  };
}

function partitionStatus(view: RunView, counts: PartitionCounts, hot: readonly boolean[]): PartitionStatus {
  const { partition } = counts;
  const workers = view.run.workers.flatMap((own, worker) => (own.includes(partition) ? [worker] : []));
  const keys = view.keysOf(partition);
  const idleSince = view.idleSince(partition);
  return {
    id: partition,
    records: counts.records,
    late: counts.late + counts.expired + counts.countedLate,
    dropped: counts.late + counts.expired,
    watermark: finite(counts.watermark),
    lastArrival: finite(counts.lastArrival),
    idle: idleSince !== null,
    idleSince,
    keys: keys?.count ?? null,
    someKeys: keys?.some ?? [],
    hot: hot[partition]!,
    mover: view.moverOf(partition),
    workers,
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** @param combined whether a partition without a watermark holds the others back. */
function lowestWatermark(partitions: readonly PartitionStatus[], combined: boolean): RunState["watermark"] {
  if (combined && partitions.some((partition) => !partition.idle && partition.watermark === null))
    return null;
  const active = partitions.filter((partition) => !partition.idle && partition.watermark !== null);
  if (active.length === 0) return null;
  const holder = active.reduce((lowest, next) => (next.watermark! < lowest.watermark! ? next : lowest));
  return { value: holder.watermark!, heldBy: holder.id };
}

/** The state before anything was loaded. */
export function nothingRun(workers: WorkerStatus): RunState {
  return runState({
    phase: "empty",
    runs: 0,
    view: null,
    log: null,
    workers,
    rate: 0,
    elapsed: 0,
    failure: null,
  });
}

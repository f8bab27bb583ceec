/** How full a queue is, in words. */
export type QueueState = "healthy" | "warning" | "critical" | "saturated";

/** How full a bounded queue is, and how far that slows what fills it. Plain data. */
export interface Backpressure {
  /** Depth by capacity, from 0 to 1; 0 of a queue without capacity. */
  readonly utilization: number;
  readonly state: QueueState;
  /** Whether the source holds back. */
  readonly throttles: boolean;
  /** ms that the source waits for the queue to empty before it fills it on. */
  readonly delay: number;
}

const STATES: readonly (Omit<Backpressure, "utilization"> & { readonly from: number })[] = [
  { from: 0.95, state: "saturated", throttles: true, delay: 10 },
  { from: 0.85, state: "critical", throttles: true, delay: 0.2 },
  { from: 0.7, state: "warning", throttles: false, delay: 0.1 },
];

/** @param depth of the queue, in the unit of its `capacity`. */
export function backpressureOf(depth: number, capacity: number): Backpressure {
  const utilization = capacity > 0 ? Math.min(1, depth / capacity) : 0;
  const reached = STATES.find(({ from }) => utilization >= from);
  if (!reached) return { utilization, state: "healthy", throttles: false, delay: 0 };
  const { state, throttles, delay } = reached;
  return { utilization, state, throttles, delay };
}

/** The state of the fullest of several queues, which is what slows their source. */
export function fullest(queues: readonly Backpressure[]): Backpressure {
  return queues.reduce(
    (worst, queue) => (queue.utilization > worst.utilization ? queue : worst),
    backpressureOf(0, 0),
  );
}

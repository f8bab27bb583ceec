/**
 * Shares partitions 0 … partitions - 1 out over at most `workers` threads, at least 1: p goes to p mod workers, unless
 * the fullest thread has less to do when the fullest partitions are shared out first. Results do not depend on it (law 3).
 * @param loads what each partition is expected to cost, in any unit; null where nothing is known.
 * @returns The partitions of each thread, ascending.
 */
export function assignPartitions(
  partitions: number,
  workers: number,
  loads: readonly number[] | null = null,
): readonly (readonly number[])[] {
  const threads = Math.max(1, Math.min(partitions, workers));
  const inTurn = Array.from({ length: threads }, (_, thread) =>
    Array.from({ length: partitions }, (_, id) => id).filter((id) => id % threads === thread),
  );
  if (loads === null || threads === 1) return inTurn;
  const byLoad = fullestFirst(threads, loads);
  return most(byLoad, loads) < most(inTurn, loads) ? byLoad : inTurn;
}

/** Each partition, from the fullest on, to the thread that has least to do; of equals to the first, so that it is always the same. */
function fullestFirst(threads: number, loads: readonly number[]): readonly (readonly number[])[] {
  const shares = Array.from({ length: threads }, (): { own: number[]; load: number } => ({
    own: [],
    load: 0,
  }));
  const order = [...loads.keys()].sort((a, b) => loads[b]! - loads[a]! || a - b);
  for (const id of order) {
    const least = shares.reduce((best, share) => (isLess(share, best) ? share : best));
    least.own.push(id);
    least.load += loads[id]!;
  }
  return shares.map(({ own }) => own.sort((a, b) => a - b));
}

/** Partitions without records count too: none stays without a thread while others have several for nothing. */
function isLess(a: { own: number[]; load: number }, b: { own: number[]; load: number }): boolean {
  return a.load < b.load || (a.load === b.load && a.own.length < b.own.length);
}

function most(shares: readonly (readonly number[])[], loads: readonly number[]): number {
  return Math.max(...shares.map((own) => own.reduce((sum, id) => sum + loads[id]!, 0)));
}

import type { Engine } from "../../engine/client/types.ts";

/** Seqs this near to each other are asked for together. */
const NEAR = 64;
/** Arrivals kept before the memory starts anew. */
const KEPT = 100_000;

/** Arrival times by seq, remembered: the replay log never changes. */
export type Arrivals = (seqs: readonly number[]) => Promise<(seq: number) => number | null>;

/** @param engine the engine of now. One for each loaded document. */
export function createArrivals(engine: Engine): Arrivals {
  const known = new Map<number, number>();
  return async (seqs) => {
    const missing = [...new Set(seqs)].filter((seq) => Number.isFinite(seq) && seq >= 0 && !known.has(seq));
    if (known.size + missing.length > KEPT) known.clear();
    const answers = await Promise.all(
      runsOf(missing).map(([first, last]) => engine.records(first, last + 1)),
    );
    for (const record of answers.flat()) known.set(record.seq, record.arrival);
    return (seq) => known.get(seq) ?? null;
  };
}

/** Runs of near seqs as [first, last]. */
function runsOf(seqs: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const seq of seqs.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && seq - run[1] <= NEAR) run[1] = seq;
    else runs.push([seq, seq]);
  }
  return runs;
}

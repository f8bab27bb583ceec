/** Times of one subject, ms each, and the rows of its last run. */
export interface Times {
  readonly ms: number[];
  rows: number;
}

/**
 * Runs all subjects in turn, round after round, so that a noisy moment of the machine falls on all of them.
 * The first round warms up and is not counted.
 */
export async function measure(
  subjects: ReadonlyMap<string, { run(): number | Promise<number> }>,
  rounds: number,
): Promise<ReadonlyMap<string, Times>> {
  const times = new Map([...subjects.keys()].map((name): [string, Times] => [name, { ms: [], rows: 0 }]));
  for (let round = 0; round <= rounds; round++)
    for (const [name, subject] of subjects) {
      const began = performance.now();
      const rows = await subject.run();
      const spent = performance.now() - began;
      const own = times.get(name)!;
      own.rows = rows;
      if (round > 0) own.ms.push(spent);
    }
  return times;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

import type { Engine } from "../../engine/client/types.ts";

/** The arrivals that the page has: of `known - first` records from `first` on, ms. */
export interface HeldArrivals {
  readonly first: number;
  readonly known: number;
  readonly arrival: { readonly [index: number]: number };
}

/**
 * The position at which all records that arrived up to a moment are read, found by halving; the engine is asked only
 * for records that the page does not hold.
 * @param held null: none. @param length records in the log. @param arrival ms.
 */
export async function positionAt(
  engine: Pick<Engine, "records">,
  held: HeldArrivals | null,
  length: number,
  arrival: number,
): Promise<number> {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = heldAt(held, middle) ?? (await askedFor(engine, middle));
    if (found <= arrival) low = middle + 1;
    else high = middle;
  }
  return low;
}

function heldAt(held: HeldArrivals | null, seq: number): number | null {
  if (held === null || seq < held.first || seq >= held.known) return null;
  return held.arrival[seq - held.first]!;
}

/** Infinity where there is no such record. */
async function askedFor(engine: Pick<Engine, "records">, seq: number): Promise<number> {
  const [record] = await engine.records(seq, seq + 1);
  return record?.arrival ?? Infinity;
}

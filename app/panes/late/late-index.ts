import type { Engine } from "../../../engine/client/types.ts";

/** Late records asked for at once, and how many are looked through for a drop. */
const PAGE = 256;
const LOOKED_THROUGH = 4 * PAGE;

/**
 * Where a record stands among the late ones, which are in order of seq.
 * @param total late records so far. @returns -1 where it is none of them.
 */
export async function lateIndexOf(engine: Pick<Engine, "late">, total: number, seq: number): Promise<number> {
  let low = 0;
  let high = total;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { rows } = await engine.late(middle, middle + 1);
    const found = rows[0]?.seq;
    if (found === undefined) return -1;
    if (found === seq) return middle;
    if (found < seq) low = middle + 1;
    else high = middle;
  }
  return -1;
}

/** Seq of the first late record that was dropped; null where none of the first 1,024 was. */
export async function firstDropOf(engine: Pick<Engine, "late">, total: number): Promise<number | null> {
  for (let from = 0; from < Math.min(total, LOOKED_THROUGH); from += PAGE) {
    const { rows } = await engine.late(from, from + PAGE);
    const drop = rows.find(({ verdict }) => verdict === "dropped");
    if (drop) return drop.seq;
  }
  return null;
}

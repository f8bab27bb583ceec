import type { Engine, LateRecord } from "../../../engine/client/types.ts";

/** Newest late records that are searched for one that was dropped. */
const NEWEST = 64;

/**
 * @param total late records so far, in order of seq. @param seq the record that is looked for, or null.
 * @returns That record if it is late; else the newest that was dropped, or the newest at all; null when there is none.
 */
export async function findLate(
  engine: Pick<Engine, "late">,
  total: number,
  seq: number | null,
): Promise<LateRecord | null> {
  const chosen = seq === null ? null : await search(engine, total, seq);
  if (chosen) return chosen;
  const { rows } = await engine.late(Math.max(0, total - NEWEST), total);
  return rows.findLast(({ dropped }) => dropped !== null) ?? rows.at(-1) ?? null;
}

async function search(engine: Pick<Engine, "late">, total: number, seq: number): Promise<LateRecord | null> {
  let low = 0;
  let high = total;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { rows } = await engine.late(middle, middle + 1);
    const found = rows[0];
    if (!found || found.seq === seq) return found ?? null;
    if (found.seq < seq) low = middle + 1;
    else high = middle;
  }
  return null;
}

import type { Engine } from "../../engine/client/types.ts";

/**
 * The position at which all records that arrived up to a moment are read, found by halving.
 * @param length records in the log. @param arrival ms.
 */
export async function positionAt(
  engine: Pick<Engine, "records">,
  length: number,
  arrival: number,
): Promise<number> {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [record] = await engine.records(middle, middle + 1);
    if (record && record.arrival <= arrival) low = middle + 1;
    else high = middle;
  }
  return low;
}

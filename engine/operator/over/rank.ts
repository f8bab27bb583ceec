import type { RankName } from "../../aggregate/over-function.ts";
import type { CellOrder } from "./cell-order.ts";
import type { Standing } from "./place.ts";

/**
 * A rank of the current record in its buffer, whose first record has place `origin`. Without an order all records are
 * peers; a record never has peers behind it when it is ranked, because the newest stands last among equals.
 */
export function rankOf(
  name: RankName,
  buckets: number,
  standing: Standing,
  origin: number,
  order: CellOrder | null,
): number {
  const { lane, place } = standing;
  const number = place - origin + 1;
  const size = lane.end - origin;
  switch (name) {
    case "row_number":
      return number;
    case "rank":
      return firstPeer(standing, origin, order) - origin + 1;
    case "dense_rank":
      return denseRank(standing, origin, order);
    case "percent_rank":
      return size > 1 ? (firstPeer(standing, origin, order) - origin) / (size - 1) : 0;
    case "cume_dist":
      return order === null ? 1 : number / size;
    case "ntile": {
      const small = Math.floor(size / buckets);
      const large = size - small * buckets;
      const inLarge = large * (small + 1);
      return number <= inLarge
        ? Math.ceil(number / (small + 1))
        : large + Math.ceil((number - inLarge) / small);
    }
  }
}

/** Where nothing is inserted the lane knows where the peers begin; else they are looked for. */
function firstPeer({ lane, place }: Standing, origin: number, order: CellOrder | null): number {
  if (order === null) return origin;
  if (lane.appendsOnly) return lane.peersFrom;
  let at = place;
  while (at > origin && order(lane.at(at - 1), lane.at(place)) === 0) at--;
  return at;
}

function denseRank({ lane, place }: Standing, origin: number, order: CellOrder | null): number {
  if (order === null) return 1;
  if (lane.appendsOnly) return lane.keysSeen;
  let keys = 1;
  for (let at = origin + 1; at <= place; at++) if (order(lane.at(at - 1), lane.at(at)) !== 0) keys++;
  return keys;
}

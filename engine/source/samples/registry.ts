import { lateOrders } from "./late-orders.ts";
import { lateOrdersQuietPartition } from "./late-orders-quiet-partition.ts";
import type { Sample } from "./sample.ts";

/** Every sample stream, in the order in which the page lists them; the first is the one that a visitor meets. */
export const samples: readonly Sample[] = [lateOrders, lateOrdersQuietPartition];

/** @returns The sample of that id, or null: links are written by strangers. */
export function findSample(id: string): Sample | null {
  return samples.find((sample) => sample.description.id === id) ?? null;
}

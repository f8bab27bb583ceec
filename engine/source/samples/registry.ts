import { classicTen } from "./classic-ten.ts";
import { hoppingOrders } from "./hopping-orders.ts";
import { lateFlights } from "./late-flights.ts";
import { lateFlightsLarge } from "./late-flights-large.ts";
import { lateOrders } from "./late-orders.ts";
import { lateOrdersQuietPartition } from "./late-orders-quiet-partition.ts";
import { mergingSessions } from "./merging-sessions.ts";
import { marketTicks } from "./market-ticks.ts";
import type { Sample } from "./sample.ts";

/** Every sample stream, in the order in which the page lists them; the first is the one that a visitor meets. */
export const samples: readonly Sample[] = [
  lateOrders,
  lateOrdersQuietPartition,
  classicTen,
  hoppingOrders,
  mergingSessions,
  lateFlights,
  lateFlightsLarge,
  marketTicks,
];

/** @returns The sample of that id, or null: links are written by strangers. */
export function findSample(id: string): Sample | null {
  return samples.find((sample) => sample.description.id === id) ?? null;
}

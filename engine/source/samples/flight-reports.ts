import type { Schema } from "../../data/schema.ts";
import { BIGINT, STRING, TIMESTAMP } from "../../data/data-type.ts";

/** One flight of the US in 2001, as the Bureau of Transportation Statistics has it. */
export interface Flight {
  /** Minutes since the epoch, taken as UTC. */
  readonly scheduled: number;
  /** Minutes after the scheduled departure; negative when it left early. */
  readonly delay: number;
  /** Miles. */
  readonly distance: number;
  readonly origin: string;
  readonly destination: string;
}

/** Minutes after the real departure at which a flight is reported. No flight leaves so early that its report comes before its event time. */
const REPORT_DELAY = 60;

/** The columns of the flights' CSV file. */
export const flightSchema: Schema = [
  { name: "scheduled", type: TIMESTAMP },
  { name: "reported", type: TIMESTAMP },
  { name: "origin", type: STRING },
  { name: "destination", type: STRING },
  { name: "delay", type: BIGINT },
  { name: "distance", type: BIGINT },
];

/** The flights as CSV in the order of their reports; those of the same minute in the order given. */
export function flightReports(flights: readonly Flight[]): string {
  const reported = flights.map(({ scheduled, delay }) => scheduled + delay + REPORT_DELAY);
  const order = flights.map((_, index) => index).sort((a, b) => reported[a]! - reported[b]! || a - b);
  const lines = order.map((index) => {
    const { scheduled, origin, destination, delay, distance } = flights[index]!;
    return `${minute(scheduled)},${minute(reported[index]!)},${origin},${destination},${delay},${distance}`;
  });
  return `${flightSchema.map(({ name }) => name).join(",")}\n${lines.join("\n")}\n`;
}

/** 2001-01-01T00:47Z */
function minute(minutes: number): string {
  return `${new Date(minutes * 60_000).toISOString().slice(0, 16)}Z`;
}

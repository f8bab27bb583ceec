import { CsvParser } from "../csv-parser.ts";
import { readStream } from "../read-stream.ts";
import { flightSchema } from "./flight-reports.ts";
import { flightQuery, flightStream } from "./late-flights.ts";
import type { Sample } from "./sample.ts";

/** 200,000 flights of the first half of 2001: every fifteenth of three million. */
export const lateFlightsLarge: Sample = {
  description: {
    id: "late-flights-large",
    title: "Late flights, 200,000 of them",
    lookFor: "Ten times as many flights: play them at full speed, and every late one is still accounted for.",
    query: flightQuery,
    // 181 days in 60 s.
    basePace: 260_640_000,
    speed: 1,
    noun: "flight",
    stream: flightStream,
  },
  records: 200_000,
  async *open(fetchData, signal) {
    yield* readStream(await fetchData("data/late-flights-large.csv"), new CsvParser(flightSchema), {
      signal,
    });
  },
};

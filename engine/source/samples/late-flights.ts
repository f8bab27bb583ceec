import { CsvParser } from "../csv-parser.ts";
import { readStream } from "../read-stream.ts";
import { flightSchema } from "./flight-reports.ts";
import type { Sample, SampleDescription } from "./sample.ts";

/** The starter query of both flight samples. */
export const flightQuery = `-- Flights and mean delay a day at four airports
SELECT origin,
       COUNT(*)   AS flights,
       AVG(delay) AS mean_delay
FROM flights
WHERE origin = 'DFW' OR origin = 'ORD' OR origin = 'ATL' OR origin = 'LAX'
GROUP BY origin
WINDOW TUMBLING(scheduled, 1d)
EMIT CHANGES
WITH (
  'watermark.max_out_of_orderness' = '30m',
  'late.data.strategy' = 'drop'
);`;

export const flightStream: SampleDescription["stream"] = {
  name: "flights",
  schema: flightSchema,
  eventTime: "scheduled",
  arrival: "reported",
  split: null,
  splits: 1,
  maxOutOfOrderness: 1_800_000,
};

/** 20,000 flights of the US in the first three months of 2001, each reported an hour after it left. */
export const lateFlights: Sample = {
  description: {
    id: "late-flights",
    title: "Late flights",
    lookFor:
      "Real flights, reported when they left: late flights are late records, so dropping them flatters the mean delay.",
    query: flightQuery,
    // Ninety days in 60 s.
    basePace: 129_600_000,
    speed: 1,
    noun: "flight",
    stream: flightStream,
  },
  records: 20_000,
  async *open(fetchData, signal) {
    yield* readStream(await fetchData("data/late-flights.csv"), new CsvParser(flightSchema), { signal });
  },
};

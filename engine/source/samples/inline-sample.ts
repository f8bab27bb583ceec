import { TIMESTAMP, type Value } from "../../data/data-type.ts";
import type { StreamDefinition } from "../../catalog/stream-definition.ts";
import { rowsToChunk } from "../rows-to-chunk.ts";
import type { Sample, SampleDescription } from "./sample.ts";

/** What is said of a stream that is one split, each record of which has its event time, its arrival, and further columns. */
export interface InlineStream extends Pick<
  StreamDefinition,
  "name" | "maxOutOfOrderness" | "options" | "partitions"
> {
  /** Name of the column of event times. */
  readonly eventTime: string;
  /** The columns behind that and `arrived_at`. */
  readonly columns: StreamDefinition["schema"];
}

/** A sample whose few records stand in its file. @param rows event time and arrival in ms, then the further columns. */
export function inlineSample(
  { stream, ...said }: Omit<SampleDescription, "stream"> & { readonly stream: InlineStream },
  rows: readonly (readonly Value[])[],
): Sample {
  const { eventTime, columns, ...rest } = stream;
  const schema = [{ name: eventTime, type: TIMESTAMP }, { name: "arrived_at", type: TIMESTAMP }, ...columns];
  return {
    description: {
      ...said,
      stream: { ...rest, schema, eventTime, arrival: "arrived_at", split: null, splits: 1 },
    },
    records: rows.length,
    async *open() {
      yield rowsToChunk(schema, rows);
    },
  };
}

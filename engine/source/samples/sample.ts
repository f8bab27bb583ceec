import type { StreamDefinition } from "../../catalog/stream-definition.ts";
import type { SourceChunk } from "../source-chunk.ts";

/** What the page says of a sample stream before it is loaded; plain data. */
export interface SampleDescription {
  /** Stable: links name it. */
  readonly id: string;
  readonly title: string;
  /** One sentence of what to look for. */
  readonly lookFor: string;
  /** The starter query, as it is shown. */
  readonly query: string;
  /** ms of arrival time that pass in one second of play at 1x: the whole plays in about 60 s. */
  readonly basePace: number;
  /** Speed that the page starts with. */
  readonly speed: number;
  /** What one record is called: "order". */
  readonly noun: string;
  readonly stream: StreamDefinition;
}

/** A sample stream: what is said of it, and its records. */
export interface Sample {
  readonly description: SampleDescription;
  /** Records in all. */
  readonly records: number;
  /**
   * The records from the first on, the same ones every time.
   *
   * @param fetchData opens a file of the page; what it throws ends the iteration.
   * @param signal ends the iteration with its reason when it is aborted.
   */
  open(fetchData: FetchData, signal?: AbortSignal): AsyncIterable<SourceChunk>;
}

/** Opens a file of the page by its path relative to the page: "data/late-flights.csv". */
export type FetchData = (path: string) => Promise<ReadableStream<Uint8Array>>;

import type { StreamDefinition } from "../../catalog/stream-definition.ts";

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

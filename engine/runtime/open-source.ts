import type { StreamDefinition } from "../catalog/stream-definition.ts";
import type { SourceChunk } from "../source/source-chunk.ts";
import { ReplayLog } from "../source/replay-log.ts";
import { findSample } from "../source/samples/registry.ts";
import type { FetchData, Sample } from "../source/samples/sample.ts";
import { openText, type TextSource } from "../source/open-text.ts";

export type SourceChoice =
  { readonly kind: "sample"; readonly id: string } | ({ readonly kind: "text" } & TextSource);

/** 1x plays the whole log in about this many seconds. */
const SECONDS_OF_PLAY = 60;

/** A source that is being read into its replay log. */
export class OpenSource {
  readonly choice: SourceChoice;
  readonly stream: StreamDefinition;
  readonly log: ReplayLog;
  /** Records in all where known beforehand. */
  readonly records: number | null;
  /** Why reading ended early, or null. */
  failure: string | null = null;
  /** Called when records were added, and at the end. */
  onProgress: () => void = () => undefined;
  readonly #basePace: number | null;
  readonly #abort = new AbortController();
  /** Resolves when everything is read; rejects with what went wrong. */
  readonly reading: Promise<void>;

  constructor(
    choice: SourceChoice,
    stream: StreamDefinition,
    records: number | null,
    basePace: number | null,
    open: (signal: AbortSignal) => AsyncIterable<SourceChunk>,
  ) {
    this.choice = choice;
    this.stream = stream;
    this.records = records;
    this.#basePace = basePace;
    this.log = new ReplayLog(stream);
    this.reading = this.#read(open(this.#abort.signal));
    this.reading.catch((error: unknown) => {
      this.failure = error instanceof Error ? error.message : String(error);
    });
  }

  /** ms of arrival time that 1x plays in a second. */
  basePace(): number {
    if (this.#basePace !== null) return this.#basePace;
    const length = (this.log.lastArrival ?? 0) - (this.log.firstArrival ?? 0);
    return Math.max(1, length / SECONDS_OF_PLAY);
  }

  /** Whether a choice names what this is reading. */
  isSame(choice: SourceChoice): boolean {
    if (choice.kind === "sample") return this.choice.kind === "sample" && this.choice.id === choice.id;
    return (
      this.choice.kind === "text" &&
      this.choice.text === choice.text &&
      this.choice.name === choice.name &&
      this.choice.format === choice.format
    );
  }

  close(): void {
    this.#abort.abort();
    this.onProgress = () => undefined;
  }

  async #read(chunks: AsyncIterable<SourceChunk>): Promise<void> {
    for await (const chunk of chunks) {
      this.log.append(chunk);
      this.onProgress();
    }
    this.log.finish();
    this.onProgress();
  }
}

/** The stream that a choice would open, without reading all of it. @throws as `openSource` does. */
export async function describeSource(choice: SourceChoice): Promise<StreamDefinition> {
  return choice.kind === "text" ? (await openText(choice)).stream : sampleOf(choice.id).description.stream;
}

/** @throws Error with a sentence for people when there is no such sample, or the first bytes cannot be read. */
export async function openSource(choice: SourceChoice, fetchData: FetchData): Promise<OpenSource> {
  if (choice.kind === "text") {
    const { stream, open } = await openText(choice);
    return new OpenSource(choice, stream, null, null, open);
  }
  const sample = sampleOf(choice.id);
  const { description, records } = sample;
  return new OpenSource(choice, description.stream, records, description.basePace, (signal) =>
    sample.open(fetchData, signal),
  );
}

function sampleOf(id: string): Sample {
  const sample = findSample(id);
  if (!sample) throw new Error(`There is no sample stream "${id}". Pick one from the list.`);
  return sample;
}

import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { createParser, type TextFormat } from "./create-parser.ts";
import { inferStream } from "./infer-schema.ts";
import { readStream } from "./read-stream.ts";
import type { SourceChunk } from "./source-chunk.ts";

/** A visitor's own data: typed text or a file. */
export interface TextSource {
  /** Name of the stream in SQL. */
  readonly name: string;
  readonly format: TextFormat;
  readonly text: string | Blob;
}

/** What a visitor's data is taken to be, and its records: the same ones each time it is opened. */
export interface OpenedText {
  readonly stream: StreamDefinition;
  readonly open: (signal?: AbortSignal) => AsyncIterable<SourceChunk>;
}

/** @throws {SourceError} when no columns can be seen; the records throw as `readStream` does. */
export async function openText({ name, format, text }: TextSource): Promise<OpenedText> {
  const stream = await inferStream(name, format, text);
  return { stream, open: (signal) => readStream(text, createParser(format, stream.schema), { signal }) };
}

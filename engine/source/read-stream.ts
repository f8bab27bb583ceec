import type { RowParser } from "./row-parser.ts";
import type { SourceChunk } from "./source-chunk.ts";
import { SourceError } from "./source-error.ts";

/** Where bytes come from: text that was typed, a file, an answer of fetch, or any stream. */
export type ByteInput = string | Blob | Response | ReadableStream<Uint8Array>;

export interface ReadOptions {
  /** Ends the iteration with its reason when it is aborted, also while it waits for bytes. */
  readonly signal?: AbortSignal | undefined;
  /** Most bytes that are read; MAX_SOURCE_BYTES when left out. */
  readonly maxBytes?: number;
}

/** More would not fit into a tab's memory as columns. */
export const MAX_SOURCE_BYTES: number = 2 ** 30;

/**
 * The records of an input, chunk by chunk. Leaving the iteration early closes the input.
 *
 * @throws {SourceError} when the input is larger than `maxBytes`, is an answer other than OK, or has no usable header.
 */
export async function* readStream(
  input: ByteInput,
  parser: RowParser,
  { signal, maxBytes = MAX_SOURCE_BYTES }: ReadOptions = {},
): AsyncGenerator<SourceChunk> {
  signal?.throwIfAborted();
  const reader = streamOf(input).getReader();
  const close = (): void => {
    reader.cancel(signal?.reason).catch(() => undefined);
  };
  signal?.addEventListener("abort", close);
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      if (done) break;
      bytes += value.length;
      if (bytes > maxBytes)
        throw new SourceError(`The input is larger than ${maxBytes} bytes: cut it, or leave columns out.`);
      for (let from = 0; from < value.length; from += PIECE_BYTES)
        for (const chunk of parser.push(value.subarray(from, from + PIECE_BYTES))) {
          yield chunk;
          signal?.throwIfAborted();
        }
    }
    yield* parser.finish();
  } finally {
    signal?.removeEventListener("abort", close);
    close();
  }
}

/** Small enough that the parser keeps little, and is never away for long. */
const PIECE_BYTES = 2 ** 18;

function streamOf(input: ByteInput): ReadableStream<Uint8Array> {
  if (typeof input === "string") return new Blob([input]).stream();
  if (input instanceof Blob) return input.stream();
  if (!(input instanceof Response)) return input;
  if (!input.ok || !input.body)
    throw new SourceError(`${input.url || "The file"} cannot be read: the server answers ${input.status}.`);
  return input.body;
}

import { describe, expect, test } from "vitest";
import { STRING, BIGINT } from "../data/data-type.ts";
import { sourceRows } from "../testing/source-rows.ts";
import { CsvParser } from "./csv-parser.ts";
import { openText } from "./open-text.ts";
import { type ByteInput, type ReadOptions, readStream } from "./read-stream.ts";
import { CHUNK_ROWS, type SourceChunk } from "./source-chunk.ts";

const schema = [
  { name: "k", type: STRING },
  { name: "n", type: BIGINT },
];
const text = "k,n\nä,1\nb,2\n";

async function rowsOf(input: ByteInput, options?: ReadOptions): Promise<unknown> {
  const chunks: SourceChunk[] = [];
  for await (const chunk of readStream(input, new CsvParser(schema), options)) chunks.push(chunk);
  return sourceRows(schema, chunks).rows;
}

/** A stream of single bytes; `closed` tells whether its reader left it. */
function byteStream(bytes: Uint8Array): { stream: ReadableStream<Uint8Array>; closed: () => boolean } {
  let next = 0;
  let closed = false;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (next < bytes.length) controller.enqueue(bytes.slice(next, ++next));
      else controller.close();
    },
    cancel() {
      closed = true;
    },
  });
  return { stream, closed: () => closed };
}

describe("readStream", () => {
  test("text, file, answer and stream of any pieces give the same records", async () => {
    const rows = [
      ["ä", 1n],
      ["b", 2n],
    ];
    expect(await rowsOf(text)).toEqual(rows);
    expect(await rowsOf(new Blob([text]))).toEqual(rows);
    expect(await rowsOf(new Response(text))).toEqual(rows);
    expect(await rowsOf(byteStream(new TextEncoder().encode(text)).stream)).toEqual(rows);
  });

  test("an answer that is not OK is an error that says so", async () => {
    await expect(rowsOf(new Response("gone", { status: 404 }))).rejects.toThrow("the server answers 404");
  });

  test("an input beyond the cap is an error, and is closed", async () => {
    const { stream, closed } = byteStream(new TextEncoder().encode(text));
    await expect(rowsOf(stream, { maxBytes: 6 })).rejects.toThrow("larger than 6 bytes");
    expect(closed()).toBe(true);
  });

  test("abort ends a read that waits for bytes, and closes the input", async () => {
    let closed = false;
    const silent = new ReadableStream<Uint8Array>({
      cancel() {
        closed = true;
      },
    });
    const abort = new AbortController();
    const reading = rowsOf(silent, { signal: abort.signal });
    abort.abort(new Error("enough"));
    await expect(reading).rejects.toThrow("enough");
    expect(closed).toBe(true);
  });

  test("abort between two chunks stops there", async () => {
    const abort = new AbortController();
    const long = `k,n\n${"a,1\n".repeat(5 * CHUNK_ROWS)}`;
    let chunks = 0;
    const reading = (async () => {
      for await (const _ of readStream(long, new CsvParser(schema), { signal: abort.signal }))
        if (++chunks === 2) abort.abort(new Error("enough"));
    })();
    await expect(reading).rejects.toThrow("enough");
    expect(chunks).toBe(2);
  });

  test("leaving the iteration closes the input", async () => {
    let closed = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode("k,n\n".repeat(20_000))),
      cancel() {
        closed = true;
      },
    });
    for await (const _ of readStream(endless, new CsvParser(schema))) break;
    expect(closed).toBe(true);
  });
});

test("a visitor's text opens as a stream that can be read again", async () => {
  const { stream, open } = await openText({ name: "mine", format: "csv", text });
  for (let time = 0; time < 2; time++) {
    const chunks: SourceChunk[] = [];
    for await (const chunk of open()) chunks.push(chunk);
    expect(sourceRows(stream.schema, chunks).rows).toEqual([
      ["ä", 1n],
      ["b", 2n],
    ]);
  }
});

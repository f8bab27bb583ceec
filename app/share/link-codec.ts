import { type LinkDocument, LinkError, readDocument, writeDocument } from "./link-document.ts";

/**
 * A link's hash: `#v1.<codec>.<payload>`. Codec `d` is JSON, deflate-raw, base64url; `j` is JSON as base64url alone, for
 * programs that make links. The version stays readable for ever; what comes after it may change with the codec.
 */
const VERSION = "v1";

/** Longest hash that is looked at, in characters. */
export const LONGEST_HASH = 1_000_000;
/** Most bytes that a payload may inflate to: inflating stops there, whatever the payload claims. */
export const MOST_BYTES = 5_000_000;

/** Whether a hash means to be a link of this page, of whatever version. */
export function isLink(hash: string): boolean {
  return /^#v\d/.test(hash);
}

/** @returns `#v1.d.…`, the shortest hash for this document. */
export async function encodeLink(document: LinkDocument): Promise<string> {
  const bytes = new TextEncoder().encode(writeDocument(document));
  const deflated = await collect(through(bytes, new CompressionStream("deflate-raw")), Infinity);
  return `#${VERSION}.d.${toBase64Url(deflated)}`;
}

/** @throws LinkError, a whole sentence, for whatever is no sound link. Nothing of it was run or kept by then. */
export async function decodeLink(hash: string): Promise<LinkDocument> {
  try {
    return readDocument(parse(await payloadOf(hash)));
  } catch (error) {
    const reason = error instanceof LinkError ? error.message : "it cannot be read";
    throw new LinkError(`This link was not opened: ${reason}.`);
  }
}

async function payloadOf(hash: string): Promise<string> {
  if (hash.length > LONGEST_HASH)
    throw new LinkError(`it is longer than ${LONGEST_HASH.toLocaleString("en")} characters`);
  const match = /^#(v\d+)\.([a-z])\.([\w-]*)$/.exec(hash);
  if (!match) throw new LinkError("it is damaged: a part of it is missing, or a character too many is there");
  const [, version, codec, payload] = match as unknown as [string, string, string, string];
  if (version !== VERSION)
    throw new LinkError(
      `it is of version ${version.slice(1, 10)}, and this page reads version 1; a reload may bring a newer page`,
    );
  const bytes = fromBase64Url(payload);
  if (codec === "j") return text(bytes);
  if (codec !== "d") throw new LinkError(`it is packed in a way (“${codec}”) that this page does not know`);
  return text(await collect(through(bytes, new DecompressionStream("deflate-raw")), MOST_BYTES));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new LinkError("it is damaged: what it holds is no JSON");
  }
}

function text(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new LinkError("it is damaged: what it holds is no text");
  }
}

function through(
  bytes: Uint8Array<ArrayBuffer>,
  step: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(step);
}

/** @param most bytes that are taken; a stream that gives more is given up, and not read on. */
async function collect(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new LinkError("it is damaged: it cannot be unpacked");
    });
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel().catch(() => undefined);
      throw new LinkError(`it unpacks to more than ${most.toLocaleString("en")} bytes`);
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8_192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(payload: string): Uint8Array<ArrayBuffer> {
  try {
    const binary = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    throw new LinkError("it is damaged: its payload is no base64url");
  }
}

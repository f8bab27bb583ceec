import { Dictionary } from "../../data/dictionary.ts";

/** A dictionary that is asked in bytes: a JS string is made only for what was never seen before. */
export class ByteDictionary {
  readonly dictionary: Dictionary;
  /** Entry number + 1, open addressing; 0 is free. The length is a power of two. */
  #table: Int32Array = new Int32Array(1_024);
  /** Entry e: hash, where its bytes begin and end in the arena, code; side by side for one cache line. */
  #entries: Int32Array = new Int32Array(512 * STRIDE);
  #size = 0;
  #arena: Uint8Array = new Uint8Array(8_192);
  #used = 0;

  constructor(dictionary: Dictionary = new Dictionary()) {
    this.dictionary = dictionary;
  }

  /** @returns The code of the UTF-8 text, or -1 when the bytes are not UTF-8. */
  code(bytes: Uint8Array, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    hash ^= hash >>> 15;
    const table = this.#table;
    const entries = this.#entries;
    const arena = this.#arena;
    const mask = table.length - 1;
    let place = hash & mask;
    for (let number = table[place]!; number !== 0; place = (place + 1) & mask, number = table[place]!) {
      const entry = (number - 1) * STRIDE;
      const from = entries[entry + START]!;
      if (entries[entry] !== hash || entries[entry + END]! - from !== end - start) continue;
      let at = start;
      while (at < end && arena[from + at - start] === bytes[at]) at++;
      if (at === end) return entries[entry + CODE]!;
    }
    return this.#add(bytes, start, end, hash, place);
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, place: number): number {
    const text = decodeUtf8(bytes, start, end);
    if (text === null) return -1;
    const code = this.dictionary.add(text);
    const entry = this.#size++ * STRIDE;
    if (entry === this.#entries.length) this.#entries = grow(this.#entries);
    const from = this.#used;
    this.#used += end - start;
    if (this.#used > this.#arena.length) {
      const grown = new Uint8Array(2 * this.#used);
      grown.set(this.#arena);
      this.#arena = grown;
    }
    this.#arena.set(bytes.subarray(start, end), from);
    this.#entries.set([hash, from, this.#used, code], entry);
    this.#table[place] = this.#size;
    if (2 * this.#size > this.#table.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    const table = new Int32Array(2 * this.#table.length);
    const mask = table.length - 1;
    for (let number = 1; number <= this.#size; number++) {
      let place = this.#entries[(number - 1) * STRIDE]! & mask;
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = number;
    }
    this.#table = table;
  }
}

const STRIDE = 4;
const START = 1;
const END = 2;
const CODE = 3;

function grow(array: Int32Array): Int32Array {
  const grown = new Int32Array(2 * array.length);
  grown.set(array);
  return grown;
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** @returns The text, or null when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string | null {
  if (end - start <= 32) {
    let text = "";
    let at = start;
    for (; at < end && bytes[at]! < 128; at++) text += String.fromCharCode(bytes[at]!);
    if (at === end) return text;
  }
  try {
    return strict.decode(bytes.subarray(start, end));
  } catch {
    return null;
  }
}

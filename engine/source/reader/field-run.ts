import type { Schema } from "../../data/schema.ts";
import { CHUNK_ROWS } from "../source-chunk.ts";

/** How the bytes of a field are to be read. */
export type FieldKind = 0 | 1 | 2 | 3 | 4 | 5;
/** No value: NULL. */
export const ABSENT = 0;
/** The bytes are the text. */
export const PLAIN = 1;
/** The bytes between quotes are the text. */
export const QUOTED = 2;
/** The bytes between quotes hold escapes. */
export const ESCAPED = 3;
/** JSON that is no string: a number or true or false, perhaps. */
export const BARE = 4;
/** A JSON object or array. */
export const NESTED = 5;

/** The text of an escaped field, in bytes that are valid until the next call; null when an escape is wrong. */
export type Unescape = (bytes: Uint8Array, start: number, end: number) => Uint8Array | null;

/**
 * Rows of one piece of the input, cut into fields but not yet read. A tokenizer writes where each field lies; then
 * each column is read in a loop of its own. Field (row, column) is at `column * CHUNK_ROWS + row`.
 */
export class FieldRun {
  readonly schema: Schema;
  readonly unescape: Unescape;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
  /** Where each row begins, and on which line of the file (from 1). */
  readonly rowStarts: Int32Array = new Int32Array(CHUNK_ROWS);
  readonly rowLines: Float64Array = new Float64Array(CHUNK_ROWS);
  /** 1 for rows with a fault. */
  readonly unreadable: Uint8Array = new Uint8Array(CHUNK_ROWS);
  /** The first fault that was found in each unreadable row. */
  readonly faults: FieldFault[] = [];
  bytes: Uint8Array = new Uint8Array(0);
  rows = 0;

  constructor(schema: Schema, unescape: Unescape) {
    this.schema = schema;
    this.unescape = unescape;
    this.starts = new Int32Array(schema.length * CHUNK_ROWS);
    this.ends = new Int32Array(schema.length * CHUNK_ROWS);
    this.kinds = new Uint8Array(schema.length * CHUNK_ROWS);
  }

  /** Forgets the rows; the next ones lie in `bytes`. */
  begin(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.rows = 0;
    if (this.faults.length > 0) this.unreadable.fill(0);
    this.faults.length = 0;
  }

  /** Ends the row that is being cut. @param line on which it begins. */
  accept(start: number, line: number): void {
    this.rowStarts[this.rows] = start;
    this.rowLines[this.rows++] = line;
  }

  /** Ends the row that is being cut as one that cannot be read, at byte `at`. */
  refuse(start: number, line: number, at: number, reason: string): void {
    const row = this.rows++;
    this.rowStarts[row] = start;
    this.rowLines[row] = line;
    for (let column = 0; column < this.schema.length; column++)
      this.kinds[column * CHUNK_ROWS + row] = ABSENT;
    this.#fault(row, at, reason);
  }

  /** Says that a field cannot be read: `column price: "x" is not a number`. */
  refuseField(column: number, row: number, why: (text: string) => string): void {
    const slot = column * CHUNK_ROWS + row;
    const text = excerptOf(this.bytes, this.starts[slot]!, this.ends[slot]!, FIELD_EXCERPT);
    this.#fault(row, this.starts[slot]!, `column ${this.schema[column]!.name}: ${why(text)}`);
  }

  /** The bytes of a field's text without spaces around it; null when an escape in it is wrong. */
  text(column: number, row: number): Uint8Array | null {
    const slot = column * CHUNK_ROWS + row;
    let start = this.starts[slot]!;
    let end = this.ends[slot]!;
    let bytes = this.bytes;
    if (this.kinds[slot] === ESCAPED) {
      const text = this.unescape(bytes, start, end);
      if (!text) return null;
      bytes = text;
      start = 0;
      end = text.length;
    }
    while (start < end && isSpace(bytes[start]!)) start++;
    while (start < end && isSpace(bytes[end - 1]!)) end--;
    return bytes.subarray(start, end);
  }

  /** The same as ASCII; null also when it is far too long for a number or a time, whatever its zeros. */
  shortText(column: number, row: number): string | null {
    const bytes = this.text(column, row);
    return bytes && bytes.length <= 512 ? String.fromCharCode(...bytes) : null;
  }

  #fault(row: number, at: number, reason: string): void {
    if (this.unreadable[row] === 1) return;
    this.unreadable[row] = 1;
    this.faults.push({ row, at, reason });
  }
}

export interface FieldFault {
  readonly row: number;
  /** Byte at which the fault is. */
  readonly at: number;
  readonly reason: string;
}

/** Bytes of a field that its fault quotes. */
const FIELD_EXCERPT = 40;

const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** The first `limit` bytes as text, with an ellipsis where more follow. */
export function excerptOf(bytes: Uint8Array, start: number, end: number, limit: number): string {
  if (end - start <= limit) return lenient.decode(bytes.subarray(start, end));
  let stop = start + limit;
  while (stop > start && (bytes[stop]! & 0xc0) === 0x80) stop--;
  return `${lenient.decode(bytes.subarray(start, stop))}…`;
}

function isSpace(byte: number): boolean {
  return byte === 32 || byte === 9;
}

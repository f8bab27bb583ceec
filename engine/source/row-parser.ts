import type { Schema } from "../data/schema.ts";
import { MALFORMED_ROWS_KEPT, type MalformedRow } from "./malformed-row.ts";
import { type ColumnReader, createReader } from "./reader/column-reader.ts";
import { excerptOf, FieldRun, type Unescape } from "./reader/field-run.ts";
import { CHUNK_ROWS, type SourceChunk } from "./source-chunk.ts";

/** Bytes of the longest row that is read; a longer one is malformed. */
export const MAX_ROW_BYTES: number = 2 ** 20;

export const ROW_TOO_LONG: string = `the row is longer than ${MAX_ROW_BYTES} bytes`;

/**
 * Bytes into chunks of CHUNK_ROWS records, whatever the pieces the bytes come in. Each piece is first cut into fields
 * (`tokenize`, which knows the format) and then read column by column (`ColumnReader`, which knows the types). Of the
 * input only the beginning of a row that is not yet complete is kept.
 *
 * A malformed row is located and takes a seq; the rest of the file is read. Iterate what `push` and `finish` return to
 * its end before the next call.
 */
export abstract class RowParser {
  readonly schema: Schema;
  protected readonly run: FieldRun;
  /** Line of the file at which the next row begins, from 1. */
  protected line = 1;
  readonly #readers: readonly ColumnReader[];
  /** Bytes of an incomplete row: the first `#kept` of the array. */
  #carry = new Uint8Array(0);
  #kept = 0;
  /** Whether bytes up to the next line break belong to a row that was already refused. */
  #skipping = false;
  #rows = 0;
  #base = 0;
  readonly #unreadable = new Uint8Array(CHUNK_ROWS);
  #malformed: MalformedRow[] = [];
  #malformedKept = 0;
  #anyUnreadable = false;

  constructor(schema: Schema, unescape: Unescape) {
    this.schema = schema;
    this.run = new FieldRun(schema, unescape);
    this.#readers = schema.map((field, column) => createReader(field.type, column));
  }

  /** @returns The chunks that these bytes complete. The bytes may be reused afterwards. */
  *push(bytes: Uint8Array): Generator<SourceChunk> {
    let piece = bytes;
    if (this.#skipping) {
      const end = piece.indexOf(LINE_FEED);
      if (end < 0) return;
      this.#skipping = false;
      this.line++;
      piece = piece.subarray(end + 1);
    }
    if (this.#kept > 0) {
      this.#keep(piece, 0);
      // Without a line break no row can have been completed.
      if (piece.indexOf(LINE_FEED) < 0 && this.#kept <= MAX_ROW_BYTES) return;
      piece = this.#carry.subarray(0, this.#kept);
    }
    const done = yield* this.#drain(piece, false);
    if (this.#kept > 0) {
      this.#carry.copyWithin(0, done, this.#kept);
      this.#kept -= done;
    } else this.#keep(piece, done);
  }

  /** @returns The last chunks. */
  *finish(): Generator<SourceChunk> {
    if (this.#kept > 0 || this.needsHeader) {
      this.#keep(Uint8Array.of(LINE_FEED), 0);
      yield* this.#drain(this.#carry.subarray(0, this.#kept), true);
      this.#kept = 0;
    }
    if (this.#rows > 0) yield this.#takeChunk();
  }

  /**
   * Cuts complete rows into `run`, from byte `from`, at most `room` of them, and moves `line` on.
   *
   * @param last no more bytes will come: what is still incomplete is malformed. The bytes end with a line break.
   * @returns Where the first row that was not cut begins.
   */
  protected abstract tokenize(bytes: Uint8Array, from: number, last: boolean, room: number): number;

  /** Whether an empty input is an error because the format begins with a header. */
  protected get needsHeader(): boolean {
    return false;
  }

  /** @returns Where to go on after a row that cannot be read: after the first line break at or after byte `from`. */
  protected resume(bytes: Uint8Array, start: number, from: number): number {
    const end = bytes.indexOf(LINE_FEED, from);
    const next = end < 0 ? bytes.length : end + 1;
    if (end < 0) this.#skipping = true;
    this.line += countLines(bytes, start, next);
    return next;
  }

  *#drain(bytes: Uint8Array, last: boolean): Generator<SourceChunk, number> {
    let from = 0;
    for (;;) {
      this.run.begin(bytes);
      from = this.tokenize(bytes, from, last, CHUNK_ROWS - this.#rows);
      for (const reader of this.#readers) reader.read(this.run, this.#rows);
      if (this.run.faults.length > 0) this.#refuseRows();
      this.#rows += this.run.rows;
      if (this.#rows < CHUNK_ROWS) return from;
      yield this.#takeChunk();
    }
  }

  #keep(bytes: Uint8Array, from: number): void {
    const kept = this.#kept + bytes.length - from;
    if (kept > this.#carry.length) {
      const grown = new Uint8Array(2 * kept);
      grown.set(this.#carry.subarray(0, this.#kept));
      this.#carry = grown;
    }
    this.#carry.set(bytes.subarray(from), this.#kept);
    this.#kept = kept;
  }

  /** All columns of an unreadable row are NULL; where and why is noted while its bytes are still there. */
  #refuseRows(): void {
    const { bytes, faults, rowStarts, rowLines } = this.run;
    this.#anyUnreadable = true;
    for (const { row, at, reason } of faults.toSorted((a, b) => a.row - b.row)) {
      const index = this.#rows + row;
      this.#unreadable[index] = 1;
      for (const { buffer } of this.#readers) buffer.setNull(index);
      if (this.#malformedKept++ >= MALFORMED_ROWS_KEPT) continue;
      const start = rowStarts[row]!;
      const line = rowLines[row]! + countLines(bytes, start, at);
      const lineStart = Math.max(start, at === 0 ? 0 : bytes.lastIndexOf(LINE_FEED, at - 1) + 1);
      const column = countCharacters(bytes, lineStart, at) + 1;
      const excerpt = excerptOf(bytes, start, endOfLine(bytes, start), EXCERPT_BYTES);
      this.#malformed.push({ seq: this.#base + index, line, column, reason, excerpt });
    }
  }

  #takeChunk(): SourceChunk {
    const length = this.#rows;
    const columns = this.#readers.map(({ buffer }) => {
      const column = buffer.column(length);
      buffer.clear();
      return column;
    });
    const unreadable = this.#anyUnreadable ? this.#unreadable.slice(0, length) : null;
    const chunk: SourceChunk = {
      batch: { base: this.#base, length, columns, unreadable },
      malformed: this.#malformed,
    };
    this.#base += length;
    this.#rows = 0;
    this.#malformed = [];
    this.#anyUnreadable = false;
    this.#unreadable.fill(0);
    return chunk;
  }
}

export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;

/** Bytes of a malformed row that are shown. */
const EXCERPT_BYTES = 80;

function countLines(bytes: Uint8Array, start: number, end: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED, start); at >= 0 && at < end; at = bytes.indexOf(LINE_FEED, at + 1))
    lines++;
  return lines;
}

/** Characters of UTF-8: bytes that do not continue one. */
function countCharacters(bytes: Uint8Array, start: number, end: number): number {
  let characters = 0;
  for (let at = start; at < end; at++) if ((bytes[at]! & 0xc0) !== 0x80) characters++;
  return characters;
}

/** The excerpt shows the row's first line only. */
function endOfLine(bytes: Uint8Array, start: number): number {
  const found = bytes.indexOf(LINE_FEED, start);
  const end = found < 0 ? bytes.length : found;
  return end > start && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
}

import { fieldIndex, type Schema } from "../data/schema.ts";
import { readCsvHeader } from "./csv-header.ts";
import { ABSENT, ESCAPED, type FieldKind, PLAIN, QUOTED } from "./reader/field-run.ts";
import { CARRIAGE_RETURN, LINE_FEED, MAX_ROW_BYTES, ROW_TOO_LONG, RowParser } from "./row-parser.ts";
import { CHUNK_ROWS } from "./source-chunk.ts";
import { SourceError } from "./source-error.ts";

/**
 * CSV (RFC 4180) with a header row, whose names find the schema's columns in any order and case; other columns of the
 * file are passed over. The delimiter is found in the header. Lines end with LF or CRLF.
 *
 * An empty field is NULL, an empty quoted one is the empty string (NULL where the type is no STRING). A line without
 * anything is no row, unless the file has one column only. A quote inside an unquoted field is a plain character.
 * A row whose quotes do not close, or close before the field's end, ends with its first line.
 */
export class CsvParser extends RowParser {
  /** NO_BYTE until the header is read. */
  #delimiter = NO_BYTE;
  /** Columns of the schema by column of the file; -1: passed over. */
  #targets: Int32Array = new Int32Array(0);
  /** What `#closingQuote` saw on its way. */
  #sawEscape = false;
  #sawLines = 0;

  /** @throws {SourceError} from push or finish, when the header lacks a column of the schema. */
  constructor(schema: Schema) {
    super(schema, undouble);
  }

  protected override get needsHeader(): boolean {
    return this.#delimiter === NO_BYTE;
  }

  protected override tokenize(bytes: Uint8Array, from: number, last: boolean, room: number): number {
    let pos = this.#delimiter === NO_BYTE ? this.#readHeader(bytes, last) : from;
    if (this.#delimiter === NO_BYTE) return 0;
    const lastLineFeed = bytes.lastIndexOf(LINE_FEED);
    while (this.run.rows < room && pos < bytes.length) {
      const next = this.#cutRow(bytes, pos, lastLineFeed, last);
      if (next < 0) break;
      pos = next;
    }
    return pos;
  }

  #readHeader(bytes: Uint8Array, last: boolean): number {
    const header = readCsvHeader(bytes);
    if (!header) {
      if (last || bytes.length > MAX_ROW_BYTES)
        throw new SourceError("The file has no readable header: its first row must name the columns.");
      return 0;
    }
    this.#targets = Int32Array.from(header.names, (name) => fieldIndex(this.schema, name));
    const missing = this.schema.filter((_, column) => !this.#targets.includes(column));
    if (missing.length > 0)
      throw new SourceError(
        `The file has no column ${missing.map(({ name }) => name).join(", ")}; its columns are ${header.names.slice(0, 50).join(", ")}.`,
      );
    this.#delimiter = header.delimiter;
    this.line += header.lines;
    return header.end;
  }

  /**
   * Cuts the row that begins at `rowStart`. What is decided about a row depends on its bytes up to MAX_ROW_BYTES and
   * never on the piece of the input that they came in.
   *
   * @returns Where the next row begins, or -1 when this one is not complete.
   */
  #cutRow(bytes: Uint8Array, rowStart: number, lastLineFeed: number, last: boolean): number {
    const { starts, ends, kinds, rows: row } = this.run;
    const targets = this.#targets;
    const delimiter = this.#delimiter;
    const limit = rowStart + MAX_ROW_BYTES;
    let pos = rowStart;
    let field = 0;
    let extra = -1;
    let lines = 1;
    let byte = 0;
    for (; ; pos++) {
      let start = pos;
      let end: number;
      let kind: FieldKind = PLAIN;
      byte = pos < bytes.length ? bytes[pos]! : NO_BYTE;
      if (start > limit) return this.#refuseLong(bytes, rowStart);
      if (byte === QUOTE) {
        end = this.#closingQuote(bytes, pos + 1, limit);
        if (end === UNKNOWN || (end === UNCLOSED && !last && bytes.length < limit)) return -1;
        if (end === UNCLOSED)
          return this.#refuseQuote(bytes, rowStart, pos, "the quote that opens here never closes");
        pos = end + 1;
        if (bytes[pos] === CARRIAGE_RETURN) {
          if (pos + 1 === bytes.length) return -1;
          if (bytes[pos + 1] === LINE_FEED) pos++;
        }
        byte = bytes[pos]!;
        if (byte !== delimiter && byte !== LINE_FEED)
          return this.#refuseQuote(bytes, rowStart, pos, "the field goes on after its closing quote");
        kind = this.#sawEscape ? ESCAPED : QUOTED;
        lines += this.#sawLines;
        start++;
      } else {
        if (pos <= lastLineFeed)
          while (byte > delimiter || (byte !== delimiter && byte !== LINE_FEED)) byte = bytes[++pos]!;
        else while (pos < bytes.length && byte !== delimiter) byte = bytes[++pos]!;
        if (pos >= bytes.length) return bytes.length > limit ? this.#refuseLong(bytes, rowStart) : -1;
        end = byte === LINE_FEED && pos > start && bytes[pos - 1] === CARRIAGE_RETURN ? pos - 1 : pos;
        if (end === start) kind = ABSENT;
      }
      if (field < targets.length) {
        const target = targets[field]!;
        if (target >= 0) {
          const slot = target * CHUNK_ROWS + row;
          starts[slot] = start;
          ends[slot] = end;
          kinds[slot] = kind;
        }
      } else if (extra < 0) extra = start;
      field++;
      if (byte === LINE_FEED) {
        if (pos > limit) return this.#refuseLong(bytes, rowStart);
        if (field === targets.length) this.run.accept(rowStart, this.line);
        else if (field > 1 || kind !== ABSENT)
          this.run.refuse(rowStart, this.line, extra < 0 ? end : extra, countFault(field, targets.length));
        this.line += lines;
        return pos + 1;
      }
    }
  }

  /** Before byte `limit`. Notes whether doubled quotes and how many line breaks are on the way. */
  #closingQuote(bytes: Uint8Array, from: number, limit: number): number {
    const stop = Math.min(bytes.length, limit);
    this.#sawEscape = false;
    this.#sawLines = 0;
    for (let pos = from; pos < stop; pos++) {
      const byte = bytes[pos]!;
      if (byte === LINE_FEED) this.#sawLines++;
      if (byte !== QUOTE) continue;
      if (pos + 1 === bytes.length) return UNKNOWN;
      if (bytes[pos + 1] !== QUOTE) return pos;
      this.#sawEscape = true;
      pos++;
    }
    return UNCLOSED;
  }

  /** Waits for the whole first line, which the row ends with and its excerpt shows. */
  #refuseQuote(bytes: Uint8Array, rowStart: number, at: number, reason: string): number {
    if (bytes.length <= rowStart + MAX_ROW_BYTES && bytes.indexOf(LINE_FEED, rowStart) < 0) return -1;
    this.run.refuse(rowStart, this.line, at, reason);
    return this.resume(bytes, rowStart, rowStart);
  }

  #refuseLong(bytes: Uint8Array, rowStart: number): number {
    this.run.refuse(rowStart, this.line, rowStart, ROW_TOO_LONG);
    return this.resume(bytes, rowStart, rowStart + MAX_ROW_BYTES);
  }
}

const QUOTE = 34;
const NO_BYTE = -1;
/** No closing quote before the limit or the end of the bytes. */
const UNCLOSED = -1;
/** A quote is the last byte: it closes the field or is doubled. */
const UNKNOWN = -2;

function countFault(fields: number, wanted: number): string {
  return `the row has ${fields} ${fields === 1 ? "field" : "fields"}, the header ${wanted}`;
}

let scratch = new Uint8Array(256);

/** Doubled quotes become one. */
function undouble(bytes: Uint8Array, start: number, end: number): Uint8Array {
  if (scratch.length < end - start) scratch = new Uint8Array(2 * (end - start));
  let length = 0;
  for (let at = start; at < end; at++) {
    scratch[length++] = bytes[at]!;
    if (bytes[at] === QUOTE) at++;
  }
  return scratch.subarray(0, length);
}

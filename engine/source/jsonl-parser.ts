import type { Schema } from "../data/schema.ts";
import { unescapeJson } from "./json-unescape.ts";
import { decodeUtf8 } from "./reader/byte-dictionary.ts";
import { ABSENT, BARE, ESCAPED, type FieldKind, NESTED, QUOTED } from "./reader/field-run.ts";
import { LINE_FEED, MAX_ROW_BYTES, ROW_TOO_LONG, RowParser } from "./row-parser.ts";
import { CHUNK_ROWS } from "./source-chunk.ts";

/**
 * JSON lines: one object a line; empty lines are no rows. A key names a column exactly, or in another case where the row
 * has nothing for that column yet; other keys are passed over unread. A key that is missing or null is NULL; of a key
 * that comes twice the last one counts. A STRING column keeps anything that is no string as its JSON text; other types
 * read their value from strings too.
 *
 * Keys mostly come in the order of the row before, so each is first compared with what came there; only where it
 * differs is it looked up.
 */
export class JsonlParser extends RowParser {
  /** By place in the row: the key's bytes with its quotes, and its column (-1: passed over). */
  readonly #expectedKeys: Uint8Array[] = [];
  readonly #expectedColumns: number[] = [];
  /** Whether the key at a place is spelled as its column is. */
  readonly #expectedExact: boolean[] = [];
  readonly #byName = new Map<string, number>();
  readonly #byLowerName = new Map<string, number>();
  #started = false;
  /** Where the fault is, when a method returns FAULT, and what it is. */
  #faultAt = 0;
  #fault = "";
  /** What `#endOfString` saw on its way. */
  #sawEscape = false;

  constructor(schema: Schema) {
    super(schema, unescapeJson);
    schema.forEach(({ name }, column) => {
      this.#expectedKeys.push(new TextEncoder().encode(JSON.stringify(name)));
      this.#expectedColumns.push(column);
      this.#expectedExact.push(true);
      this.#byName.set(name, column);
      this.#byLowerName.set(name.toLowerCase(), column);
    });
  }

  protected override tokenize(bytes: Uint8Array, from: number, last: boolean, room: number): number {
    let pos = from;
    if (!this.#started) {
      if (bytes.length < 3 && !last) return from;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) pos = 3;
      this.#started = true;
    }
    this.run.kinds.fill(ABSENT);
    const lastLineFeed = bytes.lastIndexOf(LINE_FEED);
    while (this.run.rows < room && pos <= lastLineFeed) pos = this.#cutRow(bytes, pos);
    if (pos > lastLineFeed && bytes.length - pos > MAX_ROW_BYTES && this.run.rows < room)
      pos = this.#refuseLong(bytes, pos);
    return pos;
  }

  /** Cuts the line that begins at `rowStart` and ends within the bytes. @returns Where the next line begins. */
  #cutRow(bytes: Uint8Array, rowStart: number): number {
    let pos = skipSpace(bytes, rowStart);
    if (bytes[pos] === LINE_FEED) {
      this.line++;
      return pos + 1;
    }
    pos = this.#cutObject(bytes, pos);
    if (pos !== FAULT) {
      pos = skipSpace(bytes, pos);
      if (bytes[pos] !== LINE_FEED) pos = this.#refuse(pos, "the line goes on after the object");
    }
    const end = pos === FAULT ? bytes.indexOf(LINE_FEED, rowStart) : pos;
    if (end - rowStart > MAX_ROW_BYTES) return this.#refuseLong(bytes, rowStart);
    if (pos === FAULT) this.run.refuse(rowStart, this.line, this.#faultAt, this.#fault);
    else this.run.accept(rowStart, this.line);
    this.line++;
    return end + 1;
  }

  /** @returns After the object, or FAULT. */
  #cutObject(bytes: Uint8Array, start: number): number {
    if (bytes[start] !== OPEN_BRACE) return this.#refuse(start, "a line must be a JSON object");
    let pos = skipSpace(bytes, start + 1);
    if (bytes[pos] === CLOSE_BRACE) return pos + 1;
    for (let place = 0; ; place++) {
      const key = this.#expectedKeys[place];
      let column: number;
      if (key !== undefined && startsWith(bytes, pos, key)) {
        column = this.#expectedColumns[place]!;
        if (!this.#expectedExact[place]!) column = this.#unlessTaken(column);
        pos += key.length;
      } else {
        const end =
          bytes[pos] === QUOTE ? this.#endOfString(bytes, pos + 1) : this.#refuse(pos, "a key is missing");
        if (end === FAULT) return FAULT;
        column = this.#lookUp(bytes, pos, end, place);
        pos = end + 1;
      }
      if (bytes[pos] !== COLON) pos = skipSpace(bytes, pos);
      if (bytes[pos] !== COLON) return this.#refuse(pos, "a colon is missing after the key");
      pos = this.#cutValue(bytes, skipSpace(bytes, pos + 1), column);
      if (pos === FAULT) return FAULT;
      pos = skipSpace(bytes, pos);
      if (bytes[pos] === CLOSE_BRACE) return pos + 1;
      if (bytes[pos] !== COMMA) return this.#refuse(pos, "a comma or the end of the object is missing");
      pos = skipSpace(bytes, pos + 1);
    }
  }

  /** @returns After the value, or FAULT. */
  #cutValue(bytes: Uint8Array, start: number, column: number): number {
    const first = bytes[start]!;
    let from = start;
    let end: number;
    let next: number;
    let kind: FieldKind;
    if (first === QUOTE) {
      from = start + 1;
      end = this.#endOfString(bytes, from);
      if (end === FAULT) return FAULT;
      kind = this.#sawEscape ? ESCAPED : QUOTED;
      next = end + 1;
    } else if (first === OPEN_BRACE || first === OPEN_BRACKET) {
      end = next = this.#endOfNested(bytes, start);
      if (end === FAULT) return FAULT;
      kind = NESTED;
    } else {
      end = start;
      while (isBare(bytes[end]!)) end++;
      if (end === start) return this.#refuse(start, "a value is missing");
      kind = end - start === 4 && startsWith(bytes, start, NULL) ? ABSENT : BARE;
      next = end;
    }
    if (column >= 0) {
      const slot = column * CHUNK_ROWS + this.run.rows;
      this.run.starts[slot] = from;
      this.run.ends[slot] = end;
      this.run.kinds[slot] = kind;
    }
    return next;
  }

  /** @returns The closing quote, or FAULT. */
  #endOfString(bytes: Uint8Array, start: number): number {
    this.#sawEscape = false;
    for (let pos = start; ; pos++) {
      const byte = bytes[pos]!;
      if (byte === QUOTE) return pos;
      if (byte === BACKSLASH) {
        this.#sawEscape = true;
        if (bytes[pos + 1] !== LINE_FEED) pos++;
      } else if (byte < 32) return this.#refuse(pos, "a string never closes, or holds a control character");
    }
  }

  /** @returns After the bracket that closes the one at `start`, or FAULT. */
  #endOfNested(bytes: Uint8Array, start: number): number {
    let depth = 0;
    for (let pos = start; ; pos++) {
      const byte = bytes[pos]!;
      if (byte === QUOTE) {
        pos = this.#endOfString(bytes, pos + 1);
        if (pos === FAULT) return FAULT;
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth++;
      else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        if (--depth === 0) return pos + 1;
      } else if (byte === LINE_FEED) return this.#refuse(start, "the nested value never closes");
    }
  }

  /** The column of the key between the quotes at `start` and `end`; it will be expected at this place. */
  #lookUp(bytes: Uint8Array, start: number, end: number, place: number): number {
    const raw = this.#sawEscape ? unescapeJson(bytes, start + 1, end) : bytes.subarray(start + 1, end);
    const name = raw && decodeUtf8(raw, 0, raw.length);
    const exact = this.#byName.get(name ?? "");
    const column = exact ?? this.#byLowerName.get((name ?? "").toLowerCase()) ?? -1;
    if (place < EXPECTED_KEYS) {
      this.#expectedKeys[place] = bytes.slice(start, end + 1);
      this.#expectedColumns[place] = column;
      this.#expectedExact[place] = exact !== undefined;
    }
    return exact ?? this.#unlessTaken(column);
  }

  /** The column, or -1 when the row that is being cut has a value for it. */
  #unlessTaken(column: number): number {
    return column >= 0 && this.run.kinds[column * CHUNK_ROWS + this.run.rows] === ABSENT ? column : -1;
  }

  #refuse(at: number, reason: string): typeof FAULT {
    this.#faultAt = at;
    this.#fault = reason;
    return FAULT;
  }

  #refuseLong(bytes: Uint8Array, rowStart: number): number {
    this.run.refuse(rowStart, this.line, rowStart, ROW_TOO_LONG);
    return this.resume(bytes, rowStart, rowStart + MAX_ROW_BYTES);
  }
}

const FAULT = -1;
/** Places in a row at which a key is remembered. */
const EXPECTED_KEYS = 1_000;
const NULL: Uint8Array = Uint8Array.of(110, 117, 108, 108);
const QUOTE = 34;
const PLUS = 43;
const COMMA = 44;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** JSON's white space but for the line feed, which ends the row. */
function skipSpace(bytes: Uint8Array, start: number): number {
  for (let pos = start; ; pos++) {
    const byte = bytes[pos]!;
    if (byte > 32 || (byte !== 32 && byte !== 9 && byte !== 13)) return pos;
  }
}

function startsWith(bytes: Uint8Array, start: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[start + i] !== wanted[i]) return false;
  return true;
}

/** What numbers and words are made of, and not what ends them. */
function isBare(byte: number): boolean {
  if (byte <= COMMA) return byte === PLUS;
  if (byte < COLON) return true;
  return byte !== COLON && (byte & ~32) !== OPEN_BRACKET && (byte & ~32) !== CLOSE_BRACKET;
}

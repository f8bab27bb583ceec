import { NumberBuffer } from "../../data/column-buffer.ts";
import { TIMESTAMP } from "../../data/data-type.ts";
import { CHUNK_ROWS } from "../source-chunk.ts";
import { parseExact } from "../../data/exact-number.ts";
import { ABSENT, ESCAPED, type FieldRun } from "./field-run.ts";
import { parseIsoTime } from "./iso-time.ts";
import { EXACT_DIGITS } from "./powers-of-ten.ts";

/** TIMESTAMP: whole milliseconds since the epoch, or ISO 8601. */
export class TimestampReader {
  readonly buffer: NumberBuffer = new NumberBuffer(TIMESTAMP, CHUNK_ROWS);
  readonly #column: number;

  constructor(column: number) {
    this.#column = column;
  }

  read(run: FieldRun, into: number): void {
    const { bytes, starts, ends, kinds, rows } = run;
    const values = this.buffer.values;
    const base = this.#column * CHUNK_ROWS;
    for (let row = 0; row < rows; row++) {
      const kind = kinds[base + row]!;
      if (kind === ABSENT) {
        this.buffer.setNull(into + row);
        continue;
      }
      const start = starts[base + row]!;
      const end = ends[base + row]!;
      let at = start;
      let milliseconds = 0;
      for (; at < end; at++) {
        const digit = bytes[at]! ^ ZERO;
        if (digit > 9) break;
        milliseconds = milliseconds * 10 + digit;
      }
      if (at === end && end > start && end - start <= EXACT_DIGITS) values[into + row] = milliseconds;
      else {
        const time = kind === ESCAPED ? NaN : parseIsoTime(bytes, start, end);
        if (Number.isNaN(time)) this.#readSlowly(run, row, into + row);
        else values[into + row] = time;
      }
    }
  }

  #readSlowly(run: FieldRun, row: number, index: number): void {
    const bytes = run.text(this.#column, row);
    if (bytes?.length === 0) {
      this.buffer.setNull(index);
      return;
    }
    let time = bytes ? parseIsoTime(bytes, 0, bytes.length) : NaN;
    if (Number.isNaN(time)) {
      const whole = parseExact(run.shortText(this.#column, row) ?? "", MOST_DIGITS, 0);
      if (typeof whole === "bigint") time = Number(whole);
      else if (whole === "too large") time = Infinity;
    }
    if (Math.abs(time) <= LAST_TIME) this.buffer.values[index] = time;
    else {
      this.buffer.setNull(index);
      run.refuseField(this.#column, row, (text) =>
        Number.isNaN(time)
          ? `"${text}" is not a time: whole milliseconds or ISO 8601`
          : `${text} ms is out of the range of TIMESTAMP`,
      );
    }
  }
}

const ZERO = 48;
/** Times are those that a calendar date can show: 100 million days around the epoch. */
const LAST_TIME = 8.64e15;
const MOST_DIGITS = 16;

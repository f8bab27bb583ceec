import { NumberBuffer } from "../../data/column-buffer.ts";
import { DATE } from "../../data/data-type.ts";
import { DAY } from "../../data/timestamp-text.ts";
import { CHUNK_ROWS } from "../source-chunk.ts";
import { ABSENT, type FieldRun } from "./field-run.ts";
import { parseIsoTime } from "./iso-time.ts";

/** DATE: `2026-01-31`, or a time of ISO 8601 that is a midnight. */
export class DateReader {
  readonly buffer: NumberBuffer = new NumberBuffer(DATE, CHUNK_ROWS);
  readonly #column: number;

  constructor(column: number) {
    this.#column = column;
  }

  read(run: FieldRun, into: number): void {
    const { bytes, starts, ends, kinds, rows } = run;
    const base = this.#column * CHUNK_ROWS;
    for (let row = 0; row < rows; row++) {
      if (kinds[base + row] === ABSENT) {
        this.buffer.setNull(into + row);
        continue;
      }
      const time = parseIsoTime(bytes, starts[base + row]!, ends[base + row]!);
      if (time % DAY === 0) this.buffer.values[into + row] = time;
      else this.#readSlowly(run, row, into + row);
    }
  }

  #readSlowly(run: FieldRun, row: number, index: number): void {
    const bytes = run.text(this.#column, row);
    const time = bytes ? parseIsoTime(bytes, 0, bytes.length) : NaN;
    if (time % DAY === 0) this.buffer.values[index] = time;
    else {
      this.buffer.setNull(index);
      if (bytes?.length !== 0)
        run.refuseField(this.#column, row, (text) => `"${text}" is not a date such as 2026-01-31`);
    }
  }
}

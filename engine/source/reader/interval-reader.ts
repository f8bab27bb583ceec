import { NumberBuffer } from "../../data/column-buffer.ts";
import { INTERVAL } from "../../data/data-type.ts";
import { parseExact } from "../../data/exact-number.ts";
import { parseInterval } from "../../data/interval-text.ts";
import { CHUNK_ROWS } from "../source-chunk.ts";
import { ABSENT, type FieldRun } from "./field-run.ts";

/** INTERVAL: whole milliseconds, or a length of time with units such as `5m` and `1 hour 30 minutes`. */
export class IntervalReader {
  readonly buffer: NumberBuffer = new NumberBuffer(INTERVAL, CHUNK_ROWS);
  readonly #column: number;

  constructor(column: number) {
    this.#column = column;
  }

  read(run: FieldRun, into: number): void {
    const base = this.#column * CHUNK_ROWS;
    for (let row = 0; row < run.rows; row++)
      if (run.kinds[base + row] === ABSENT) this.buffer.setNull(into + row);
      else this.#readText(run, row, into + row);
  }

  #readText(run: FieldRun, row: number, index: number): void {
    const text = run.shortText(this.#column, row);
    const whole = parseExact(text ?? "", MOST_DIGITS, 0);
    const ms = typeof whole === "bigint" ? Number(whole) : parseInterval(text ?? "");
    if (ms !== null && Number.isSafeInteger(ms)) this.buffer.values[index] = ms;
    else {
      this.buffer.setNull(index);
      if (text !== "")
        run.refuseField(
          this.#column,
          row,
          (shown) => `"${shown}" is not a length of time: whole milliseconds, or units as in 1h 5m`,
        );
    }
  }
}

const MOST_DIGITS = 16;

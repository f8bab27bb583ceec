import { NumberBuffer } from "../../data/column-buffer.ts";
import { DOUBLE } from "../../data/data-type.ts";
import { CHUNK_ROWS } from "../source-chunk.ts";
import { ABSENT, type FieldRun } from "./field-run.ts";
import { EXACT_DIGITS, POWERS_OF_TEN } from "./powers-of-ten.ts";

/** DOUBLE: an exact mantissa divided by an exact power of ten is correctly rounded; longer numbers go the slow way. */
export class DoubleReader {
  readonly buffer: NumberBuffer = new NumberBuffer(DOUBLE, CHUNK_ROWS);
  readonly #column: number;

  constructor(column: number) {
    this.#column = column;
  }

  read(run: FieldRun, into: number): void {
    const { bytes, starts, ends, kinds, rows } = run;
    const values = this.buffer.values;
    const base = this.#column * CHUNK_ROWS;
    for (let row = 0; row < rows; row++) {
      if (kinds[base + row] === ABSENT) {
        this.buffer.setNull(into + row);
        continue;
      }
      const start = starts[base + row]!;
      const end = ends[base + row]!;
      const negative = bytes[start] === MINUS;
      const first = negative ? start + 1 : start;
      let point = end;
      let mantissa = 0;
      let at = end - first <= EXACT_DIGITS ? first : end + 1;
      for (; at < end; at++) {
        const digit = bytes[at]! ^ ZERO;
        if (digit <= 9) mantissa = mantissa * 10 + digit;
        else if (digit === POINT && point === end) point = at;
        else break;
      }
      if (at === end && point > first) {
        const value = point === end ? mantissa : mantissa / POWERS_OF_TEN[end - point - 1]!;
        values[into + row] = negative ? -value : value;
      } else this.#readSlowly(run, row, into + row);
    }
  }

  #readSlowly(run: FieldRun, row: number, index: number): void {
    const text = run.shortText(this.#column, row);
    const value = text !== null && NUMBER.test(text) ? Number(text) : NaN;
    if (Number.isFinite(value)) this.buffer.values[index] = value;
    else {
      this.buffer.setNull(index);
      if (text === "") return;
      run.refuseField(this.#column, row, (shown) =>
        Number.isNaN(value) ? `"${shown}" is not a number` : `${shown} is out of the range of DOUBLE`,
      );
    }
  }
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const MINUS = 45;
const ZERO = 48;
/** A point, seen as a digit. */
const POINT = 46 ^ 48;

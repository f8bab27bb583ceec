import { NumberBuffer } from "../../data/column-buffer.ts";
import { type DataType, typeName } from "../../data/data-type.ts";
import { CHUNK_ROWS } from "../source-chunk.ts";
import { parseExact } from "../../data/exact-number.ts";
import { ABSENT, type FieldRun } from "./field-run.ts";
import { EXACT_DIGITS, POWERS_OF_TEN } from "./powers-of-ten.ts";

/** BIGINT and DECIMAL: exact to the last digit, and by plain arithmetic where fifteen digits are enough. */
export class ExactReader {
  readonly buffer: NumberBuffer;
  readonly #type: DataType;
  readonly #column: number;
  readonly #precision: number;
  readonly #scale: number;

  constructor(type: DataType, column: number) {
    this.buffer = new NumberBuffer(type, CHUNK_ROWS);
    this.#type = type;
    this.#column = column;
    this.#precision = type.kind === "DECIMAL" ? type.precision : BIGINT_DIGITS;
    this.#scale = type.kind === "DECIMAL" ? type.scale : 0;
  }

  read(run: FieldRun, into: number): void {
    const { bytes, starts, ends, kinds, rows } = run;
    const values = this.buffer.values;
    const scale = this.#scale;
    const digits = Math.min(EXACT_DIGITS, this.#precision);
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
      const fraction = point === end ? 0 : end - point - 1;
      // Neither a lone point nor a result of too many digits gets through.
      if (at === end && end > first && fraction <= scale && point - first + scale <= digits && point > first)
        values[into + row] = (negative ? 0 - mantissa : mantissa) * POWERS_OF_TEN[scale - fraction]!;
      else this.#readSlowly(run, row, into + row);
    }
  }

  #readSlowly(run: FieldRun, row: number, index: number): void {
    const text = run.shortText(this.#column, row);
    if (text === "") {
      this.buffer.setNull(index);
      return;
    }
    const value = text === null ? "no number" : parseExact(text, this.#precision, this.#scale);
    const wide =
      typeof value === "bigint" && this.#type.kind === "BIGINT" && BigInt.asIntN(64, value) !== value;
    if (typeof value === "bigint" && !wide) this.buffer.setExact(index, value);
    else {
      this.buffer.setNull(index);
      const name = typeName(this.#type);
      run.refuseField(this.#column, row, (shown) => {
        if (value === "no number") return `"${shown}" is not a number`;
        if (value !== "too many digits") return `${shown} is out of the range of ${name}`;
        return this.#scale === 0
          ? `${shown} is not a whole number`
          : `${shown} has more digits after the point than ${name} keeps`;
      });
    }
  }
}

const MINUS = 45;
const ZERO = 48;
/** A point, seen as a digit. */
const POINT = 46 ^ 48;
const BIGINT_DIGITS = 19;

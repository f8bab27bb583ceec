import { BooleanBuffer } from "../../data/column-buffer.ts";
import { CHUNK_ROWS } from "../source-chunk.ts";
import { ABSENT, type FieldRun } from "./field-run.ts";

/** BOOLEAN: true, false, t, f, 1 or 0, in either case. */
export class BooleanReader {
  readonly buffer: BooleanBuffer = new BooleanBuffer(CHUNK_ROWS);
  readonly #column: number;

  constructor(column: number) {
    this.#column = column;
  }

  read(run: FieldRun, into: number): void {
    const { bytes, starts, ends, kinds, rows } = run;
    const base = this.#column * CHUNK_ROWS;
    for (let row = 0; row < rows; row++) {
      const slot = base + row;
      const value = kinds[slot] === ABSENT ? NULL : parseBoolean(bytes, starts[slot]!, ends[slot]!);
      if (value === NULL) this.buffer.setNull(into + row);
      else if (value === NEITHER) this.#readSlowly(run, row, into + row);
      else this.buffer.values[into + row] = value;
    }
  }

  #readSlowly(run: FieldRun, row: number, index: number): void {
    const bytes = run.text(this.#column, row);
    const value = bytes ? parseBoolean(bytes, 0, bytes.length) : NEITHER;
    if (value === 0 || value === 1) this.buffer.values[index] = value;
    else {
      this.buffer.setNull(index);
      if (bytes?.length !== 0)
        run.refuseField(this.#column, row, (text) => `"${text}" is neither true nor false`);
    }
  }
}

const NEITHER = 2;
const NULL = 3;

/** @returns 1, 0 or NEITHER. */
function parseBoolean(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start]! | 32;
  if (end - start === 1) {
    if (bytes[start] === 49 || first === 116) return 1;
    return bytes[start] === 48 || first === 102 ? 0 : NEITHER;
  }
  if (end - start === 4 && spells(bytes, start, TRUE)) return 1;
  return end - start === 5 && spells(bytes, start, FALSE) ? 0 : NEITHER;
}

/** @param word in lower case. */
function spells(bytes: Uint8Array, start: number, word: readonly number[]): boolean {
  for (let i = 0; i < word.length; i++) if ((bytes[start + i]! | 32) !== word[i]) return false;
  return true;
}

const TRUE = [116, 114, 117, 101];
const FALSE = [102, 97, 108, 115, 101];

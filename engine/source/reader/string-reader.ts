import { StringBuffer } from "../../data/column-buffer.ts";
import { CHUNK_ROWS } from "../source-chunk.ts";
import { ByteDictionary, decodeUtf8 } from "./byte-dictionary.ts";
import { ABSENT, BARE, ESCAPED, type FieldRun, NESTED } from "./field-run.ts";

/** STRING: dictionary codes. JSON that is no string is kept as its text. */
export class StringReader {
  readonly buffer: StringBuffer;
  readonly #column: number;
  readonly #dictionary = new ByteDictionary();

  constructor(column: number) {
    this.buffer = new StringBuffer(CHUNK_ROWS, this.#dictionary.dictionary);
    this.#column = column;
  }

  read(run: FieldRun, into: number): void {
    const { bytes, starts, ends, kinds, rows } = run;
    const codes = this.buffer.codes;
    const dictionary = this.#dictionary;
    const base = this.#column * CHUNK_ROWS;
    for (let row = 0; row < rows; row++) {
      const slot = base + row;
      const kind = kinds[slot]!;
      if (kind === ABSENT) {
        this.buffer.setNull(into + row);
        continue;
      }
      const code =
        kind < ESCAPED ? dictionary.code(bytes, starts[slot]!, ends[slot]!) : this.#readSlowly(run, slot);
      if (code >= 0) codes[into + row] = code;
      else {
        this.buffer.setNull(into + row);
        run.refuseField(this.#column, row, (text) => `"${text}" ${FAULTS[kind] ?? "is not UTF-8 text"}`);
      }
    }
  }

  #readSlowly(run: FieldRun, slot: number): number {
    const start = run.starts[slot]!;
    const end = run.ends[slot]!;
    if (run.kinds[slot] === ESCAPED) {
      const text = run.unescape(run.bytes, start, end);
      return text ? this.#dictionary.code(text, 0, text.length) : -1;
    }
    return isJson(decodeUtf8(run.bytes, start, end)) ? this.#dictionary.code(run.bytes, start, end) : -1;
  }
}

const FAULTS: Readonly<Record<number, string>> = {
  [ESCAPED]: "has an escape that means nothing, or is not UTF-8 text",
  [BARE]: "is not a JSON value",
  [NESTED]: "is not a JSON value",
};

function isJson(text: string | null): boolean {
  try {
    if (text !== null) JSON.parse(text);
    return text !== null;
  } catch {
    return false;
  }
}

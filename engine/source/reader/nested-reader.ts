import { StringBuffer } from "../../data/column-buffer.ts";
import { type DataType, typeName } from "../../data/data-type.ts";
import { Dictionary } from "../../data/dictionary.ts";
import { nestedText, readNested } from "../../data/nested-value.ts";
import { CHUNK_ROWS } from "../source-chunk.ts";
import { ByteDictionary } from "./byte-dictionary.ts";
import { ABSENT, type FieldRun } from "./field-run.ts";

/** ARRAY, MAP and STRUCT: JSON, or a text of it, as the one text that its value has; each text is read once. */
export class NestedReader {
  readonly buffer: StringBuffer;
  readonly #column: number;
  readonly #type: DataType;
  readonly #written = new ByteDictionary();
  /** By code in `#written`: the value's code, or NONE. */
  readonly #codes: number[] = [];

  constructor(type: DataType, column: number) {
    this.buffer = new StringBuffer(CHUNK_ROWS, new Dictionary());
    this.#type = type;
    this.#column = column;
  }

  read(run: FieldRun, into: number): void {
    const base = this.#column * CHUNK_ROWS;
    for (let row = 0; row < run.rows; row++) {
      if (run.kinds[base + row] === ABSENT) {
        this.buffer.setNull(into + row);
        continue;
      }
      const bytes = run.text(this.#column, row);
      const code = bytes ? this.#code(bytes) : NONE;
      if (code !== NONE) this.buffer.codes[into + row] = code;
      else {
        this.buffer.setNull(into + row);
        if (bytes?.length !== 0)
          run.refuseField(this.#column, row, (text) => `"${text}" is not JSON of ${typeName(this.#type)}`);
      }
    }
  }

  #code(bytes: Uint8Array): number {
    const written = this.#written.code(bytes, 0, bytes.length);
    if (written < 0) return NONE;
    const known = this.#codes[written];
    if (known !== undefined) return known;
    const value = readNested(this.#written.dictionary.get(written), this.#type);
    const code = value === null ? NONE : this.buffer.dictionary.add(nestedText(value, this.#type));
    this.#codes[written] = code;
    return code;
  }
}

const NONE = -1;

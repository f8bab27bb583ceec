import { type StringColumn, readValue } from "../data/column.ts";
import { NumberBuffer } from "../data/column-buffer.ts";
import { type DataType, STRING } from "../data/data-type.ts";
import { Dictionary } from "../data/dictionary.ts";
import { valueText } from "../data/value-text.ts";
import { CastFailures } from "./cast-failures.ts";
import { EntryNumbers } from "./entry-numbers.ts";
import { type Kernel, booleanColumn, isValid, numberColumn, ownValidity } from "./kernel.ts";
import { type ExactType, parseExact, parserOf } from "./parse-text.ts";

/** Any type to STRING. @param textOf the text of a value of the type. */
export function castToString(from: DataType, textOf: typeof valueText = valueText): Kernel {
  const dictionary = new Dictionary();
  return ([column], length) => {
    const codes = new Int32Array(length);
    for (let row = 0; row < length; row++)
      if (isValid(column.validity, row))
        codes[row] = dictionary.add(textOf(readValue(column, from, row)!, from));
    return { kind: "string", codes, dictionary, validity: column.validity };
  };
}

/** STRING to any type, read once an entry: blanks around the text are skipped, and a text of another form fails. */
export function castFromString(to: DataType): Kernel {
  return to.kind === "BIGINT" || to.kind === "DECIMAL" ? textToExact(to) : textToNumber(to);
}

/** DOUBLE, times, lengths of time, and BOOLEAN (as 1 and 0). */
function textToNumber(to: DataType): Kernel {
  const parse = parserOf(to);
  const readable = new EntryNumbers((text) => (parse(text) === null ? 0 : 1));
  const numbers = new EntryNumbers((text) => parse(text) ?? 0);
  return ([column], length, warnings) => {
    const { codes, dictionary, validity } = column as StringColumn;
    const good = readable.of(dictionary);
    const values = numbers.of(dictionary);
    const out = to.kind === "BOOLEAN" ? new Uint8Array(length) : new Float64Array(length);
    const valid = ownValidity(validity, length);
    const failures = new CastFailures();
    for (let row = 0; row < length; row++) {
      if (valid[row] === 0) continue;
      out[row] = values[codes[row]];
      if (good[codes[row]] === 1) continue;
      valid[row] = 0;
      failures.add(row);
    }
    failures.report(column, STRING, to, warnings);
    return out instanceof Uint8Array ? booleanColumn(out, valid) : numberColumn(out, valid);
  };
}

/** BIGINT and DECIMAL: those beyond 2^53 are read again for each row. */
function textToExact(to: ExactType): Kernel {
  const numbers = new EntryNumbers((text) => Number(parseExact(text, to) ?? NaN));
  return ([column], length, warnings) => {
    const { codes, dictionary, validity } = column as StringColumn;
    const values = numbers.of(dictionary);
    const buffer = new NumberBuffer(to, length);
    const failures = new CastFailures();
    for (let row = 0; row < length; row++) {
      const value = isValid(validity, row) ? values[codes[row]] : NaN;
      if (Number.isSafeInteger(value)) buffer.values[row] = value;
      else if (!Number.isNaN(value)) buffer.setExact(row, parseExact(dictionary.get(codes[row]), to)!);
      else {
        buffer.setNull(row);
        if (isValid(validity, row)) failures.add(row);
      }
    }
    failures.report(column, STRING, to, warnings);
    return buffer.column(length);
  };
}

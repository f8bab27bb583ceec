import type { StringColumn } from "../data/column.ts";
import { readValue } from "../data/column.ts";
import { columnOf } from "../data/column-buffer.ts";
import { type DataType, type Value, isNested, sameType } from "../data/data-type.ts";
import { Dictionary } from "../data/dictionary.ts";
import { type Element, nestedText, readNested } from "../data/nested-value.ts";
import { CastFailures } from "./cast-failures.ts";
import { EntryNumbers } from "./entry-numbers.ts";
import { type Kernel, ownValidity } from "./kernel.ts";

/** The kernel that casts plain values. */
export type CastKernel = (from: DataType, to: DataType) => Kernel;

/**
 * JSON text to an ARRAY, MAP or STRUCT, or one of these to another of its kind: once an entry. A value fails as a whole
 * where something in it does.
 *
 * @param castKernel casts what is in it.
 */
export function castNested(from: DataType, to: DataType, castKernel: CastKernel): Kernel {
  const results = new Dictionary();
  const entries = new EntryNumbers((text) => {
    const value =
      from.kind === "STRING"
        ? readNested(text, to)
        : castElement(readNested(text, from), from, to, castKernel);
    return value === null ? FAILED : results.add(nestedText(value, to));
  });
  return ([column], length, warnings) => {
    const { codes, dictionary, validity } = column as StringColumn;
    const translated = entries.of(dictionary);
    const out = new Int32Array(length);
    const valid = ownValidity(validity, length);
    const failures = new CastFailures();
    for (let row = 0; row < length; row++) {
      if (valid[row] === 0) continue;
      const code = translated[codes[row]];
      if (code === FAILED) {
        valid[row] = 0;
        failures.add(row);
      } else out[row] = code;
    }
    failures.report(column, from, to, warnings);
    return { kind: "string", codes: out, dictionary: results, validity: valid };
  };
}

const FAILED = -1;

/** @returns null where the value is, or where it or something in it does not fit the type. */
function castElement(value: Element, from: DataType, to: DataType, castKernel: CastKernel): Element {
  if (value === null || sameType(from, to)) return value;
  if (from.kind === "ARRAY" && to.kind === "ARRAY")
    return castAll(value as readonly Element[], () => [from.element, to.element], castKernel);
  if (from.kind === "STRUCT" && to.kind === "STRUCT")
    return castAll(
      value as readonly Element[],
      (index) => [from.fields[index]!.type, to.fields[index]!.type],
      castKernel,
    );
  if (from.kind === "MAP" && to.kind === "MAP") {
    const entries = value as ReadonlyMap<string, Element>;
    const values = castAll([...entries.values()], () => [from.value, to.value], castKernel);
    return values && new Map([...entries.keys()].map((key, index) => [key, values[index]!]));
  }
  const scalar = isNested(from) ? nestedText(value, from) : (value as Value);
  const cast = castKernel(from, to)([columnOf(from, [scalar])], 1, new Map());
  const result = readValue(cast, to, 0);
  return isNested(to) && result !== null ? readNested(result as string, to) : result;
}

function castAll(
  values: readonly Element[],
  types: (index: number) => readonly [DataType, DataType],
  castKernel: CastKernel,
): readonly Element[] | null {
  const cast = values.map((value, index) => castElement(value, ...types(index), castKernel));
  return cast.some((value, index) => value === null && values[index] !== null) ? null : cast;
}

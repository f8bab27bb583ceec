import type { Column, StringColumn, Validity } from "../../data/column.ts";
import { type ColumnBuffer, createBuffer, writeValue } from "../../data/column-buffer.ts";
import { type DataType, type Value, isNested } from "../../data/data-type.ts";
import type { Dictionary } from "../../data/dictionary.ts";
import { LONGEST_TEXT } from "../../data/longest-text.ts";
import { type Element, boundedNestedText } from "../../data/nested-value.ts";
import { reportBadArguments } from "../bad-arguments.ts";
import { type Kernel, type Operand, isValid } from "../kernel.ts";
import { type WarningCounts, warn } from "../warning-counts.ts";
import { ElementReader } from "./element-reader.ts";

/** A result that is longer than a text may be: NULL, and counted. */
export const TOO_LONG: unique symbol = Symbol("too long");

/** The result for arguments of one row; undefined: there is none, the row is NULL and counted. */
export type ElementFunction = (values: readonly Element[]) => Element | typeof TOO_LONG | undefined;

/**
 * A function of ARRAYs, MAPs and STRUCTs that is NULL where an argument is, and has a result everywhere else. Where only
 * one argument is no constant, each of its dictionary entries is computed once.
 */
export function elementKernel(
  operands: readonly Operand[],
  type: DataType,
  compute: ElementFunction,
): Kernel {
  const free = operands.findIndex((operand) => operand.constant === null);
  const single = operands.filter((operand) => operand.constant === null).length === 1;
  if (single && (operands[free].type.kind === "STRING" || isNested(operands[free].type)))
    return entryKernel(operands, free, type, compute);
  return rowKernel("", operands, type, (values) => (values.includes(null) ? null : compute(values)));
}

/** Row by row, NULLs and all. @param name upper case, for the example of a warning. */
export function rowKernel(
  name: string,
  operands: readonly Operand[],
  type: DataType,
  compute: ElementFunction,
): Kernel {
  const readers = operands.map((operand) => new ElementReader(operand));
  const shared = createBuffer(type, 0);
  const dictionary = shared.kind === "string" ? shared.dictionary : undefined;
  const values: Element[] = operands.map(() => null);
  return (columns, length, warnings) => {
    const out = createBuffer(type, length, dictionary);
    const failed: number[] = [];
    const long: number[] = [];
    for (let row = 0; row < length; row++) {
      for (let i = 0; i < readers.length; i++) values[i] = readers[i].at(columns[i], row);
      const result = compute(values);
      if (result === undefined) failed.push(row);
      if (!writeElement(out, row, result ?? null, type)) long.push(row);
    }
    reportTooLong(type, long, warnings);
    reportBadArguments({ name, operands, columns }, failed, warnings);
    return out.column(length);
  };
}

function entryKernel(
  operands: readonly Operand[],
  free: number,
  type: DataType,
  compute: ElementFunction,
): Kernel {
  const readers = operands.map((operand) => new ElementReader(operand));
  const results = createBuffer(type, 16);
  const values: Element[] = operands.map((operand, index) =>
    operand.constant ? readers[index].at(operand.constant, 0) : null,
  );
  const isNothing = values.some((value, index) => index !== free && value === null);
  let known: Dictionary | null = null;
  let size = 0;
  const tooLong = new Set<number>();
  return (columns, length, warnings) => {
    const { codes, dictionary, validity } = columns[free] as StringColumn;
    if (dictionary !== known) {
      [known, size] = [dictionary, 0];
      tooLong.clear();
    }
    results.reserve(dictionary.size);
    for (; size < dictionary.size; size++) {
      values[free] = readers[free].of(dictionary.get(size));
      const result = isNothing ? null : (compute(values) ?? null);
      if (!writeElement(results, size, result, type)) tooLong.add(size);
    }
    if (tooLong.size > 0) {
      const rows = Array.from({ length }, (_, row) => row);
      const long = rows.filter((row) => isValid(validity, row) && tooLong.has(codes[row]));
      reportTooLong(type, long, warnings);
    }
    return gather(results, type, codes, validity, length);
  };
}

/** @returns whether it was no longer than a text may be; else NULL is written. */
function writeElement(
  out: ColumnBuffer,
  row: number,
  value: Element | typeof TOO_LONG,
  type: DataType,
): boolean {
  const plain = value === null || value === TOO_LONG || !isNested(type);
  const written = plain ? (value as Value | typeof TOO_LONG) : (boundedNestedText(value, type) ?? TOO_LONG);
  writeValue(out, row, written === TOO_LONG ? null : written);
  return written !== TOO_LONG;
}

function reportTooLong(type: DataType, rows: readonly number[], warnings: WarningCounts): void {
  if (rows.length > 0)
    warn(warnings, "TEXT_TOO_LONG", rows, `${type.kind} of more than ${LONGEST_TEXT} characters`);
}

/** The results of the rows' entries. */
function gather(
  results: ColumnBuffer,
  type: DataType,
  codes: Int32Array,
  validity: Validity,
  length: number,
): Column {
  const out = createBuffer(type, length, results.kind === "string" ? results.dictionary : undefined);
  for (let row = 0; row < length; row++)
    if (!isValid(validity, row) || !isValid(results.validity, codes[row])) out.setNull(row);
  if (results.kind === "number" && out.kind === "number") {
    const { values, wide } = results;
    for (let row = 0; row < length; row++) out.values[row] = values[codes[row]];
    if (wide)
      for (let row = 0; row < length; row++) {
        const exact = isValid(validity, row) ? wide.get(codes[row]) : undefined;
        if (exact !== undefined) out.setExact(row, exact);
      }
  } else if (results.kind === "boolean" && out.kind === "boolean")
    for (let row = 0; row < length; row++) out.values[row] = results.values[codes[row]];
  else if (results.kind === "string" && out.kind === "string")
    for (let row = 0; row < length; row++) out.codes[row] = results.codes[codes[row]];
  return out.column(length);
}

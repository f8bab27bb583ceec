import {
  type BooleanColumn,
  type Column,
  columnKind,
  type NumberColumn,
  type StringColumn,
} from "../data/column.ts";
import { NumberBuffer } from "../data/column-buffer.ts";
import type { DataType } from "../data/data-type.ts";
import { Dictionary } from "../data/dictionary.ts";
import { EntryNumbers } from "./entry-numbers.ts";
import { exactAt } from "./exact.ts";
import { isValid } from "./kernel.ts";
import { Scratch } from "./scratch.ts";

/** Which branch gives each row its value; -1: none, the row is NULL. */
export type Choice = Int32Array;

/** Puts a column together from rows of several columns of one type, at least one; valid until it does so again. */
export type Selector = (choice: Choice, branches: readonly Column[], length: number) => Column;

export function createSelector(type: DataType, branches: number): Selector {
  if (columnKind(type) === "string") return stringSelector(branches);
  if (type.kind === "BOOLEAN") return selectBooleans;
  const scratch = new Scratch();
  return (choice, columns, length) => selectNumbers(type, scratch, choice, columns as NumberColumn[], length);
}

/** Bytes of the selected rows, or null when none of them is NULL. */
function selectedValidity(choice: Choice, branches: readonly Column[], length: number): Uint8Array | null {
  if (branches.every((branch) => branch.validity === null)) {
    let signs = 0;
    for (let i = 0; i < length; i++) signs |= choice[i];
    if (signs >= 0) return null;
  }
  const validity = new Uint8Array(length);
  let valid = 0;
  for (let i = 0; i < length; i++) {
    const branch = choice[i];
    const known = branch >= 0 && isValid(branches[branch].validity, i) ? 1 : 0;
    validity[i] = known;
    valid += known;
  }
  return valid === length ? null : validity;
}

function selectNumbers(
  type: DataType,
  scratch: Scratch,
  choice: Choice,
  branches: readonly NumberColumn[],
  length: number,
): NumberColumn {
  const validity = selectedValidity(choice, branches, length);
  if (branches.some((branch) => branch.exact !== null)) {
    const buffer = new NumberBuffer(type, length);
    for (let i = 0; i < length; i++)
      if (isValid(validity, i)) buffer.setExact(i, exactAt(branches[choice[i]], type, i));
      else buffer.setNull(i);
    return buffer.column(length);
  }
  const values = scratch.numbers(length);
  // By choice + 1, so that no branch is in the loop: what is chosen cannot be predicted. Rows that chose none are NULL.
  const from = [branches[0], ...branches].map((branch) => branch.values);
  for (let i = 0; i < length; i++) values[i] = from[choice[i] + 1][i];
  return { kind: "number", values, exact: null, validity };
}

const selectBooleans: Selector = (choice, branches, length) => {
  const values = new Uint8Array(length);
  branches.forEach((branch, index) => {
    const from = (branch as BooleanColumn).values;
    for (let i = 0; i < length; i++) if (choice[i] === index) values[i] = from[i];
  });
  return { kind: "boolean", values, validity: selectedValidity(choice, branches, length) };
};

/** Branches of one dictionary keep it; others are translated into one of the result's own, once an entry. */
function stringSelector(branches: number): Selector {
  const own = new Dictionary();
  const translations = Array.from({ length: branches }, () => new EntryNumbers((text) => own.add(text)));
  return (choice, columns, length) => {
    const strings = columns as readonly StringColumn[];
    const shared = strings.every((column) => column.dictionary === strings[0].dictionary);
    const codes = new Int32Array(length);
    strings.forEach((column, index) => {
      const from = column.codes;
      const translated = shared ? null : translations[index].of(column.dictionary);
      for (let i = 0; i < length; i++)
        if (choice[i] === index) codes[i] = translated ? translated[from[i]] : from[i];
    });
    const validity = selectedValidity(choice, columns, length);
    return { kind: "string", codes, dictionary: shared ? strings[0].dictionary : own, validity };
  };
}

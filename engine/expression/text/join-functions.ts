import type { Column, StringColumn } from "../../data/column.ts";
import { type DataType, STRING } from "../../data/data-type.ts";
import { LONGEST_TEXT } from "../../data/longest-text.ts";
import { documentOf } from "../function-document.ts";
import { type Kernel, type Operand, isValid, maskOf } from "../kernel.ts";
import type { Resolution, ScalarFunction } from "../scalar-function.ts";
import { argumentProblem, countProblem } from "../type-rules.ts";
import { tooLong } from "./answer.ts";
import { AnswerColumn, AnswerStore } from "./answer-column.ts";

/** Functions of any number of values, which are cast to STRING. */
export const joinFunctions: readonly ScalarFunction[] = [
  {
    name: "concat",
    document: documentOf(
      "CONCAT(value, …) → STRING",
      "The values one after the other; NULL is left out.",
      "CONCAT('pane ', 7, NULL)",
      "pane 7",
    ),
    resolve: (types) => resolveJoin("CONCAT", types, 1, Infinity),
    compile: (operands, type) => joinKernel("CONCAT", operands, type, { separated: false, skipsNull: true }),
  },
  {
    name: "concat or null",
    resolve: (types) => resolveJoin("CONCAT", types, 1, Infinity),
    compile: (operands, type) => joinKernel("CONCAT", operands, type, { separated: false, skipsNull: false }),
  },
  {
    name: "||",
    resolve: resolveOperator,
    compile: (operands, type) => joinKernel("||", operands, type, { separated: false, skipsNull: false }),
  },
  {
    name: "concat_ws",
    document: documentOf(
      "CONCAT_WS(separator, value, …) → STRING",
      "The values with the separator between them; NULL is left out, and a separator that is NULL makes all NULL.",
      "CONCAT_WS('-', 2024, NULL, '01')",
      "2024-01",
      { aliases: ["JOIN"], spelling: { velostream: "JOIN" } },
    ),
    resolve: (types) => resolveJoin("CONCAT_WS", types, 2, Infinity),
    compile: (operands, type) =>
      joinKernel("CONCAT_WS", operands, type, { separated: true, skipsNull: true }),
  },
];

function resolveOperator(types: readonly (DataType | null)[]): Resolution {
  const found = resolveJoin("||", types, 2, 2);
  return "problem" in found || types.some((type) => type === null || type.kind === "STRING")
    ? found
    : argumentProblem("||", "at least one STRING", types[0]!);
}

function resolveJoin(
  name: string,
  types: readonly (DataType | null)[],
  least: number,
  most: number,
): Resolution {
  const wrong = countProblem(name, types.length, least, most);
  return wrong ?? { type: STRING, parameters: types.map(() => STRING) };
}

interface Joining {
  /** The first argument goes between the others. */
  readonly separated: boolean;
  /** A NULL is left out; else it makes all NULL. */
  readonly skipsNull: boolean;
}

function joinKernel(
  name: string,
  operands: readonly Operand[],
  type: DataType,
  { separated, skipsNull }: Joining,
): Kernel {
  const store = new AnswerStore(type);
  const masks = operands.map(maskOf);
  const first = separated ? 1 : 0;
  return (columns, length, warnings) => {
    const out = new AnswerColumn(store, length);
    for (let row = 0; row < length; row++) {
      const separator = separated ? textAt(columns[0], row & masks[0]) : "";
      let joined: string | null = separator === null ? null : "";
      let began = false;
      for (let i = first; i < columns.length && joined !== null; i++) {
        const text = textAt(columns[i], row & masks[i]);
        if (text === null) joined = skipsNull ? joined : null;
        else if (joined.length <= LONGEST_TEXT) joined += began ? separator + text : text;
        began ||= text !== null;
      }
      out.set(row, joined !== null && joined.length > LONGEST_TEXT ? tooLong(name, joined) : joined);
    }
    return out.column(warnings);
  };
}

function textAt(column: Column, row: number): string | null {
  const { codes, dictionary, validity } = column as StringColumn;
  return isValid(validity, row) ? dictionary.get(codes[row]) : null;
}

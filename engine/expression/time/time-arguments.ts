import { nearestWord } from "../../common/nearest-word.ts";
import { DATE, STRING, TIMESTAMP } from "../../data/data-type.ts";
import type { DataType, Value } from "../../data/data-type.ts";
import type { StringColumn } from "../../data/column.ts";
import type { Operand } from "../kernel.ts";
import type { LiteralProblem, Resolution } from "../scalar-function.ts";
import { argumentProblem, countProblem } from "../type-rules.ts";

/** What an argument has to be: a time is a TIMESTAMP or DATE, or a BIGINT (ms since the epoch) or STRING read as one. */
export type Wanted = "time" | DataType;

/** The resolution of a call whose arguments are these, in order; the last ones may be left out. */
export function resolveTyped(
  name: string,
  types: readonly (DataType | null)[],
  wanted: readonly Wanted[],
  result: DataType,
  least: number = wanted.length,
): Resolution {
  const wrong = countProblem(name, types.length, least, wanted.length);
  if (wrong) return wrong;
  const parameters: DataType[] = [];
  for (const [index, type] of types.entries()) {
    const parameter = parameterOf(type, wanted[index]);
    if (parameter === null) return argumentProblem(name, inWords(wanted[index]), type!);
    parameters.push(parameter);
  }
  return { type: result, parameters };
}

function parameterOf(type: DataType | null, wanted: Wanted): DataType | null {
  if (wanted !== "time") return type === null || type.kind === wanted.kind ? wanted : null;
  if (type?.kind === "DATE") return DATE;
  return type === null || ["TIMESTAMP", "BIGINT", "STRING"].includes(type.kind) ? TIMESTAMP : null;
}

function inWords(wanted: Wanted): string {
  if (wanted === "time") return "a TIMESTAMP or DATE";
  return wanted === STRING ? "a STRING" : `a ${wanted.kind}`;
}

/** @returns The one text that an argument is on every row, or null where it is none. */
export function constantText({ constant }: Operand): string | null {
  if (constant === null || constant.validity !== null) return null;
  const { codes, dictionary } = constant as StringColumn;
  return dictionary.get(codes[0]);
}

/** A unit or part of time has to be a word that is known before any row is read. */
export function wordProblem(
  word: Value | undefined,
  what: "unit" | "part",
  known: boolean,
  words: readonly string[],
): ReturnType<LiteralProblem> {
  if (known) return null;
  const all = `the ${what}s are ${words.join(", ")}.`;
  if (typeof word !== "string")
    return { argument: 0, sentence: `A ${what} of time stands here as a word; ${all}` };
  const sentence = `${word} is no ${what} of time; ${all}`;
  const instead = nearestWord(word.toUpperCase(), words);
  return instead === null ? { argument: 0, sentence } : { argument: 0, sentence, instead };
}

import { BIGINT, type DataType, STRING } from "../../data/data-type.ts";
import type { FunctionDocument } from "../function-document.ts";
import type { LiteralProblem, Resolution, ScalarFunction } from "../scalar-function.ts";
import { argumentProblem, countProblem } from "../type-rules.ts";
import type { Answer } from "./answer.ts";
import { answerKernel, type Compute } from "./answer-kernel.ts";

type Kind = "text" | "whole";
type CellsOf<Kinds extends readonly Kind[]> = {
  [Index in keyof Kinds]: Kinds[Index] extends "text" ? string : number;
};

/** @typeParam Takes the arguments that must be there. @typeParam May those that may follow; up to four altogether. */
export interface TextFunction<Takes extends readonly Kind[], May extends readonly Kind[]> {
  /** Lower case. */
  readonly name: string;
  /** Of what is written as `name(…)`. */
  readonly document?: FunctionDocument;
  readonly takes: Takes;
  readonly may?: May;
  readonly gives: DataType;
  /**
   * Called once a call in the text, so that it can keep what it prepares of patterns and the like.
   * @returns The function of arguments that are not NULL.
   */
  readonly create: () => (...cells: [...CellsOf<Takes>, ...Partial<CellsOf<May>>]) => Answer;
  readonly literalProblem?: LiteralProblem;
}

/** A function of texts and whole numbers that is NULL where an argument is. */
export function textFunction<
  const Takes extends readonly Kind[],
  const May extends readonly Kind[] = readonly [],
>({ name, document, takes, may, gives, create, literalProblem }: TextFunction<Takes, May>): ScalarFunction {
  return {
    name,
    ...(document && { document }),
    resolve: (types) => resolveKinds(name.toUpperCase(), types, takes, may ?? [], gives),
    compile: (operands, type) => answerKernel(operands, type, create() as Compute),
    ...(literalProblem && { literalProblem }),
  };
}

/** Types a call of texts and whole numbers. */
export function resolveKinds(
  name: string,
  types: readonly (DataType | null)[],
  takes: readonly Kind[],
  may: readonly Kind[],
  gives: DataType,
): Resolution {
  const wrong = countProblem(name, types.length, takes.length, takes.length + may.length);
  if (wrong) return wrong;
  const parameters = [...takes, ...may]
    .slice(0, types.length)
    .map((kind) => (kind === "text" ? STRING : BIGINT));
  for (const [index, { kind }] of parameters.entries()) {
    const given = types[index];
    if (given === null || given.kind === kind) continue;
    const wanted = kind === "STRING" ? "a STRING" : "a BIGINT";
    return argumentProblem(name, types.length === 1 ? wanted : `${wanted} as argument ${index + 1}`, given);
  }
  return { type: gives, parameters };
}

import { type DataType, STRING, type Value } from "../data/data-type.ts";
import { bound, type Bound } from "./bound.ts";
import type { Refusal } from "./diagnostic-list.ts";
import { flinkArrays, ksqlArrays, risingwaveArrays } from "./foreign-arrays.ts";
import { flinkNumbersAndTimes, ksqlNumbersAndTimes, risingwaveNumbersAndTimes } from "./foreign-times.ts";
import { leastNumber } from "./least-number.ts";

/** A call by the registry's name. */
export interface MeantCall {
  readonly name: string;
  readonly values: readonly Bound[];
}

/** What a call that an engine spells as we do means there: null as it stands, another call of ours, or nothing that is run. */
export type Meaning = (values: readonly Bound[]) => MeantCall | Refusal | null;

/** By the registry's name: functions that have another meaning in one of the engines. */
export type ForeignFunctions = ReadonlyMap<string, Meaning>;

export const noForeignFunctions: ForeignFunctions = new Map();

/** @returns The call that is meant; or why it is not run. */
export function meantCall(
  name: string,
  values: readonly Bound[],
  foreign: ForeignFunctions,
): MeantCall | Refusal {
  return foreign.get(name)?.(values) ?? { name, values };
}

/**
 * CONCAT with a NULL is NULL, all matches are replaced, only spaces are trimmed, positions begin at 1, and SIMILAR TO
 * has no escape character of its own.
 */
export const flinkFunctions: ForeignFunctions = new Map<string, Meaning>([
  ...flinkNumbersAndTimes,
  ...flinkArrays,
  [
    "collect",
    () =>
      otherMeaning(
        "COLLECT gives a multiset in Flink, and a text here.",
        "ARRAY_AGG collects values, LISTAGG joins them as a text.",
      ),
  ],
  ["concat", (values) => ({ name: "concat or null", values })],
  ["regexp_replace", append("regexp_replace", 3, STRING, "g")],
  ["trim", append("trim", 1, STRING, " ")],
  ["ltrim", append("ltrim", 1, STRING, " ")],
  ["rtrim", append("rtrim", 1, STRING, " ")],
  zeroPosition("Flink"),
  ["similar to", append("similar to", 2, STRING, "")],
  ...negativeCount("Flink"),
  [
    "chr",
    refuseNumbers(
      0,
      { from: 256n, to: null },
      "Flink's CHR knows numbers up to 255 only.",
      "Write the character itself, or CHR of a literal number.",
    ),
  ],
  [
    "regexp_extract_all",
    (values) =>
      values.length === 2
        ? otherMeaning("Without a group, Flink takes the first one here.", "Write the number of the group.")
        : null,
  ],
]);

/** A deviation is its square; the pattern comes first where parts are extracted, and all matches are replaced. */
export const ksqlFunctions: ForeignFunctions = new Map<string, Meaning>([
  ...ksqlNumbersAndTimes,
  ...ksqlArrays,
  [
    "stddev_samp",
    () =>
      otherMeaning(
        "ksqlDB's STDDEV_SAMP gives the square of the deviation.",
        "Write STDDEV_SAMPLE for the deviation, VAR_SAMP for its square.",
      ),
  ],
  ["regexp_extract", patternFirst("regexp_extract")],
  ["regexp_extract_all", patternFirst("regexp_extract_all")],
  ["regexp_replace", append("regexp_replace", 3, STRING, "g")],
  zeroPosition("ksqlDB"),
  ...negativeCount("ksqlDB"),
]);

/** Positions below 1 lie before the text, and `\` makes the next character of a LIKE pattern plain. */
export const risingwaveFunctions: ForeignFunctions = new Map<string, Meaning>([
  ["like", append("like", 2, STRING, "\\")],
  ["ilike", append("ilike", 2, STRING, "\\")],
  ...risingwaveNumbersAndTimes,
  ...risingwaveArrays,
  [
    "substring",
    refuseNumbers(
      1,
      { from: null, to: -1n },
      "RisingWave counts positions below 1 before the text; here they count from the end.",
      "Use RIGHT(…) for the end of a text; a position that is computed has to be 0 or more, such as ABS(n).",
    ),
  ],
]);

/** Gives a call of `count` arguments one more. */
function append(name: string, count: number, type: DataType, value: Value): Meaning {
  return (values) => {
    const last = values.at(-1);
    if (values.length !== count || last === undefined) return null;
    return { name, values: [...values, bound({ kind: "literal", value, type }, last.range)] };
  };
}

function patternFirst(name: string): Meaning {
  return ([pattern, text, ...rest]) => (pattern && text ? { name, values: [text, pattern, ...rest] } : null);
}

/** Without a length it makes no difference. */
function zeroPosition(engine: string): readonly [string, Meaning] {
  const refuse = refuseNumbers(
    1,
    { from: 0n, to: 0n },
    `${engine} counts the position 0 as 1; here it lies before the text.`,
    "Write 1; a position that is computed has to be 1 or more, such as ABS(n) + 1.",
  );
  return ["substring", (values) => (values.length === 3 ? refuse(values) : null)];
}

function negativeCount(engine: string): readonly (readonly [string, Meaning])[] {
  return ["left", "right"].map((name) => [
    name,
    refuseNumbers(
      1,
      { from: null, to: -1n },
      `In ${engine} a length below 0 gives an empty text; here all but so many characters.`,
      "Write a length from 0 on; one that is computed has to be 0 or more, such as LENGTH(…) or ABS(n).",
    ),
  ]);
}

/** Whole numbers; null: there is no end. */
interface Numbers {
  readonly from: bigint | null;
  readonly to: bigint | null;
}

/** Refuses a number for which the other engine gives another result: a literal, and one that may be such a number. */
function refuseNumbers(argument: number, differing: Numbers, message: string, hint: string): Meaning {
  const { from, to } = differing;
  return (values) => {
    const expression = values[argument]?.expression;
    if (expression === undefined) return null;
    const least = leastNumber(expression);
    const most = expression.kind === "literal" ? least : null;
    const above = to !== null && least !== null && least > to;
    const below = from !== null && most !== null && most < from;
    const isNull = expression.kind === "literal" && expression.value === null;
    return above || below || isNull ? null : otherMeaning(message, hint);
  };
}

function otherMeaning(message: string, hint: string): Refusal {
  return { code: "UNSUPPORTED_MEANING", message, hint };
}

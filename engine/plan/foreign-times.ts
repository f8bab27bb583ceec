import { holdsDoubles } from "../data/data-type.ts";
import type { Bound } from "./bound.ts";
import type { MeantCall, Meaning } from "./foreign-functions.ts";
import type { Refusal } from "./diagnostic-list.ts";

type Meanings = readonly (readonly [name: string, meaning: Meaning])[];

/** LOG of one number is the natural one; patterns are Java's; days of the week count from 1; NULLs are not skipped. */
export const flinkNumbersAndTimes: Meanings = [
  ["cast", javaDoubles],
  ["to_json_string", jsonOfDoubles],
  ["log", ofOneNumber("ln")],
  ["date_format", (values) => ({ name: "format_timestamp", values })],
  ["extract", partMeaning("Flink", ["MILLISECOND", "MICROSECOND", "NANOSECOND"], "dayofweek")],
  ["greatest", () => refusal("In Flink GREATEST is NULL as soon as one argument is.", "Write it as CASE.")],
  ["least", () => refusal("In Flink LEAST is NULL as soon as one argument is.", "Write it as CASE.")],
  [
    "from_unixtime",
    () =>
      refusal(
        "In Flink FROM_UNIXTIME gives a text.",
        "Write DATE_FORMAT(TO_TIMESTAMP_LTZ(seconds, 0), 'yyyy-MM-dd HH:mm:ss').",
      ),
  ],
  ["typeof", () => refusal("Flink names types in its own way.", "Leave TYPEOF out.")],
];

/** LOG of one number is the natural one; half is rounded up; times as numbers are milliseconds. */
export const ksqlNumbersAndTimes: Meanings = [
  ["cast", javaDoubles],
  ["to_json_string", jsonOfDoubles],
  ["round", (values) => ({ name: "round up", values })],
  ["log", ofOneNumber("ln")],
  [
    "from_unixtime",
    ([value]) =>
      value?.type?.kind === "TIMESTAMP"
        ? refusal("FROM_UNIXTIME makes a TIMESTAMP of a number, and this is one already.", "Leave it out.")
        : refusal("In ksqlDB FROM_UNIXTIME takes milliseconds.", "Write CAST(milliseconds AS TIMESTAMP)."),
  ],
  [
    "unix_timestamp",
    () => refusal("In ksqlDB UNIX_TIMESTAMP gives milliseconds.", "Write CAST(time AS BIGINT)."),
  ],
];

/** A DOUBLE is rounded half to even; LOG of one number is the one to the base 10; patterns are PostgreSQL's; seconds have a fraction. */
export const risingwaveNumbersAndTimes: Meanings = [
  [
    "round",
    (values) =>
      values.length === 1 && values[0]!.type?.kind === "DOUBLE" ? { name: "round even", values } : null,
  ],
  ["log", ofOneNumber("log10")],
  ["to_timestamp", ofPattern("to_timestamp of letters")],
  ["to_date", ofPattern("to_date of letters")],
  [
    "extract",
    partMeaning("RisingWave", ["SECOND", "MILLISECOND", "MICROSECOND", "NANOSECOND", "EPOCH"], null),
  ],
];

/** Of casts to STRING: engines written in Java write a DOUBLE as Java does. */
function javaDoubles(values: readonly Bound[]): MeantCall | null {
  return values[0]?.type?.kind === "DOUBLE" ? { name: "java double text", values } : null;
}

/** JSON_OBJECT and JSON_ARRAY are made of it too. */
function jsonOfDoubles([value]: readonly Bound[]): Refusal | null {
  return value?.type && holdsDoubles(value.type)
    ? refusal(
        "Under these rules a DOUBLE has another text in JSON.",
        "CAST it to DECIMAL(18, 6) or its like.",
      )
    : null;
}

function ofOneNumber(name: string): Meaning {
  return (values) => (values.length === 1 ? { name, values } : null);
}

/** @param name of the function that reads a text by a pattern of another language. */
function ofPattern(name: string): Meaning {
  return (values) => (values.length === 2 ? { name, values } : null);
}

/** @param refused parts that are other numbers there. @param dayOfWeek the function that DOW means there. */
function partMeaning(engine: string, refused: readonly string[], dayOfWeek: string | null): Meaning {
  return (values) => {
    const [word, time] = values;
    const part = word?.expression.kind === "literal" ? String(word.expression.value).toUpperCase() : "";
    if (part === "DOW" && dayOfWeek !== null && time !== undefined)
      return { name: dayOfWeek, values: [time] };
    return refused.includes(part.replace(/S$/, ""))
      ? refusal(
          `In ${engine} ${part} is another number than here.`,
          "Compute it from UNIX_TIMESTAMP(time), whole seconds, or CAST(time AS BIGINT), milliseconds.",
        )
      : null;
  };
}

function refusal(message: string, hint: string): Refusal {
  return { code: "UNSUPPORTED_MEANING", message, hint };
}

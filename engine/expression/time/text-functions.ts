import { BIGINT, DATE, STRING, TIMESTAMP } from "../../data/data-type.ts";
import type { DataType } from "../../data/data-type.ts";
import { DAY_MS } from "../../data/civil-day.ts";
import type { NumberColumn } from "../../data/column.ts";
import { type FunctionDocument, documentOf } from "../function-document.ts";
import { type Kernel, numberColumn } from "../kernel.ts";
import { overRows } from "../repeat-row.ts";
import type { Resolution, ScalarFunction } from "../scalar-function.ts";
import { argumentProblem } from "../type-rules.ts";
import type { PatternLanguage } from "./pattern-cache.ts";
import { patternProblem } from "./pattern-problem.ts";
import { formatKernel, parseKernel } from "./text-kernels.ts";
import { resolveTyped } from "./time-arguments.ts";
import { loopKernel } from "./time-kernels.ts";

/** Times to text and back. A name has one language of patterns; DATE_FORMAT's hangs on the preset, see the binder. */
export const timeTextFunctions: readonly ScalarFunction[] = [
  writer(
    "date_format",
    "strftime",
    documentOf(
      "DATE_FORMAT(time, pattern) → STRING",
      "The time, UTC, as a pattern of strftime says; under Flink's rules the pattern is Java's.",
      "DATE_FORMAT(TIMESTAMP '2024-02-29 12:34:56', '%d.%m.%Y %H:%M')",
      "29.02.2024 12:34",
      { aliases: ["STRFTIME"], spelling: { ksqldb: "FORMAT_TIMESTAMP", risingwave: "TO_CHAR" } },
    ),
  ),
  zonedWriter(
    "format_timestamp",
    documentOf(
      "FORMAT_TIMESTAMP(time, pattern [, 'UTC']) → STRING",
      "The time, UTC, as a pattern of Java's letters says; names are English, and no other zone is known.",
      "FORMAT_TIMESTAMP(TIMESTAMP '2024-02-29 12:34:56', 'EEE d MMM yyyy')",
      "Thu 29 Feb 2024",
      {
        aliases: ["FORMAT_DATE", "TIMESTAMPTOSTRING"],
        spelling: { velostream: "DATE_FORMAT", flink: "DATE_FORMAT", risingwave: "TO_CHAR" },
      },
    ),
  ),
  writer(
    "to_char",
    "postgres",
    documentOf(
      "TO_CHAR(time, pattern) → STRING",
      "The time, UTC, as a pattern of PostgreSQL's letters says.",
      "TO_CHAR(TIMESTAMP '2024-02-29 12:34:56', 'YYYY-MM-DD HH24:MI')",
      "2024-02-29 12:34",
      { spelling: { velostream: "DATE_FORMAT", flink: "DATE_FORMAT", ksqldb: "FORMAT_TIMESTAMP" } },
    ),
  ),
  reader(
    "strptime",
    "strftime",
    TIMESTAMP,
    documentOf(
      "STRPTIME(text, pattern) → TIMESTAMP",
      "The time that a text means by a pattern of strftime; NULL and counted where it does not fit.",
      "STRPTIME('29.02.2024', '%d.%m.%Y')",
      "2024-02-29 00:00:00.000",
      { spelling: { flink: "TO_TIMESTAMP", ksqldb: "PARSE_TIMESTAMP", risingwave: "TO_TIMESTAMP" } },
    ),
  ),
  readerOrCast(
    "to_timestamp",
    TIMESTAMP,
    documentOf(
      "TO_TIMESTAMP(text [, pattern]) → TIMESTAMP",
      "The time that a text means, by a pattern of Java's letters or by ISO 8601; NULL and counted where it does not fit.",
      "TO_TIMESTAMP('2024-02-29 12:34:56', 'yyyy-MM-dd HH:mm:ss')",
      "2024-02-29 12:34:56.000",
      { aliases: ["PARSE_TIMESTAMP"], spelling: { ksqldb: "PARSE_TIMESTAMP" } },
    ),
  ),
  readerOrCast(
    "to_date",
    DATE,
    documentOf(
      "TO_DATE(text [, pattern]) → DATE",
      "The day that a text means, by a pattern of Java's letters or by ISO 8601; NULL and counted where it does not fit.",
      "TO_DATE('29/02/2024', 'dd/MM/yyyy')",
      "2024-02-29",
      { aliases: ["PARSE_DATE"], spelling: { ksqldb: "PARSE_DATE" } },
    ),
  ),
  readerOf("to_timestamp of letters", "postgres", TIMESTAMP),
  readerOf("to_date of letters", "postgres", DATE),
  reader(
    "stringtotimestamp",
    "java",
    BIGINT,
    documentOf(
      "STRINGTOTIMESTAMP(text, pattern) → BIGINT",
      "The time that a text means by a pattern of Java's letters, as ms since the epoch; NULL and counted where it does not fit.",
      "STRINGTOTIMESTAMP('1970-01-02', 'yyyy-MM-dd')",
      "86400000",
      { spelling: { velostream: null, flink: null, risingwave: null } },
    ),
  ),
];

function writer(name: string, language: PatternLanguage, document: FunctionDocument): ScalarFunction {
  const upper = name.toUpperCase();
  return {
    name,
    document,
    resolve: (types) => resolveTyped(upper, types, ["time", STRING], STRING),
    literalProblem: patternProblem(language, "write"),
    compile: (operands) => formatKernel(upper, operands, language),
  };
}

/** ksqlDB names the zone in a third argument, and only UTC is known here. */
function zonedWriter(name: string, document: FunctionDocument): ScalarFunction {
  const base = writer(name, "java", document);
  return {
    ...base,
    resolve: (types) => resolveTyped(name.toUpperCase(), types, ["time", STRING, STRING], STRING, 2),
    literalProblem(literals) {
      const zoned = literals.length > 2;
      if (zoned && !/^(Etc\/)?(UTC|GMT|Z)$/i.test(String(literals[2])))
        return { argument: 2, sentence: "Times are written in UTC: no other zone is known.", instead: "UTC" };
      return base.literalProblem?.(literals) ?? null;
    },
  };
}

function reader(
  name: string,
  language: PatternLanguage,
  type: DataType,
  document: FunctionDocument,
): ScalarFunction {
  const upper = name.toUpperCase();
  return {
    name,
    document,
    resolve: (types) => resolveTyped(upper, types, [STRING, STRING], type),
    literalProblem: patternProblem(language, "read"),
    compile: (operands) => parseKernel(upper, operands, language),
  };
}

/** With one argument it is a CAST. */
function readerOrCast(name: string, type: DataType, document: FunctionDocument): ScalarFunction {
  return { ...readerOf(name, "java", type), document };
}

function readerOf(name: string, language: "java" | "postgres", type: DataType): ScalarFunction {
  const upper = name.toUpperCase();
  return {
    name,
    resolve: (types) => resolveReader(upper, types, type),
    literalProblem: patternProblem(language, "read"),
    compile(operands) {
      if (operands.length === 1) return overRows(operands, loopKernel(type === DATE ? midnights : copy));
      const parse = parseKernel(upper, operands, language);
      return type === DATE ? toMidnights(parse) : parse;
    },
  };
}

function resolveReader(name: string, types: readonly (DataType | null)[], type: DataType): Resolution {
  const [first] = types;
  if (types.length !== 1) return resolveTyped(name, types, [STRING, STRING], type);
  if (first?.kind === "BIGINT" || first?.kind === "DOUBLE" || first?.kind === "DECIMAL")
    return {
      problem: `${name} of a number is seconds in some engines and milliseconds in others: write FROM_UNIXTIME(seconds) or TO_TIMESTAMP_LTZ(milliseconds, 3).`,
    };
  const resolution = resolveTyped(name, types, ["time"], type);
  return "problem" in resolution ? argumentProblem(name, "a STRING", first!) : resolution;
}

function copy(times: Float64Array, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = times[i];
}

/** The beginning of each day, UTC. */
export function midnights(times: Float64Array, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = Math.floor(times[i] / DAY_MS) * DAY_MS;
}

function toMidnights(parse: Kernel): Kernel {
  return (columns, length, warnings) => {
    const { values, validity } = parse(columns, length, warnings) as NumberColumn;
    const out = new Float64Array(length);
    midnights(values, out);
    return numberColumn(out, validity);
  };
}

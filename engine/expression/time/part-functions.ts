import { assert } from "../../common/assert.ts";
import { BIGINT, STRING } from "../../data/data-type.ts";
import { documentOf } from "../function-document.ts";
import { overRows } from "../repeat-row.ts";
import type { ScalarFunction } from "../scalar-function.ts";
import { constantText, resolveTyped, wordProblem } from "./time-arguments.ts";
import { loopKernel } from "./time-kernels.ts";
import { type TimePart, partLoops, timePartOf, timeParts } from "./time-part.ts";

const EXAMPLE = "TIMESTAMP '2024-02-29 12:34:56.789'";

/** EXTRACT, and a function each for the parts that engines name so. */
export const partFunctions: readonly ScalarFunction[] = [
  {
    name: "extract",
    document: documentOf(
      "EXTRACT(part FROM time) → BIGINT",
      "A part of a time, UTC: YEAR, QUARTER, MONTH, WEEK (ISO), DAY, DOW (0 is Sunday), ISODOW (1 is Monday), DOY, HOUR, MINUTE, SECOND, MILLISECOND (0 … 999), EPOCH and others.",
      `EXTRACT(QUARTER FROM ${EXAMPLE})`,
      "1",
      { aliases: ["DATE_PART"], spelling: { ksqldb: null } },
    ),
    resolve: (types) => resolveTyped("EXTRACT", types, [STRING, "time"], BIGINT),
    literalProblem: ([part]) =>
      wordProblem(part, "part", typeof part === "string" && timePartOf(part) !== null, timeParts),
    compile(operands) {
      const part = timePartOf(constantText(operands[0]) ?? "");
      assert(part !== null, "the binder lets only parts of a time through");
      return overRows(operands, ([, time], length, warnings) =>
        loopKernel(partLoops[part])([time], length, warnings),
      );
    },
  },
  part("year", "YEAR", "The year.", "2024"),
  part("quarter", "QUARTER", "The quarter of the year, 1 … 4.", "1"),
  part("month", "MONTH", "The month of the year, 1 … 12.", "2"),
  part("week", "WEEK", "The week of the year by ISO 8601, 1 … 53.", "9", ["WEEKOFYEAR"]),
  part("dayofmonth", "DAY", "The day of the month, 1 … 31.", "29", ["DAY"]),
  part("dayofyear", "DOY", "The day of the year, 1 … 366.", "60"),
  part("hour", "HOUR", "The hour of the day, 0 … 23.", "12"),
  part("minute", "MINUTE", "The minute of the hour, 0 … 59.", "34"),
  part("second", "SECOND", "The whole second of the minute, 0 … 59.", "56"),
  {
    name: "dayofweek",
    document: documentOf(
      "DAYOFWEEK(time) → BIGINT",
      "The day of the week, 1 (Sunday) … 7 (Saturday).",
      `DAYOFWEEK(${EXAMPLE})`,
      "5",
      { spelling: { ksqldb: null, risingwave: null } },
    ),
    resolve: (types) => resolveTyped("DAYOFWEEK", types, ["time"], BIGINT),
    compile: (operands) =>
      overRows(
        operands,
        loopKernel((times, out) => {
          partLoops.DOW(times, out);
          for (let i = 0; i < out.length; i++) out[i] += 1;
        }),
      ),
  },
];

function part(
  name: string,
  part: TimePart,
  sentence: string,
  result: string,
  aliases: readonly string[] = [],
): ScalarFunction {
  const upper = name.toUpperCase();
  return {
    name,
    document: documentOf(`${upper}(time) → BIGINT`, sentence, `${upper}(${EXAMPLE})`, result, {
      aliases,
      spelling: { ksqldb: null, risingwave: null },
    }),
    resolve: (types) => resolveTyped(upper, types, ["time"], BIGINT),
    compile: (operands) => overRows(operands, loopKernel(partLoops[part])),
  };
}

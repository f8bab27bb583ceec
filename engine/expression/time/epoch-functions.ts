import { assert } from "../../common/assert.ts";
import type { NumberColumn } from "../../data/column.ts";
import { SECOND_MS } from "../../data/civil-day.ts";
import { BIGINT, DATE, DOUBLE, TIMESTAMP } from "../../data/data-type.ts";
import { documentOf } from "../function-document.ts";
import type { NumericLoop } from "../numeric-loops.ts";
import { overRows } from "../repeat-row.ts";
import type { ScalarFunction } from "../scalar-function.ts";
import { argumentProblem, countProblem, isNumeric } from "../type-rules.ts";
import { midnights } from "./text-functions.ts";
import { resolveTyped } from "./time-arguments.ts";
import { loopKernel, timeKernel } from "./time-kernels.ts";
import { partLoops } from "./time-part.ts";

const timesOfSeconds: NumericLoop = (seconds, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.round(seconds[i] * SECOND_MS) + 0;
};

/** Times from and to numbers, and the day of a time. */
export const epochFunctions: readonly ScalarFunction[] = [
  {
    name: "date",
    document: documentOf(
      "DATE(time) → DATE",
      "The day of a time, UTC.",
      "DATE(TIMESTAMP '2024-02-29 12:34:56')",
      "2024-02-29",
    ),
    resolve: (types) => resolveTyped("DATE", types, ["time"], DATE),
    compile: (operands) => overRows(operands, loopKernel(midnights)),
  },
  {
    name: "from_unixtime",
    document: documentOf(
      "FROM_UNIXTIME(seconds) → TIMESTAMP",
      "The time so many seconds after the epoch; a fraction of a second is rounded to ms.",
      "FROM_UNIXTIME(1709210096)",
      "2024-02-29 12:34:56.000",
      { spelling: { risingwave: "TO_TIMESTAMP" } },
    ),
    resolve(types) {
      const wrong = countProblem("FROM_UNIXTIME", types.length, 1, 1);
      if (wrong) return wrong;
      const [type] = types;
      if (type && !isNumeric(type)) return argumentProblem("FROM_UNIXTIME", "a number of seconds", type);
      return { type: TIMESTAMP, parameters: [DOUBLE] };
    },
    compile: (operands) =>
      overRows(operands, timeKernel("FROM_UNIXTIME", [{ type: DOUBLE, constant: null }], timesOfSeconds)),
  },
  {
    name: "unix_timestamp",
    document: documentOf(
      "UNIX_TIMESTAMP([time]) → BIGINT",
      "Whole seconds from the epoch to the time; without one to the record's arrival.",
      "UNIX_TIMESTAMP(TIMESTAMP '2024-02-29 12:34:56.789')",
      "1709210096",
      { spelling: { risingwave: null } },
    ),
    resolve: (types) => resolveTyped("UNIX_TIMESTAMP", types, ["time"], BIGINT),
    compile: (operands) => overRows(operands, loopKernel(partLoops.EPOCH)),
  },
  {
    name: "to_timestamp_ltz",
    document: documentOf(
      "TO_TIMESTAMP_LTZ(number, precision) → TIMESTAMP",
      "The time so many seconds (precision 0) or milliseconds (precision 3) after the epoch.",
      "TO_TIMESTAMP_LTZ(1709210096789, 3)",
      "2024-02-29 12:34:56.789",
      { spelling: { velostream: null, ksqldb: null, risingwave: null } },
    ),
    resolve: (types) => resolveTyped("TO_TIMESTAMP_LTZ", types, [BIGINT, BIGINT], TIMESTAMP),
    literalProblem: ([, precision]) =>
      precision === 0n || precision === 3n
        ? null
        : { argument: 1, sentence: "The precision is 0 (seconds) or 3 (milliseconds)." },
    compile([number, precision]) {
      const digits = (precision.constant as NumberColumn | null)?.values[0];
      assert(digits === 0 || digits === 3, "only the precisions 0 and 3 are let through");
      const unit = digits === 0 ? SECOND_MS : 1;
      const whole = timeKernel("TO_TIMESTAMP_LTZ", [{ type: BIGINT, constant: null }], (values, out) => {
        for (let i = 0; i < out.length; i++) out[i] = values[i] * unit;
      });
      return overRows([number, precision], ([value], length, warnings) => whole([value], length, warnings));
    },
  },
];

import { assert } from "../../common/assert.ts";
import { BIGINT, STRING, TIMESTAMP } from "../../data/data-type.ts";
import type { DataType } from "../../data/data-type.ts";
import { documentOf } from "../function-document.ts";
import type { Operand } from "../kernel.ts";
import type { NumericLoop } from "../numeric-loops.ts";
import { overRows } from "../repeat-row.ts";
import type { LiteralProblem, Resolution, ScalarFunction } from "../scalar-function.ts";
import { constantText, resolveTyped, wordProblem } from "./time-arguments.ts";
import { pairKernel, timeKernel } from "./time-kernels.ts";
import {
  type TimeUnit,
  adding,
  crossed,
  elapsed,
  raising,
  timeUnitOf,
  timeUnits,
  truncating,
} from "./time-unit.ts";

/** Functions whose first argument is a unit, a constant text that the binder has looked at. */
export const unitFunctions: readonly ScalarFunction[] = [
  {
    name: "date_trunc",
    document: documentOf(
      "DATE_TRUNC(unit, time) → TIMESTAMP",
      "The beginning of the unit that holds the time, UTC; weeks begin on Monday.",
      "DATE_TRUNC('month', TIMESTAMP '2024-02-29 12:34:56')",
      "2024-02-01 00:00:00.000",
      { spelling: { flink: null, ksqldb: null } },
    ),
    resolve: (types) => resolveTyped("DATE_TRUNC", types, [STRING, "time"], TIMESTAMP),
    literalProblem: unitProblem,
    compile: (operands) => rounded("DATE_TRUNC", operands, truncating),
  },
  {
    name: "floor to",
    resolve: (types) => resolveMoved("FLOOR", types, [STRING, "time"]),
    literalProblem: unitProblem,
    compile: (operands) => rounded("FLOOR", operands, truncating),
  },
  {
    name: "ceil to",
    resolve: (types) => resolveMoved("CEIL", types, [STRING, "time"]),
    literalProblem: unitProblem,
    compile: (operands) => rounded("CEIL", operands, raising),
  },
  {
    name: "datediff",
    document: documentOf(
      "DATEDIFF(unit, from, to) → BIGINT",
      "How many days, weeks (from Monday), months, quarters or years begin between two times; of shorter units those that passed whole.",
      "DATEDIFF('months', TIMESTAMP '2024-01-31', TIMESTAMP '2024-02-01')",
      "1",
      { spelling: { flink: null, ksqldb: null, risingwave: null } },
    ),
    resolve: (types) => resolveTyped("DATEDIFF", types, [STRING, "time", "time"], BIGINT),
    literalProblem: unitProblem,
    compile: (operands) => pairKernel("DATEDIFF", operands, 1, crossed(unitOf(operands)), false),
  },
  {
    name: "timestampdiff",
    document: documentOf(
      "TIMESTAMPDIFF(unit, from, to) → BIGINT",
      "How many whole units passed between two times, below 0 where `to` is the earlier one.",
      "TIMESTAMPDIFF(MONTH, TIMESTAMP '2024-01-31', TIMESTAMP '2024-02-01')",
      "0",
      { spelling: { ksqldb: null, risingwave: null } },
    ),
    resolve: (types) => resolveTyped("TIMESTAMPDIFF", types, [STRING, "time", "time"], BIGINT),
    literalProblem: unitProblem,
    compile: (operands) => pairKernel("TIMESTAMPDIFF", operands, 1, elapsed(unitOf(operands)), false),
  },
  {
    name: "dateadd",
    document: documentOf(
      "DATEADD(unit, count, time) → type of time",
      "The time moved by so many units; a day that the month does not have becomes its last.",
      "DATEADD(MONTH, 1, TIMESTAMP '2024-01-31 08:00:00')",
      "2024-02-29 08:00:00.000",
      { aliases: ["TIMESTAMPADD"], spelling: { flink: "TIMESTAMPADD", risingwave: null } },
    ),
    resolve: (types) => resolveMoved("DATEADD", types, [STRING, BIGINT, "time"]),
    literalProblem: unitProblem,
    compile: (operands) => pairKernel("DATEADD", operands, 1, adding(unitOf(operands), 1), true),
  },
  {
    name: "datesub",
    document: documentOf(
      "DATESUB(unit, count, time) → type of time",
      "The time moved back by so many units; a day that the month does not have becomes its last.",
      "DATESUB(DAY, 1, DATE '2024-03-01')",
      "2024-02-29",
      { aliases: ["TIMESTAMPSUB"], spelling: { flink: null, risingwave: null } },
    ),
    resolve: (types) => resolveMoved("DATESUB", types, [STRING, BIGINT, "time"]),
    literalProblem: unitProblem,
    compile: (operands) => pairKernel("DATESUB", operands, 1, adding(unitOf(operands), -1), true),
  },
];

function unitProblem([unit]: Parameters<LiteralProblem>[0]): ReturnType<LiteralProblem> {
  return wordProblem(unit, "unit", typeof unit === "string" && timeUnitOf(unit) !== null, timeUnits);
}

/** A time of the type of the last argument. */
function resolveMoved(
  name: string,
  types: readonly (DataType | null)[],
  wanted: readonly (DataType | "time")[],
): Resolution {
  const resolution = resolveTyped(name, types, wanted, TIMESTAMP);
  return "problem" in resolution ? resolution : { ...resolution, type: resolution.parameters.at(-1)! };
}

function rounded(
  name: string,
  operands: readonly Operand[],
  rounding: (unit: TimeUnit) => NumericLoop,
): ReturnType<ScalarFunction["compile"]> {
  const full = operands.map(({ type }) => ({ type, constant: null }));
  return overRows(operands, timeKernel(name, full, rounding(unitOf(operands))));
}

function unitOf(operands: readonly Operand[]): TimeUnit {
  const unit = timeUnitOf(constantText(operands[0]) ?? "");
  assert(unit !== null, "the binder lets only units of time through");
  return unit;
}

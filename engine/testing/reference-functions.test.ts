import fc from "fast-check";
import { expect, test } from "vitest";
import {
  BIGINT,
  DATE,
  DOUBLE,
  STRING,
  TIMESTAMP,
  type DataType,
  type Value,
  decimal,
} from "../data/data-type.ts";
import { valueOf } from "./generate-values.ts";
import { evaluate } from "./reference-expression.ts";
import { type TestArgument, column, literal, runExpression, typedCall } from "./run-function.ts";

const number = [BIGINT, DOUBLE, decimal(10, 4), decimal(38, 2)];
const time = [TIMESTAMP, TIMESTAMP, DATE];
const parts = "YEAR QUARTER MONTH WEEK DAY DOW ISODOW DOY HOUR MINUTE SECOND MILLISECOND EPOCH".split(" ");
const units = "SECOND MINUTE HOUR DAY WEEK MONTH QUARTER YEAR".split(" ");
const longUnits = units.slice(3);

/** Types of an argument, or literals of it. */
type Given = readonly DataType[] | { readonly type: DataType; readonly literals: readonly Value[] };

const words = (literals: readonly string[]): Given => ({ type: STRING, literals });
const counts: Given = { type: BIGINT, literals: [-25n, -1n, 0n, 1n, 12n, 1_000_000n] };

const exact = [BIGINT, decimal(10, 4), decimal(38, 2)];
const digits: Given = { type: BIGINT, literals: [-2n, 0n, 1n, 3n, 4n, 9n] };

const calls: Readonly<Record<string, readonly Given[]>> = {
  ...Object.fromEntries(
    "sqrt cbrt exp ln log10 log2 sin cos tan cot asin acos atan sinh cosh tanh degrees radians sign trunc abs"
      .split(" ")
      .map((name) => [name, [number]]),
  ),
  floor: [number],
  ceil: [number],
  round: [exact, digits],
  power: [number, number],
  log: [number, number],
  atan2: [number, number],
  mod: [number, number],
  greatest: [number, number, number],
  least: [number, number, number],
  ...Object.fromEntries(
    "year quarter month week dayofmonth dayofyear dayofweek hour minute second date unix_timestamp"
      .split(" ")
      .map((name) => [name, [time]]),
  ),
  extract: [words(parts), time],
  date_trunc: [words(units), time],
  "floor to": [words(longUnits), time],
  "ceil to": [words(longUnits), time],
  datediff: [words(units), time, time],
  timestampdiff: [words(units), time, time],
  dateadd: [words(longUnits), counts, time],
  datesub: [words(longUnits), counts, time],
  from_unixtime: [[BIGINT]],
  to_timestamp_ltz: [[BIGINT], { type: BIGINT, literals: [0n, 3n] }],
};

/** Within what Date can round: the calendar of the kernels has no such edges. */
function present(type: DataType): fc.Arbitrary<Value> {
  return valueOf(type).filter((value) => !time.includes(type) || Math.abs(Number(value)) < 8.6e15);
}

/** A column or a literal. */
function argument(given: Given, rows: number): fc.Arbitrary<TestArgument> {
  if ("literals" in given)
    return fc.constantFrom(...given.literals).map((value) => literal(given.type, value));
  return fc.constantFrom(...given).chain((type) =>
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .array(present(type), { minLength: rows, maxLength: rows })
          .map((values) => column(type, ...values)),
      },
      { weight: 1, arbitrary: present(type).map((value) => literal(type, value)) },
    ),
  );
}

test.each(Object.entries(calls))(
  "%s is what a row-by-row evaluator of its own makes of it",
  (name, given) => {
    const rows = 5;
    fc.assert(
      fc.property(fc.tuple(...given.map((one) => argument(one, rows))), (chosen) => {
        const call = typedCall(
          name,
          chosen.map(({ type, values, literal: fixed }, index) =>
            fixed ? { kind: "literal", value: values[0]!, type } : { kind: "column", index, type },
          ),
        );
        if (typeof call === "string") throw new Error(call);
        const { values } = runExpression(call, chosen);
        const wanted = values.map((_, row) =>
          evaluate(
            call,
            chosen.map((one) => one.values[one.literal ? 0 : row]!),
          ),
        );
        expect(values).toEqual(wanted);
      }),
      { numRuns: 150 },
    );
  },
);

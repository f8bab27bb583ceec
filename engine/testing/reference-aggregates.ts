import type { AggregateCall } from "../aggregate/aggregate-call.ts";
import type { DataType, Value } from "../data/data-type.ts";
import { divideRounded, fitsPrecision, rescale } from "../data/decimal.ts";
import { scaleOf, toDouble } from "./reference-cast.ts";
import { compareValues } from "./reference-expression.ts";

/**
 * The aggregate over all values that its group has had, in order of arrival, computed from the beginning.
 * @param values the argument of each record; for COUNT(*) anything, one a record.
 *
 * Where the contract is silent: a sum overflows when the exact total does, whatever partial sums did; AVG of BIGINT is
 * the exact total over the count; strings compare by code points.
 */
export function aggregate(call: AggregateCall, values: readonly Value[]): Value {
  if (call.argument === null) return BigInt(values.length);
  const type = call.argument.type;
  const present = values.filter((value) => value !== null);
  const used = call.distinct ? distinct(present) : present;
  switch (call.name) {
    case "count":
      return BigInt(used.length);
    case "count_distinct":
      return BigInt(distinct(used).length);
    case "sum":
      return used.length === 0 ? empty(call) : sum(call, type, used);
    case "avg":
      return used.length === 0 ? empty(call) : average(call, type, used);
    case "min":
      return extreme(used, type, -1);
    case "max":
      return extreme(used, type, 1);
    case "first":
    case "first_value":
    case "earliest_by_offset":
      return used[0] ?? null;
    case "last":
    case "last_value":
    case "latest_by_offset":
      return used.at(-1) ?? null;
    case "stddev":
    case "stddev_samp":
      return squareRoot(variance(used, type, 1));
    case "stddev_pop":
      return squareRoot(variance(used, type, 0));
    case "variance":
    case "var_samp":
      return variance(used, type, 1);
    case "var_pop":
      return variance(used, type, 0);
    default:
      throw new Error(`The reference engine has no aggregate ${call.name}.`);
  }
}

/** Each value once, in order of first sight; -0 is 0. */
function distinct(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

function empty(call: AggregateCall): Value {
  if (!call.emptyIsZero) return null;
  return call.type.kind === "DOUBLE" ? 0 : 0n;
}

function sum(call: AggregateCall, type: DataType, values: readonly Value[]): Value {
  if (call.type.kind === "DOUBLE" && type.kind === "DOUBLE") return floatTotal(values);
  const total = exactTotal(values);
  if (call.type.kind === "DOUBLE") return toDouble(total, type);
  if (call.type.kind === "DECIMAL")
    return fit(rescale(total, scaleOf(type), call.type.scale, call.rounding), call);
  const wrapped = BigInt.asIntN(64, total);
  return wrapped === total || call.overflow === "wrap" ? wrapped : null;
}

function average(call: AggregateCall, type: DataType, values: readonly Value[]): Value {
  if (type.kind === "DOUBLE") return floatTotal(values) / values.length;
  const total = exactTotal(values);
  const count = BigInt(values.length);
  if (call.type.kind === "DOUBLE") return toDouble(total, type) / values.length;
  if (call.type.kind === "BIGINT") return divideRounded(total, count, "toward-zero");
  const raised = total * 10n ** BigInt(scaleOf(call.type) - scaleOf(type));
  return fit(divideRounded(raised, count, call.rounding), call);
}

function extreme(values: readonly Value[], type: DataType, sign: 1 | -1): Value {
  let best: Value = null;
  for (const value of values)
    if (best === null || Math.sign(compareValues(value, type, best, type)) === sign) best = value;
  return best;
}

/** @param missing degrees of freedom: 1 of a sample, 0 of a population. NULL where none are left. */
function variance(values: readonly Value[], type: DataType, missing: 0 | 1): number | null {
  const numbers = values.map((value) => toDouble(value, type));
  const freedom = numbers.length - missing;
  if (freedom < 1) return null;
  const mean = floatTotal(numbers) / numbers.length;
  return floatTotal(numbers.map((number) => (number - mean) ** 2)) / freedom;
}

function squareRoot(value: number | null): number | null {
  return value === null ? null : Math.sqrt(value);
}

function floatTotal(values: readonly Value[]): number {
  return values.reduce<number>((total, value) => total + Number(value), 0);
}

function exactTotal(values: readonly Value[]): bigint {
  return values.reduce<bigint>((total, value) => total + BigInt(value as bigint), 0n);
}

function fit(unscaled: bigint, call: AggregateCall): bigint | null {
  const precision = call.type.kind === "DECIMAL" ? call.type.precision : 38;
  return fitsPrecision(unscaled, precision) ? unscaled : null;
}

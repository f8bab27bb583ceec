import type { AggregateCall } from "../aggregate/aggregate-call.ts";
import type { DataType, Value } from "../data/data-type.ts";
import { divideRounded, fitsPrecision, rescale } from "../data/decimal.ts";
import { collection } from "./reference-collections.ts";
import { scaleOf, toDouble } from "./reference-cast.ts";
import { compareValues } from "./reference-expression.ts";
import {
  interpolated,
  pairStatistic,
  ranked,
  variance,
  wholeRoot,
  wholeVariance,
} from "./reference-statistics.ts";

/**
 * The aggregate over all records that its group has had, in order of arrival, computed from the beginning.
 * @param records the arguments of each record; of COUNT(*) none.
 *
 * Where the contract is silent: a sum overflows when the exact total does, whatever partial sums did; AVG of BIGINT is
 * the exact total over the count; strings compare by code points.
 */
export function aggregate(call: AggregateCall, records: readonly (readonly Value[])[]): Value {
  if (call.filtered) {
    const rest = { ...call, arguments: call.arguments.slice(0, -1), filtered: false };
    const passed = records.filter((record) => record.at(-1) === true);
    return aggregate(
      rest,
      passed.map((record) => record.slice(0, -1)),
    );
  }
  const { arguments: given, name, order } = call;
  if (given.length === 0) return BigInt(records.length);
  const used = call.distinct ? distinct(records) : records;
  const type = given[0]!.type;
  const values = used.map(([value]) => value!).filter((value) => value !== null);
  const pairs = used.filter((record) => record.every((value) => value !== null));
  switch (name) {
    case "count":
      return BigInt(values.length);
    case "count_distinct":
    case "approx_count_distinct":
      return BigInt(new Set(values).size);
    case "sum":
      return values.length === 0 ? empty(call) : sum(call, type, values);
    case "avg":
      return values.length === 0 ? empty(call) : average(call, type, values);
    case "min":
    case "bool_and":
      return extreme(values, type, -1);
    case "max":
    case "bool_or":
      return extreme(values, type, 1);
    case "delta":
      return values.length === 0 ? null : difference(values.at(-1)!, values[0]!, call.type);
    case "arg_min":
      return argument(pairs, given[1]!.type, -1);
    case "arg_max":
      return argument(pairs, given[1]!.type, 1);
    case "stddev_samp":
      if (call.type.kind === "BIGINT") return wholeRoot(wholeVariance(values, 1));
      return squareRoot(variance(values, type, 1));
    case "stddev_pop":
      if (call.type.kind === "BIGINT") return wholeRoot(wholeVariance(values, 0));
      return squareRoot(variance(values, type, 0));
    case "var_samp":
      return call.type.kind === "BIGINT" ? wholeVariance(values, 1) : variance(values, type, 1);
    case "var_pop":
      return call.type.kind === "BIGINT" ? wholeVariance(values, 0) : variance(values, type, 0);
    case "median":
      return interpolated(values, type, 0.5, false);
    case "percentile_cont":
      return interpolated(values, type, Number(call.parameters[0]), order[0]?.descending ?? false);
    case "percentile_disc":
      return ranked(values, type, Number(call.parameters[0]), order[0]?.descending ?? false);
    case "corr":
      return correlation(call, pairs);
    case "covar_pop":
    case "covar_samp":
    case "regr_slope":
    case "regr_intercept":
    case "regr_r2":
    case "regr_count":
      return pairStatistic(name, doubles(call, pairs));
    default:
      return collection(call, used);
  }
}

function correlation(call: AggregateCall, pairs: readonly (readonly Value[])[]): Value {
  return pairStatistic("corr", doubles(call, pairs)) ?? (call.emptyIsZero ? NaN : null);
}

function doubles(call: AggregateCall, pairs: readonly (readonly Value[])[]): (readonly number[])[] {
  return pairs.map((pair) => pair.map((value, index) => toDouble(value, call.arguments[index]!.type)));
}

/** Each record once, in order of first sight; -0 is 0. */
function distinct(records: readonly (readonly Value[])[]): (readonly Value[])[] {
  const seen = new Set<string>();
  return records.filter((record) => {
    const name = JSON.stringify(
      record.map((value) => [typeof value, value === null ? "NULL" : String(value)]),
    );
    return seen.size < seen.add(name).size;
  });
}

function empty(call: AggregateCall): Value {
  if (!call.emptyIsZero) return null;
  return call.type.kind === "DOUBLE" || call.type.kind === "INTERVAL" ? 0 : 0n;
}

function sum(call: AggregateCall, type: DataType, values: readonly Value[]): Value {
  if (call.type.kind === "DOUBLE" && type.kind === "DOUBLE") return floatTotal(values);
  const total = exactTotal(values);
  if (call.type.kind === "INTERVAL") return Number(total);
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
  if (call.type.kind === "INTERVAL") return Number(divideRounded(total, count, call.rounding));
  const raised = total * 10n ** BigInt(scaleOf(call.type) - scaleOf(type));
  return fit(divideRounded(raised, count, call.rounding), call);
}

function extreme(values: readonly Value[], type: DataType, sign: 1 | -1): Value {
  let best: Value = null;
  for (const value of values)
    if (best === null || Math.sign(compareValues(value, type, best, type)) === sign) best = value;
  return best;
}

/** The first value whose companion is the least or greatest. */
function argument(pairs: readonly (readonly Value[])[], type: DataType, sign: 1 | -1): Value {
  const best = extreme(
    pairs.map(([, by]) => by!),
    type,
    sign,
  );
  return pairs.find(([, by]) => compareValues(by!, type, best, type) === 0)?.[0] ?? null;
}

function difference(last: Value, first: Value, type: DataType): Value {
  if (typeof last !== "bigint" || typeof first !== "bigint") return Number(last) - Number(first);
  const found = last - first;
  if (type.kind === "DECIMAL") return fitsPrecision(found, type.precision) ? found : null;
  return BigInt.asIntN(64, found) === found ? found : null;
}

function squareRoot(value: number | null): number | null {
  return value === null ? null : Math.sqrt(value);
}

function floatTotal(values: readonly Value[]): number {
  return values.reduce<number>((total, value) => total + Number(value), 0);
}

function exactTotal(values: readonly Value[]): bigint {
  return values.reduce<bigint>((total, value) => total + BigInt(value!), 0n);
}

function fit(unscaled: bigint, call: AggregateCall): bigint | null {
  const precision = call.type.kind === "DECIMAL" ? call.type.precision : 38;
  return fitsPrecision(unscaled, precision) ? unscaled : null;
}

import type { DataType, Value } from "../data/data-type.ts";
import { toDouble } from "./reference-cast.ts";
import { compareValues } from "./reference-expression.ts";

/** @param missing degrees of freedom: 1 of a sample, 0 of a population. NULL where none are left. */
export function variance(values: readonly Value[], type: DataType, missing: 0 | 1): number | null {
  const numbers = values.map((value) => toDouble(value, type));
  const freedom = numbers.length - missing;
  if (freedom < 1) return null;
  const mean = total(numbers) / numbers.length;
  return total(numbers.map((number) => (number - mean) ** 2)) / freedom;
}

/** The same of BIGINTs in 64 bits that wrap, where each quotient is cut toward zero. */
export function wholeVariance(values: readonly Value[], missing: 0 | 1): bigint | null {
  const numbers = values.map((value) => BigInt(value as bigint));
  if (numbers.length - missing < 1) return null;
  const long = (number: bigint): bigint => BigInt.asIntN(64, number);
  const add = (sum: bigint, number: bigint): bigint => long(sum + number);
  const squares = numbers.map((number) => long(number * number)).reduce(add);
  const sum = numbers.reduce(add);
  return long(squares - long(sum * sum) / BigInt(numbers.length)) / BigInt(numbers.length - missing);
}

/** Its root, cut too; of what is below 0 it is 0. */
export function wholeRoot(variance: bigint | null): bigint | null {
  return variance === null ? null : BigInt(Math.trunc(Math.sqrt(Number(variance)) || 0));
}

/** The value at a fraction of the way from the least to the greatest, between two neighbours in proportion. */
export function interpolated(
  values: readonly Value[],
  type: DataType,
  fraction: number,
  descending: boolean,
): number | null {
  if (values.length === 0) return null;
  const sorted = inOrder(values, type, descending).map((value) => toDouble(value, type));
  const place = fraction * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low === high ? low : low + (high - low) * (place - Math.floor(place));
}

/** The first value at or before which that fraction of the values lies. */
export function ranked(
  values: readonly Value[],
  type: DataType,
  fraction: number,
  descending: boolean,
): Value {
  if (values.length === 0) return null;
  return inOrder(values, type, descending)[Math.max(1, Math.ceil(fraction * values.length)) - 1]!;
}

function inOrder(values: readonly Value[], type: DataType, descending: boolean): Value[] {
  return values.toSorted((a, b) => compareValues(a, type, b, type) * (descending ? -1 : 1));
}

/** Statistics of pairs (y, x), by their definitions. */
export function pairStatistic(name: string, pairs: readonly (readonly number[])[]): Value {
  const count = pairs.length;
  if (name === "regr_count") return BigInt(count);
  if (count === 0 || (name === "covar_samp" && count < 2)) return null;
  const meanY = total(pairs.map(([y]) => y!)) / count;
  const meanX = total(pairs.map(([, x]) => x!)) / count;
  const yy = total(pairs.map(([y]) => (y! - meanY) ** 2));
  const xx = total(pairs.map(([, x]) => (x! - meanX) ** 2));
  const xy = total(pairs.map(([y, x]) => (y! - meanY) * (x! - meanX)));
  const [flatX, flatY] = [1, 0].map((index) => pairs.every((pair) => pair[index] === pairs[0]![index]));
  switch (name) {
    case "covar_pop":
      return xy / count;
    case "covar_samp":
      return xy / (count - 1);
    case "corr":
      return flatX || flatY ? null : xy / Math.sqrt(xx * yy);
    case "regr_slope":
      return flatX ? null : xy / xx;
    case "regr_intercept":
      return flatX ? null : meanY - (xy / xx) * meanX;
    case "regr_r2":
      return flatX ? null : flatY ? 1 : (xy * xy) / (xx * yy);
    default:
      throw new Error(`The reference engine has no aggregate ${name}.`);
  }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

import type { DataType, Value } from "../data/data-type.ts";
import { divideRounded, rescale } from "../data/decimal.ts";
import { scaleOf, toDouble } from "./reference-cast.ts";

/** Functions of one double by the name that Math has for them. */
const ofMath: ReadonlySet<string> = new Set(
  "sqrt cbrt exp log10 log2 sin cos tan asin acos atan sinh cosh tanh".split(" "),
);

/** Functions of numbers that are not NULL; NULL where there is no result. undefined: it is no such function. */
export function applyNumbers(
  name: string,
  values: readonly Value[],
  types: readonly DataType[],
  type: DataType,
): Value | undefined {
  if (name === "pi") return Math.PI;
  if (name === "e") return Math.E;
  if (name === "sign") return signOf(values[0]!);
  if (name === "trunc")
    return truncate(values[0]!, types[0]!, values.length > 1 ? Number(values[1]) : 0, type);
  const doubles = values.map((value, index) => toDouble(value, types[index]!));
  const result = realFunction(name, doubles[0]!, doubles[1]!);
  if (result === undefined) return undefined;
  return Number.isNaN(result) && !doubles.some(Number.isNaN) ? null : result + 0;
}

function realFunction(name: string, x: number, y: number): number | undefined {
  switch (name) {
    case "ln":
      return x === 0 ? NaN : Math.log(x);
    case "cot":
      return x === 0 ? NaN : 1 / Math.tan(x);
    case "degrees":
      return (x * 180) / Math.PI;
    case "radians":
      return (x * Math.PI) / 180;
    case "atan2":
      return Math.atan2(x, y);
    case "power":
      return x === 0 && y < 0 ? NaN : x ** y;
    case "log":
      if (!(x > 0) || x === 1 || y === 0) return NaN;
      return x === 10 ? Math.log10(y) : x === 2 ? Math.log2(y) : Math.log(y) / Math.log(x);
    default:
      if (!ofMath.has(name)) return undefined;
      return x === 0 && name.startsWith("log") ? NaN : (Math[name as keyof Math] as (x: number) => number)(x);
  }
}

function signOf(value: Value): bigint | null {
  if (Number.isNaN(Number(value))) return null;
  return BigInt(Math.sign(Number(value)));
}

/** @param digits after the point that stay. */
function truncate(value: Value, from: DataType, digits: number, type: DataType): Value {
  if (typeof value === "bigint") {
    const scale = scaleOf(from);
    const unit = 10n ** BigInt(Math.max(0, scale - digits));
    return rescale(divideRounded(value, unit, "toward-zero") * unit, scale, scaleOf(type), "toward-zero");
  }
  // Digits are cut from the shortest text of the number.
  const text = String(value);
  if (digits === 0 || /[eIN]/.test(text)) return Math.trunc(Number(value)) + 0;
  const [whole, fraction = ""] = text.split(".");
  return Number(`${whole}.${fraction.slice(0, digits)}`) + 0;
}

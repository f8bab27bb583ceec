import { type Rounding, divideRounded } from "../data/decimal.ts";

/**
 * The unscaled integer at `scale` of the shortest decimal text that reads back as the double, rounded (half away
 * from zero unless said otherwise): 1.005 is 1.01 at scale 2, although the double lies just below.
 *
 * @returns The double itself where it is no finite number.
 */
export function roundedDouble(value: number, scale: number, rounding: Rounding = "half-up"): bigint | number {
  if (!Number.isFinite(value)) return value;
  const [mantissa, exponent] = value.toExponential().split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  const digits = BigInt(whole + fraction);
  const power = Number(exponent) - fraction.length + scale;
  if (power >= 0) return digits * 10n ** BigInt(power);
  return -power > digits.toString().length + 1 ? 0n : divideRounded(digits, 10n ** BigInt(-power), rounding);
}

/** DECIMAL values outside a column are unscaled bigints; inside, two 64-bit words where a double is not exact. */

/** @returns The unscaled integer of row `index` (words: low, high). */
export function readDecimal(words: BigInt64Array, index: number): bigint {
  return (words[2 * index + 1]! << 64n) | BigInt.asUintN(64, words[2 * index]!);
}

/** @param unscaled within 128 bits. */
export function writeDecimal(words: BigInt64Array, index: number, unscaled: bigint): void {
  words[2 * index] = BigInt.asIntN(64, unscaled);
  words[2 * index + 1] = unscaled >> 64n;
}

/** 1230n of scale 2 is "12.30". */
export function formatDecimal(unscaled: bigint, scale: number): string {
  const negative = unscaled < 0n;
  const digits = (negative ? -unscaled : unscaled).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  return `${negative ? "-" : ""}${whole}${scale ? `.${digits.slice(digits.length - scale)}` : ""}`;
}

/** @returns The unscaled integer of a plain decimal text at `scale`, or null when it is none or has more digits than that. */
export function parseDecimal(text: string, scale: number): bigint | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
  if (!match || !(match[2] || match[3])) return null;
  const fraction = withoutTrailingZeros(match[3] ?? "");
  if (fraction.length > scale) return null;
  const unscaled = BigInt(`${match[2] || "0"}${fraction.padEnd(scale, "0")}`);
  return match[1] === "-" ? -unscaled : unscaled;
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === "0") end--;
  return digits.slice(0, end);
}

/** How the last kept digit is decided when a DECIMAL loses digits. */
export type Rounding = "half-even" | "half-up" | "half-ceiling" | "toward-zero";

/** `dividend / divisor` to an integer; `divisor` is not 0. Half-up is away from zero, half-ceiling up below zero too. */
export function divideRounded(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  if (rest === 0n || rounding === "toward-zero") return quotient;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const size = divisor < 0n ? -divisor : divisor;
  const away = dividend < 0n !== divisor < 0n ? -1n : 1n;
  if (twice > size) return quotient + away;
  if (twice < size) return quotient;
  if (rounding === "half-ceiling") return away > 0n ? quotient + 1n : quotient;
  return rounding === "half-up" || quotient % 2n !== 0n ? quotient + away : quotient;
}

/** `divideRounded` of integers within 2^53, in doubles. The quotient is never -0. */
export function divideSafe(dividend: number, divisor: number, rounding: Rounding): number {
  const rest = dividend % divisor;
  const quotient = (dividend - rest) / divisor + 0;
  if (rest === 0 || rounding === "toward-zero") return quotient;
  const twice = 2 * Math.abs(rest);
  const size = Math.abs(divisor);
  const up = dividend < 0 === divisor < 0;
  const tie = rounding === "half-ceiling" ? up : rounding === "half-up" || quotient % 2 !== 0;
  if (twice < size || (twice === size && !tie)) return quotient;
  return up ? quotient + 1 : quotient - 1;
}

/** The unscaled integer at another scale. */
export function rescale(unscaled: bigint, from: number, to: number, rounding: Rounding): bigint {
  if (to >= from) return unscaled * 10n ** BigInt(to - from);
  return divideRounded(unscaled, 10n ** BigInt(from - to), rounding);
}

/** @returns Whether the unscaled integer has at most `precision` digits. */
export function fitsPrecision(unscaled: bigint, precision: number): boolean {
  const limit = 10n ** BigInt(precision);
  return unscaled < limit && unscaled > -limit;
}

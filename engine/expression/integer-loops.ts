import type { Rounding } from "../data/decimal.ts";

/**
 * Loops over integers held in doubles: BIGINTs, and unscaled DECIMALs of one scale. Each tells whether all it computed is
 * exact, which is so while nothing passes 2^53; what a NULL row holds may make it say no, never yes. `+ 0` makes -0 plain 0.
 */
type IntegerLoop = (
  a: Float64Array,
  aMask: number,
  b: Float64Array,
  bMask: number,
  out: Float64Array,
) => boolean;

const SAFE = Number.MAX_SAFE_INTEGER;

export const addIntegers: IntegerLoop = (a, aMask, b, bMask, out) => {
  let exact = true;
  for (let i = 0; i < out.length; i++) {
    const value = a[i & aMask] + b[i & bMask];
    out[i] = value;
    if (!(value <= SAFE && value >= -SAFE)) exact = false;
  }
  return exact;
};

export const subtractIntegers: IntegerLoop = (a, aMask, b, bMask, out) => {
  let exact = true;
  for (let i = 0; i < out.length; i++) {
    const value = a[i & aMask] - b[i & bMask];
    out[i] = value;
    if (!(value <= SAFE && value >= -SAFE)) exact = false;
  }
  return exact;
};

export const multiplyIntegers: IntegerLoop = (a, aMask, b, bMask, out) => {
  let exact = true;
  for (let i = 0; i < out.length; i++) {
    const value = a[i & aMask] * b[i & bMask] + 0;
    out[i] = value;
    if (!(value <= SAFE && value >= -SAFE)) exact = false;
  }
  return exact;
};

/** The remainder has the dividend's sign; that of a division by 0 is not a number, which the caller makes NULL. */
export const remainIntegers: IntegerLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = (a[i & aMask] % b[i & bMask]) + 0;
  return true;
};

/** The quotient toward zero; that of a division by 0 is not a number, which the caller makes NULL. */
export const quotientIntegers: IntegerLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) {
    const dividend = a[i & aMask];
    const divisor = b[i & bMask];
    out[i] = (dividend - (dividend % divisor)) / divisor + 0;
  }
  return true;
};

/** The quotient to the nearest integer, half to even. */
export const divideIntegers: IntegerLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) {
    const dividend = a[i & aMask];
    const divisor = b[i & bMask];
    const rest = dividend % divisor;
    const quotient = (dividend - rest) / divisor;
    const twice = 2 * Math.abs(rest);
    const size = Math.abs(divisor);
    const away = twice > size || (twice === size && quotient % 2 !== 0);
    out[i] = quotient + (away ? (dividend < 0 === divisor < 0 ? 1 : -1) : 0);
  }
  return true;
};

/** Multiplies by a power of ten. @param limit the largest size that the result's type holds. */
export function scaleUpIntegers(a: Float64Array, factor: number, limit: number, out: Float64Array): boolean {
  const most = Math.min(SAFE, limit);
  let exact = true;
  for (let i = 0; i < out.length; i++) {
    const value = a[i] * factor + 0;
    out[i] = value;
    if (!(value <= most && value >= -most)) exact = false;
  }
  return exact;
}

/** Divides by a power of ten. @param limit the largest size that the result's type holds. */
export function scaleDownIntegers(
  a: Float64Array,
  divisor: number,
  rounding: Rounding,
  limit: number,
  out: Float64Array,
): boolean {
  const halfUp = rounding === "half-up";
  const halfCeiling = rounding === "half-ceiling";
  const nearest = rounding !== "toward-zero";
  let exact = true;
  for (let i = 0; i < out.length; i++) {
    const dividend = a[i];
    const rest = dividend % divisor;
    const quotient = (dividend - rest) / divisor;
    const twice = 2 * Math.abs(rest);
    const tie = halfUp || (halfCeiling ? dividend > 0 : quotient % 2 !== 0);
    const away = nearest && (twice > divisor || (twice === divisor && tie));
    const value = quotient + (away ? (dividend < 0 ? -1 : 1) : 0);
    out[i] = value;
    if (!(value <= limit && value >= -limit)) exact = false;
  }
  return exact;
}

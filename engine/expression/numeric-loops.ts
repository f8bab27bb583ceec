/** Rounding to whole numbers; `+ 0` makes -0 plain 0. */
export type NumericLoop = (a: Float64Array, out: Float64Array) => void;

export const absolute: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.abs(a[i]);
};

export const floorDoubles: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.floor(a[i]) + 0;
};

export const ceilDoubles: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.ceil(a[i]) + 0;
};

/** Half away from zero. A half is exact in a double, so nothing is lost by comparing what is left of the whole part. */
export const roundDoubles: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) {
    const value = a[i];
    const whole = Math.trunc(value);
    out[i] = whole + (Math.abs(value - whole) >= 0.5 ? Math.sign(value) : 0) + 0;
  }
};

/** Half up, below zero too. */
export const roundUpDoubles: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) {
    const whole = Math.floor(a[i]);
    out[i] = whole + (a[i] - whole >= 0.5 ? 1 : 0) + 0;
  }
};

/** Half to the even neighbour. */
export const roundEvenDoubles: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) {
    const whole = Math.floor(a[i]);
    const rest = a[i] - whole;
    out[i] = whole + (rest > 0.5 || (rest === 0.5 && whole % 2 !== 0) ? 1 : 0) + 0;
  }
};

export const truncateDoubles: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.trunc(a[i]) + 0;
};

/** 1, 0 or -1. @returns whether all are numbers; the others are NaN. */
export function signOf(a: Float64Array, out: Float64Array): boolean {
  let numbers = 0;
  for (let i = 0; i < out.length; i++) {
    out[i] = Math.sign(a[i]) + 0;
    numbers += out[i] === out[i] ? 1 : 0;
  }
  return numbers === out.length;
}

/** Integers by a divisor above 0, down; exact where both are. */
export function floorQuotients(a: Float64Array, divisor: number, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) {
    const rest = a[i] % divisor;
    out[i] = (a[i] - rest) / divisor - (rest < 0 ? 1 : 0) + 0;
  }
}

/** Integers by a divisor above 0, up; exact where both are. */
export function ceilQuotients(a: Float64Array, divisor: number, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) {
    const rest = a[i] % divisor;
    out[i] = (a[i] - rest) / divisor + (rest > 0 ? 1 : 0) + 0;
  }
}

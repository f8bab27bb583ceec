import type { NumericLoop } from "./numeric-loops.ts";

/** Functions of one DOUBLE. NaN stands for what has no result. `+ 0` makes -0 plain 0. */

export const squareRoots: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.sqrt(a[i]) + 0;
};

export const cubeRoots: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.cbrt(a[i]) + 0;
};

export const exponentials: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.exp(a[i]);
};

/** Zero has no logarithm. */
export const naturalLogarithms: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = a[i] === 0 ? NaN : Math.log(a[i]);
};

export const decimalLogarithms: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = a[i] === 0 ? NaN : Math.log10(a[i]);
};

export const binaryLogarithms: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = a[i] === 0 ? NaN : Math.log2(a[i]);
};

export const sines: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.sin(a[i]) + 0;
};

export const cosines: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.cos(a[i]);
};

export const tangents: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.tan(a[i]) + 0;
};

/** Zero has no cotangent. */
export const cotangents: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = a[i] === 0 ? NaN : 1 / Math.tan(a[i]);
};

export const arcSines: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.asin(a[i]) + 0;
};

export const arcCosines: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.acos(a[i]);
};

export const arcTangents: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.atan(a[i]) + 0;
};

export const hyperbolicSines: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.sinh(a[i]) + 0;
};

export const hyperbolicCosines: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.cosh(a[i]);
};

export const hyperbolicTangents: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.tanh(a[i]) + 0;
};

export const radiansToDegrees: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = (a[i] * 180) / Math.PI + 0;
};

export const degreesToRadians: NumericLoop = (a, out) => {
  for (let i = 0; i < out.length; i++) out[i] = (a[i] * Math.PI) / 180 + 0;
};

/** Functions of two DOUBLEs; row numbers are masked, see kernel.ts. */
export type PairLoop = (
  a: Float64Array,
  aMask: number,
  b: Float64Array,
  bMask: number,
  out: Float64Array,
) => void;

/** 0 to a power below 0 is a division by zero; a root of a number below 0 is none. */
export const powers: PairLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) {
    const base = a[i & aMask];
    const exponent = b[i & bMask];
    out[i] = base === 0 && exponent < 0 ? NaN : base ** exponent + 0;
  }
};

/** log of b to the base a. Bases 2 and 10 are exact for their powers. */
export const logarithms: PairLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) {
    const base = a[i & aMask];
    const value = b[i & bMask];
    if (!(base > 0) || base === 1 || value === 0) out[i] = NaN;
    else if (base === 10) out[i] = Math.log10(value);
    else out[i] = base === 2 ? Math.log2(value) : Math.log(value) / Math.log(base) + 0;
  }
};

export const arcTangentsOfPairs: PairLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.atan2(a[i & aMask], b[i & bMask]) + 0;
};

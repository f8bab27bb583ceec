/** Loops over DOUBLEs, by the rules of IEEE 754. Divisions by 0 are made NULL by the caller. */
type DoubleLoop = (a: Float64Array, aMask: number, b: Float64Array, bMask: number, out: Float64Array) => void;

export const addDoubles: DoubleLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = a[i & aMask] + b[i & bMask];
};

export const subtractDoubles: DoubleLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = a[i & aMask] - b[i & bMask];
};

export const multiplyDoubles: DoubleLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = a[i & aMask] * b[i & bMask];
};

export const divideDoubles: DoubleLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = a[i & aMask] / b[i & bMask];
};

export const remainDoubles: DoubleLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = a[i & aMask] % b[i & bMask];
};

export const quotientDoubles: DoubleLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Math.trunc(a[i & aMask] / b[i & bMask]);
};

/** Loops that compare two columns of numbers, one byte a row. `>` and `>=` are `<` and `<=` with the sides changed. */
export type CompareLoop = (
  a: Float64Array,
  aMask: number,
  b: Float64Array,
  bMask: number,
  out: Uint8Array,
) => void;

/** Integers and times: no NaN. */
export const equalNumbers: CompareLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = a[i & aMask] === b[i & bMask] ? 1 : 0;
};

export const unequalNumbers: CompareLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = a[i & aMask] === b[i & bMask] ? 0 : 1;
};

export const lessNumbers: CompareLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = a[i & aMask] < b[i & bMask] ? 1 : 0;
};

export const lessOrEqualNumbers: CompareLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = a[i & aMask] <= b[i & bMask] ? 1 : 0;
};

/** DOUBLEs in a total order: NaN equals NaN and is greater than every number. */
export const equalDoubles: CompareLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) {
    const x = a[i & aMask];
    const y = b[i & bMask];
    out[i] = x === y || (x !== x && y !== y) ? 1 : 0;
  }
};

export const unequalDoubles: CompareLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) {
    const x = a[i & aMask];
    const y = b[i & bMask];
    out[i] = x === y || (x !== x && y !== y) ? 0 : 1;
  }
};

export const lessDoubles: CompareLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) {
    const x = a[i & aMask];
    const y = b[i & bMask];
    out[i] = x < y || (y !== y && x === x) ? 1 : 0;
  }
};

export const lessOrEqualDoubles: CompareLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) {
    const x = a[i & aMask];
    const y = b[i & bMask];
    out[i] = x <= y || y !== y ? 1 : 0;
  }
};

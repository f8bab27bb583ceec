/**
 * Loops that compare two columns of numbers, one byte a row. `>` and `>=` are `<` and `<=` with the sides changed. `Number(…)`
 * of a comparison compiles without a branch, `… ? 1 : 0` with one, which costs three times as much where data is random.
 */
export type CompareLoop = (
  a: Float64Array,
  aMask: number,
  b: Float64Array,
  bMask: number,
  out: Uint8Array,
) => void;

/** Integers and times: no NaN. */
export const equalNumbers: CompareLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Number(a[i & aMask] === b[i & bMask]);
};

export const unequalNumbers: CompareLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Number(a[i & aMask] !== b[i & bMask]);
};

export const lessNumbers: CompareLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Number(a[i & aMask] < b[i & bMask]);
};

export const lessOrEqualNumbers: CompareLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Number(a[i & aMask] <= b[i & bMask]);
};

/** DOUBLEs in a total order: NaN equals NaN and is greater than every number. */
export const equalDoubles: CompareLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) {
    const x = a[i & aMask];
    const y = b[i & bMask];
    out[i] = Number(x === y) | (Number(x !== x) & Number(y !== y));
  }
};

export const unequalDoubles: CompareLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) {
    const x = a[i & aMask];
    const y = b[i & bMask];
    out[i] = 1 ^ (Number(x === y) | (Number(x !== x) & Number(y !== y)));
  }
};

export const lessDoubles: CompareLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) {
    const x = a[i & aMask];
    const y = b[i & bMask];
    out[i] = Number(x < y) | (Number(y !== y) & Number(x === x));
  }
};

export const lessOrEqualDoubles: CompareLoop = (a, aMask, b, bMask, out) => {
  for (let i = 0; i < out.length; i++) {
    const x = a[i & aMask];
    const y = b[i & bMask];
    out[i] = Number(x <= y) | Number(y !== y);
  }
};

/** Compares a column with a constant that is no NaN. */
export type ConstantLoop = (column: Float64Array, constant: number, out: Uint8Array) => void;

const equalTo: ConstantLoop = (column, constant, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Number(column[i] === constant);
};

const unequalTo: ConstantLoop = (column, constant, out) => {
  for (let i = 0; i < out.length; i++) out[i] = 1 ^ Number(column[i] === constant);
};

const below: ConstantLoop = (column, constant, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Number(column[i] < constant);
};

const belowOrEqual: ConstantLoop = (column, constant, out) => {
  for (let i = 0; i < out.length; i++) out[i] = Number(column[i] <= constant);
};

/** Not below or equal: a NaN is above. */
const above: ConstantLoop = (column, constant, out) => {
  for (let i = 0; i < out.length; i++) out[i] = 1 ^ Number(column[i] <= constant);
};

const aboveOrEqual: ConstantLoop = (column, constant, out) => {
  for (let i = 0; i < out.length; i++) out[i] = 1 ^ Number(column[i] < constant);
};

/** `column = constant` and so on. */
export const constantRight: Readonly<Record<"=" | "<>" | "<" | "<=", ConstantLoop>> = {
  "=": equalTo,
  "<>": unequalTo,
  "<": below,
  "<=": belowOrEqual,
};
/** `constant = column` and so on. */
export const constantLeft: typeof constantRight = {
  "=": equalTo,
  "<>": unequalTo,
  "<": above,
  "<=": aboveOrEqual,
};

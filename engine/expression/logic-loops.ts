import type { BooleanColumn, Column } from "../data/column.ts";
import { booleanColumn, isValid } from "./kernel.ts";

/** AND: false where either is, else NULL where either is. @param out gets the values; it may be those of a or b. */
export function andColumns(out: Uint8Array, a: Column, b: Column): BooleanColumn {
  const x = a as BooleanColumn;
  const y = b as BooleanColumn;
  const { length } = out;
  if (x.validity === null && y.validity === null) {
    const [p, q] = [x.values, y.values];
    for (let i = 0; i < length; i++) out[i] = p[i] & q[i];
    return booleanColumn(out, null);
  }
  const validity = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const xValid = isValid(x.validity, i) ? 1 : 0;
    const yValid = isValid(y.validity, i) ? 1 : 0;
    const xTrue = xValid & x.values[i];
    const yTrue = yValid & y.values[i];
    out[i] = xTrue & yTrue;
    validity[i] = (xValid & yValid) | (xValid & (xTrue ^ 1)) | (yValid & (yTrue ^ 1));
  }
  return booleanColumn(out, validity);
}

/** OR: true where either is, else NULL where either is. */
export function orColumns(out: Uint8Array, a: Column, b: Column): BooleanColumn {
  const x = a as BooleanColumn;
  const y = b as BooleanColumn;
  const { length } = out;
  if (x.validity === null && y.validity === null) {
    const [p, q] = [x.values, y.values];
    for (let i = 0; i < length; i++) out[i] = p[i] | q[i];
    return booleanColumn(out, null);
  }
  const validity = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const xValid = isValid(x.validity, i) ? 1 : 0;
    const yValid = isValid(y.validity, i) ? 1 : 0;
    const either = (xValid & x.values[i]) | (yValid & y.values[i]);
    out[i] = either;
    validity[i] = (xValid & yValid) | either;
  }
  return booleanColumn(out, validity);
}

/** NOT: NULL stays NULL. */
export function notColumn(out: Uint8Array, column: Column): BooleanColumn {
  const { values, validity } = column as BooleanColumn;
  for (let i = 0; i < out.length; i++) out[i] = values[i] ^ 1;
  return booleanColumn(out, validity);
}

/** IS [NOT] NULL. @param ofNull the result where the value is NULL. */
export function testNull({ validity }: Column, ofNull: 0 | 1, length: number): BooleanColumn {
  const out = new Uint8Array(length);
  if (validity === null) out.fill(1 - ofNull);
  else for (let i = 0; i < length; i++) out[i] = validity[i] === 0 ? ofNull : 1 - ofNull;
  return booleanColumn(out, null);
}

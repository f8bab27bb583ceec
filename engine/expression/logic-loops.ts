import type { BooleanColumn, Column } from "../data/column.ts";
import { booleanColumn, isValid } from "./kernel.ts";

/** AND: false where either is, else NULL where either is. */
export function andColumns(a: Column, b: Column, length: number): BooleanColumn {
  const x = a as BooleanColumn;
  const y = b as BooleanColumn;
  const out = new Uint8Array(length);
  if (x.validity === null && y.validity === null) {
    for (let i = 0; i < length; i++) out[i] = x.values[i] & y.values[i];
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
export function orColumns(a: Column, b: Column, length: number): BooleanColumn {
  const x = a as BooleanColumn;
  const y = b as BooleanColumn;
  const out = new Uint8Array(length);
  if (x.validity === null && y.validity === null) {
    for (let i = 0; i < length; i++) out[i] = x.values[i] | y.values[i];
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
export function notColumn(column: Column, length: number): BooleanColumn {
  const { values, validity } = column as BooleanColumn;
  const out = new Uint8Array(length);
  for (let i = 0; i < length; i++) out[i] = values[i] ^ 1;
  return booleanColumn(out, validity);
}

/** IS [NOT] NULL. @param ofNull the result where the value is NULL. */
export function testNull({ validity }: Column, ofNull: 0 | 1, length: number): BooleanColumn {
  const out = new Uint8Array(length);
  if (validity === null) out.fill(1 - ofNull);
  else for (let i = 0; i < length; i++) out[i] = validity[i] === 0 ? ofNull : 1 - ofNull;
  return booleanColumn(out, null);
}

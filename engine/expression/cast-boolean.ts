import type { BooleanColumn, NumberColumn } from "../data/column.ts";
import { type Kernel, booleanColumn, numberColumn } from "./kernel.ts";

/** BOOLEAN to BIGINT: 1 and 0. */
export function castFromBoolean(): Kernel {
  return ([column], length) => {
    const { values, validity } = column as BooleanColumn;
    const out = new Float64Array(length);
    for (let i = 0; i < length; i++) out[i] = values[i];
    return numberColumn(out, validity);
  };
}

/** BIGINT to BOOLEAN: false is 0. */
export function castToBoolean(): Kernel {
  return ([column], length) => {
    const { values, validity } = column as NumberColumn;
    const out = new Uint8Array(length);
    for (let i = 0; i < length; i++) out[i] = values[i] !== 0 ? 1 : 0;
    return booleanColumn(out, validity);
  };
}

import type { BooleanColumn } from "../data/column.ts";
import type { DataType } from "../data/data-type.ts";
import { compileComparison } from "./comparison-kernels.ts";
import { type Kernel, type Operand, isValid, ownValidity } from "./kernel.ts";
import { createSelector } from "./select-rows.ts";

/** The first argument that is not NULL. */
export function coalesceKernel(type: DataType, count: number): Kernel {
  const select = createSelector(type, count);
  return (columns, length) => {
    if (columns[0].validity === null) return columns[0];
    const choice = new Int32Array(length).fill(-1);
    columns.forEach(({ validity }, index) => {
      for (let i = 0; i < length; i++) if (choice[i] === -1 && isValid(validity, i)) choice[i] = index;
    });
    return select(choice, columns, length);
  };
}

/** NULL where both arguments are equal, else the first. */
export function nullIfKernel([left, right]: readonly Operand[]): Kernel {
  const compare = compileComparison("=", { ...left, constant: null }, { ...right, constant: null });
  return ([a, b], length, warnings) => {
    const same = compare([a, b], length, warnings) as BooleanColumn;
    const validity = ownValidity(a.validity, length);
    for (let i = 0; i < length; i++) if (isValid(same.validity, i) && same.values[i] === 1) validity[i] = 0;
    return { ...a, validity };
  };
}

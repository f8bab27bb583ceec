import type { BooleanColumn, Column } from "../data/column.ts";
import type { DataType } from "../data/data-type.ts";
import { compileComparison } from "./comparison-kernels.ts";
import { type Kernel, isValid } from "./kernel.ts";
import { createSelector } from "./select-rows.ts";

/** GREATEST (">") and LEAST ("<") of full columns: NULLs are skipped; of equal values the first stays. */
export function extremeKernel(order: "<" | ">", type: DataType, count: number): Kernel {
  const operand = { type, constant: null };
  const steps = Array.from({ length: count - 1 }, () => ({
    beats: compileComparison(order, operand, operand),
    select: createSelector(type, 2),
  }));
  return (columns, length, warnings) => {
    let best: Column = columns[0];
    steps.forEach(({ beats, select }, index) => {
      const next = columns[index + 1];
      const better = beats([next, best], length, warnings) as BooleanColumn;
      const choice = new Int32Array(length);
      for (let i = 0; i < length; i++)
        if (isValid(next.validity, i) && (better.values[i] === 1 || !isValid(best.validity, i)))
          choice[i] = 1;
      best = select(choice, [best, next], length);
    });
    return best;
  };
}

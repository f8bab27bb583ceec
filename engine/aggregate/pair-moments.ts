import { type NumberColumn, isNull } from "../data/column.ts";
import { type ColumnBuffer, writeValue } from "../data/column-buffer.ts";
import type { Value } from "../data/data-type.ts";
import type { AggregateInput } from "./accumulator.ts";
import { SlotStates } from "./slot-states.ts";

/** Of pairs (y, x): their number, means, sums of squared distances from the means, and the sum of their products. */
export interface Moments {
  count: number;
  meanY: number;
  meanX: number;
  yy: number;
  xx: number;
  xy: number;
}

/** Statistics of two numbers by running means, as Welford's method has it for one. Pairs with a NULL are left out. */
export class PairMoments extends SlotStates<Moments> {
  readonly #units: readonly number[];
  readonly #result: (moments: Moments) => Value;

  /**
   * @param units what each column's numbers are divided by: 10^scale of a DECIMAL.
   * @param result of any number of pairs, none included.
   */
  constructor(units: readonly number[], result: (moments: Moments) => Value) {
    super();
    this.#units = units;
    this.#result = result;
  }

  protected create(): Moments {
    return { count: 0, meanY: 0, meanX: 0, yy: 0, xx: 0, xy: 0 };
  }

  protected put(moments: Moments, { columns }: AggregateInput, row: number): void {
    const [columnY, columnX] = columns as readonly NumberColumn[];
    if (isNull(columnY, row) || isNull(columnX, row)) return;
    const distanceY = columnY.values[row] / this.#units[0] - moments.meanY;
    const distanceX = columnX.values[row] / this.#units[1] - moments.meanX;
    const count = ++moments.count;
    moments.meanY += distanceY / count;
    moments.meanX += distanceX / count;
    // Not by the formulas below: the square of a large distance is Infinity, and 0 times that is NaN.
    if (count === 1) return;
    const weight = (count - 1) / count;
    moments.yy += distanceY * distanceY * weight;
    moments.xx += distanceX * distanceX * weight;
    moments.xy += distanceY * distanceX * weight;
  }

  protected unite(into: Moments, from: Moments): void {
    if (from.count === 0) return;
    if (into.count === 0) {
      Object.assign(into, from);
      return;
    }
    const count = into.count + from.count;
    const distanceY = from.meanY - into.meanY;
    const distanceX = from.meanX - into.meanX;
    const weight = (into.count * from.count) / count;
    into.meanY += (distanceY * from.count) / count;
    into.meanX += (distanceX * from.count) / count;
    into.yy += from.yy + distanceY * distanceY * weight;
    into.xx += from.xx + distanceX * distanceX * weight;
    into.xy += from.xy + distanceY * distanceX * weight;
    into.count = count;
  }

  protected write(moments: Moments | undefined, out: ColumnBuffer, index: number): void {
    writeValue(out, index, this.#result(moments ?? this.create()));
  }
}

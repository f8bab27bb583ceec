import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyType, valueOf } from "../testing/generate-values.ts";
import { columnKind, isNull, readValue } from "./column.ts";
import { columnOf } from "./column-buffer.ts";
import { takeRows } from "./take-rows.ts";

const typedValues = anyType.chain((type) =>
  fc.record({ type: fc.constant(type), values: fc.array(valueOf(type), { minLength: 1, maxLength: 10 }) }),
);

test("a column of any type gives back its values, NULLs and wide numbers included", () => {
  fc.assert(
    fc.property(typedValues, ({ type, values }) => {
      const column = columnOf(type, values);
      expect(column.kind).toBe(columnKind(type));
      expect(values.map((_, row) => readValue(column, type, row))).toEqual(values);
      expect(values.map((_, row) => isNull(column, row))).toEqual(values.map((value) => value === null));
    }),
  );
});

test("rows are taken in the order asked for, and may repeat", () => {
  fc.assert(
    fc.property(typedValues, fc.array(fc.nat(9), { maxLength: 12 }), ({ type, values }, picks) => {
      const rows = Int32Array.from(picks, (pick) => pick % values.length);
      const taken = takeRows(columnOf(type, values), rows);
      expect(Array.from(rows, (_, index) => readValue(taken, type, index))).toEqual(
        Array.from(rows, (row) => values[row]),
      );
    }),
  );
});

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { columnOf } from "../data/column-buffer.ts";
import { readValue } from "../data/column.ts";
import { BIGINT, BOOLEAN, DOUBLE, type DataType, decimal, STRING, type Value } from "../data/data-type.ts";
import { compileExpression } from "../expression/compile-expression.ts";
import type { Expression } from "../expression/expression.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import { valueOf } from "../testing/generate-values.ts";
import { RowEvaluator } from "./row-evaluator.ts";

const column = (index: number, type: DataType): Expression => ({ kind: "column", index, type });
const call = (name: string, type: DataType, ...args: Expression[]): Expression => ({
  kind: "call",
  name,
  arguments: args,
  type,
});

const types = [BIGINT, DOUBLE, decimal(38, 2), STRING, BOOLEAN];
const expressions: readonly Expression[] = [
  ...types.map((type, index) => column(index, type)),
  call("+", BIGINT, column(0, BIGINT), column(0, BIGINT)),
  call("/", DOUBLE, column(1, DOUBLE), column(1, DOUBLE)),
  call("negate", decimal(38, 2), column(2, decimal(38, 2))),
  call("upper", STRING, column(3, STRING)),
  call("not", BOOLEAN, column(4, BOOLEAN)),
];

/** Some rows of a batch, few or most of them. */
const picks = fc
  .integer({ min: 1, max: 12 })
  .chain((length) =>
    fc.tuple(
      fc.array(fc.tuple(...types.map(valueOf)), { minLength: length, maxLength: length }),
      fc.subarray(Array.from({ length }, (_, row) => row)),
    ),
  );

test("a value at a wanted row is what the expression is there, however many rows are wanted", () => {
  const evaluator = new RowEvaluator(expressions);
  fc.assert(
    fc.property(fc.array(picks, { minLength: 1, maxLength: 3 }), (batches) => {
      for (const [records, wanted] of batches) {
        const columns = types.map((type, index) =>
          columnOf(
            type,
            records.map((record) => record[index] as Value),
          ),
        );
        const rows = Int32Array.from(wanted);
        const whole = expressions.map((one) =>
          compileExpression(one).evaluate(columns, records.length, new Map()),
        );
        const values = expressions.map(({ type }, index) =>
          wanted.map((row) => readValue(whole[index]!, type, row)),
        );
        const picked = evaluator.at(columns, records.length, rows, rows.length, new Map());
        for (const [index, { type }] of expressions.entries())
          expect(wanted.map((row) => readValue(picked[index]!, type, row))).toEqual(values[index]);
        const dense = evaluator.dense(columns, rows, rows.length, new Map());
        for (const [index, { type }] of expressions.entries())
          expect(wanted.map((_, place) => readValue(dense[index]!, type, place))).toEqual(values[index]);
      }
    }),
  );
});

test("what goes wrong is counted at the wanted rows alone, few or most of them", () => {
  const evaluator = new RowEvaluator([call("/", DOUBLE, column(0, DOUBLE), column(0, DOUBLE))]);
  const columns = [columnOf(DOUBLE, [0, 1, 0, 0])];
  for (const [wanted, failed] of [
    [[1, 2], [2]],
    [
      [0, 1, 3],
      [0, 3],
    ],
    [
      [0, 1, 2, 3],
      [0, 2, 3],
    ],
    [[1], undefined],
  ] as const) {
    const warnings: WarningCounts = new Map();
    evaluator.at(columns, 4, Int32Array.from(wanted), wanted.length, warnings);
    expect(warnings.get("DIVISION_BY_ZERO")?.rows).toEqual(failed);
    const dense: WarningCounts = new Map();
    evaluator.dense(columns, Int32Array.from(wanted), wanted.length, dense);
    expect(dense.get("DIVISION_BY_ZERO")?.rows).toEqual(failed);
  }
});

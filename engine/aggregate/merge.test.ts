import { expect, test } from "vitest";
import { columnOf, createBuffer } from "../data/column-buffer.ts";
import { readValue } from "../data/column.ts";
import { BIGINT, DOUBLE, type DataType, type Value, arrayOf } from "../data/data-type.ts";
import { handMadeCall } from "../testing/hand-made-call.ts";
import type { Accumulator } from "./accumulator.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import { createAccumulator, createRetractable } from "./registry.ts";

function call(name: string, of: readonly DataType[], type: DataType, ...parameters: Value[]): AggregateCall {
  return handMadeCall(name, of, type, { parameters });
}

/** Adds records to a slot. @param columns the values of each argument. */
function put(accumulator: Accumulator, slot: number, type: DataType, base: number, columns: Value[][]): void {
  const { length } = columns[0]!;
  const input = { base, columns: columns.map((values) => columnOf(type, values)) };
  accumulator.add(
    input,
    Int32Array.from({ length }, (_, row) => row),
    new Int32Array(length).fill(slot),
    0,
    length,
  );
}

function resultOf(accumulator: Accumulator, { type }: AggregateCall): Value {
  const out = createBuffer(type, 1);
  accumulator.read(Int32Array.of(0), 0, 1, out, 0);
  return readValue(out.column(1), type, 0);
}

test.each([
  ["var_pop", 1],
  ["stddev_samp", 1],
  ["covar_pop", 2],
  ["regr_slope", 2],
])("%s: merged with a slot without numbers, the largest ones are as they were", (name, columns) => {
  const given = call(
    name,
    Array.from({ length: columns }, (): DataType => DOUBLE),
    DOUBLE,
  );
  const numbers = Array.from({ length: columns }, (): Value[] => [1e200, 1e200]);
  const nothing = Array.from({ length: columns }, (): Value[] => [null]);
  const alone = createAccumulator(given, 2);
  put(alone, 0, DOUBLE, 0, numbers);
  for (const empty of [0, 1]) {
    const merged = createAccumulator(given, 2);
    put(merged, empty, DOUBLE, 0, nothing);
    put(merged, 1 - empty, DOUBLE, 1, numbers);
    merged.merge(0, 1);
    expect(resultOf(merged, given)).toEqual(resultOf(alone, given));
  }
  expect(resultOf(alone, given)).not.toBeNaN();
});

test("slots that keep 300,000 values each merge", () => {
  const given = call("topk", [BIGINT], arrayOf(BIGINT), 2n);
  const accumulator = createRetractable(given, 2)!;
  const values = Array.from({ length: 300_000 }, (_, index) => 299_999n - BigInt(index));
  put(accumulator, 0, BIGINT, 0, [[1n, 0n]]);
  put(accumulator, 1, BIGINT, 2, [values]);
  accumulator.merge(0, 1);
  expect(resultOf(accumulator, given)).toBe("[299999,299998]");
});

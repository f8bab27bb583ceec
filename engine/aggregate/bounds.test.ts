import { expect, test } from "vitest";
import { columnOf, createBuffer } from "../data/column-buffer.ts";
import { readValue } from "../data/column.ts";
import { BIGINT, STRING, type DataType, type Value, arrayOf, mapOf } from "../data/data-type.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import { handMadeCall } from "../testing/hand-made-call.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import { MOST_COLLECTED } from "./collected-values.ts";
import { createAccumulator } from "./registry.ts";

function call(name: string, type: DataType, ...parameters: readonly Value[]): AggregateCall {
  return handMadeCall(name, [BIGINT], type, { parameters });
}

/** The result after `count` different values, and what was counted as a warning. */
function after(count: number, given: AggregateCall): { readonly value: Value; readonly warned: number } {
  const warnings: WarningCounts = new Map();
  const accumulator = createAccumulator(given, 1, warnings);
  const values = Array.from({ length: count }, (_, index) => BigInt(index));
  const rows = Int32Array.from(values.keys());
  const input = { base: 0, columns: [columnOf(BIGINT, values)] };
  accumulator.add(input, rows, new Int32Array(count), 0, count);
  const out = createBuffer(given.type, 1);
  accumulator.read(Int32Array.of(0), 0, 1, out, 0);
  const value = readValue(out.column(1), given.type, 0);
  return { value, warned: warnings.get("TOO_MANY_VALUES")?.count ?? 0 };
}

test.each([
  call("collect_list", arrayOf(BIGINT)),
  call("collect_set", arrayOf(BIGINT)),
  call("string_agg", STRING, ","),
  call("histogram", mapOf(BIGINT)),
])("$name of more values than a group may collect is NULL and a warning; of as many it is not", (given) => {
  expect(after(MOST_COLLECTED, given).warned).toBe(0);
  expect(after(MOST_COLLECTED, given).value).not.toBeNull();
  expect(after(MOST_COLLECTED + 1, given)).toEqual({ value: null, warned: 1 });
});

test("the first, last and greatest few need no more than those: no number of values is too much", () => {
  const count = MOST_COLLECTED + 5;
  expect(after(count, call("first_value", arrayOf(BIGINT), 2n))).toEqual({ value: "[0,1]", warned: 0 });
  expect(after(count, call("last_value", arrayOf(BIGINT), 2n))).toEqual({
    value: `[${count - 2},${count - 1}]`,
    warned: 0,
  });
  expect(after(count, call("topk", arrayOf(BIGINT), 2n))).toEqual({
    value: `[${count - 1},${count - 2}]`,
    warned: 0,
  });
});

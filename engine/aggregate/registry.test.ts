import { expect, test } from "vitest";
import { createBuffer, columnOf } from "../data/column-buffer.ts";
import { readValue } from "../data/column.ts";
import { BIGINT, DOUBLE, type DataType, decimal } from "../data/data-type.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import { handMadeCall } from "../testing/hand-made-call.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import type { AggregateFacts } from "./aggregate-function.ts";
import { createAccumulator, findAggregate } from "./registry.ts";

test("only the rows of the range are added, to the slots at the same places", () => {
  const call = bigintCall("sum");
  const accumulator = createAccumulator(call, 2);
  const column = columnOf(BIGINT, [1n, 10n, 100n, 1000n]);
  accumulator.add({ base: 0, columns: [column] }, Int32Array.of(3, 2, 1, 0), Int32Array.of(0, 1, 1, 0), 1, 3);
  const out = createBuffer(BIGINT, 2);
  accumulator.read(Int32Array.of(0, 1), 0, 2, out, 0);
  expect([0, 1].map((row) => readValue(out.column(2), BIGINT, row))).toEqual([null, 110n]);
});

test("COUNT(*) counts rows, NULLs too", () => {
  const accumulator = createAccumulator({ ...bigintCall("count"), arguments: [] }, 1);
  const out = createBuffer(BIGINT, 3);
  accumulator.addEach({ base: 0, columns: [] }, Int32Array.of(0, 1, 2), Int32Array.of(0, 0, 0), 0, 3, out, 0);
  expect([0, 1, 2].map((row) => readValue(out.column(3), BIGINT, row))).toEqual([1n, 2n, 3n]);
});

test("a sum that leaves 64 bits and comes back is right again; while out it is NULL and counted", () => {
  const warnings: WarningCounts = new Map();
  const accumulator = createAccumulator(bigintCall("sum"), 1, warnings);
  const largest = 2n ** 63n - 1n;
  const out = createBuffer(BIGINT, 3);
  const zeros = Int32Array.of(0, 0, 0);
  const columns = [columnOf(BIGINT, [largest, 1n, -5n])];
  accumulator.addEach({ base: 0, columns }, Int32Array.of(0, 1, 2), zeros, 0, 3, out, 0);
  expect([0, 1, 2].map((row) => readValue(out.column(3), BIGINT, row))).toEqual([
    largest,
    null,
    largest - 4n,
  ]);
  expect(warnings.get("BIGINT_OVERFLOW")).toMatchObject({ count: 1, example: `SUM is ${largest + 1n}` });
});

test("AVG of BIGINT as BIGINT is cut toward zero, whatever DECIMALs do", () => {
  const accumulator = createAccumulator({ ...bigintCall("avg"), rounding: "half-up" }, 1);
  const columns = [columnOf(BIGINT, [-1n, -2n])];
  accumulator.add({ base: 0, columns }, Int32Array.of(0, 1), Int32Array.of(0, 0), 0, 2);
  const out = createBuffer(BIGINT, 1);
  accumulator.read(Int32Array.of(0), 0, 1, out, 0);
  expect(readValue(out.column(1), BIGINT, 0)).toBe(-1n);
});

test("a sample of one has no deviation; a population of one has none to speak of: 0", () => {
  const deviation = (name: string, ...values: readonly number[]) => {
    const call: AggregateCall = {
      ...bigintCall(name),
      arguments: [{ kind: "column", index: 0, type: DOUBLE }],
      type: DOUBLE,
    };
    const accumulator = createAccumulator(call, 1);
    const rows = Int32Array.from(values.keys());
    accumulator.add(
      { base: 0, columns: [columnOf(DOUBLE, values)] },
      rows,
      new Int32Array(values.length),
      0,
      values.length,
    );
    const out = createBuffer(DOUBLE, 1);
    accumulator.read(Int32Array.of(0), 0, 1, out, 0);
    return readValue(out.column(1), DOUBLE, 0);
  };
  expect(deviation("stddev_pop", 2, 4, 4, 4, 5, 5, 7, 9)).toBe(2);
  expect(deviation("var_samp", 1, 3)).toBe(2);
  expect(deviation("stddev", 5)).toBeNull();
  expect(deviation("stddev_pop", 5)).toBe(0);
  expect(deviation("var_pop")).toBeNull();
});

test("types of results follow the preset", () => {
  const base = {
    sumOfBigint: "BIGINT",
    averageOfBigint: "DOUBLE",
    varianceOfBigint: "DOUBLE",
    averageOfDecimal: "DECIMAL",
    averageScale: "s+6",
  } as const;
  const money = decimal(10, 2);
  const typeOf = (name: string, type: DataType, facts: Partial<AggregateFacts> = {}) =>
    findAggregate(name)!.resultType([type], { ...base, ...facts }, []);
  expect(typeOf("AVG", BIGINT)).toEqual({ kind: "DOUBLE" });
  expect(typeOf("avg", money)).toEqual(decimal(38, 8));
  expect(typeOf("avg", money, { averageScale: "max(6,s)" })).toEqual(decimal(38, 6));
  expect(typeOf("avg", money, { averageOfDecimal: "DOUBLE" })).toEqual({ kind: "DOUBLE" });
  expect(typeOf("var_pop", BIGINT)).toEqual({ kind: "DOUBLE" });
  expect(typeOf("var_pop", BIGINT, { varianceOfBigint: "BIGINT" })).toEqual(BIGINT);
  expect(typeOf("stddev", money, { varianceOfBigint: "BIGINT" })).toEqual({ kind: "DOUBLE" });
  expect(typeOf("sum", money)).toEqual(decimal(38, 2));
  expect(typeOf("sum", BIGINT, { sumOfBigint: "DECIMAL" })).toEqual(decimal(38, 0));
  expect(typeOf("sum", { kind: "STRING" })).toEqual({
    problem: "SUM takes numbers or intervals, not STRING.",
  });
});

test("aggregates are found by their aliases, in any case", () => {
  expect(findAggregate("Latest_By_Offset")!.name).toBe("last_value");
  expect(findAggregate("STDDEV")!.name).toBe("stddev_samp");
  expect(findAggregate("nope")).toBeNull();
});

function bigintCall(name: string): AggregateCall {
  return handMadeCall(name, [BIGINT], BIGINT);
}

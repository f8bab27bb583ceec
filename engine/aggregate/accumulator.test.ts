import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createBuffer, columnOf } from "../data/column-buffer.ts";
import { readValue } from "../data/column.ts";
import { BIGINT, DOUBLE, type DataType, type Value, decimal } from "../data/data-type.ts";
import { Dictionary } from "../data/dictionary.ts";
import { anyType, valueOf } from "../testing/generate-values.ts";
import { aggregate } from "../testing/reference-aggregates.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import { aggregateNames, createAccumulator, findAggregate } from "./registry.ts";

interface Trial {
  readonly call: AggregateCall;
  readonly type: DataType;
  /** Each batch: the argument's values and the slot that each goes to. */
  readonly batches: readonly (readonly (readonly [Value, number])[])[];
  /** A slot that is emptied after the first batch. */
  readonly emptied: number;
}

const SLOTS = 4;

const facts = fc.record({
  averageOfBigint: fc.constantFrom("DOUBLE" as const, "BIGINT" as const, "DECIMAL" as const),
  averageOfDecimal: fc.constantFrom("DOUBLE" as const, "DECIMAL" as const),
  averageScale: fc.constantFrom("s+6" as const, "max(6,s)" as const),
});

const trials: fc.Arbitrary<Trial> = fc
  .tuple(fc.constantFrom(...aggregateNames()), anyType, facts, fc.boolean(), fc.boolean(), fc.boolean())
  .map(([name, type, rules, distinct, emptyIsZero, wraps]) => {
    const argument = { kind: "column", index: 0, type } as const;
    const result = findAggregate(name)!.resultType(type, rules);
    if ("problem" in result) return null;
    const call: AggregateCall = {
      name,
      argument,
      distinct,
      type: result,
      emptyIsZero,
      overflow: wraps ? "wrap" : "null",
      rounding: distinct ? "half-even" : "half-up",
    };
    return { call, type };
  })
  .filter((made) => made !== null)
  .chain(({ call, type }) => {
    const batch = fc.array(fc.tuple(valueOf(type), fc.nat(SLOTS - 1)), { maxLength: 12 });
    return fc.record({
      call: fc.constant(call),
      type: fc.constant(type),
      batches: fc.array(batch, { minLength: 1, maxLength: 3 }),
      emptied: fc.nat(SLOTS - 1),
    });
  });

test("any aggregate over any slots equals its recomputation over the list of values", () => {
  fc.assert(
    fc.property(trials, fc.boolean(), ({ call, type, batches, emptied }, each) => {
      const accumulator = createAccumulator(call, 1);
      accumulator.reserve(SLOTS);
      const lists: Value[][] = Array.from({ length: SLOTS }, () => []);
      const dictionary = new Dictionary();
      const unit = type.kind === "DECIMAL" ? 10 ** type.scale : 1;
      const sizes = batches.flat().map(([value]) => Math.abs(Number(value)) / unit);
      const largest = Math.max(0, ...sizes.filter(Number.isFinite));
      batches.forEach((batch, number) => {
        const column = columnOf(
          type,
          batch.map(([value]) => value),
          dictionary,
        );
        const rows = Int32Array.from(batch.keys());
        const slots = Int32Array.from(batch, ([, slot]) => slot);
        const out = createBuffer(call.type, batch.length + 2);
        const expected: Value[] = [];
        for (const [value, slot] of batch) {
          lists[slot]!.push(value);
          expected.push(aggregate(call, lists[slot]!));
        }
        if (each) {
          accumulator.addEach(column, rows, slots, 0, batch.length, out, 2);
          const shown = out.column(batch.length + 2);
          expectClose(
            expected,
            expected.map((_, index) => readValue(shown, call.type, index + 2)),
            call,
            largest,
          );
        } else accumulator.add(column, rows, slots, 0, batch.length);
        if (number === 0) {
          accumulator.reset(emptied);
          lists[emptied] = [];
        }
      });
      const out = createBuffer(call.type, SLOTS);
      accumulator.read(Int32Array.of(3, 2, 1, 0), 0, SLOTS, out, 0);
      const read = out.column(SLOTS);
      expectClose(
        lists.toReversed().map((list) => aggregate(call, list)),
        lists.map((_, index) => readValue(read, call.type, index)),
        call,
        largest,
      );
    }),
    { numRuns: 3000 },
  );
});

/**
 * Exactly equal, -0 being 0. A variance is computed by another method, so that rounding leaves a difference in proportion
 * to the square of the largest value.
 */
function expectClose(
  expected: readonly Value[],
  found: readonly Value[],
  { name }: AggregateCall,
  largest: number,
): void {
  if (!/^(stddev|var)/.test(name)) {
    expect(found.map(plain)).toEqual(expected.map(plain));
    return;
  }
  const tolerance = name.startsWith("stddev") ? 1e-6 * largest : 1e-12 * largest ** 2;
  expected.forEach((value, index) => {
    const other = found[index]!;
    if (typeof value !== "number" || typeof other !== "number") expect(other).toBe(value);
    else if (Number.isFinite(value)) expect(Math.abs(other - value)).toBeLessThanOrEqual(tolerance);
  });
}

function plain(value: Value): Value {
  return value === 0 ? 0 : value;
}

test("only the rows of the range are added, to the slots at the same places", () => {
  const call = bigintCall("sum");
  const accumulator = createAccumulator(call, 2);
  const column = columnOf(BIGINT, [1n, 10n, 100n, 1000n]);
  accumulator.add(column, Int32Array.of(3, 2, 1, 0), Int32Array.of(0, 1, 1, 0), 1, 3);
  const out = createBuffer(BIGINT, 2);
  accumulator.read(Int32Array.of(0, 1), 0, 2, out, 0);
  expect([0, 1].map((row) => readValue(out.column(2), BIGINT, row))).toEqual([null, 110n]);
});

test("COUNT(*) counts rows, NULLs too", () => {
  const accumulator = createAccumulator({ ...bigintCall("count"), argument: null }, 1);
  const out = createBuffer(BIGINT, 3);
  accumulator.addEach(null, Int32Array.of(0, 1, 2), Int32Array.of(0, 0, 0), 0, 3, out, 0);
  expect([0, 1, 2].map((row) => readValue(out.column(3), BIGINT, row))).toEqual([1n, 2n, 3n]);
});

test("a sum that leaves 64 bits and comes back is right again; while out it is NULL and counted", () => {
  const warnings = new Map();
  const accumulator = createAccumulator(bigintCall("sum"), 1, warnings);
  const largest = 2n ** 63n - 1n;
  const out = createBuffer(BIGINT, 3);
  const zeros = Int32Array.of(0, 0, 0);
  accumulator.addEach(columnOf(BIGINT, [largest, 1n, -5n]), Int32Array.of(0, 1, 2), zeros, 0, 3, out, 0);
  expect([0, 1, 2].map((row) => readValue(out.column(3), BIGINT, row))).toEqual([
    largest,
    null,
    largest - 4n,
  ]);
  expect(warnings).toEqual(new Map([["BIGINT_OVERFLOW", { count: 1, example: `SUM is ${largest + 1n}` }]]));
});

test("AVG of BIGINT as BIGINT is cut toward zero, whatever DECIMALs do", () => {
  const accumulator = createAccumulator({ ...bigintCall("avg"), rounding: "half-up" }, 1);
  accumulator.add(columnOf(BIGINT, [-1n, -2n]), Int32Array.of(0, 1), Int32Array.of(0, 0), 0, 2);
  const out = createBuffer(BIGINT, 1);
  accumulator.read(Int32Array.of(0), 0, 1, out, 0);
  expect(readValue(out.column(1), BIGINT, 0)).toBe(-1n);
});

test("a sample of one has no deviation; a population of one has none to speak of: 0", () => {
  const deviation = (name: string, ...values: readonly number[]) => {
    const call: AggregateCall = {
      ...bigintCall(name),
      argument: { kind: "column", index: 0, type: DOUBLE },
      type: DOUBLE,
    };
    const accumulator = createAccumulator(call, 1);
    const rows = Int32Array.from(values.keys());
    accumulator.add(columnOf(DOUBLE, values), rows, new Int32Array(values.length), 0, values.length);
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
  const base = { averageOfBigint: "DOUBLE", averageOfDecimal: "DECIMAL", averageScale: "s+6" } as const;
  const money = decimal(10, 2);
  expect(findAggregate("AVG")!.resultType(BIGINT, base)).toEqual({ kind: "DOUBLE" });
  expect(findAggregate("avg")!.resultType(money, base)).toEqual(decimal(38, 8));
  expect(findAggregate("avg")!.resultType(money, { ...base, averageScale: "max(6,s)" })).toEqual(
    decimal(38, 6),
  );
  expect(findAggregate("avg")!.resultType(money, { ...base, averageOfDecimal: "DOUBLE" })).toEqual({
    kind: "DOUBLE",
  });
  expect(findAggregate("sum")!.resultType(money, base)).toEqual(decimal(38, 2));
  expect(findAggregate("sum")!.resultType({ kind: "STRING" }, base)).toEqual({
    problem: "SUM takes numbers, not STRING.",
  });
  expect(findAggregate("max")!.resultType(null, base)).toEqual({ problem: "MAX takes a value, not *." });
  expect(findAggregate("nope")).toBeNull();
});

function bigintCall(name: string): AggregateCall {
  return {
    name,
    argument: { kind: "column", index: 0, type: BIGINT },
    distinct: false,
    type: BIGINT,
    emptyIsZero: false,
    overflow: "null",
    rounding: "half-even",
  };
}

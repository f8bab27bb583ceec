import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ColumnBuffer, columnOf, createBuffer } from "../data/column-buffer.ts";
import { readValue } from "../data/column.ts";
import type { Value } from "../data/data-type.ts";
import { Dictionary } from "../data/dictionary.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import { anyCall, argumentsOf, isPaired } from "../testing/generate-aggregate.ts";
import { aggregate } from "../testing/reference-aggregates.ts";
import { handMadeCall } from "../testing/hand-made-call.ts";
import type { Accumulator, AggregateInput, RetractableAccumulator } from "./accumulator.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import { createAccumulator, createRetractable } from "./registry.ts";

const SLOTS = 4;

/** A record's arguments, the slot that it goes to, and whether it is taken back in the end. */
type Entry = readonly [readonly Value[], number, boolean];

interface Trial {
  readonly call: AggregateCall;
  readonly batches: readonly (readonly Entry[])[];
  /** A slot that is emptied after the first batch, and two that are merged after the second. */
  readonly emptied: number;
  readonly merged: readonly [number, number];
}

const trials: fc.Arbitrary<Trial> = anyCall.chain((call) =>
  fc.record({
    call: fc.constant(call),
    batches: fc.array(
      fc.array(fc.tuple(argumentsOf(call), fc.nat(SLOTS - 1), fc.boolean()), { maxLength: 12 }),
      { minLength: 1, maxLength: 3 },
    ),
    emptied: fc.nat(SLOTS - 1),
    merged: fc.tuple(fc.nat(SLOTS - 1), fc.nat(SLOTS - 1)),
  }),
);

/** What each slot should hold: records with their seqs, in order of arrival. */
class Model {
  readonly slots: (readonly [number, readonly Value[]])[][] = Array.from({ length: SLOTS }, () => []);
  readonly call: AggregateCall;

  constructor(call: AggregateCall) {
    this.call = call;
  }

  result(slot: number): Value {
    return aggregate(
      this.call,
      this.slots[slot]!.map(([, record]) => record),
    );
  }

  results(): Value[] {
    return Array.from({ length: SLOTS }, (_, slot) => this.result(slot));
  }

  merge(into: number, from: number): void {
    this.slots[into] = [...this.slots[into]!, ...this.slots[from]!].sort(([a], [b]) => a - b);
    this.slots[from] = [];
  }
}

function inputsOf({ call, batches }: Trial): AggregateInput[] {
  const dictionary = new Dictionary();
  let base = 1000;
  return batches.map((batch) => {
    const columns = call.arguments.map(({ type }, index) =>
      columnOf(
        type,
        batch.map(([record]) => record[index]!),
        dictionary,
      ),
    );
    base += batch.length;
    return { base: base - batch.length, columns };
  });
}

function resultsOf(accumulator: Accumulator, call: AggregateCall): Value[] {
  const out = createBuffer(call.type, SLOTS);
  accumulator.read(Int32Array.of(0, 1, 2, 3), 0, SLOTS, out, 0);
  return valuesOf(out, call, SLOTS);
}

function valuesOf(out: ColumnBuffer, call: AggregateCall, length: number, from = 0): Value[] {
  const shown = out.column(length);
  return Array.from({ length: length - from }, (_, row) => readValue(shown, call.type, row + from));
}

/** Adds all batches, one row at a time where `each`; empties and merges on the way. */
function addAll(accumulator: Accumulator, trial: Trial, each: boolean): Model {
  const { call, batches, emptied, merged } = trial;
  const model = new Model(call);
  const inputs = inputsOf(trial);
  accumulator.reserve(SLOTS);
  batches.forEach((batch, number) => {
    const input = inputs[number]!;
    const rows = Int32Array.from(batch.keys());
    const slots = Int32Array.from(batch, ([, slot]) => slot);
    const out = createBuffer(call.type, batch.length + 2);
    const expected = batch.map(([record, slot], row) => {
      model.slots[slot]!.push([input.base + row, record]);
      return model.result(slot);
    });
    if (each) {
      accumulator.addEach(input, rows, slots, 0, batch.length, out, 2);
      expectAlike(expected, valuesOf(out, call, batch.length + 2, 2), trial);
    } else accumulator.add(input, rows, slots, 0, batch.length);
    if (number === 0) {
      accumulator.reset(emptied);
      model.slots[emptied] = [];
    }
    const [into, from] = merged;
    if (number === 1 && into !== from) {
      accumulator.merge(into, from);
      model.merge(into, from);
    }
  });
  return model;
}

test("any aggregate over any slots equals its recomputation, also after slots were emptied and merged", () => {
  fc.assert(
    fc.property(trials, fc.boolean(), (trial, each) => {
      const accumulator = createAccumulator(trial.call, 1);
      const model = addAll(accumulator, trial, each);
      expectAlike(model.results(), resultsOf(accumulator, trial.call), trial);
    }),
    { numRuns: 6000 },
  );
});

test("a slot without records is no warning, whatever the aggregate", () => {
  fc.assert(
    fc.property(anyCall, (call) => {
      const warnings: WarningCounts = new Map();
      resultsOf(createAccumulator(call, SLOTS, warnings), call);
      expect(warnings.size).toBe(0);
    }),
  );
});

test("records that are taken back, in any order, are as if they had never been added", () => {
  fc.assert(
    fc.property(trials, fc.boolean(), fc.boolean(), (trial, each, backwards) => {
      const accumulator = createRetractable(trial.call, 1);
      if (accumulator === null) return;
      const plain = { ...trial, emptied: 0, merged: [0, 0] as const, batches: [[], ...trial.batches] };
      const model = addAll(accumulator, plain, each);
      takeBack(accumulator, model, plain, backwards);
      expectAlike(model.results(), resultsOf(accumulator, trial.call), trial);
      accumulator.merge(0, 1);
      model.merge(0, 1);
      expectAlike(model.results(), resultsOf(accumulator, trial.call), trial);
    }),
    { numRuns: 4000 },
  );
});

function takeBack(accumulator: RetractableAccumulator, model: Model, trial: Trial, backwards: boolean): void {
  const inputs = inputsOf(trial);
  trial.batches.forEach((batch, number) => {
    const taken = [...batch.entries()].filter(([, [, , back]]) => back);
    if (backwards) taken.reverse();
    const rows = Int32Array.from(taken, ([row]) => row);
    const slots = Int32Array.from(taken, ([, [, slot]]) => slot);
    accumulator.retract(inputs[number]!, rows, slots, 0, rows.length);
    for (const [row, [, slot]] of taken)
      model.slots[slot] = model.slots[slot]!.filter(([seq]) => seq !== inputs[number]!.base + row);
  });
}

/**
 * Exactly equal, -0 being 0. Statistics are computed by other methods, so that rounding leaves a difference: of variances
 * in proportion to the square of the largest value; sums of DOUBLEs that were merged are added in another order.
 */
function expectAlike(expected: readonly Value[], found: readonly Value[], trial: Trial): void {
  const { call, batches } = trial;
  const inexact = /^(stddev|var)/.test(call.name);
  const summed = (call.name === "sum" || call.name === "avg") && call.type.kind === "DOUBLE";
  if (!inexact && !summed && !isPaired(call)) {
    expect(found.map(plain)).toEqual(expected.map(plain));
    return;
  }
  const { type } = call.arguments[0]!;
  const unit = type.kind === "DECIMAL" ? 10 ** type.scale : 1;
  const sizes = batches.flat().map(([[value]]) => Math.abs(Number(value)) / unit);
  const largest = Math.max(1, ...sizes.filter(Number.isFinite));
  const tolerance = call.name.startsWith("stddev")
    ? 1e-6 * largest
    : call.name.startsWith("var")
      ? 1e-12 * largest ** 2
      : 1e-9 * largest;
  expected.forEach((value, index) => {
    const other = found[index]!;
    if (typeof value !== "number" || typeof other !== "number") expect(other).toBe(value);
    else if (Number.isFinite(value))
      expect(Math.abs(other - value) / Math.max(1, Math.abs(value))).toBeLessThanOrEqual(tolerance);
    else if (summed) expect(other).toBe(value);
  });
}

function plain(value: Value): Value {
  return value === 0 ? 0 : value;
}

describe("which aggregates can take records back", () => {
  const call = (name: string, kind: "BIGINT" | "DOUBLE"): AggregateCall =>
    handMadeCall(name, [{ kind }], { kind }, { parameters: [null] });

  test.each(["count", "sum", "avg", "count_distinct"])("%s of BIGINT can", (name) => {
    expect(createRetractable(call(name, "BIGINT"), 1)).not.toBeNull();
  });

  test.each(["sum", "avg", "var_pop"])("%s of DOUBLE cannot: what rounding did is not undone", (name) => {
    expect(createRetractable(call(name, "DOUBLE"), 1)).toBeNull();
  });
});

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { columnOf, createBuffer } from "../data/column-buffer.ts";
import { readValue } from "../data/column.ts";
import { BIGINT, BOOLEAN, DOUBLE, type DataType, STRING, type Value, decimal } from "../data/data-type.ts";
import { Dictionary } from "../data/dictionary.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import { anyCall, argumentsOf } from "../testing/generate-aggregate.ts";
import { handMadeCall } from "../testing/hand-made-call.ts";
import { type Accumulator, isFoldable } from "./accumulator.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import { createAccumulator, createRetractable } from "./registry.ts";

const PARTS = 3;
/** The slot that others are folded into, and one that is left alone. */
const WHOLE = PARTS;
const SLOTS = PARTS + 1;

interface Trial {
  readonly call: AggregateCall;
  /** Arguments of each record, in order of arrival, and the slot that it goes to. */
  readonly records: readonly (readonly [readonly Value[], number])[];
  /** In which order the slots are folded. */
  readonly order: readonly number[];
  /** How many of the records come before the first fold. */
  readonly before: number;
}

const trials: fc.Arbitrary<Trial> = anyCall
  .filter((call) => isFoldable(createAccumulator(call, 1)))
  .chain((call) =>
    fc.record({
      call: fc.constant(call),
      records: fc.array(fc.tuple(argumentsOf(call), fc.nat(PARTS - 1)), { maxLength: 24 }),
      order: fc.shuffledSubarray([0, 1, 2], { minLength: PARTS }),
      before: fc.nat(24),
    }),
  );

function add(
  accumulator: Accumulator,
  { call, records }: Trial,
  slots: Int32Array,
  from: number,
  to: number,
) {
  const dictionary = new Dictionary();
  const columns = call.arguments.map(({ type }, index) =>
    columnOf(
      type,
      records.map(([values]) => values[index]!),
      dictionary,
    ),
  );
  accumulator.add({ base: 100, columns }, Int32Array.from(records.keys()), slots, from, to);
}

/** The result of a slot, told apart to the bit. */
function resultOf(accumulator: Accumulator, { type }: AggregateCall, slot: number): string {
  const out = createBuffer(type, 1);
  accumulator.read(Int32Array.of(slot), 0, 1, out, 0);
  const value = readValue(out.column(1), type, 0);
  return `${Object.is(value, -0) ? "-" : ""}${String(value)}`;
}

function sourcesOf(accumulator: Accumulator, call: AggregateCall): string[] {
  return Array.from({ length: PARTS }, (_, slot) => resultOf(accumulator, call, slot));
}

test("folded slots are, to the bit, one that got all their records in order of arrival, warnings too; their sources stay whole", () => {
  fc.assert(
    fc.property(trials, fc.boolean(), (trial, retractable) => {
      const { call, records, order } = trial;
      const given: WarningCounts = new Map();
      const parts = retractable
        ? createRetractable(call, SLOTS, given)
        : createAccumulator(call, SLOTS, given);
      if (parts === null || !isFoldable(parts)) return;
      const own = Int32Array.from(records, ([, slot]) => slot);
      const sources = Int32Array.from(order);
      const into = new Int32Array(PARTS).fill(WHOLE);
      const before = Math.min(trial.before, records.length);
      for (const [from, to] of [
        [0, before],
        [before, records.length],
      ] as const) {
        add(parts, trial, own, from, to);
        parts.reset(WHOLE);
        const unfolded = sourcesOf(parts, call);
        parts.fold(into, sources, 0, PARTS);
        expect(sourcesOf(parts, call)).toEqual(unfolded);
        given.clear();
        const wanted: WarningCounts = new Map();
        const whole = createAccumulator(call, SLOTS, wanted);
        add(whole, trial, new Int32Array(to).fill(WHOLE), 0, to);
        expect(resultOf(parts, call, WHOLE)).toBe(resultOf(whole, call, WHOLE));
        expect(given).toEqual(wanted);
      }
    }),
    { numRuns: 4000 },
  );
});

test("a folded slot is its own: what it gets later changes no source, and a source changes it no more", () => {
  fc.assert(
    fc.property(trials, (trial) => {
      const { call, records } = trial;
      const folded = createAccumulator(call, SLOTS);
      if (!isFoldable(folded)) return;
      add(folded, trial, new Int32Array(records.length), 0, records.length);
      const wanted = resultOf(folded, call, 0);
      folded.fold(Int32Array.of(WHOLE), Int32Array.of(0), 0, 1);
      add(folded, trial, new Int32Array(records.length).fill(WHOLE), 0, records.length);
      expect(resultOf(folded, call, 0)).toBe(wanted);
      folded.reset(WHOLE);
      folded.fold(Int32Array.of(WHOLE), Int32Array.of(0), 0, 1);
      folded.reset(0);
      expect(resultOf(folded, call, WHOLE)).toBe(wanted);
    }),
    { numRuns: 1000 },
  );
});

const money = decimal(10, 2);

test.each<readonly [string, DataType, boolean]>([
  ["count", STRING, true],
  ["sum", BIGINT, true],
  ["sum", money, true],
  ["avg", BIGINT, true],
  ["min", DOUBLE, true],
  ["max", STRING, true],
  ["first_value", DOUBLE, true],
  ["last_value", STRING, true],
  // Rounding goes by the order of additions.
  ["sum", DOUBLE, false],
  ["avg", DOUBLE, false],
  ["var_pop", BIGINT, false],
  // What each slot keeps is as long as its records.
  ["count_distinct", BIGINT, false],
  ["collect_list", BIGINT, false],
])("%s of %o folds: %s", (name, type, folds) => {
  const value = { kind: "column", index: 0, type } as const;
  const call = handMadeCall(name, [type], type, { parameters: [null] });
  expect(isFoldable(createAccumulator(call, 1))).toBe(folds);
  expect(
    isFoldable(
      createAccumulator({ ...call, arguments: [value, { ...value, type: BOOLEAN }], filtered: true }, 1),
    ),
  ).toBe(folds);
  if (name === "count") expect(isFoldable(createAccumulator({ ...call, distinct: true }, 1))).toBe(false);
});

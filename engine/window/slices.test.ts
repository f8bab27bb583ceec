import fc from "fast-check";
import { expect, test } from "vitest";
import { createAccumulator } from "../aggregate/registry.ts";
import { BY_END_OF_INPUT, BY_WATERMARK } from "../data/change.ts";
import { columnOf } from "../data/column-buffer.ts";
import { readValue } from "../data/column.ts";
import { BIGINT } from "../data/data-type.ts";
import type { Changelog } from "../operator/changelog.ts";
import { WindowOperator } from "./window-operator.ts";
import type { GridRules, WindowInput, WindowListener, WindowWatcher } from "./windowed-aggregation.ts";

const AGGREGATES = ["count", "sum", "min", "last_value"];

/** Where it is told of windows, the operator has no slices. */
const silent: WindowWatcher = {
  onOpened: () => undefined,
  onClosed: () => undefined,
  onRetracted: () => undefined,
  onExpired: () => undefined,
};

type Measures = Partial<Omit<GridRules, "accumulators" | "types">>;

function rulesOf(measures: Measures): GridRules {
  return {
    window: { kind: "hopping", size: 15, advance: 5, offset: 0, noneBelowZero: false },
    closeDelay: 0,
    expireDelay: 0,
    emission: {
      mode: "final",
      scope: "changed",
      finalMarker: false,
      everyRows: null,
      everyInterval: null,
    },
    types: AGGREGATES.map(() => BIGINT),
    accumulators: AGGREGATES.map((name) =>
      createAccumulator(
        {
          name,
          arguments: [{ kind: "column", index: 0, type: BIGINT }],
          parameters: [null],
          order: [],
          filtered: false,
          distinct: false,
          type: BIGINT,
          emptyIsZero: false,
          keepsNulls: false,
          overflow: "null",
          rounding: "half-even",
        },
        1,
      ),
    ),
    having: null,
    printing: { updateBefore: false, unchangedEmits: true, havingExit: "delete" },
    initialResult: false,
    compareKeys: null,
    onWritten: () => undefined,
    ...measures,
  };
}

/** Event time, group, value. */
type Arrival = readonly [number, number, bigint | null];

interface Step {
  readonly records: readonly Arrival[];
  /** ms by which the watermark that judges goes on, before each record. */
  readonly moves: readonly number[];
  /** Whether the windows hear of the watermark behind these records: it may judge before it closes. */
  readonly advances: boolean;
}

interface Course {
  readonly windows: WindowOperator;
  /** What the listener was told, in order. */
  readonly told: readonly string[];
}

function run(measures: Measures, steps: readonly Step[], watcher: WindowWatcher | null): Course {
  const windows = new WindowOperator(rulesOf(measures), watcher);
  const told: string[] = [];
  const tell = (what: string, base: number) => (row: number, judged: number) =>
    told.push(`${base + row} ${what} ${judged}`);
  let watermark = -Infinity;
  let seq = 0;
  for (const { records, moves, advances } of steps) {
    const judged = records.map((_, row) => {
      const move = moves[row] ?? 0;
      if (move > 0) watermark = Math.max(watermark, -20) + move;
      return watermark;
    });
    const input: WindowInput = {
      base: seq,
      times: Float64Array.from(records, ([time]) => time),
      rows: Int32Array.from(records.keys()),
      judged: Float64Array.from(judged),
      keys: Int32Array.from(records, ([, key]) => key),
      arguments: AGGREGATES.map(() => ({
        base: seq,
        columns: [
          columnOf(
            BIGINT,
            records.map(([, , value]) => value),
          ),
        ],
      })),
    };
    const listener: WindowListener = {
      onExpired: tell("expired", seq),
      onCorrection: tell("corrects", seq),
      onMissed: tell("misses", seq),
      onNoWindow: tell("in none", seq),
    };
    windows.process(input, 0, records.length, listener);
    seq += records.length;
    if (advances && watermark > -Infinity) windows.advance(watermark, seq - 1, BY_WATERMARK);
  }
  windows.advance(Infinity, Infinity, BY_END_OF_INPUT);
  return { windows, told };
}

function rowsOf(log: Changelog): readonly unknown[] {
  return Array.from({ length: log.length }, (_, row) => [
    log.kind[row],
    log.pane[row],
    log.reason[row],
    log.cause[row],
    log.watermark[row],
    log.windowStart[row],
    log.windowEnd[row],
    log.key[row],
    log.first[row],
    ...log.aggregates.map((buffer) => readValue(buffer.column(log.length), BIGINT, row)),
  ]);
}

const time = fc.integer({ min: -20, max: 90 });
const value = fc.option(
  fc.oneof(fc.bigInt({ min: -9n, max: 9n }), fc.constantFrom(2n ** 62n, -(2n ** 60n))),
  { freq: 5 },
);

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    records: fc.array(fc.tuple(time, fc.nat(4), value), { minLength: 1, maxLength: 8 }),
    moves: fc.array(fc.constantFrom(0, 0, 0, 1, 3, 12, 40), { maxLength: 8 }),
    advances: fc.boolean(),
  }),
  { maxLength: 12 },
);

const sumIsSmall = {
  test: (log: Changelog, from: number, to: number) =>
    Uint8Array.from({ length: to - from }, (_, row) => {
      const sum = readValue(log.aggregates[1]!.column(to), BIGINT, from + row);
      return sum !== null && Number(sum) < 5 ? 1 : 0;
    }),
};

const measures: fc.Arbitrary<Measures> = fc
  .record({
    advance: fc.constantFrom(1, 3, 5, 10),
    windows: fc.integer({ min: 2, max: 6 }),
    offset: fc.constantFrom(0, 2, -4),
    noneBelowZero: fc.boolean(),
    closeDelay: fc.constantFrom(-1, 0, 4),
    lateness: fc.constantFrom(0, 1, 6, 20),
    filters: fc.boolean(),
    byKey: fc.boolean(),
    havingExit: fc.constantFrom("delete" as const, "tombstone" as const, "update-before" as const),
  })
  .map(({ advance, windows, offset, noneBelowZero, closeDelay, lateness, filters, byKey, havingExit }) => ({
    window: { kind: "hopping", size: windows * advance, advance, offset, noneBelowZero },
    closeDelay,
    expireDelay: closeDelay + lateness,
    having: filters ? sumIsSmall : null,
    printing: { updateBefore: havingExit === "update-before", unchangedEmits: true, havingExit },
    compareKeys: byKey ? (a, b) => b - a : null,
  }));

test("windows put together from slices equal those filled directly, in rows, order and all that is told, whenever they close", () => {
  let rows = 0;
  fc.assert(
    fc.property(measures, steps, (given, course) => {
      const sliced = run(given, course, null);
      const direct = run(given, course, silent);
      expect(rowsOf(sliced.windows.changelog)).toEqual(rowsOf(direct.windows.changelog));
      expect(sliced.told).toEqual(direct.told);
      expect(sliced.windows.counted).toBe(direct.windows.counted);
      expect(sliced.windows.corrections).toBe(direct.windows.corrections);
      expect(sliced.windows.groups).toBe(0);
      rows += sliced.windows.changelog.length;
    }),
    { numRuns: 600 },
  );
  expect(rows).toBeGreaterThan(4_000);
});

/** Records of one group and value 1, the watermark moved before each and told behind it. */
function one(at: number, move: number): Step {
  return { records: [[at, 0, 1n]], moves: [move], advances: true };
}

test("a record that is expired in a window whose close is still to be told is in the later windows alone", () => {
  // It is judged by 20, of which the windows hear behind it: [0, 15) and [5, 20) have closed without it.
  const course = [one(12, 0), { records: [[13, 0, 4n]], moves: [40], advances: true }] as const;
  const { windows, told } = run({}, course, null);
  const sums = rowsOf(windows.changelog).map((row) => [(row as number[])[5], (row as number[])[10]]);
  expect(told).toEqual(["1 misses 20"]);
  expect(sums).toEqual([
    [0, 1n],
    [5, 1n],
    [10, 5n],
  ]);
});

test("of a group there is one state a slice, however many open windows hold it; the last of these to expire releases it", () => {
  const window = { kind: "hopping", size: 60, advance: 1, offset: 0, noneBelowZero: false } as const;
  const course = Array.from({ length: 50 }, (_, at) => one(at, 0));
  const rules = rulesOf({ window });
  const groupsAfter = (watermark: number): number => {
    const windows = new WindowOperator(rules);
    course.forEach(({ records }, base) => {
      const [[at, key, value]] = records as readonly [Arrival];
      const column = columnOf(BIGINT, [value]);
      windows.process(
        {
          base,
          times: Float64Array.of(at),
          rows: Int32Array.of(0),
          judged: Float64Array.of(-Infinity),
          keys: Int32Array.of(key),
          arguments: AGGREGATES.map(() => ({ base, columns: [column] })),
        },
        0,
        1,
        { onExpired: () => {}, onCorrection: () => {}, onMissed: () => {}, onNoWindow: () => {} },
      );
    });
    windows.advance(watermark, 50, BY_WATERMARK);
    return windows.groups;
  };
  expect(groupsAfter(-100)).toBe(50);
  expect(groupsAfter(60)).toBe(49);
  expect(groupsAfter(108)).toBe(1);
  expect(groupsAfter(109)).toBe(0);
});

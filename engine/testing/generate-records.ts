import fc from "fast-check";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, BOOLEAN, DOUBLE, STRING, TIMESTAMP, decimal } from "../data/data-type.ts";
import type { Schema } from "../data/schema.ts";
import type { PlainValue } from "./plain-value.ts";

/** The columns of all generated streams. */
export const generatedSchema: Schema = [
  { name: "ts", type: TIMESTAMP },
  { name: "k", type: STRING },
  { name: "v", type: BIGINT },
  { name: "d", type: DOUBLE },
  { name: "m", type: decimal(10, 2) },
  { name: "b", type: BOOLEAN },
  { name: "split", type: BIGINT },
  { name: "at", type: TIMESTAMP },
];

/** A stream `t` of those columns, with or without splits, an arrival column, and a declared bound. */
export const streamDefinition: fc.Arbitrary<StreamDefinition> = fc
  .record({
    splits: fc.integer({ min: 1, max: 4 }),
    hasArrival: fc.boolean(),
    maxOutOfOrderness: fc.option(fc.integer({ min: 0, max: 12 })),
  })
  .map(({ splits, hasArrival, maxOutOfOrderness }) => ({
    name: "t",
    schema: generatedSchema,
    eventTime: "ts",
    arrival: hasArrival ? "at" : null,
    split: splits > 1 ? "split" : null,
    splits,
    maxOutOfOrderness,
  }));

const key = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<PlainValue>("a", "b") },
  { weight: 1, arbitrary: fc.constantFrom<PlainValue>("c", "ab", "NULL", "", "é", null) },
);
const whole = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: -9, max: 30 }).map<PlainValue>((value) => value) },
  { weight: 2, arbitrary: fc.constant<PlainValue>(null) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<PlainValue>("9223372036854775807", "-9223372036854775000", "9007199254740993"),
  },
);
const double = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -100, max: 100 }).map<PlainValue>((value) => value / 10) },
  { weight: 1, arbitrary: fc.constant<PlainValue>(null) },
);
const amount = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.integer({ min: -2000, max: 9999 }).map<PlainValue>((cents) => (cents / 100).toFixed(2)),
  },
  { weight: 1, arbitrary: fc.constant<PlainValue>(null) },
);

interface Draft {
  readonly unreadable: boolean;
  /** ms that event time moves on, and by which this record is off it. */
  readonly step: number;
  readonly off: number;
  readonly timeless: boolean;
  /** Its arrival time is NULL; its split is. */
  readonly clockless: boolean;
  readonly homeless: boolean;
  /** ms since the arrival of the record before; below 0: its clock was wrong. */
  readonly wait: number;
  readonly split: number;
  readonly values: readonly [PlainValue, PlainValue, PlainValue, PlainValue, PlainValue];
}

const rarely = fc.integer({ min: 0, max: 59 }).map((roll) => roll === 59);

const draft: fc.Arbitrary<Draft> = fc.record({
  unreadable: rarely,
  step: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom(10, 40)),
  off: fc.oneof(fc.constant(0), fc.integer({ min: -6, max: 3 }), fc.integer({ min: -30, max: 0 })),
  timeless: rarely,
  clockless: rarely,
  homeless: rarely,
  wait: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 6 }) },
    { weight: 1, arbitrary: fc.constantFrom(-3, 15, 40) },
  ),
  split: fc.nat({ max: 3 }),
  values: fc.tuple(key, whole, double, amount, fc.constantFrom<PlainValue>(true, false, null)),
});

/** Up to 60 records around the epoch, some out of order, tied, at boundaries, without a time, or unreadable. */
export const generatedRecords: fc.Arbitrary<(PlainValue[] | null)[]> = fc
  .record({
    start: fc.integer({ min: -40, max: 20 }),
    drafts: fc.array(draft, { maxLength: 60, size: "max" }),
  })
  .map(({ start, drafts }) => {
    let time = start;
    let arrival = 100;
    return drafts.map((record) => {
      time += record.step;
      arrival += record.wait;
      if (record.unreadable) return null;
      const eventTime = record.timeless ? null : time + record.off;
      const split = record.homeless ? null : record.split;
      return [eventTime, ...record.values, split, record.clockless ? null : arrival];
    });
  });

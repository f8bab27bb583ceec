import * as fc from "fast-check";
import type { AggregateCall, AggregateOrder } from "../aggregate/aggregate-call.ts";
import { aggregateFunctions } from "../aggregate/registry.ts";
import { BIGINT, BOOLEAN, type DataType, DATE, INTERVAL, isNested, type Value } from "../data/data-type.ts";
import { anyType, valueOf } from "./generate-values.ts";

const facts = fc.record({
  sumOfBigint: fc.constantFrom("BIGINT" as const, "DECIMAL" as const),
  averageOfBigint: fc.constantFrom("DOUBLE" as const, "BIGINT" as const, "DECIMAL" as const),
  varianceOfBigint: fc.constantFrom("DOUBLE" as const, "BIGINT" as const),
  averageOfDecimal: fc.constantFrom("DOUBLE" as const, "DECIMAL" as const),
  averageScale: fc.constantFrom("s+6" as const, "max(6,s)" as const),
});

const argumentType = fc.oneof({ weight: 6, arbitrary: anyType }, fc.constantFrom(DATE, INTERVAL));

/** What ORDER BY takes. */
const keyType = anyType.filter((type) => !isNested(type));

const orders: fc.Arbitrary<AggregateOrder> = fc.record({
  descending: fc.boolean(),
  nullsFirst: fc.boolean(),
});

/** A call of any aggregate over columns of any types that it takes; `arguments` are columns 0, 1 … */
export const anyCall: fc.Arbitrary<AggregateCall> = fc
  .record({
    called: fc.constantFrom(...aggregateFunctions),
    types: fc.tuple(argumentType, argumentType),
    order: fc.option(fc.tuple(orders, keyType)),
    size: fc.integer({ min: 1, max: 5 }),
    fraction: fc.constantFrom(0, 0.1, 0.25, 0.5, 0.9, 1),
    left: fc.boolean(),
    facts,
    distinct: fc.boolean(),
    emptyIsZero: fc.boolean(),
    keepsNulls: fc.boolean(),
    filtered: fc.boolean(),
    wraps: fc.boolean(),
  })
  .map((drawn): AggregateCall | null => {
    const { called, distinct, wraps } = drawn;
    const columns = drawn.types.slice(0, called.columns);
    const parameters = (called.parameters ?? []).map((rule): Value => {
      if (rule.fallback !== undefined && drawn.left) return rule.fallback;
      if (rule.type.kind === "STRING") return "; ";
      return rule.type.kind === "BIGINT" ? BigInt(drawn.size) : drawn.fraction;
    });
    const type = called.resultType(columns, drawn.facts, parameters);
    if ("problem" in type) return null;
    const ordered = called.order === undefined ? null : drawn.order;
    const keys = ordered && called.order === "values" && !distinct ? [ordered[1]] : [];
    const condition = drawn.filtered ? [BOOLEAN] : [];
    const order = ordered && (called.order === "argument" || keys.length > 0) ? [ordered[0]] : [];
    return {
      name: called.name,
      arguments: [...columns, ...keys, ...condition].map((one, index) => ({
        kind: "column",
        index,
        type: one,
      })),
      parameters,
      order,
      filtered: drawn.filtered,
      distinct: distinct && !called.ignoresRepeats,
      type,
      emptyIsZero: drawn.emptyIsZero && called.valueOfNothing === true,
      keepsNulls: drawn.keepsNulls && called.nulls !== undefined,
      overflow: wraps ? "wrap" : "null",
      rounding: wraps ? "half-even" : "half-up",
    };
  })
  .filter((call) => call !== null);

/** The arguments of one record. Pairs of numbers are small, so that rounding stays small. */
export function argumentsOf(call: AggregateCall): fc.Arbitrary<readonly Value[]> {
  if (!isPaired(call)) return fc.tuple(...call.arguments.map(({ type }) => valueOf(type)));
  return fc.tuple(...call.arguments.map(({ type }) => fc.option(small(type), { freq: 6 })));
}

/** Whether it is a statistic of two numbers. */
export function isPaired({ name }: AggregateCall): boolean {
  return /^(corr|covar|regr)/.test(name);
}

function small(type: DataType): fc.Arbitrary<Value> {
  const whole = fc.integer({ min: -99, max: 99 });
  return type.kind === BIGINT.kind || type.kind === "DECIMAL"
    ? whole.map((value) => BigInt(value))
    : whole.map((value) => (type.kind === BOOLEAN.kind ? value > 0 : value / 4));
}

import type { AggregateCall } from "../aggregate/aggregate-call.ts";
import { BIGINT, STRING, TIMESTAMP, type DataType } from "../data/data-type.ts";
import { fieldIndex, type Schema } from "../data/schema.ts";
import type { Expression } from "../expression/expression.ts";
import type { AggregateQuery, PhysicalPlan } from "../plan/physical-plan.ts";
import { wholeResult } from "../spec/result-spec.ts";
import { semanticsRules, type PresetName } from "../spec/semantics-rules.ts";
import { handMadeCall } from "./hand-made-call.ts";

/** Plans without SQL, for tests that are about what runs and not about how it was written. */
export interface HandMadePlan {
  readonly preset?: PresetName;
  readonly input?: Schema;
  readonly keys?: readonly string[];
  readonly aggregates?: readonly AggregateCall[];
  readonly having?: Expression | null;
  /** Size of the tumbling window in ms; null: none. */
  readonly size?: number | null;
  readonly filter?: Expression | null;
  readonly splits?: number;
  readonly emission?: Partial<AggregateQuery["emission"]>;
  readonly partitioning?: Partial<PhysicalPlan["partitioning"]>;
  readonly watermark?: Partial<PhysicalPlan["watermark"]>;
  readonly late?: Partial<PhysicalPlan["late"]>;
}

/** ts, k, v, and the split and arrival time where they are given. */
export const plainStream: Schema = [
  { name: "ts", type: TIMESTAMP },
  { name: "k", type: STRING },
  { name: "v", type: BIGINT },
  { name: "split", type: BIGINT },
  { name: "at", type: TIMESTAMP },
];

/**
 * COUNT(*) and SUM(v) by k in tumbling windows of 10 s, one partition, bound 0, no least advance, unless said
 * otherwise. The output is the keys, the aggregates, and the window's bounds.
 */
export function handMadePlan(wanted: HandMadePlan = {}): PhysicalPlan {
  const input = wanted.input ?? plainStream;
  const rules = semanticsRules[wanted.preset ?? "velostream"];
  const keys = (wanted.keys ?? ["k"]).map((name) => column(input, name));
  const aggregates = wanted.aggregates ?? [countAll, call("sum", column(input, "v"), BIGINT)];
  const size = wanted.size === undefined ? 10_000 : wanted.size;
  const scope: DataType[] = [
    ...keys.map((key) => key.type),
    ...aggregates.map((aggregate) => aggregate.type),
    TIMESTAMP,
    TIMESTAMP,
  ];
  const has = (name: string): number | null => (fieldIndex(input, name) < 0 ? null : fieldIndex(input, name));
  return {
    stream: "t",
    input,
    time: { eventTime: 0, arrival: has("at"), split: has("split"), splits: wanted.splits ?? 1 },
    preset: wanted.preset ?? "velostream",
    rules,
    filter: wanted.filter ?? null,
    partitioning: {
      strategy: "hash",
      partitions: 1,
      reason: "",
      splitsGroups: false,
      ...wanted.partitioning,
    },
    watermark: {
      strategy: "bounded",
      bound: 0,
      minAdvance: 0,
      scope: rules.watermarkScope,
      idleTimeout: rules.defaultIdleTimeout,
      maxFutureSkew: null,
      ...wanted.watermark,
    },
    late: { action: rules.lateAction, allowedLateness: 0, ...wanted.late },
    query: {
      kind: "aggregate",
      keys,
      aggregates,
      window: size === null ? null : { kind: "tumbling", size, offset: 0 },
      having: wanted.having ?? null,
      projection: scope.map((type, index) => ({ kind: "column", index, type })),
      emission: {
        mode: size === null ? "changes" : "final",
        scope: "changed",
        finalMarker: false,
        everyRows: null,
        everyInterval: null,
        ...wanted.emission,
      },
    },
    result: wholeResult,
    output: scope.map((type, index) => ({ name: `c${index}`, type })),
  };
}

export function column(schema: Schema, name: string): Expression {
  const index = fieldIndex(schema, name);
  return { kind: "column", index, type: schema[index]!.type };
}

export function call(name: string, argument: Expression | null, type: DataType): AggregateCall {
  return handMadeCall(name, [], type, { arguments: argument === null ? [] : [argument] });
}

export const countAll: AggregateCall = call("count", null, BIGINT);

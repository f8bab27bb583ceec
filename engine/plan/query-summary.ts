import type { Schema } from "../data/schema.ts";
import type { Expression } from "../expression/expression.ts";
import { collectColumns } from "../expression/used-columns.ts";
import { type WindowDelays, windowDelays } from "../spec/window-delays.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import type { WatermarkSpec } from "../spec/watermark-spec.ts";
import type { WindowSpec } from "../spec/window-spec.ts";
import type { AggregateQuery, PhysicalPlan } from "./physical-plan.ts";

/** What an output column holds: a group key, an aggregate, a bound of the window, or anything else. */
export type OutputRole = "key" | "aggregate" | "window" | "other";

/** What the page says of a query before its first row, as far as the plan tells. */
export interface QuerySummary extends WindowDelays {
  readonly preset: PresetName;
  readonly stream: string;
  readonly input: Schema;
  readonly output: Schema;
  /** One for each column of `output`. */
  readonly roles: readonly OutputRole[];
  /** Names of the group columns. */
  readonly keys: readonly string[];
  readonly partitions: number;
  readonly strategy: string;
  /** Why that strategy, as a sentence. */
  readonly strategyReason: string;
  /** Whether one group may be spread over several partitions, each of which then has a row of its own for it. */
  readonly splitsGroups: boolean;
  readonly windowed: boolean;
  /** null without a window. */
  readonly window: WindowSpec | null;
  /** Whether a session closes when its group's next one is reached, and not by its own end. */
  readonly closesByNext: boolean;
  /** ms, of the longest window; null without one, and for sessions. */
  readonly windowSize: number | null;
  readonly emission: "changes" | "final" | "records";
  /** Whether the close of a window sends out one row for each of its groups. */
  readonly rowsAtClose: boolean;
  /** Whether HAVING may hold rows of groups back, and withdraw them. */
  readonly having: boolean;
  /** What moves the watermark. */
  readonly watermarkStrategy: WatermarkSpec["strategy"];
  /** Name of the column that a punctuated watermark goes by; null for another one. */
  readonly punctuation: string | null;
  /** ms that the watermark stays behind the newest event time; 0 where that does not move it. */
  readonly bound: number;
  /** ms. */
  readonly allowedLateness: number;
  /** Whether the end of input closes what is open. */
  readonly endOfInputFires: boolean;
  /** Whether each record is judged by the watermark, or each window is. */
  readonly lateUnit: "record" | "window";
  readonly lateAction: string;
  readonly watermarkScope: string;
  /** ms. */
  readonly minAdvance: number;
  /** ms of arrival after which a quiet split or partition counts as idle; null: never. */
  readonly idleTimeout: number | null;
  /** Name of the event-time column, or null. */
  readonly eventTime: string | null;
  /** Name of the column that says when a record arrived; null: record n arrives at n ms. */
  readonly arrival: string | null;
}

/** The facts of a plan in words and numbers. */
export function summarize(plan: PhysicalPlan): QuerySummary {
  const { query, watermark, partitioning, late, input, output, time, rules } = plan;
  const aggregated = query.kind === "aggregate" ? query : null;
  const window = aggregated?.window ?? null;
  return {
    preset: plan.preset,
    stream: plan.stream,
    input,
    output,
    roles: aggregated
      ? output.map((_, index) => roleOf(aggregated.projection[index]!, aggregated))
      : output.map(() => "other"),
    keys: aggregated ? keyNames(aggregated, plan) : [],
    partitions: partitioning.partitions,
    strategy: partitioning.strategy,
    strategyReason: partitioning.reason,
    splitsGroups: partitioning.splitsGroups,
    windowed: window !== null,
    window,
    closesByNext: window?.kind === "session" && rules.session.closes === "after-next-record",
    windowSize: window === null || window.kind === "session" ? null : window.size,
    emission: aggregated === null || aggregated.unfolds ? "records" : aggregated.emission.mode,
    rowsAtClose: aggregated !== null && sendsRowsAtClose(aggregated),
    having: aggregated !== null && aggregated.having !== null,
    watermarkStrategy: watermark.strategy,
    punctuation: nameOf(time.punctuation ?? null, input),
    bound: boundOf(watermark),
    allowedLateness: late.allowedLateness,
    ...windowDelays(rules, late.allowedLateness, window),
    endOfInputFires: rules.endOfInputFires,
    lateUnit: rules.lateUnit,
    lateAction: late.action,
    watermarkScope: watermark.scope,
    minAdvance: watermark.minAdvance,
    idleTimeout: watermark.idleTimeout,
    eventTime: nameOf(time.eventTime, input),
    arrival: nameOf(time.arrival, input),
  };
}

function nameOf(column: number | null, input: Schema): string | null {
  return column === null ? null : input[column]!.name;
}

function boundOf({ strategy, bound }: WatermarkSpec): number {
  if (strategy === "ascending") return 1;
  return strategy === "bounded" ? bound : 0;
}

/** An expression over several of them has the role of the last of: key, window bound, aggregate; values of records have none. */
function roleOf(expression: Expression, { keys, aggregates, unfolds }: AggregateQuery): OutputRole {
  let role: OutputRole = "other";
  const used = new Set<number>();
  collectColumns(expression, used);
  for (const index of used) {
    if (index >= keys.length && index < keys.length + aggregates.length)
      return unfolds ? "other" : "aggregate";
    if (index >= keys.length) role = "window";
    else if (role === "other") role = "key";
  }
  return role;
}

/** The name of the result column that shows the key as it is, else that of the stream's column, else its number. */
function keyNames({ keys, projection }: AggregateQuery, { input, output }: PhysicalPlan): readonly string[] {
  return keys.map((key, index) => {
    const shown = projection.findIndex((item) => item.kind === "column" && item.index === index);
    const name = output[shown]?.name;
    if (name !== undefined) return name;
    const column = key.kind === "column" ? input[key.index] : undefined;
    return column?.name ?? `key ${index + 1}`;
  });
}

/** HAVING may hold rows back, so that their number is not that of the groups. */
function sendsRowsAtClose({ emission, having, window, unfolds }: AggregateQuery): boolean {
  return (
    !unfolds && window !== null && having === null && (emission.mode === "final" || emission.finalMarker)
  );
}

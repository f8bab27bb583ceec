import type { StreamDefinition } from "../catalog/stream-definition.ts";
import type { SemanticsRules } from "../spec/semantics-rules.ts";
import type { WatermarkSpec } from "../spec/watermark-spec.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import type { PhysicalPlan } from "./physical-plan.ts";
import type { OptionValue, QueryOptions } from "./query-options.ts";

/**
 * How event time advances: the query's options, else what the stream declares, else the preset's defaults. Under rules
 * without a default a stream that declares nothing has no watermark.
 */
export function bindWatermark(
  options: QueryOptions,
  stream: StreamDefinition,
  rules: SemanticsRules,
  report: DiagnosticList,
): WatermarkSpec {
  const isUndeclared = rules.defaultBound === null && stream.watermarkBy === "nothing";
  // Where its definition in the script is silent, what the stream says was loaded with it.
  const holds = ({ declared }: OptionValue<unknown>): boolean => !(declared && isUndeclared);
  const saidStrategy = options.choice("watermark.strategy", {
    bounded_out_of_orderness: "bounded",
    ascending: "ascending",
    ascending_timestamps: "ascending",
    punctuated: "punctuated",
    none: "none",
  } as const);
  const saidBound = options.duration("watermark.max_out_of_orderness");
  const strategy = saidStrategy && holds(saidStrategy) ? saidStrategy : null;
  const bound = saidBound && holds(saidBound) ? saidBound : null;
  const timeout = options.timeout("watermark.idle_timeout");
  const common = {
    minAdvance: options.duration("watermark.min_advance")?.value ?? rules.defaultMinAdvance,
    scope:
      options.choice("watermark.scope", {
        partition: "partition",
        global: "global",
        source: "source",
      } as const)?.value ?? rules.watermarkScope,
    idleTimeout: timeout === null ? rules.defaultIdleTimeout : timeout.value,
    maxFutureSkew: options.duration("watermark.max_future_skew")?.value ?? null,
  };
  if (rules.ignoresBound) {
    for (const ignored of [strategy, bound])
      if (ignored)
        report.info(
          "OPTION_WITHOUT_EFFECT",
          ignored.range,
          "Stream time is the newest event time here: no bound.",
          {
            hint: "Only GRACE PERIOD makes windows wait under these rules.",
          },
        );
    return { ...common, strategy: "bounded", bound: 0 };
  }
  // Of two places that speak, the query goes before the stream.
  const overruled = strategy?.declared && bound && !bound.declared;
  if (strategy !== null && strategy.value !== "bounded" && bound && bound.declared === strategy.declared)
    report.error(
      "CONTRADICTING_OPTIONS",
      bound.range,
      strategy.value === "none"
        ? "Without a watermark there is no bound."
        : `A watermark that is ${strategy.value} has no bound.`,
      {
        hint: "Leave the bound out, or set 'watermark.strategy' to 'bounded_out_of_orderness'.",
      },
    );
  const ms = bound?.value ?? (isUndeclared ? null : stream.maxOutOfOrderness) ?? rules.defaultBound;
  if (ms === null && strategy?.value === "bounded")
    report.error("MISSING_OPTION", strategy.range, "Under these rules nothing says how large the bound is.", {
      hint: "Add 'watermark.max_out_of_orderness' = '5s'.",
    });
  const undeclared = ms === null ? "none" : "bounded";
  const isClause = stream.watermarkBy === "clause" && (strategy ?? bound)?.declared === true;
  return {
    ...common,
    ...(rules.declaredAboveZero && isClause ? { above: 0 } : {}),
    strategy: overruled ? "bounded" : (strategy?.value ?? undeclared),
    bound: ms ?? 0,
  };
}

/** The preset's rules as the watermark of a query, and what goes by event time in it, leave them. */
export function rulesUnder(
  rules: SemanticsRules,
  { strategy }: WatermarkSpec,
  query: PhysicalPlan["query"],
): SemanticsRules {
  // What no watermark goes by may be missing, and never comes too late.
  const unwatched = strategy === "none" && rules.nullTime === "fails" ? "late" : rules.nullTime;
  return {
    ...rules,
    // A punctuated one never judges the record that moves it (semantics.md, section 3).
    clock: strategy === "punctuated" ? "judge-first" : rules.clock,
    // No window and no order takes a record without a time.
    nullTime: unwatched === "late" && goesByTime(query) ? "malformed" : unwatched,
  };
}

function goesByTime(query: PhysicalPlan["query"]): boolean {
  switch (query.kind) {
    case "aggregate":
      return query.window !== null;
    case "project":
      return query.copies !== null;
    case "over":
      return true;
  }
}

import type { EmissionSpec } from "../spec/emission-spec.ts";
import type { EmitClause } from "../sql/ast.ts";
import type { BindingContext } from "./binding-context.ts";
import type { QueryOptions } from "./query-options.ts";
import { nativeRulesAdvice } from "./native-rules-advice.ts";

/** What emission depends on. */
export interface EmittingQuery {
  readonly windowed: boolean;
  /** Whether its windows are sessions. */
  readonly sessions: boolean;
  /** Whether the stream says when its records arrived. */
  readonly tellsArrival: boolean;
  /** Whether settings say that windows fire after each record too. */
  readonly firesEarly: boolean;
}

/** When the rows of an aggregate query leave. */
export function bindEmission(
  emit: EmitClause | null,
  { windowed, sessions, tellsArrival, firesEarly }: EmittingQuery,
  options: QueryOptions,
  context: BindingContext,
): EmissionSpec {
  if (firesEarly && emit !== null)
    context.report.error("CONTRADICTING_OPTIONS", emit.range, "A setting says that windows fire early.", {
      hint: "Keep one of them.",
    });
  const mode = firesEarly ? "changes" : bindMode(emit, { windowed, sessions }, context);
  const scope = options.choice("emit.scope", { changed: "changed", window: "window" } as const);
  const marker = options.flag("emit.final_marker");
  const perWindow = windowed && mode === "changes";
  for (const option of [scope?.value === "window" ? scope : null, marker?.value ? marker : null]) {
    if (option === null) continue;
    if (!context.limits.emissionOptions)
      context.report.unsupported(
        "UNSUPPORTED_EMISSION_OPTION",
        option.range,
        "These rules do not know this option.",
        {
          hint: `Leave it out, ${nativeRulesAdvice}`,
        },
      );
    else if (!perWindow)
      context.report.error(
        "CONTRADICTING_OPTIONS",
        option.range,
        "This goes with EMIT CHANGES of a window only.",
        {
          hint: "Write WINDOW … EMIT CHANGES, or leave the option out.",
        },
      );
  }
  return {
    mode,
    scope: scope?.value ?? "changed",
    finalMarker: marker?.value ?? false,
    everyRows: emit?.kind === "every-rows" ? Number(emit.rows) : null,
    everyInterval: emit?.kind === "every-interval" ? bindInterval(emit, tellsArrival, context) : null,
  };
}

/** ms; null after reporting what is wrong. */
function bindInterval(
  { interval, range }: EmitClause & { readonly kind: "every-interval" },
  tellsArrival: boolean,
  { sql, report, limits }: BindingContext,
): number | null {
  if (interval === null) return null;
  const typed = sql.slice(interval.range.start, interval.range.end);
  if (/^[-+]?\d+$/.test(typed))
    return report.error("BAD_EMIT_EVERY", interval.range, `EMIT EVERY ${typed} may mean rows or seconds.`, {
      hint: `Write EMIT EVERY ${typed} ROWS or EMIT EVERY ${typed} SECONDS.`,
    });
  if (interval.ms <= 0)
    return report.error("BAD_EMIT_EVERY", interval.range, "The interval of EMIT EVERY is above zero.", {
      hint: "Write a time such as 10s, or EMIT CHANGES for a row after every record.",
    });
  if (!tellsArrival && limits.result.emitEvery === null)
    report.info(
      "ARRIVAL_IS_COUNTED",
      range,
      `The stream does not say when its records arrived: record n counts as n ms, so this is every ${interval.ms} records.`,
      { hint: "It may stay, if that is what you mean; or write EMIT EVERY … ROWS." },
    );
  return interval.ms;
}

/** SELECT without aggregates prints each record at once, or when its time has come. */
export function bindPlainEmission(
  emit: EmitClause | null,
  over: boolean,
  options: QueryOptions,
  context: BindingContext,
): EmissionSpec {
  const final = emit?.kind === "final" || emit?.kind === "on-window-close";
  if (emit?.kind === "on-window-close" && over)
    context.report.unsupported(
      "UNSUPPORTED_EMIT_ON_WINDOW_CLOSE",
      emit.range,
      "EMIT ON WINDOW CLOSE is not run with OVER.",
      { hint: "Leave it out: OVER (ORDER BY event time) holds its rows back all the same." },
    );
  if (emit?.kind === "final")
    context.report.error(
      "EMIT_FINAL_WITHOUT_GROUPS",
      emit.range,
      "Without groups there is nothing to become final.",
      {
        hint: "Leave it out, or add GROUP BY and WINDOW.",
      },
    );
  const every = emit?.kind === "every-rows" || emit?.kind === "every-interval";
  if (every)
    context.report.error(
      "EMIT_EVERY_WITHOUT_GROUPS",
      emit.range,
      "Without groups each record has a row of its own, so there is nothing to hold back.",
      { hint: "Leave it out, or add GROUP BY." },
    );
  return bindEmission(
    final || every ? null : emit,
    { windowed: false, sessions: false, tellsArrival: true, firesEarly: false },
    options,
    context,
  );
}

function bindMode(
  emit: EmitClause | null,
  { windowed, sessions }: Pick<EmittingQuery, "windowed" | "sessions">,
  { report, rules, limits }: BindingContext,
): EmissionSpec["mode"] {
  if (emit === null) return windowed ? rules.windowedEmission : "changes";
  const refused = sessions && emit.kind === "changes" && limits.sessionChanges !== null;
  const foreign = windowed && !refused ? limits.result.foreignEmits[emit.kind] : undefined;
  if (foreign) report.info("EMIT_OF_ANOTHER_ENGINE", emit.range, foreign.message, { hint: foreign.hint });
  switch (emit.kind) {
    case "changes":
      if (limits.emitChanges) report.refuse(limits.emitChanges, emit.range);
      return "changes";
    case "on-window-close":
      if (!windowed)
        report.error("EMIT_WITHOUT_WINDOW", emit.range, "EMIT ON WINDOW CLOSE needs a window.", {
          hint: "Add a window, or leave it out.",
        });
      return "final";
    case "final":
      if (!windowed && !rules.endOfInputFires)
        report.unsupported(
          "UNSUPPORTED_EMIT_FINAL",
          emit.range,
          "Under these rules nothing but the close of a window makes a row final.",
          { hint: "Add a window, or leave EMIT FINAL out." },
        );
      else if (!windowed)
        report.warning(
          "EMIT_FINAL_WITHOUT_WINDOW",
          emit.range,
          "Without a window, rows come only when the input ends.",
          {
            hint: "Add WINDOW TUMBLING(5m), or write EMIT CHANGES.",
          },
        );
      return "final";
    case "every-rows":
    case "every-interval":
      if (limits.result.emitEvery) report.refuse(limits.result.emitEvery, emit.range);
      return "final";
  }
}

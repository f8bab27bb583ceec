import { formatDuration } from "../common/duration.ts";
import type { EmissionSpec } from "../spec/emission-spec.ts";
import type { LateAction, LateRecordSpec } from "../spec/late-record-spec.ts";
import type { SemanticsRules } from "../spec/semantics-rules.ts";
import type { WindowSpec } from "../spec/window-spec.ts";
import type { WindowClause } from "../sql/ast.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import type { QueryOptions } from "./query-options.ts";
import { nativeRulesAdvice } from "./native-rules-advice.ts";

const actions: Readonly<Record<string, LateAction>> = {
  drop: "drop",
  dead_letter: "drop",
  process_with_warning: "process_with_warning",
  process_all: "process_all",
};

/**
 * What happens to late records, and how long closed windows wait for them.
 * @param when how the query emits, and the ms that the settings of its firing say; null: nothing.
 */
export function bindLateRecords(
  options: QueryOptions,
  clause: WindowClause | null,
  window: WindowSpec | null,
  when: { readonly emission: EmissionSpec["mode"]; readonly firing: number | null },
  rules: SemanticsRules,
  report: DiagnosticList,
): LateRecordSpec {
  const chosen = options.choice("late.data.strategy", actions);
  const action = chosen?.value ?? rules.lateAction;
  if (chosen && !chosen.declared && rules.lateUnit === "window" && action !== "drop")
    report.unsupported(
      "UNSUPPORTED_LATE_STRATEGY",
      chosen.range,
      "These rules judge each window, not the record: what is late for a window is always dropped there.",
      { hint: `Leave the option out, ${nativeRulesAdvice}` },
    );
  const found = options.duration("watermark.allowed_lateness");
  // What a stream was loaded with stands nowhere in the text.
  const loaded = found !== null && found.declared && found.range.start === found.range.end;
  const option = loaded && !rules.streamsDeclareLateness ? null : found;
  const grace = clause?.gracePeriod ?? null;
  if (option && !option.declared && grace)
    report.error("CONTRADICTING_OPTIONS", option.range, "The window already has a GRACE PERIOD.", {
      hint: "Both say how long a closed window waits for late records: keep one.",
    });
  if (option && !option.declared && window === null)
    report.info("OPTION_WITHOUT_EFFECT", option.range, "Without a window nothing waits for late records.", {
      hint: "Add a WINDOW clause, or leave the option out.",
    });
  const said = grace ?? (option ? { ms: option.value, range: option.range } : null);
  const written = said !== null && (grace !== null || option?.declared !== true);
  if (written && window !== null && rules.lateUnit === "record" && action === "drop" && said.ms > 0)
    report.info(
      "LATENESS_WITHOUT_EFFECT",
      said.range,
      `Late records are dropped before windows, so waiting ${formatDuration(said.ms)} for them changes nothing.`,
      { hint: "Set 'late.data.strategy' to 'process_with_warning' to have windows corrected." },
    );
  if (when.firing !== null && written)
    report.error("CONTRADICTING_OPTIONS", said.range, "'table.exec.emit.allow-lateness' says this already.", {
      hint: "Keep one of them.",
    });
  const allowedLateness = when.firing ?? said?.ms ?? defaultLateness(window, when.emission, rules);
  return { action, allowedLateness };
}

/** ms that a closed window waits where nothing is said. */
function defaultLateness(
  window: WindowSpec | null,
  emission: EmissionSpec["mode"],
  rules: SemanticsRules,
): number {
  if (window === null) return 0;
  const size = window.kind === "session" ? window.gap : window.size;
  switch (rules.defaultLateness) {
    case "half-size":
      return window.kind === "session" ? size : Math.floor(size / 2);
    case "rest-of-day-until-final":
      return emission === "final" ? 0 : Math.max(86_400_000 - size, 0);
    case "none":
      return 0;
  }
}

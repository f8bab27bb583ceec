import type { Dialect } from "../common/dialect.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import type { QueryOptions } from "./query-options.ts";

const names: Readonly<Record<PresetName, PresetName>> = {
  velostream: "velostream",
  flink: "flink",
  ksqldb: "ksqldb",
  risingwave: "risingwave",
};

/**
 * Whose rules the query runs under: those that the caller fixes, else those of `'semantics'`, else those of the engine
 * whose spelling the query uses.
 */
export function choosePreset(
  dialect: Dialect,
  options: QueryOptions,
  fixed: PresetName | undefined,
  report: DiagnosticList,
): PresetName {
  const wanted = options.choice("semantics", names);
  if (fixed !== undefined && wanted !== null && wanted.value !== fixed)
    report.info("SEMANTICS_FIXED", wanted.range, `The rules are fixed to ${fixed} here.`, {
      hint: "This option changes nothing.",
    });
  return fixed ?? wanted?.value ?? dialect;
}

import type { Dialect } from "../common/dialect.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import type { Select } from "../sql/ast.ts";
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
 * whose spelling the query uses. Rules that cannot be run yet are reported.
 */
export function choosePreset(
  select: Select,
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
  const preset = fixed ?? wanted?.value ?? dialect;
  if (preset !== "risingwave") return preset;
  const range: SourceRange =
    (fixed === undefined ? wanted?.range : null) ?? select.from?.range ?? select.range;
  report.unsupported("UNSUPPORTED_PRESET", range, "RisingWave's rules are not supported yet.", {
    hint: "Choose rules with WITH ('semantics' = 'velostream'), 'flink' or 'ksqldb'.",
  });
  return preset;
}

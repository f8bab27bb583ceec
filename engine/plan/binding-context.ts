import type { Dialect } from "../common/dialect.ts";
import type { SemanticsRules } from "../spec/semantics-rules.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import type { PresetLimits } from "./preset-limits.ts";

/** What every part of a query is bound under. */
export interface BindingContext {
  /** The text that was typed. */
  readonly sql: string;
  /** Whose spelling the query uses. */
  readonly dialect: Dialect;
  readonly rules: SemanticsRules;
  readonly limits: PresetLimits;
  readonly report: DiagnosticList;
}

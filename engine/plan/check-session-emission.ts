import type { EmissionSpec } from "../spec/emission-spec.ts";
import type { EmitClause } from "../sql/ast.ts";
import type { BoundWindow } from "./bind-window.ts";
import type { BindingContext } from "./binding-context.ts";
import type { QueryOptions } from "./query-options.ts";

/** What of EMIT and its options does not go with sessions. */
export function checkSessionEmission(
  window: BoundWindow | null,
  emit: EmitClause | null,
  { mode, scope }: EmissionSpec,
  options: QueryOptions,
  { report, limits }: BindingContext,
): void {
  if (window?.spec?.kind !== "session") return;
  if (mode === "changes" && limits.sessionChanges)
    report.refuse(limits.sessionChanges, emit?.range ?? window.range);
  const option = scope === "window" ? options.choice("emit.scope", { window: "window" } as const) : null;
  if (option)
    report.info(
      "OPTION_WITHOUT_EFFECT",
      option.range,
      "A session is of one group, so there is no other to print.",
      {
        hint: "Leave it out: the result is the same.",
      },
    );
}

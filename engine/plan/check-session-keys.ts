import type { Expression } from "../sql/expression-ast.ts";
import type { GroupKey } from "./bind-group-by.ts";
import type { Source } from "./bind-source.ts";
import type { BoundWindow } from "./bind-window.ts";
import { bindColumn, findColumn, ownerOf } from "./column-lookup.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { sameReference } from "./same-reference.ts";
import { sameSyntax } from "./same-syntax.ts";

/**
 * Refuses a session whose own keys are not those of GROUP BY: groups would be made of parts of several sessions, which
 * change for as long as these do.
 */
export function checkSessionKeys(
  { sessionKeys, form, range }: BoundWindow,
  keys: readonly GroupKey[],
  source: Source,
  report: DiagnosticList,
): void {
  if (sessionKeys === null) return;
  const columns = sessionKeys.filter((own) => own.kind === "column");
  const unknown = columns.filter((own) => findColumn(own, source) < 0 && ownerOf(own, source) === null);
  for (const own of unknown) bindColumn(own, source, report);
  if (unknown.length > 0) return;
  const same = (own: Expression, { syntax }: GroupKey): boolean =>
    sameSyntax(own, syntax, (a, b) => sameReference(a, b, source));
  const areGrouped = sessionKeys.every((own) => keys.some((key) => same(own, key)));
  if (areGrouped && keys.every((key) => sessionKeys.some((own) => same(own, key)))) return;
  const where = form === "clause" ? "the window" : "PARTITION BY";
  report.unsupported(
    "UNSUPPORTED_SESSION_KEYS",
    range,
    `The keys of ${where} are not those of GROUP BY: groups made of several sessions are not run.`,
    { hint: `Name the same columns in ${where} and in GROUP BY.` },
  );
}

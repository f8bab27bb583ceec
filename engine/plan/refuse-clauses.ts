import type { Select } from "../sql/ast.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";

/**
 * Refuses the clauses that the tree can hold and the plan cannot (law 10). The parser refuses most of them in its own
 * words; this makes sure that none is forgotten.
 */
export function refuseClauses(select: Select, report: DiagnosticList): void {
  const clauses = [
    ["DISTINCT", "SELECT DISTINCT", select.distinct],
    ["NAMED_WINDOW", "WINDOW name AS", select.namedWindows[0]?.range],
    ["QUALIFY", "QUALIFY", select.qualify?.range],
    ["ORDER_BY", "ORDER BY", select.orderBy[0]?.range],
    ["LIMIT", "LIMIT", select.limit?.range],
    ["INTO", "INTO", select.into?.range],
  ] as const;
  for (const [code, words, range] of clauses)
    if (range)
      report.unsupported(`UNSUPPORTED_${code}`, range, `${words} is not run yet.`, { hint: "Leave it out." });
  for (const item of select.items)
    if (item.kind === "expression" && item.primaryKey)
      report.unsupported("UNSUPPORTED_PRIMARY_KEY", item.primaryKey, "PRIMARY KEY is not run yet.", {
        hint: "Leave it out: the GROUP BY columns are the key.",
      });
}

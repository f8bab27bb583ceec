import type { SourceRange } from "../common/source-range.ts";
import type { Select } from "../sql/ast.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";

/** Refuses the clauses that the tree can hold and the plan cannot (law 10). */
export function refuseClauses(select: Select, report: DiagnosticList): void {
  for (const [code, range, words, hint] of clausesOf(select))
    if (range) report.unsupported(`UNSUPPORTED_${code}`, range, `${words} is not run yet.`, { hint });
  // Without FROM something else may be wrong, which then has been said.
  if (select.from === null && !report.failed)
    report.unsupported("UNSUPPORTED_NO_FROM", select.range, "A query without FROM reads no stream.", {
      hint: "Name the stream: SELECT … FROM stream.",
    });
  noteSink(select, report);
}

type Clause = readonly [code: string, range: SourceRange | null | undefined, words: string, hint: string];

function clausesOf(select: Select): readonly Clause[] {
  const on = select.distinctOn.length === 0 ? null : select.distinct;
  return [
    ["DISTINCT", on, "SELECT DISTINCT ON", "GROUP BY the same columns gives each combination once."],
    [
      "PARTITION_BY",
      select.partitionBy[0]?.range,
      "PARTITION BY outside of OVER",
      "Leave it out; how records are spread is said by -- @partitioning_strategy: hash.",
    ],
    ["QUALIFY", select.qualify?.range, "QUALIFY", "Use HAVING."],
  ];
}

/** INTO and PRIMARY KEY say where rows go and by which key: no row changes by them. */
function noteSink(select: Select, report: DiagnosticList): void {
  if (select.into)
    report.info("RESULT_IS_SHOWN", select.into.range, "Nothing is written: the result is shown here.", {
      hint: "It can be exported from its pane.",
    });
  for (const item of select.items)
    if (item.kind === "expression" && item.primaryKey)
      report.info(
        "KEY_WITHOUT_EFFECT",
        item.primaryKey,
        "PRIMARY KEY names the key of written rows, and nothing is written here.",
        { hint: "It may stay." },
      );
}

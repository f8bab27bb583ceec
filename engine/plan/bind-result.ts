import type { SourceRange } from "../common/source-range.ts";
import type { ResultSpec } from "../spec/result-spec.ts";
import type { Select } from "../sql/ast.ts";
import type { Expression } from "../sql/expression-ast.ts";
import type { BoundQuery } from "./bind-select.ts";
import type { BindingContext } from "./binding-context.ts";

/**
 * DISTINCT, ORDER BY, LIMIT and OFFSET: what is done to the rows of all partitions together.
 * @param lateness ms.
 */
export function bindResult(
  select: Select,
  bound: BoundQuery,
  lateness: number,
  context: BindingContext,
): ResultSpec {
  const { limits, report } = context;
  const { query } = bound;
  if (select.distinct && select.distinctOn.length === 0) {
    if (limits.result.distinct) report.refuse(limits.result.distinct, select.distinct);
    else if (query.kind === "aggregate" && query.unfolds)
      report.unsupported(
        "UNSUPPORTED_DISTINCT_SESSIONS",
        select.distinct,
        "DISTINCT over the records of sessions is not run yet.",
        {
          hint: "Leave DISTINCT out, or write GROUP BY window_start, window_end and the keys of the session.",
        },
      );
    else if (query.kind === "aggregate")
      report.unsupported(
        "UNSUPPORTED_DISTINCT_GROUPS",
        select.distinct,
        "The rows of groups change, and DISTINCT over rows that change is not run yet.",
        { hint: "Leave DISTINCT out: each group has a row of its own." },
      );
  }
  checkOrder(select, query, context);
  checkLimit(select, query, lateness, context);
  return {
    distinct: select.distinct !== null,
    order: bound.order ?? [],
    offset: select.offset === null ? 0 : (bindCount(select.offset, "OFFSET", context) ?? 0),
    limit: select.limit && bindCount(select.limit, "LIMIT", context),
  };
}

function checkOrder(select: Select, query: BoundQuery["query"], { limits, report }: BindingContext): void {
  const range = orderRange(select);
  if (range === null) return;
  if (limits.result.orderBy) report.refuse(limits.result.orderBy, range);
  else if (query.kind !== "aggregate")
    report.unsupported(
      "UNSUPPORTED_ORDER_BY",
      range,
      "Single records leave as they come: sorting a stream of them is not run yet.",
      { hint: "Leave ORDER BY out, or add GROUP BY and aggregates." },
    );
  else if (query.window === null && limits.refusals) report.refuse(limits.refusals.endlessSort, range);
}

function checkLimit(
  select: Select,
  query: BoundQuery["query"],
  lateness: number,
  { limits, report }: BindingContext,
): void {
  const range = (select.limit ?? select.offset)?.range;
  if (range === undefined) return;
  if (select.offset && limits.result.offset) report.refuse(limits.result.offset, select.offset.range);
  if (query.kind !== "aggregate") return;
  const { mode, everyRows, everyInterval } = query.emission;
  const final = mode === "final" && everyRows === null && everyInterval === null;
  if (limits.result.changingLimit && (!final || lateness > 0))
    report.refuse(limits.result.changingLimit, range);
  if (orderRange(select) === null) return;
  if (limits.result.ranking) report.refuse(limits.result.ranking, range);
  else if (!final)
    report.unsupported(
      "UNSUPPORTED_RANKING",
      range,
      "Which rows are the first ones changes with every record: a ranking that is kept up to date is not run yet.",
      { hint: "Write EMIT FINAL, or leave LIMIT out." },
    );
  else if (query.window !== null)
    report.info(
      "LIMIT_IS_GLOBAL",
      range,
      "This counts the rows of the whole result, not those of each window.",
      {
        hint: "It may stay, if that is what you mean.",
      },
    );
}

function orderRange({ orderBy }: Select): SourceRange | null {
  const [first, last] = [orderBy[0], orderBy.at(-1)];
  return first && last ? { start: first.range.start, end: last.range.end } : null;
}

/** @returns null after reporting that it is no number of rows. */
function bindCount(node: Expression, clause: string, { report }: BindingContext): number | null {
  if (node.kind === "integer" && node.value <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(node.value);
  if (node.kind === "missing") return null;
  return report.error(`BAD_${clause}`, node.range, `${clause} takes a number of rows, written out.`, {
    hint: `Write a whole number of at least 0, as in ${clause} 10.`,
  });
}

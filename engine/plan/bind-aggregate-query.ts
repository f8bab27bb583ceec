import { STRING } from "../data/data-type.ts";
import type { Field } from "../data/schema.ts";
import type { Expression } from "../expression/expression.ts";
import type { EmissionSpec } from "../spec/emission-spec.ts";
import type { Select, SelectExpression } from "../sql/ast.ts";
import type * as ast from "../sql/expression-ast.ts";
import { AggregateCollector } from "./bind-aggregates.ts";
import { ExpressionBinder } from "./bind-expression.ts";
import { bindGroupBy } from "./bind-group-by.ts";
import { bindOrderBy } from "./bind-order-by.ts";
import type { BoundQuery } from "./bind-select.ts";
import type { Source } from "./bind-source.ts";
import type { BoundWindow } from "./bind-window.ts";
import type { BindingContext } from "./binding-context.ts";
import { checkSessionKeys } from "./check-session-keys.ts";
import { coerce } from "./coerce.ts";
import { findColumn } from "./column-lookup.ts";
import { outputName, warnOfRepeatedNames } from "./output-name.ts";
import { RecordNames } from "./record-names.ts";
import { keyIndex, ResultNames, type ResultScope, type VisibleAliases } from "./result-names.ts";
import type { SelectAliases } from "./select-aliases.ts";
import { textInPlace } from "./text-in-place.ts";

/** GROUP BY, aggregates, or a window. @returns null after reporting why there is none. */
export function bindAggregateQuery(
  select: Select,
  source: Source,
  window: BoundWindow | null,
  emission: EmissionSpec,
  aliases: SelectAliases,
  context: BindingContext,
): BoundQuery | null {
  const { report } = context;
  refuseStar(select, context);
  const keys = bindGroupBy(select, source, window, aliases, context);
  if (window !== null) checkSessionKeys(window, keys, source, report);
  const names = new RecordNames(source, "an aggregate", window !== null, aliases, context);
  const aggregates = new AggregateCollector(new ExpressionBinder(context, names), context);
  const scope: ResultScope = { source, keys, aggregates, window };
  if (keys.length === 0 && window !== null && context.limits.ungroupedWindow)
    report.refuse(context.limits.ungroupedWindow, window.range);

  const items = select.items.filter((item) => item.kind === "expression");
  const isKey = (node: ast.Expression): boolean => keyIndex(node, scope) >= 0;
  for (const { expression } of items) aggregates.collect(expression, isKey);
  if (select.having) aggregates.collect(select.having, isKey);
  for (const { expression } of select.orderBy) aggregates.collect(expression, isKey);

  const binder = new ExpressionBinder(context, new ResultNames(scope, null, context));
  const columns = items.map((item) => bindItem(item, binder, context));
  const seen = visibleAliases(aliases, binder);
  const named = new ExpressionBinder(context, new ResultNames(scope, seen, context));
  const kept = havingAliases(seen, aliases, source, context);
  const filter = new ExpressionBinder(context, new ResultNames(scope, kept, context));
  const having = select.having && filter.bindCondition(select.having, "HAVING");
  if (select.having && having === null) return null;
  if (!columns.every((column) => column !== null)) return null;
  const shown = columns.map(({ expression }) => expression);
  const order = bindOrderBy(select.orderBy, shown, named, context);
  if (order === null) return null;
  const expressions = keys.map(({ expression }) => expression);
  if (!expressions.every((expression) => expression !== null)) return null;
  const output = columns.map(({ field }) => field);
  warnOfRepeatedNames(output, items, context);
  return {
    output,
    query: {
      kind: "aggregate",
      keys: expressions,
      aggregates: aggregates.calls,
      window: window?.spec ?? null,
      having,
      projection: order.projection,
      emission,
    },
    order: order.keys,
  };
}

function refuseStar(select: Select, { report }: BindingContext): void {
  for (const item of select.items)
    if (item.kind === "all")
      report.error(
        "STAR_WITH_GROUPS",
        item.range,
        "A group has many values of each column, so * means nothing here.",
        {
          hint: "Name the GROUP BY columns and aggregates.",
        },
      );
}

function bindItem(
  item: SelectExpression,
  binder: ExpressionBinder,
  context: BindingContext,
): { readonly field: Field; readonly expression: Expression } | null {
  const value = binder.bind(item.expression);
  if (value === null) return null;
  const expression = coerce(value, value.type ?? STRING);
  return { field: { name: outputName(item, context), type: expression.type }, expression };
}

/** ORDER BY also sees the names given in SELECT, except where they are those of a group column. */
function visibleAliases(aliases: SelectAliases, items: ExpressionBinder): VisibleAliases {
  return {
    names: aliases.names(),
    has: (name) => aliases.find(name) !== null,
    bind: ({ name }) => {
      const item = aliases.find(name.text);
      return item === null ? undefined : items.bind(item.expression);
    },
  };
}

/** HAVING sees them too, except where the engine of the preset evaluates it before SELECT. */
function havingAliases(
  seen: VisibleAliases,
  aliases: SelectAliases,
  source: Source,
  { limits, report, sql }: BindingContext,
): VisibleAliases {
  const refusal = limits.havingAlias;
  if (refusal === null) return seen;
  return {
    ...seen,
    names: [],
    bind: (node) => {
      const item = findColumn(node, source) < 0 ? aliases.find(node.name.text) : null;
      if (item === null) return undefined;
      const { code, message, hint } = refusal;
      return report.unsupported(code, node.range, message, {
        hint,
        fix: textInPlace(item.expression, sql),
      });
    },
  };
}

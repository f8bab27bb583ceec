import type { Expression } from "../expression/expression.ts";
import type { GroupingSets, Select } from "../sql/ast.ts";
import type * as ast from "../sql/expression-ast.ts";
import type { Source } from "./bind-source.ts";
import { hasAggregate } from "./bind-aggregates.ts";
import { ExpressionBinder } from "./bind-expression.ts";
import { isGroupWindow } from "./bind-group-window.ts";
import type { BoundWindow } from "./bind-window.ts";
import type { BindingContext } from "./binding-context.ts";
import { findColumn, isQualifiedRight } from "./column-lookup.ts";
import { RecordNames } from "./record-names.ts";
import type { SelectAliases } from "./select-aliases.ts";
import { textInPlace } from "./text-in-place.ts";
import { boundOfColumn } from "./window-bound-names.ts";

/** One group column or expression: as written, and bound over the stream's columns. */
export interface GroupKey {
  readonly syntax: ast.Expression;
  /** null: a diagnostic was reported. */
  readonly expression: Expression | null;
}

/**
 * The keys of GROUP BY without the bounds of the window. A name from SELECT may stand for its expression; a column of
 * the stream of that name goes before it.
 */
export function bindGroupBy(
  select: Select,
  source: Source,
  window: BoundWindow | null,
  aliases: SelectAliases,
  context: BindingContext,
): readonly GroupKey[] {
  const { groupBy } = select;
  if (groupBy === null) return [];
  for (const sets of groupBy.groupingSets)
    context.report.unsupported(
      "UNSUPPORTED_GROUPING_SETS",
      sets.range,
      `${sets.form} is not supported yet.`,
      {
        hint: "Write one query for each set.",
      },
    );
  const names = new RecordNames(source, "GROUP BY", window !== null, aliases, context);
  const binder = new ExpressionBinder(context, names);
  const keys: GroupKey[] = [];
  const meant = [...groupBy.keys, ...groupBy.groupingSets.flatMap(keysOf)].map((key) => {
    const expression = resolveAlias(key, source, aliases);
    if (expression !== key) refuseAlias(key, expression, context);
    return expression;
  });
  for (const syntax of withoutWindow(meant, source, window, context)) {
    if (isConstant(syntax)) {
      const item = refuseConstant(syntax, select, context);
      // What it means there counts as grouped, so that nothing follows from it.
      if (item !== null) keys.push({ syntax: item, expression: null });
      continue;
    }
    const key = binder.bind(syntax);
    keys.push({ syntax, expression: key?.expression ?? null });
  }
  return keys;
}

/** All keys of the sets, so that what they name is checked. */
function keysOf({ sets }: GroupingSets): readonly ast.Expression[] {
  return sets.flatMap((set) => ("form" in set ? keysOf(set) : set));
}

/** Takes the window's bounds out. */
function withoutWindow(
  written: readonly ast.Expression[],
  source: Source,
  window: BoundWindow | null,
  { report }: BindingContext,
): readonly ast.Expression[] {
  return written.filter((key) => {
    // Of several windows the further ones are reported as such.
    if (key.kind === "call" && key.over === null && isGroupWindow(key)) return false;
    if (window === null || key.kind !== "column" || findColumn(key, source) >= 0) return true;
    const which = boundOfColumn(key.name.text);
    if (which === null || !isQualifiedRight(key, source)) return true;
    if (window.form !== "table-function")
      report.error("WINDOW_BOUND_IN_GROUP_BY", key.range, "The window already groups by its bounds.", {
        hint: `Leave ${key.name.text} out of GROUP BY.`,
      });
    return false;
  });
}

/**
 * Whether the query has one row for each window: always where the window is written for that. The columns of a windowing
 * table function have to be grouped by; else they are columns like others, and groups without a window retract their rows.
 * Cumulating windows share their starts, so that only the end names one.
 */
export function groupsByWindow(
  { form, spec }: BoundWindow,
  { groupBy }: Select,
  source: Source,
  aliases: SelectAliases,
  { limits }: BindingContext,
): boolean {
  if (form !== "table-function") return true;
  const bounds = (groupBy?.keys ?? []).map((key) => {
    const meant = resolveAlias(key, source, aliases);
    return meant.kind === "column" && findColumn(meant, source) < 0 ? boundOfColumn(meant.name.text) : null;
  });
  const [start, end] = [bounds.includes("start"), bounds.includes("end")];
  if (limits.groupsByBothBounds) return start && end;
  return end || (start && spec?.kind !== "cumulate");
}

function resolveAlias(node: ast.Expression, source: Source, aliases: SelectAliases): ast.Expression {
  if (node.kind !== "column" || node.qualifier !== null || findColumn(node, source) >= 0) return node;
  if (source.tableFunction !== null && boundOfColumn(node.name.text) !== null) return node;
  return aliases.find(node.name.text)?.expression ?? node;
}

/** Where the engine of the preset does not see names from SELECT here. What the name stands for counts as grouped all the same. */
function refuseAlias(
  { range }: ast.Expression,
  meaning: ast.Expression,
  { limits, report, sql }: BindingContext,
): void {
  if (limits.groupAlias === null) return;
  const { code, message, hint } = limits.groupAlias;
  report.unsupported(code, range, message, { hint, fix: textInPlace(meaning, sql) });
}

function isConstant(node: ast.Expression): boolean {
  return ["integer", "decimal", "float", "string", "boolean", "null"].includes(node.kind);
}

/** @returns The expression that would be meant if the number were a position in SELECT, or null. */
function refuseConstant(
  node: ast.Expression,
  select: Select,
  { report, sql }: BindingContext,
): ast.Expression | null {
  const item = node.kind === "integer" ? select.items[Number(node.value) - 1] : undefined;
  if (item?.kind !== "expression")
    return report.error("GROUP_BY_CONSTANT", node.range, "Grouping by a constant makes one group.", {
      hint: "Group by a column, or leave it out.",
    });
  const { expression } = item;
  const meaning = sql.slice(expression.range.start, expression.range.end);
  report.unsupported(
    "UNSUPPORTED_GROUP_BY_POSITION",
    node.range,
    "A number here is not a position in SELECT.",
    hasAggregate(expression)
      ? { hint: "Group by a column; an aggregate is made of a group." }
      : { hint: `Write the expression itself: ${meaning}.`, fix: meaning },
  );
  return expression;
}

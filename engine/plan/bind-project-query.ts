import { visibleColumns } from "../catalog/visible-columns.ts";
import type { Field, Schema } from "../data/schema.ts";
import type { Expression } from "../expression/expression.ts";
import type { Select, SelectAll, SelectItem } from "../sql/ast.ts";
import { ExpressionBinder } from "./bind-expression.ts";
import type { BoundQuery } from "./bind-select.ts";
import type { Source } from "./bind-source.ts";
import type { BindingContext } from "./binding-context.ts";
import { coerce } from "./coerce.ts";
import { bindColumn, recordWidth, reportQualifier } from "./column-lookup.ts";
import { STRING, TIMESTAMP } from "../data/data-type.ts";
import { addedNames } from "./derived-columns.ts";
import { outputName, warnOfRepeatedNames } from "./output-name.ts";
import type { PhysicalPlan } from "./physical-plan.ts";
import { RecordNames } from "./record-names.ts";
import { bindRecordBound, boundCopies } from "./record-window.ts";
import type { SelectAliases } from "./select-aliases.ts";
import { behindWindows, WatermarkNames } from "./watermark-names.ts";
import { boundOfColumn } from "./window-bound-names.ts";

interface Column {
  readonly field: Field;
  readonly expression: Expression;
  readonly range: SelectItem["range"];
}

/** SELECT without aggregates: one row for each record. @returns null after reporting why there is none. */
export function bindProjectQuery(
  select: Select,
  source: Source,
  clock: Pick<PhysicalPlan, "time" | "watermark">,
  aliases: SelectAliases,
  context: BindingContext,
): BoundQuery | null {
  refuseHaving(select, context);
  const records = new RecordNames(source, "SELECT", false, aliases, context);
  const seen = { clock, unseen: behindWindows(source) };
  const names = new WatermarkNames(records, source, seen, context);
  const items = bindItems(select, source, new ExpressionBinder(context, names), context);
  if (items === null) return null;
  const { projection, output } = items;
  const judged = names.used ? recordWidth(source) : null;
  return { query: { kind: "project", projection, copies: boundCopies(source, context), judged }, output };
}

/** Reports HAVING in a query of single records. */
export function refuseHaving({ having }: Select, { report }: BindingContext): void {
  if (having === null) return;
  report.error("HAVING_WITHOUT_GROUPS", having.range, "HAVING needs groups, and this query has none.", {
    hint: "Use WHERE for single records, or add GROUP BY.",
  });
}

/** The items of SELECT, one row for each record. @returns null after reporting what is wrong. */
export function bindItems(
  select: Select,
  source: Source,
  binder: ExpressionBinder,
  context: BindingContext,
): { readonly projection: readonly Expression[]; readonly output: Schema } | null {
  const columns = select.items.map((item) =>
    item.kind === "all" ? expandAll(item, source, context) : bindItem(item, binder, context),
  );
  if (!columns.every((column) => column !== null)) return null;
  const flat = columns.flat();
  const output = flat.map(({ field }) => field);
  warnOfRepeatedNames(output, flat, context);
  return { projection: flat.map(({ expression }) => expression), output };
}

function bindItem(
  item: Exclude<SelectItem, SelectAll>,
  binder: ExpressionBinder,
  context: BindingContext,
): readonly Column[] | null {
  const value = binder.bind(item.expression);
  if (value === null) return null;
  const expression = coerce(value, value.type ?? STRING);
  return [
    { field: { name: outputName(item, context), type: expression.type }, expression, range: item.range },
  ];
}

function expandAll(item: SelectAll, source: Source, context: BindingContext): readonly Column[] | null {
  const { report } = context;
  const { qualifier, range } = item;
  if (qualifier && !source.qualifiers.includes(qualifier.text.toLowerCase()))
    return reportQualifier(qualifier, source, report);
  const names = addedNames(source, context);
  const added = names.filter(
    (name) => !item.except.some((column) => column.name.text.toLowerCase() === name),
  );
  const excluded = item.except
    .filter((column) => !names.includes(column.name.text.toLowerCase()))
    .map((column) => bindColumn(column, source, report)?.expression);
  const visible = visibleColumns(source.stream);
  const left = visible.filter(
    (index) => !excluded.some((column) => column?.kind === "column" && column.index === index),
  );
  if (left.length + added.length === 0 && visible.length > 0)
    return report.error("NO_COLUMNS_LEFT", range, "EXCEPT names every column, so none is left.", {
      hint: "Name fewer of them, or leave the item out.",
    });
  const own = left.map((index): Column => {
    const field = source.stream.schema[index]!;
    return { field, expression: { kind: "column", index, type: field.type }, range };
  });
  const windows = added.map((name): Column | null => {
    const which = boundOfColumn(name)!;
    const value = bindRecordBound(which, source.tableFunction!, source, range, report);
    return value && { field: { name, type: TIMESTAMP }, expression: value.expression, range };
  });
  return windows.every((column) => column !== null) ? [...own, ...windows] : null;
}

import type { SourceRange } from "../common/source-range.ts";
import type {
  FromItem,
  Select,
  SelectAll,
  SelectExpression,
  SelectItem,
  WindowFunction,
} from "../sql/ast.ts";
import type { ColumnReference, Expression } from "../sql/expression-ast.ts";
import { isGroupWindow } from "./bind-group-window.ts";
import type { BindingContext } from "./binding-context.ts";
import {
  addedNames,
  type DerivedColumn,
  type DerivedTable,
  type InlinedSelect,
  sealedColumn,
  sealedName,
} from "./derived-columns.ts";
import { expressionSize } from "./expression-size.ts";
import { listNames } from "./list-names.ts";
import { mapColumns } from "./map-columns.ts";
import { nearestName } from "./nearest-name.ts";
import { quoteName } from "./quote-name.ts";
import { SelectAliases } from "./select-aliases.ts";
import { boundOfColumn } from "./window-bound-names.ts";

/** Nodes of the expressions that names stand for, summed over all mentions: copies of copies grow fast. */
const MOST_NODES = 10_000;

/** The query with what its names stand for in their places, over what the query in its FROM reads. @returns null after reporting. */
export function substitute(
  select: Select,
  table: DerivedTable,
  context: BindingContext,
): InlinedSelect | null {
  return new Substitution(select, table, context).run();
}

class Substitution {
  readonly #select: Select;
  readonly #table: DerivedTable;
  readonly #context: BindingContext;
  readonly #aliases: SelectAliases;
  /** Whether the query has windows of its own, whose bounds it can name. */
  readonly #windowed: boolean;
  readonly #sizes = new Map<DerivedColumn, number>();
  /** Nodes that were put in the places of names. */
  #nodes = 0;
  #failed = false;

  constructor(select: Select, table: DerivedTable, context: BindingContext) {
    this.#select = select;
    this.#table = table;
    this.#context = context;
    this.#aliases = new SelectAliases(select);
    const groups = select.groupBy?.keys ?? [];
    this.#windowed =
      select.window !== null ||
      table.window !== null ||
      groups.some((key) => key.kind === "call" && isGroupWindow(key));
  }

  run(): InlinedSelect | null {
    const { groupBy, window, having, orderBy, where, ...rest } = this.#select;
    const own = where && this.#replaced(where);
    const { window: around, where: inner, whereBehind } = this.#table;
    const select: InlinedSelect = {
      ...this.#replaced(rest),
      items: this.#select.items.flatMap((item) => this.#items(item)),
      from: this.#from(this.#select.from!),
      where: both(inner, own),
      whereBehind: around === null ? both(whereBehind, own) : own,
      groupBy: this.#replaced(groupBy),
      window: window && {
        ...this.#replaced(window),
        timeColumn: window.timeColumn && this.#time(window.timeColumn),
      },
      having: this.#replaced(having, true),
      orderBy: this.#replaced(orderBy, true),
    };
    return this.#failed ? null : select;
  }

  /** @param late whether names from SELECT go before columns that are no group columns. */
  #replaced<T>(tree: T, late: boolean = false): T {
    return mapColumns(tree, (node) => (late && this.#isAlias(node) ? node : this.#meaning(node)));
  }

  #isAlias({ qualifier, name }: ColumnReference): boolean {
    const wanted = name.text.toLowerCase();
    if (qualifier !== null || this.#aliases.find(wanted) === null) return false;
    const keys = this.#select.groupBy?.keys ?? [];
    return !keys.some((key) => key.kind === "column" && key.name.text.toLowerCase() === wanted);
  }

  #items(item: SelectItem): readonly SelectItem[] {
    if (item.kind === "all") return this.#all(item);
    const { expression, alias } = item;
    const name = alias ?? (expression.kind === "column" ? expression.name : null);
    return [{ ...item, expression: this.#replaced(expression), alias: name }];
  }

  #all({ qualifier, except, range }: SelectAll): readonly SelectItem[] {
    if (qualifier !== null && qualifier.text.toLowerCase() !== this.#table.qualifier)
      this.#report(
        "UNKNOWN_STREAM",
        qualifier.range,
        `This query reads no ${qualifier.text}.`,
        "Write * alone.",
      );
    const left = new Set(except.map(({ name }) => name.text.toLowerCase()));
    const added = addedNames({ tableFunction: this.#table.window }, this.#context);
    for (const column of except) if (!added.includes(column.name.text.toLowerCase())) this.#meaning(column);
    const item = (name: string, expression: Expression): SelectExpression => ({
      kind: "expression",
      range,
      expression: { ...expression, range },
      alias: { text: name, range, quoted: true },
      primaryKey: null,
    });
    const items = [
      ...this.#table.columns.map((column) => item(column.name, this.#copied(column, range))),
      ...added.map((name) => item(name, sealedColumn(name, range))),
    ].filter(({ alias }) => !left.has(alias!.text.toLowerCase()));
    if (items.length === 0)
      this.#report(
        "NO_COLUMNS_LEFT",
        range,
        "EXCEPT names every column, so none is left.",
        "Name fewer of them, or leave the item out.",
      );
    return items;
  }

  /** The name of what is read cannot be typed, so that columns which the inner query does not pick are out of sight. */
  #from({ range }: FromItem): FromItem {
    const { from, window } = this.#table;
    const alias = sealedName(range);
    if (window === null) return { ...from, alias, columns: [] };
    const input: WindowFunction["input"] = from.kind === "stream" ? { ...from, alias: null } : window.input;
    const timeColumn = window.timeColumn && this.#time(window.timeColumn);
    return { ...window, input, timeColumn, shape: this.#replaced(window.shape), alias, columns: [] };
  }

  /** The time of windows has to be a column of the stream. */
  #time(node: ColumnReference): ColumnReference | null {
    const meaning = this.#meaning(node);
    if (meaning.kind === "column") return meaning;
    if (meaning.kind !== "missing")
      this.#report(
        "UNSUPPORTED_COMPUTED_TIME",
        node.range,
        `${node.name.text} is computed in the query that is read, and windows go by a column of the stream.`,
        "Pick the column as it is.",
      );
    return null;
  }

  #meaning(node: ColumnReference): Expression {
    const { qualifier, name, range } = node;
    const before = qualifier?.text.toLowerCase() ?? null;
    if (before === null || before === this.#table.qualifier) {
      const found = this.#find(name.text, range);
      if (found !== null) return found === "several" ? missing(range) : this.#copied(found, range);
      if (before === null && this.#meansOther(name.text)) return node;
      return this.#unknown(name.text, name.range, range);
    }
    const owner = this.#find(qualifier!.text, range);
    if (owner === "several") return missing(range);
    if (owner !== null) return { kind: "field", range, operand: this.#copied(owner, qualifier!.range), name };
    this.#report(
      "UNKNOWN_STREAM",
      qualifier!.range,
      `This query reads no ${qualifier!.text}.`,
      this.#table.qualifier === null ? "Leave it out." : `Write ${this.#table.qualifier}, or leave it out.`,
    );
    return missing(range);
  }

  /** What a column stands for, in the place of a mention of it. */
  #copied(column: DerivedColumn, range: SourceRange): Expression {
    const size = this.#sizes.get(column) ?? expressionSize(column.expression);
    this.#sizes.set(column, size);
    const before = this.#nodes;
    this.#nodes += size;
    if (this.#nodes <= MOST_NODES) return { ...column.expression, range };
    if (before <= MOST_NODES)
      this.#report(
        "UNSUPPORTED_QUERY_SIZE",
        range,
        `With what names stand for in their places, this query has more than ${MOST_NODES} parts.`,
        "Name columns that are computed from others less often, or compute them in fewer steps.",
      );
    return missing(range);
  }

  #find(name: string, range: SourceRange): DerivedColumn | "several" | null {
    const wanted = name.toLowerCase();
    const same = this.#table.columns.filter((column) => column.name.toLowerCase() === wanted);
    if (same.length < 2) return same[0] ?? null;
    this.#report(
      "AMBIGUOUS_COLUMN",
      range,
      `The query that is read has several columns named ${name}.`,
      "Give them different names with AS.",
    );
    return "several";
  }

  /** A name from SELECT, or a bound of the query's own windows. */
  #meansOther(name: string): boolean {
    return this.#aliases.find(name) !== null || (this.#windowed && boundOfColumn(name) !== null);
  }

  #unknown(name: string, nameRange: SourceRange, range: SourceRange): Expression {
    const names = this.#table.columns.map((column) => column.name);
    const near = nearestName(name, [...names, ...this.#aliases.names()]);
    this.#failed = true;
    this.#context.report.error(
      "UNKNOWN_COLUMN",
      nameRange,
      `The query that is read has no column ${name}.`,
      near === null
        ? { hint: `Its columns are: ${listNames(names)}.` }
        : { hint: `Did you mean ${near}?`, fix: quoteName(near) },
    );
    return missing(range);
  }

  #report(code: string, range: SourceRange, message: string, hint: string): void {
    this.#failed = true;
    this.#context.report.error(code, range, message, { hint });
  }
}

function missing(range: SourceRange): Expression {
  return { kind: "missing", range };
}

function both(first: Expression | null, second: Expression | null): Expression | null {
  if (first === null || second === null) return first ?? second;
  const { range } = second;
  return { kind: "binary", range, operator: "AND", operatorRange: range, left: first, right: second };
}

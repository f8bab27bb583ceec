import { visibleColumns } from "../catalog/visible-columns.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { FromItem, Identifier, Select, WindowFunction } from "../sql/ast.ts";
import type { ColumnReference, Expression } from "../sql/expression-ast.ts";
import { SEALED, type Source } from "./bind-source.ts";
import type { BindingContext } from "./binding-context.ts";
import { isQualifiedRight, ownerOf } from "./column-lookup.ts";
import { mapColumns } from "./map-columns.ts";
import { outputName } from "./output-name.ts";

/** A column of a query in FROM. */
export interface DerivedColumn {
  readonly name: string;
  /** Over the stream that the query reads, whose columns nothing else can mean. */
  readonly expression: Expression;
}

/** A query in FROM as the query around it sees it. */
export interface DerivedTable {
  /** What is read in the end. */
  readonly from: Extract<FromItem, { kind: "stream" | "window-function" }>;
  /** The windowing table function around the query, or null. */
  readonly window: WindowFunction | null;
  /** Lower case, before its columns; null: it has no name. */
  readonly qualifier: string | null;
  readonly columns: readonly DerivedColumn[];
  readonly where: Expression | null;
  /** What of it stands behind the windowing table function that the query reads, or behind its stream. */
  readonly whereBehind: Expression | null;
}

/** A query over a stream itself. */
export interface InlinedSelect extends Select {
  /** What of WHERE, which is the whole condition, stands behind the windowing table function that is read. */
  readonly whereBehind: Expression | null;
}

/** The columns of a query that picks columns and filters records. @param select bound without problems. */
export function derivedColumns(
  select: Select,
  source: Source,
  context: BindingContext,
): readonly DerivedColumn[] {
  return select.items.flatMap((item) => {
    if (item.kind === "expression")
      return [{ name: outputName(item, context), expression: sealed(item.expression, source) }];
    const excluded = item.except.map(({ name }) => name.text.toLowerCase());
    return starNames(source, context)
      .filter((name) => !excluded.includes(name.toLowerCase()))
      .map((name) => ({ name, expression: sealedColumn(name, item.range) }));
  });
}

/** What `*` stands for: the stream's columns, and those of a windowing table function around it. */
function starNames(source: Source, context: BindingContext): readonly string[] {
  const own = visibleColumns(source.stream).map((index) => source.stream.schema[index]!.name);
  return [...own, ...addedNames(source, context)];
}

/** The columns that a windowing table function, where there is one, adds to those of the stream. */
export function addedNames(
  { tableFunction }: { readonly tableFunction: object | null },
  { limits }: BindingContext,
): readonly string[] {
  if (tableFunction === null) return [];
  return ["window_start", "window_end", ...(limits.addsWindowTime ? ["window_time"] : [])];
}

/** A column of the stream that a query in FROM reads. */
export function sealedColumn(name: string, range: SourceRange): ColumnReference {
  return { kind: "column", range, qualifier: sealedName(range), name: { text: name, range, quoted: true } };
}

/** The name of the stream of a query in FROM: nobody can type it. */
export function sealedName(range: SourceRange): Identifier {
  return { text: SEALED, range, quoted: true };
}

/** What is read, where the names in it mean columns of this source. */
export function sealedFrom(from: DerivedTable["from"], source: Source): DerivedTable["from"] {
  if (from.kind === "stream") return from;
  const { timeColumn, shape } = from;
  return {
    ...from,
    timeColumn: timeColumn && { ...timeColumn, qualifier: sealedName(timeColumn.range) },
    shape: mapColumns(shape, (node) => sealed(node, source)),
  };
}

/** The same expression where the names of its columns mean those of this source, wherever it stands. */
export function sealed(expression: Expression, source: Source): Expression {
  return mapColumns<Expression>(expression, (node) => {
    const owner = ownerOf(node, source);
    if (owner !== null)
      return { kind: "field", range: node.range, operand: sealed(owner, source), name: node.name };
    return isQualifiedRight(node, source) ? { ...node, qualifier: sealedName(node.range) } : node;
  });
}

import type { StreamDefinition } from "../catalog/stream-definition.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { CommonTable, FromItem, Identifier, Query, Select, WindowFunction } from "../sql/ast.ts";
import { hasAggregate } from "./bind-aggregates.ts";
import { ExpressionBinder } from "./bind-expression.ts";
import { bindItems } from "./bind-project-query.ts";
import { bindSource, type Source } from "./bind-source.ts";
import { bindWindow } from "./bind-window.ts";
import type { BindingContext } from "./binding-context.ts";
import {
  type DerivedColumn,
  derivedColumns,
  type DerivedTable,
  type InlinedSelect,
  sealed,
  sealedFrom,
} from "./derived-columns.ts";
import { callsOver } from "./over-windows.ts";
import { RecordNames } from "./record-names.ts";
import { withCopies } from "./record-window.ts";
import { refuseFrom } from "./refuse-from.ts";
import { SelectAliases } from "./select-aliases.ts";
import { substitute } from "./substitute-columns.ts";
import { WatermarkNames } from "./watermark-names.ts";

/** Common tables by lower-case name, each with those that it sees itself. */
export type CommonTables = ReadonlyMap<string, { readonly table: CommonTable; readonly seen: CommonTables }>;

/** Where a query stands in FROM, directly or by the name of a common table. */
interface InnerQuery {
  readonly query: Query;
  readonly tables: CommonTables;
  readonly window: WindowFunction | null;
  readonly qualifier: Identifier | null;
  /** Names that are given to its columns; empty: their own. */
  readonly names: readonly Identifier[];
  readonly range: SourceRange;
  readonly code: "UNSUPPORTED_SUBQUERY" | "UNSUPPORTED_COMMON_TABLE";
}

/**
 * The query over the stream itself where it reads another query that picks columns and filters records: names become
 * what they stand for, and both conditions one. @returns null after reporting what is wrong, or not run.
 */
export function inlineQueries(
  select: Select,
  tables: CommonTables,
  streams: readonly StreamDefinition[],
  context: BindingContext,
): InlinedSelect | null {
  const inner = select.from && innerQuery(select.from, tables);
  if (!inner) return { ...select, whereBehind: select.where };
  const table = deriveTable(inner, streams, context);
  return table && substitute(select, table, context);
}

/** The stream that a query reads in the end, where it is one. */
export function baseFrom(from: FromItem | null, tables: CommonTables): FromItem | null {
  const inner = from && innerQuery(from, tables);
  if (!inner) return from;
  const { body, seen } = unwrapped(inner);
  return body.kind === "select" ? baseFrom(body.from, seen) : null;
}

/** The tables of WITH, in their order: each sees those before it. */
export function withTables(tables: readonly CommonTable[], outer: CommonTables): CommonTables {
  let seen = outer;
  for (const table of tables) seen = new Map([...seen, [table.name.text.toLowerCase(), { table, seen }]]);
  return seen;
}

function innerQuery(from: FromItem, tables: CommonTables): InnerQuery | null {
  const window = from.kind === "window-function" ? from : null;
  const read = window ? window.input : from;
  const named = window ?? read;
  if (read.kind === "derived" && read.lateral === null && named.kind !== "join") {
    const { query, range } = read;
    const [qualifier, names] = [named.alias ?? read.alias, [...read.columns, ...named.columns]];
    return { query, tables, window, qualifier, names, range, code: "UNSUPPORTED_SUBQUERY" };
  }
  if (read.kind !== "stream" || read.path.length > 0 || read.address || read.asOf !== null) return null;
  const found = tables.get(read.name.text.toLowerCase());
  if (found === undefined) return null;
  const { query, columns, range } = found.table;
  return {
    query,
    tables: found.seen,
    window,
    qualifier: window?.alias ?? read.alias ?? read.name,
    names: read.columns.length > 0 ? read.columns : columns,
    range,
    code: "UNSUPPORTED_COMMON_TABLE",
  };
}

function unwrapped({ query, tables }: InnerQuery): { readonly body: Query; readonly seen: CommonTables } {
  if (query.kind !== "with" || query.recursive) return { body: query, seen: tables };
  return { body: query.body, seen: withTables(query.tables, tables) };
}

function deriveTable(
  inner: InnerQuery,
  streams: readonly StreamDefinition[],
  context: BindingContext,
): DerivedTable | null {
  const { report } = context;
  const { body, seen } = unwrapped(inner);
  const reason = body.kind === "select" ? whyNotInlined(body) : "is no SELECT";
  if (body.kind !== "select" || reason !== null)
    return report.unsupported(
      inner.code,
      inner.range,
      `A query inside a query is run where it picks columns and filters records; this one ${reason}.`,
      { hint: "Write one SELECT over one stream." },
    );
  const select = inlineQueries(body, seen, streams, context);
  if (select === null || select.from === null || refuseFrom(select.from, report)) return null;
  const { from } = select;
  if (from.kind !== "stream" && from.kind !== "window-function") return null;
  if (inner.window !== null && from.kind !== "stream")
    return report.unsupported(inner.code, inner.range, "Windows over records in windows are not run yet.", {
      hint: "Keep one of the two windowing table functions.",
    });
  const source = bindSource(from, streams, report);
  if (source === null || !bindsAlone(select, source, context)) return null;
  const own = derivedColumns(select, source, context);
  const columns = renamed(own, inner, context);
  return (
    columns && {
      from: sealedFrom(from, source),
      window: inner.window,
      qualifier: inner.qualifier?.text.toLowerCase() ?? null,
      columns,
      where: select.where && sealed(select.where, source),
      whereBehind: select.whereBehind && sealed(select.whereBehind, source),
    }
  );
}

/** What else the query does, in words that follow "this one"; null: nothing. */
function whyNotInlined(select: Select): string | null {
  const { items, orderBy, limit, offset, properties, hints, namedWindows, distinctOn, partitionBy } = select;
  const expressions = items.flatMap((item) => (item.kind === "expression" ? [item.expression] : []));
  if (select.from === null) return "reads no stream";
  if (select.groupBy || select.window || select.having) return "groups records";
  if (expressions.some(hasAggregate)) return "aggregates records";
  if (callsOver(select).length > 0 || namedWindows.length > 0 || select.qualify) return "has OVER";
  if (select.distinct || distinctOn.length > 0) return "has DISTINCT";
  if (orderBy.length > 0 || limit || offset) return "has ORDER BY or LIMIT";
  if (select.emit || select.into || partitionBy.length > 0) return "says how its rows leave";
  return properties.length + hints.length > 0 ? "has options" : null;
}

/** Whether the query has no problems of its own, which are reported as those of any query. */
function bindsAlone(select: Select, read: Source, context: BindingContext): boolean {
  const aliases = new SelectAliases(select);
  const window = bindWindow(select, read, context);
  if (window !== null && window.spec === null) return false;
  const source = withCopies(read, window?.spec ?? null, false, context);
  if (window !== null && source.tableFunction!.shape.kind !== "tumbling" && source.copies === null)
    return false;
  // Of the watermark it is said later, when the clock is known, whether it may be read.
  const seen = { clock: null, unseen: null };
  const binderOf = (clause: "SELECT" | "WHERE"): ExpressionBinder => {
    const names = new RecordNames(source, clause, window !== null, aliases, context);
    return new ExpressionBinder(context, new WatermarkNames(names, source, seen, context));
  };
  const items = bindItems(select, source, binderOf("SELECT"), context);
  const filter = select.where === null || binderOf("WHERE").bindCondition(select.where, "WHERE") !== null;
  return items !== null && filter;
}

function renamed(
  columns: readonly DerivedColumn[],
  { names }: InnerQuery,
  { report }: BindingContext,
): readonly DerivedColumn[] | null {
  if (names.length === 0) return columns;
  if (names.length === columns.length)
    return columns.map((column, index) => ({ ...column, name: names[index]!.text }));
  const range = { start: names[0]!.range.start, end: names.at(-1)!.range.end };
  return report.error(
    "COLUMN_ALIASES",
    range,
    `The query has ${columns.length} columns, and ${names.length} are named.`,
    { hint: "Name each of them once, in their order." },
  );
}

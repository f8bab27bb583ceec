import type { AggregateCall } from "../aggregate/aggregate-call.ts";
import { STRING } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import { type ColumnExpression, columnsIn } from "../expression/used-columns.ts";
import type { EmissionSpec } from "../spec/emission-spec.ts";
import type { SemanticsRules } from "../spec/semantics-rules.ts";
import { ExpressionBinder } from "./bind-expression.ts";
import { bindItems, refuseHaving } from "./bind-project-query.ts";
import type { BoundQuery } from "./bind-select.ts";
import type { Source } from "./bind-source.ts";
import type { BoundWindow } from "./bind-window.ts";
import type { BindingContext } from "./binding-context.ts";
import { coerce } from "./coerce.ts";
import { recordWidth } from "./column-lookup.ts";
import type { InlinedSelect } from "./derived-columns.ts";
import { RecordNames } from "./record-names.ts";
import type { SelectAliases } from "./select-aliases.ts";

const atClose: EmissionSpec = {
  mode: "final",
  scope: "changed",
  finalMarker: false,
  everyRows: null,
  everyInterval: null,
};

/**
 * A SESSION table function without groups: the records of a session leave together when it closes, each with its bounds. It is a
 * query of groups, the session's own, whose aggregates are the columns of records. @returns null after reporting what is wrong.
 */
export function bindSessionRecords(
  select: InlinedSelect,
  source: Source,
  { spec, sessionKeys }: BoundWindow,
  aliases: SelectAliases,
  context: BindingContext,
): BoundQuery | null {
  const { report, rules } = context;
  refuseHaving(select, context);
  const clause = select.whereBehind?.range ?? select.orderBy[0]?.range ?? select.emit?.range ?? null;
  if (clause !== null)
    return report.unsupported(
      "UNSUPPORTED_PLAIN_WINDOW",
      clause,
      "WHERE, ORDER BY and EMIT are not run for the records of sessions yet.",
      {
        hint:
          select.whereBehind === null
            ? "Leave it out, or add GROUP BY window_start, window_end."
            : "Filter before the sessions are made: WITH f AS (SELECT … WHERE …), and f in the place of the stream.",
      },
    );
  const names = new RecordNames(source, "SELECT", true, aliases, context);
  const binder = new ExpressionBinder(context, names);
  const keys = (sessionKeys ?? []).map((key) => binder.bind(key));
  const items = bindItems(select, source, binder, context);
  if (items === null || spec === null || !keys.every((key) => key !== null)) return null;
  const width = recordWidth(source);
  const read = items.projection.flatMap(columnsIn).filter(({ index }) => index < width);
  const columns = [...new Map(read.map((column) => [column.index, column])).values()];
  const carried = columns.map(({ index }) => index);
  const place = (index: number): number =>
    keys.length + (index < width ? carried.indexOf(index) : carried.length + index - width);
  return {
    output: items.output,
    query: {
      kind: "aggregate",
      keys: keys.map((key) => coerce(key, key.type ?? STRING)),
      aggregates: columns.map((column) => eachOf(column, rules)),
      unfolds: true,
      window: spec,
      having: null,
      projection: items.projection.map((item) => moved(item, place)),
      emission: atClose,
    },
  };
}

/** A column of records as an aggregate, whose results are all values of a session. */
function eachOf(column: ColumnExpression, rules: SemanticsRules): AggregateCall {
  return {
    name: "each",
    arguments: [column],
    parameters: [],
    order: [],
    filtered: false,
    distinct: false,
    type: column.type,
    emptyIsZero: false,
    keepsNulls: true,
    overflow: rules.sumOverflow,
    rounding: rules.averageRounding,
  };
}

/** The expression over columns in other places. */
function moved(expression: Expression, place: (index: number) => number): Expression {
  const move = (part: Expression): Expression => moved(part, place);
  switch (expression.kind) {
    case "column":
      return { ...expression, index: place(expression.index) };
    case "literal":
      return expression;
    case "call":
      return { ...expression, arguments: expression.arguments.map(move) };
    case "case":
      return {
        ...expression,
        branches: expression.branches.map(({ when, result }) => ({ when: move(when), result: move(result) })),
        otherwise: expression.otherwise && move(expression.otherwise),
      };
  }
}

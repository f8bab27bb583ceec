import { findAggregate } from "../aggregate/registry.ts";
import type { ColumnReference, Expression, FunctionCall } from "../sql/expression-ast.ts";
import { hasAggregate } from "./bind-aggregates.ts";
import type { Source } from "./bind-source.ts";
import type { BindingContext } from "./binding-context.ts";
import type { Bound } from "./bound.ts";
import { bindArrival, bindColumn, findColumn, isQualifiedRight, ownerOf } from "./column-lookup.ts";
import type { NameBinder } from "./name-binder.ts";
import { bindRecordBound } from "./record-window.ts";
import type { SelectAliases } from "./select-aliases.ts";
import { textInPlace } from "./text-in-place.ts";
import { boundOfColumn, boundOfFunction, windowAdvice, type WindowBound } from "./window-bound-names.ts";

/** A clause that is evaluated for each record, before any grouping. */
export type RecordClause = "SELECT" | "WHERE" | "GROUP BY" | "OVER" | "an aggregate";

const misplacedAggregates: Readonly<Record<RecordClause, { readonly code: string; readonly hint: string }>> =
  {
    SELECT: { code: "NESTED_AGGREGATE", hint: "Aggregate a column." },
    WHERE: {
      code: "AGGREGATE_IN_WHERE",
      hint: "WHERE sees single records. Put the condition on groups into HAVING.",
    },
    "GROUP BY": { code: "AGGREGATE_IN_GROUP_BY", hint: "Group by columns or by expressions over them." },
    OVER: { code: "NESTED_AGGREGATE", hint: "Aggregate a column." },
    "an aggregate": {
      code: "NESTED_AGGREGATE",
      hint: "Aggregate a column, or leave the inner function out.",
    },
  };

/** Names in clauses that see single records: columns of the stream, and those that a windowing table function adds. */
export class RecordNames implements NameBinder {
  readonly #source: Source;
  readonly #clause: RecordClause;
  readonly #windowed: boolean;
  readonly #aliases: SelectAliases;
  readonly #context: BindingContext;

  constructor(
    source: Source,
    clause: RecordClause,
    windowed: boolean,
    aliases: SelectAliases,
    context: BindingContext,
  ) {
    this.#source = source;
    this.#clause = clause;
    this.#windowed = windowed;
    this.#aliases = aliases;
    this.#context = context;
  }

  whole(): undefined {}

  column(node: ColumnReference): Bound | null {
    const { report } = this.#context;
    if (findColumn(node, this.#source) < 0) {
      const name = node.name.text;
      const which = boundOfColumn(name);
      if (which !== null && isQualifiedRight(node, this.#source)) return this.#bindBound(which, node);
      const item = node.qualifier === null ? this.#aliases.find(name) : null;
      if (item !== null) return this.#refuseAlias(node, item.expression);
    }
    return bindColumn(node, this.#source, report, this.#clause === "GROUP BY" ? this.#aliases.names() : []);
  }

  ownerOf(node: ColumnReference): ColumnReference | null {
    return ownerOf(node, this.#source);
  }

  arrival({ range }: FunctionCall): Bound | null {
    const { limits, report } = this.#context;
    const refusal = this.#clause === "WHERE" ? limits.nowInWhere : null;
    if (refusal !== null) return report.refuse(refusal, range);
    if (this.#source.stream.arrival === null)
      report.info(
        "ARRIVAL_IS_COUNTED",
        range,
        "The stream does not say when its records arrived: record n counts as n ms, so this is a time in 1970.",
        { hint: "Compare with the event time of records, or load them with a column of their arrival." },
      );
    return bindArrival(this.#source, range);
  }

  call(node: FunctionCall): Bound | null | undefined {
    const { report } = this.#context;
    if (boundOfFunction(node.name.text) !== null) return this.#refuseBound(node);
    if (findAggregate(node.name.text) === null) return undefined;
    const { code, hint } = misplacedAggregates[this.#clause];
    const name = node.name.text.toUpperCase();
    return report.error(code, node.range, `${name} cannot stand in ${this.#clause}.`, { hint });
  }

  #refuseAlias({ name, range }: ColumnReference, meaning: Expression): null {
    const { report, sql } = this.#context;
    const message = `${name.text} is a name from SELECT, which ${this.#clause} does not see.`;
    if (hasAggregate(meaning))
      return report.error("ALIAS_NOT_VISIBLE", range, message, {
        hint: "Put conditions on aggregates into HAVING.",
      });
    const text = sql.slice(meaning.range.start, meaning.range.end);
    return report.error("ALIAS_NOT_VISIBLE", range, message, {
      hint: `Write what it stands for: ${text}.`,
      fix: this.#clause === "WHERE" ? textInPlace(meaning, sql) : null,
    });
  }

  /** A windowing table function gives each record its window; of other windows only groups know theirs. */
  #bindBound(which: WindowBound, node: ColumnReference): Bound | null {
    const { tableFunction } = this.#source;
    if (tableFunction === null) return this.#refuseBound(node);
    return bindRecordBound(which, tableFunction, this.#source, node.range, this.#context.report);
  }

  #refuseBound(node: ColumnReference | FunctionCall): null {
    const { report } = this.#context;
    const name = node.name.text;
    if (!this.#windowed)
      return report.error(
        "WINDOW_BOUND_WITHOUT_WINDOW",
        node.range,
        `${name} needs a window, and this query has none.`,
        {
          hint: windowAdvice(name),
        },
      );
    return report.unsupported(
      "UNSUPPORTED_WINDOW_BOUND_HERE",
      node.range,
      `${name} cannot stand in ${this.#clause}: the window is known only after it.`,
      { hint: "Use it in SELECT or HAVING." },
    );
  }
}

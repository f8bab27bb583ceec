import type { AggregateCall } from "../aggregate/aggregate-call.ts";
import type { Expression as BoundExpression } from "../expression/expression.ts";
import type { ColumnReference, Expression, FunctionCall } from "../sql/expression-ast.ts";
import { isAggregate, type AggregateCollector } from "./bind-aggregates.ts";
import type { GroupKey } from "./bind-group-by.ts";
import type { Source } from "./bind-source.ts";
import { namesWindow } from "./bind-group-window.ts";
import type { BoundWindow } from "./bind-window.ts";
import type { BindingContext } from "./binding-context.ts";
import { bound, type Bound } from "./bound.ts";
import { bindColumn, findColumn, isQualifiedRight, ownerOf, reportQualifier } from "./column-lookup.ts";
import type { NameBinder } from "./name-binder.ts";
import { sameReference } from "./same-reference.ts";
import { sameSyntax } from "./same-syntax.ts";
import {
  bindWindowBound,
  boundOfColumn,
  boundOfFunction,
  windowAdvice,
  type WindowBound,
} from "./window-bound-names.ts";

/** What one row of a grouped query is made of. */
export interface ResultScope {
  readonly source: Source;
  readonly keys: readonly GroupKey[];
  readonly aggregates: AggregateCollector;
  readonly window: BoundWindow | null;
}

/** Names from SELECT in a clause that sees them. */
export interface VisibleAliases {
  /** Those that a misspelt one may have meant. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Binds what a name stands for. @returns undefined when it is no such name. */
  bind(node: ColumnReference): Bound | null | undefined;
}

/** Names in clauses that see groups: the group keys, then the aggregates, then the window's bounds. */
export class ResultNames implements NameBinder {
  readonly #scope: ResultScope;
  readonly #context: BindingContext;
  readonly #aliases: VisibleAliases | null;
  /** Whether columns need not be grouped: what they stand in may have been meant as an aggregate. */
  readonly #lenient: boolean;

  /** @param aliases null where the names from SELECT are not visible. */
  constructor(
    scope: ResultScope,
    aliases: VisibleAliases | null,
    context: BindingContext,
    lenient: boolean = false,
  ) {
    this.#scope = scope;
    this.#aliases = aliases;
    this.#lenient = lenient;
    this.#context = context;
  }

  whole(node: Expression): Bound | null | undefined {
    const index = keyIndex(node, this.#scope);
    if (index < 0) return undefined;
    const key = this.#scope.keys[index]!.expression;
    return key && bound(columnOf(index, key), node.range);
  }

  column(node: ColumnReference): Bound | null {
    const { source, window, keys } = this.#scope;
    const { report } = this.#context;
    const name = node.name.text;
    const which = boundOfColumn(name);
    const own = findColumn(node, source) >= 0;
    if (which !== null && window !== null) {
      if (!isQualifiedRight(node, source)) return reportQualifier(node.qualifier!, source, report);
      const refused = window.form === "group-function" ? this.#context.limits.refusals : null;
      if (!own && refused) return report.refuse(refused.boundColumnOfCall, node.range);
      if (!own) return this.#bindBound(which, window, node);
      return report.error(
        "AMBIGUOUS_COLUMN",
        node.range,
        `${name} is a column of the stream and a bound of the window.`,
        {
          hint: "Another spelling may name the bound: WINDOWSTART, window_start or _WINDOW_START.",
        },
      );
    }
    const alias = node.qualifier === null ? this.#aliases?.bind(node) : undefined;
    if (alias !== undefined) return alias && { ...alias, range: node.range };
    if (own) {
      // Where a group key could not be bound, this column may be the one that it meant.
      if (this.#lenient || keys.some((key) => key.expression === null)) return null;
      const grouped =
        keys.length > 0 ? "is neither in GROUP BY nor in an aggregate" : "is not in an aggregate";
      return report.error(
        "UNGROUPED_COLUMN",
        node.range,
        `${name} ${grouped}: a group has many values of it.`,
        {
          hint: `Add ${name} to GROUP BY, or write an aggregate such as MAX(${name}).`,
        },
      );
    }
    if (which !== null && source.tableFunction !== null)
      return report.error(
        "UNGROUPED_COLUMN",
        node.range,
        `${name} is a column of the table function and not in GROUP BY.`,
        { hint: "Group by window_start and window_end." },
      );
    if (which !== null)
      return report.error(
        "WINDOW_BOUND_WITHOUT_WINDOW",
        node.range,
        `${name} needs a window, and this query has none.`,
        {
          hint: windowAdvice(name),
        },
      );
    return bindColumn(node, source, report, this.#aliases?.names);
  }

  ownerOf(node: ColumnReference): ColumnReference | null {
    const { source } = this.#scope;
    const { qualifier } = node;
    const own = ownerOf(node, source);
    if (own !== null || qualifier === null || isQualifiedRight(node, source)) return own;
    return this.#aliases?.has(qualifier.text)
      ? { kind: "column", range: qualifier.range, qualifier: null, name: qualifier }
      : null;
  }

  inUnknownCall(): NameBinder {
    return new ResultNames(this.#scope, this.#aliases, this.#context, true);
  }

  arrival({ name, range }: FunctionCall): null {
    if (this.#lenient) return null;
    const { report, sql } = this.#context;
    const message = `${name.text.toUpperCase()} is when a record arrived, and a group has many records.`;
    return report.error("UNGROUPED_COLUMN", range, message, {
      hint: `Write an aggregate such as MAX(${sql.slice(range.start, range.end)}), or group by it.`,
    });
  }

  call(node: FunctionCall): Bound | null | undefined {
    if (!isAggregate(node)) return this.#bindBoundFunction(node);
    const { aggregates, keys } = this.#scope;
    const index = aggregates.indexOf(node);
    if (index === null) return null;
    return bound(aggregateColumn(keys.length + index, aggregates.calls[index]!), node.range);
  }

  /** `TUMBLE_START(ts, INTERVAL '5' SECOND)` and its like: the arguments must be those of the query's window. */
  #bindBoundFunction(node: FunctionCall): Bound | null | undefined {
    const { window, source } = this.#scope;
    const { report } = this.#context;
    const name = node.name.text;
    const which = boundOfFunction(name);
    if (which === null) return undefined;
    if (window === null)
      return report.error(
        "WINDOW_BOUND_WITHOUT_WINDOW",
        node.range,
        `${name} needs a window, and this query has none.`,
        {
          hint: "Add GROUP BY TUMBLE(ts, INTERVAL '5' MINUTE).",
        },
      );
    const refused = window.form === "table-function" ? this.#context.limits.refusals : null;
    if (refused) return report.refuse(refused.boundFunctionOfTable, node.range);
    if (window.spec === null) return null;
    const [time] = node.arguments;
    const right =
      time === undefined ||
      (time.kind === "column" &&
        findColumn(time, source) >= 0 &&
        (window.timeColumn === null || findColumn(time, source) === findColumn(window.timeColumn, source)));
    if (!right || !namesWindow(node, window.spec))
      return report.error(
        "WINDOW_MISMATCH",
        node.range,
        `${name} does not name the window that this query groups by.`,
        {
          hint: "Give it the same time column and lengths as the window.",
        },
      );
    return this.#bindBound(which, window, node);
  }

  #bindBound(which: WindowBound, { spec }: BoundWindow, { range }: Expression): Bound | null {
    if (which === "time" && spec?.kind === "session" && spec.shownEnd === "last")
      return this.#context.report.unsupported(
        "UNSUPPORTED_WINDOW_TIME",
        range,
        "Under these rules a session ends with its last record: it has no time behind that.",
        { hint: "Use window_end, which is the time of the last record." },
      );
    return bindWindowBound(which, this.#windowStart(), range);
  }

  #windowStart(): number {
    return this.#scope.keys.length + this.#scope.aggregates.calls.length;
  }
}

/** @returns The index of the group key that the expression is, or -1. */
export function keyIndex(node: Expression, { keys, source }: Pick<ResultScope, "keys" | "source">): number {
  return keys.findIndex(({ syntax }) => sameSyntax(syntax, node, (a, b) => sameReference(a, b, source)));
}

function columnOf(index: number, key: BoundExpression): BoundExpression {
  return { kind: "column", index, type: key.type };
}

function aggregateColumn(index: number, { type }: AggregateCall): BoundExpression {
  return { kind: "column", index, type };
}

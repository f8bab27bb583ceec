import type { AggregateCall } from "../aggregate/aggregate-call.ts";
import type { AggregateFunction } from "../aggregate/aggregate-function.ts";
import { findAggregate } from "../aggregate/registry.ts";
import { BOOLEAN, type DataType } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import type * as ast from "../sql/expression-ast.ts";
import type { ExpressionBinder } from "./bind-expression.ts";
import type { BindingContext } from "./binding-context.ts";
import { coerce } from "./coerce.ts";
import { partsOf } from "./expression-parts.ts";

/** DISTINCT changes nothing for these. */
const sameWhenDistinct = new Set(["min", "max", "count_distinct"]);
const distinctKnown = new Set(["count", "sum", "avg"]);
const variances = new Set(["stddev", "stddev_samp", "stddev_pop", "variance", "var_samp", "var_pop"]);

/** @returns Whether the call is an aggregate over the group (not over an OVER window). */
export function isAggregate(node: ast.Expression): node is ast.FunctionCall {
  return node.kind === "call" && node.over === null && findAggregate(node.name.text) !== null;
}

/** @returns Whether an aggregate stands anywhere in the expression. */
export function hasAggregate(node: ast.Expression): boolean {
  for (const part of partsOf(node, () => true)) if (isAggregate(part)) return true;
  return false;
}

/** The aggregates of a query, each once, in order of first appearance. */
export class AggregateCollector {
  readonly calls: AggregateCall[] = [];
  readonly #indexes = new Map<ast.FunctionCall, number | null>();
  readonly #identities = new Map<string, number>();
  readonly #binder: ExpressionBinder;
  readonly #context: BindingContext;

  /** @param binder for arguments: over the stream's columns. */
  constructor(binder: ExpressionBinder, context: BindingContext) {
    this.#binder = binder;
    this.#context = context;
  }

  /** Adds the aggregates in the expression. @param isKey whether an expression is a group key: not looked into. */
  collect(node: ast.Expression, isKey: (node: ast.Expression) => boolean): void {
    for (const part of partsOf(node, (inner) => !isAggregate(inner) && !isKey(inner)))
      if (isAggregate(part) && !this.#indexes.has(part)) this.#indexes.set(part, this.#add(this.#bind(part)));
  }

  /** @returns The index in `calls` of an aggregate that was collected; null after its problem was reported. */
  indexOf(node: ast.FunctionCall): number | null {
    return this.#indexes.get(node) ?? null;
  }

  #add(call: AggregateCall | null): number | null {
    if (call === null) return null;
    const identity = JSON.stringify(call, (_, value: unknown) =>
      typeof value === "bigint" ? `${value}n` : value,
    );
    let index = this.#identities.get(identity);
    if (index === undefined) {
      index = this.calls.push(call) - 1;
      this.#identities.set(identity, index);
    }
    return index;
  }

  #bind(node: ast.FunctionCall): AggregateCall | null {
    const { rules, report, limits } = this.#context;
    const called = findAggregate(node.name.text)!;
    const { name } = called;
    const argument = this.#bindArgument(node, called);
    const filter = node.filter ? this.#binder.bindCondition(node.filter, "FILTER") : undefined;
    const distinct = this.#bindDistinct(node, called);
    if (argument === null || filter === null || distinct === null) return null;
    const exact = argument.type?.kind === "BIGINT" || argument.type?.kind === "DECIMAL";
    if (variances.has(name) && exact && limits.exactVariance)
      return report.refuse(limits.exactVariance, node.range);
    const type = called.resultType(argument.type, rules);
    if ("problem" in type) return report.error("TYPE_MISMATCH", node.range, type.problem);
    return {
      name,
      argument: filter ? filtered(argument.expression, filter) : argument.expression,
      distinct,
      type,
      emptyIsZero: rules.emptySumIsZero && (name === "sum" || name === "avg"),
      overflow: rules.sumOverflow,
      rounding: rules.averageRounding,
    };
  }

  /** Both null for `*`. */
  #bindArgument(
    node: ast.FunctionCall,
    { name }: AggregateFunction,
  ): { readonly expression: Expression | null; readonly type: DataType | null } | null {
    const { report } = this.#context;
    const upper = name.toUpperCase();
    if (node.star && node.distinct)
      return report.error("TYPE_MISMATCH", node.range, `${upper}(DISTINCT *) has no value to compare.`, {
        hint: `Name a column: ${upper}(DISTINCT column).`,
      });
    if (node.star) return { expression: null, type: null };
    const [first, ...others] = node.arguments;
    if (first === undefined)
      return report.error("WRONG_ARGUMENT_COUNT", node.range, `${upper} needs something to aggregate.`, {
        hint: name === "count" ? "Write COUNT(*) to count records." : `Write ${upper}(column).`,
      });
    if (others.length > 0)
      return report.unsupported(
        "UNSUPPORTED_AGGREGATE_ARGUMENTS",
        node.range,
        `${upper} takes one argument here.`,
        {
          hint: "Leave the others out.",
        },
      );
    const argument = this.#binder.bind(first);
    if (argument === null) return null;
    if (argument.type === null && name !== "count")
      return report.error("TYPE_MISMATCH", first.range, `${upper} of NULL has no type.`, {
        hint: "CAST it: CAST(NULL AS BIGINT).",
      });
    const expression = coerce(argument, argument.type ?? BOOLEAN);
    return { expression, type: expression.type };
  }

  #bindDistinct({ distinct }: ast.FunctionCall, { name }: AggregateFunction): boolean | null {
    if (distinct === null || sameWhenDistinct.has(name)) return false;
    if (distinctKnown.has(name)) return true;
    return this.#context.report.unsupported(
      "UNSUPPORTED_DISTINCT",
      distinct,
      `DISTINCT is not supported in ${name.toUpperCase()} yet.`,
      { hint: "It goes with COUNT, SUM and AVG." },
    );
  }
}

/** The argument where the condition is true, else NULL, which aggregates ignore. */
function filtered(argument: Expression | null, condition: Expression): Expression {
  const result = argument ?? { kind: "literal", value: true, type: BOOLEAN };
  return { kind: "case", branches: [{ when: condition, result }], otherwise: null, type: result.type };
}

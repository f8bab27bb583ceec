import type { AggregateCall } from "../aggregate/aggregate-call.ts";
import { findAggregate } from "../aggregate/registry.ts";
import { BOOLEAN } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import { expressionIdentity } from "../expression/expression-identity.ts";
import type * as ast from "../sql/expression-ast.ts";
import { bindAggregateArguments } from "./bind-aggregate-arguments.ts";
import type { ExpressionBinder } from "./bind-expression.ts";
import type { BindingContext } from "./binding-context.ts";
import { asTyped, formHint } from "./call-advice.ts";
import { partsOf } from "./expression-parts.ts";

const variances = new Set(["stddev_samp", "stddev_pop", "var_samp", "var_pop"]);

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
    const identity = expressionIdentity(call);
    let index = this.#identities.get(identity);
    if (index === undefined) {
      index = this.calls.push(call) - 1;
      this.#identities.set(identity, index);
    }
    return index;
  }

  #bind(written: ast.FunctionCall): AggregateCall | null {
    const { rules, report, limits } = this.#context;
    const called = findAggregate(written.name.text)!;
    const node = called.nulls === "firstMayBeNull" ? withNullsWritten(written) : written;
    const { name, valueOfNothing = false } = called;
    const meant = limits.functions.get(node.name.text.toLowerCase())?.([]) ?? null;
    if (meant && "code" in meant) return report.refuse(meant, node.range);
    const given = bindAggregateArguments(node, called, this.#binder, this.#context);
    const filter = node.filter ? this.#binder.bindCondition(node.filter, "FILTER") : undefined;
    if (given === null || filter === null) return null;
    const types = given.columns.map(({ type }) => type);
    const sumsExactly = rules.sumOfBigint === "DECIMAL";
    const exact = types.some(({ kind }) => kind === "DECIMAL" || (kind === "BIGINT" && sumsExactly));
    if (variances.has(name) && exact && limits.exactVariance)
      return report.refuse(limits.exactVariance, node.range);
    const type = called.resultType(types, rules, given.parameters);
    if ("problem" in type)
      return report.error("TYPE_MISMATCH", node.range, asTyped(type.problem, name, node.name.text), {
        hint: formHint(called.document.signature, node.name.text),
      });
    const keepsNulls =
      node.nulls === null ? called.nulls !== undefined && rules[called.nulls] : node.nulls === "respect";
    const filtered = keepsNulls && filter !== undefined;
    const columns = filter && !filtered ? nullUnless(filter, given.columns) : given.columns;
    return {
      name,
      arguments: [...columns, ...given.keys, ...(filtered ? [filter] : [])],
      parameters: given.parameters,
      order: given.order,
      filtered,
      distinct: node.distinct !== null && !called.ignoresRepeats,
      type,
      emptyIsZero: rules.emptySumIsZero && valueOfNothing,
      keepsNulls,
      overflow: rules.sumOverflow,
      rounding: rules.averageRounding,
    };
  }
}

/** ksqlDB says IGNORE NULLS by a last argument `true`, and RESPECT NULLS by `false`. */
function withNullsWritten(node: ast.FunctionCall): ast.FunctionCall {
  const last = node.arguments.at(-1);
  if (node.arguments.length < 2 || last?.kind !== "boolean" || node.nulls !== null) return node;
  return { ...node, arguments: node.arguments.slice(0, -1), nulls: last.value ? "ignore" : "respect" };
}

/** The first argument where the condition is true, else NULL, which aggregates ignore. */
function nullUnless(condition: Expression, columns: readonly Expression[]): Expression[] {
  const [argument, ...others] = columns;
  const result = argument ?? { kind: "literal", value: true, type: BOOLEAN };
  const only: Expression = {
    kind: "case",
    branches: [{ when: condition, result }],
    otherwise: null,
    type: result.type,
  };
  return [only, ...others];
}

import { typeName } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import { commonType } from "../expression/type-rules.ts";
import type * as ast from "../sql/expression-ast.ts";
import { bindCall } from "./bind-call.ts";
import type { BindingContext } from "./binding-context.ts";
import { bound, untypedNull, type Bound } from "./bound.ts";
import { coerce } from "./coerce.ts";
import { checkComparable } from "./comparison-advice.ts";

/** The binder of what stands in a CASE. */
export interface CaseBinder {
  readonly context: BindingContext;
  bind(node: ast.Expression): Bound | null;
  bindCondition(node: ast.Expression, clause: string): Expression | null;
}

/** Both forms of CASE; every part of it is checked. */
export function bindCase(node: ast.Case, binder: CaseBinder): Bound | null {
  const operand = node.operand === null ? undefined : binder.bind(node.operand);
  const branches = node.branches.map(({ when, result }) => ({
    when: operand === undefined ? binder.bindCondition(when, "WHEN") : bindMatch(operand, when, binder),
    result: binder.bind(result),
  }));
  const otherwise = node.otherwise ? binder.bind(node.otherwise) : untypedNull(node.range);
  if (otherwise === null) return null;
  const results: Bound[] = [];
  const conditions: Expression[] = [];
  for (const { when, result } of branches) {
    if (when === null || result === null) return null;
    conditions.push(when);
    results.push(result);
  }
  const type = commonType([...results, otherwise].map((result) => result.type));
  if (type === null) return refuseResults([...results, otherwise], binder.context);
  return bound(
    {
      kind: "case",
      branches: conditions.map((when, index) => ({ when, result: coerce(results[index]!, type) })),
      otherwise: node.otherwise ? coerce(otherwise, type) : null,
      type,
    },
    node.range,
  );
}

/** `CASE operand WHEN value`. */
function bindMatch(operand: Bound | null, node: ast.Expression, binder: CaseBinder): Expression | null {
  const { context } = binder;
  const value = binder.bind(node);
  if (operand === null || value === null || !checkComparable("CASE", operand, [value], context)) return null;
  return bindCall("=", [operand, value], node.range, context)?.expression ?? null;
}

/** Shows the first result that has no common type with those before it. */
function refuseResults(results: readonly Bound[], { report }: BindingContext): null {
  const commonOf = (count: number): ReturnType<typeof commonType> =>
    commonType(results.slice(0, count).map(({ type }) => type));
  const odd = results.findIndex((_, index) => commonOf(index + 1) === null);
  const { type, range } = results[odd]!;
  return report.error(
    "TYPE_MISMATCH",
    range,
    `This result is ${typeName(type!)}, and those before it are ${typeName(commonOf(odd)!)}.`,
    { hint: "A CASE has results of one type; CAST this one." },
  );
}

import type { SourceRange } from "../common/source-range.ts";
import type { AggregateOrder } from "../aggregate/aggregate-call.ts";
import type { AggregateFunction, AggregateParameter } from "../aggregate/aggregate-function.ts";
import { BOOLEAN, STRING, type Value, isNested, typeName } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import { expressionIdentity } from "../expression/expression-identity.ts";
import type * as ast from "../sql/expression-ast.ts";
import type { ExpressionBinder } from "./bind-expression.ts";
import type { BindingContext } from "./binding-context.ts";
import { bound } from "./bound.ts";
import { formHint } from "./call-advice.ts";
import { castUnder } from "./cast-under.ts";
import { coerce } from "./coerce.ts";

/** The arguments of an aggregate by their parts. */
export interface AggregateArguments {
  /** What is aggregated; nothing of `*`. */
  readonly columns: readonly Expression[];
  /** What the values are ordered by. */
  readonly keys: readonly Expression[];
  readonly order: readonly AggregateOrder[];
  /** One constant for each parameter of the function. */
  readonly parameters: readonly Value[];
}

/** Sorts out and binds what stands in an aggregate's parentheses. @returns null after reporting what is wrong. */
export function bindAggregateArguments(
  node: ast.FunctionCall,
  called: AggregateFunction,
  binder: ExpressionBinder,
  context: BindingContext,
): AggregateArguments | null {
  const { report } = context;
  const upper = node.name.text.toUpperCase();
  const hint = formHint(called.document.signature, upper);
  if (hasMisplacedPart(node, called, context)) return null;
  if (node.star !== null) return bindStar(node, called, context);
  const within = called.order === "argument" && node.orderBy.length > 0;
  if (within && node.orderBy.length > 1)
    return report.error("WRONG_ARGUMENT_COUNT", node.orderBy[1].range, `${upper} orders by one value.`, {
      hint,
    });
  const values = within ? [node.orderBy[0].expression, ...node.arguments] : node.arguments;
  const rules = called.parameters ?? [];
  const combined = called.star === true && node.distinct !== null ? node.arguments.length : 1;
  const width = Math.max(called.columns, combined);
  const least = width + rules.filter(({ fallback }) => fallback === undefined).length;
  if (values.length < least || values.length > width + rules.length) {
    if (called.star && node.arguments.length === 0)
      return report.error("WRONG_ARGUMENT_COUNT", node.range, `${upper} needs something to aggregate.`, {
        hint: `Write ${upper}(*) to count records.`,
      });
    return report.error("WRONG_ARGUMENT_COUNT", node.range, countMessage(upper, least, called), {
      hint,
    });
  }
  const columns = allOf(
    values.slice(0, width).map((value) => bindColumn(value, upper, called.star === true, binder, context)),
  );
  const parameters = rules.map((rule, index) =>
    bindParameter(values[width + index], rule, { upper, hint }, binder, context),
  );
  const ordered = within ? [] : node.orderBy;
  const keys = allOf(ordered.map(({ expression }) => bindKey(expression, binder, context)));
  if (columns === null || keys === null || !parameters.every((value) => value !== undefined)) return null;
  const identity = expressionIdentity(columns[0]);
  if (node.distinct && keys.some((key) => expressionIdentity(key) !== identity))
    return report.error(
      "ORDER_OF_DISTINCT",
      ordered[0].range,
      `With DISTINCT, ${upper} can order only by the value itself.`,
      { hint: "One value may come with several others to order by." },
    );
  const texts = called.ofTexts ? columns.map((column) => textOfDouble(column, node.range, context)) : columns;
  const given = combined > 1 ? nullWhereAnyIs(texts) : texts;
  return { columns: given, keys, order: node.orderBy.map(orderOf), parameters };
}

/** A DOUBLE of which the engine asked for makes another text than the aggregate, as that text; any other value as it is. */
function textOfDouble(column: Expression, range: SourceRange, context: BindingContext): Expression {
  const text = column.type.kind === "DOUBLE" ? castUnder(bound(column, range), STRING, context) : column;
  return text.kind === "call" && text.name === "cast" ? column : text;
}

/** COUNT(DISTINCT a, b) counts combinations without a NULL: the first is NULL where another is. */
function nullWhereAnyIs([first, ...others]: readonly Expression[]): readonly Expression[] {
  let result = first;
  for (const other of others) {
    const when: Expression = { kind: "call", name: "is not null", arguments: [other], type: BOOLEAN };
    result = { kind: "case", branches: [{ when, result }], otherwise: null, type: first.type };
  }
  return [result, ...others];
}

/** NULL counts as the greatest value. */
function orderOf({ descending, nulls }: ast.FunctionCall["orderBy"][number]): AggregateOrder {
  return { descending, nullsFirst: nulls === null ? descending : nulls === "first" };
}

/** Whether something stands there that the function knows nothing of, which is reported. */
function hasMisplacedPart(
  node: ast.FunctionCall,
  { order, nulls, document }: AggregateFunction,
  { report }: BindingContext,
): boolean {
  const upper = node.name.text.toUpperCase();
  const hint = formHint(document.signature, upper);
  const named = node.argumentNames.find((argument) => argument !== null);
  if (named) {
    const message = `${upper} takes its arguments by their places.`;
    report.unsupported("UNSUPPORTED_NAMED_ARGUMENT", named.range, message, { hint });
    return true;
  }
  if (node.json !== null) {
    report.error("NOT_A_JSON_FUNCTION", node.json.range, `${upper} gives no JSON.`, { hint });
    return true;
  }
  if (node.orderBy.length > 0 && (order === undefined || node.star !== null)) {
    const message = `The result of ${upper} does not depend on an order.`;
    report.error("ORDER_IN_AGGREGATE", node.orderBy[0].range, message, { hint: "Leave ORDER BY out of it." });
    return true;
  }
  if ((node.nulls === "respect" && nulls === undefined) || (node.nulls !== null && node.star !== null)) {
    const message =
      node.star === null
        ? `${upper} always leaves NULLs out.`
        : `${upper}(*) counts records, whatever is NULL.`;
    report.error("NULLS_IN_AGGREGATE", node.range, message, { hint });
    return true;
  }
  return false;
}

function bindStar(
  node: ast.FunctionCall,
  called: AggregateFunction,
  { report }: BindingContext,
): AggregateArguments | null {
  const upper = node.name.text.toUpperCase();
  if (!called.star)
    return report.error("TYPE_MISMATCH", node.range, `${upper} takes a value, not *.`, {
      hint: formHint(called.document.signature, upper),
    });
  if (node.distinct)
    return report.error("TYPE_MISMATCH", node.range, `${upper}(DISTINCT *) has no value to compare.`, {
      hint: `Name a column: ${upper}(DISTINCT column).`,
    });
  return { columns: [], keys: [], order: [], parameters: [] };
}

function countMessage(upper: string, least: number, { columns, parameters = [] }: AggregateFunction): string {
  const most = columns + parameters.length;
  const wanted = least === most ? `${least}` : `${least} to ${most}`;
  return `${upper} takes ${wanted} ${wanted === "1" ? "argument" : "arguments"}.`;
}

/** @param untyped whether NULL without a type is fine. */
function bindColumn(
  node: ast.Expression,
  upper: string,
  untyped: boolean,
  binder: ExpressionBinder,
  { report }: BindingContext,
): Expression | null {
  const argument = binder.bind(node);
  if (argument === null) return null;
  if (argument.type === null && !untyped)
    return report.error("TYPE_MISMATCH", node.range, `${upper} of NULL has no type.`, {
      hint: "CAST it: CAST(NULL AS BIGINT).",
    });
  return coerce(argument, argument.type ?? BOOLEAN);
}

function bindKey(
  node: ast.Expression,
  binder: ExpressionBinder,
  { report }: BindingContext,
): Expression | null {
  const key = binder.bind(node);
  if (key === null) return null;
  if (key.type !== null && isNested(key.type))
    return report.error("TYPE_MISMATCH", node.range, `${typeName(key.type)} has no order.`, {
      hint: "Order by something in it.",
    });
  return coerce(key, key.type ?? BOOLEAN);
}

/** @param call its name as it was typed, and how it is written. @returns undefined after reporting what is wrong. */
function bindParameter(
  node: ast.Expression | undefined,
  rule: AggregateParameter,
  call: { readonly upper: string; readonly hint: string },
  binder: ExpressionBinder,
  { report }: BindingContext,
): Value | undefined {
  if (node === undefined) return rule.fallback;
  const given = binder.bind(node);
  if (given === null) return undefined;
  const expression = given.type === null ? null : coerce(given, rule.type);
  const value = expression?.kind === "literal" ? expression.value : null;
  if (value !== null && expression!.type.kind === rule.type.kind && rule.allows(value)) return value;
  report.error(
    "WRONG_PARAMETER",
    node.range,
    `The ${rule.name} of ${call.upper} has to be ${rule.wanted}, written out.`,
    { hint: call.hint },
  );
  return undefined;
}

/** @returns null when one of them is. */
function allOf(list: readonly (Expression | null)[]): readonly Expression[] | null {
  return list.every((item) => item !== null) ? list : null;
}

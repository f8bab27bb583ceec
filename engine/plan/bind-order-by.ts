import { BOOLEAN, isNested, typeName } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import { expressionIdentity } from "../expression/expression-identity.ts";
import type { SortKey } from "../spec/result-spec.ts";
import type { OrderItem } from "../sql/ast.ts";
import type { ExpressionBinder } from "./bind-expression.ts";
import type { BindingContext } from "./binding-context.ts";
import { coerce } from "./coerce.ts";

/** ORDER BY over the columns of a projection, which it may add to. */
export interface BoundOrder {
  readonly keys: readonly SortKey[];
  /** The projection with what only the order reads behind it. */
  readonly projection: readonly Expression[];
}

/**
 * Binds ORDER BY: names from SELECT, positions in it, and expressions over what it sees.
 * @param items of SELECT, bound. @returns null after reporting what is wrong.
 */
export function bindOrderBy(
  order: readonly OrderItem[],
  items: readonly Expression[],
  binder: ExpressionBinder,
  context: BindingContext,
): BoundOrder | null {
  const projection = [...items];
  const keys = order.map(({ expression, descending, nulls }): SortKey | null => {
    const key =
      expression.kind === "integer"
        ? itemAt(expression.value, expression.range, items, context)
        : bindKey(expression, binder, context);
    if (key === null) return null;
    if (isNested(key.type))
      return context.report.error("TYPE_MISMATCH", expression.range, `${typeName(key.type)} has no order.`, {
        hint: "Order by something in it.",
      });
    const nullsFirst = nulls === null ? context.rules.nullIsLeast !== descending : nulls === "first";
    return { column: placeIn(projection, key), descending, nullsFirst };
  });
  return keys.every((key) => key !== null) ? { keys, projection } : null;
}

function itemAt(
  position: bigint,
  range: OrderItem["range"],
  items: readonly Expression[],
  { report }: BindingContext,
): Expression | null {
  const item = position >= 1n && position <= items.length ? items[Number(position) - 1]! : null;
  return (
    item ??
    report.error("WRONG_ORDER_POSITION", range, `SELECT has no item number ${position}.`, {
      hint: `Write a number from 1 to ${items.length}, or the name of a column.`,
    })
  );
}

function bindKey(
  node: OrderItem["expression"],
  binder: ExpressionBinder,
  { report }: BindingContext,
): Expression | null {
  const value = binder.bind(node);
  if (value === null) return null;
  const key = coerce(value, value.type ?? BOOLEAN);
  if (key.kind !== "literal") return key;
  return report.error("CONSTANT_ORDER", node.range, "This is the same for every row, so it orders nothing.", {
    hint: "Name a column, or give the number of an item of SELECT.",
  });
}

function placeIn(projection: Expression[], key: Expression): number {
  const identity = expressionIdentity(key);
  const known = projection.findIndex((item) => expressionIdentity(item) === identity);
  return known >= 0 ? known : projection.push(key) - 1;
}

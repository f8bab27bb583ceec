import type { StreamDefinition } from "../catalog/stream-definition.ts";
import type { FromItem, SelectItem } from "../sql/ast.ts";
import type { Expression } from "../sql/expression-ast.ts";

/** A column that carries the event time: that of a stream, or window_time of a windowing table function. */
export interface TimeAttribute {
  /** What may stand before its name, lower case; null: nothing. */
  readonly qualifier: string | null;
  /** Lower case. */
  readonly column: string;
}

/** The columns with the event time that FROM offers; none of inner queries. */
export function timeAttributes(
  from: FromItem | null,
  streams: readonly StreamDefinition[],
): readonly TimeAttribute[] {
  if (from === null) return [];
  switch (from.kind) {
    case "stream": {
      const name = from.name.text.toLowerCase();
      const column = streams.find((stream) => stream.name.toLowerCase() === name)?.eventTime?.toLowerCase();
      return column === undefined ? [] : [{ qualifier: (from.alias?.text ?? name).toLowerCase(), column }];
    }
    case "window-function":
      return [{ qualifier: from.alias?.text.toLowerCase() ?? null, column: "window_time" }];
    case "join":
      return [...timeAttributes(from.left, streams), ...timeAttributes(from.right, streams)];
    case "derived":
    case "table-function":
    case "table-operation":
      return [];
  }
}

/** Whether an expression is the event time as it comes, not computed with. */
export function isTimeAttribute(node: Expression, attributes: readonly TimeAttribute[]): boolean {
  if (node.kind !== "column") return false;
  const qualifier = node.qualifier?.text.toLowerCase() ?? null;
  return attributes.some(
    (attribute) =>
      attribute.column === node.name.text.toLowerCase() &&
      (qualifier === null || qualifier === attribute.qualifier),
  );
}

/** How many columns with the event time an item of SELECT gives. */
export function timeAttributesOf(item: SelectItem, attributes: readonly TimeAttribute[]): number {
  if (item.kind === "expression") {
    const { expression } = item;
    const called = expression.kind === "call" && /^(TUMBLE|HOP|SESSION)_ROWTIME$/i.test(expression.name.text);
    return called || isTimeAttribute(expression, attributes) ? 1 : 0;
  }
  const only = item.qualifier?.text.toLowerCase() ?? null;
  const excluded = new Set(item.except.map(({ name }) => name.text.toLowerCase()));
  return attributes.filter(
    ({ qualifier, column }) => (only === null || only === qualifier) && !excluded.has(column),
  ).length;
}

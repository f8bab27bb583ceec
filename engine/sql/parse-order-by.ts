import type { OrderItem } from "./ast.ts";
import type { Parser } from "./parser.ts";

/** Parses the list behind ORDER BY. */
export function parseOrderItems(parser: Parser): readonly OrderItem[] {
  const items: OrderItem[] = [];
  do {
    const expression = parser.expression();
    const descending = parser.takeWords("DESC") !== null;
    if (!descending) parser.takeWords("ASC");
    const first = parser.takeWords("NULLS", "FIRST") !== null;
    const last = !first && parser.takeWords("NULLS", "LAST") !== null;
    const nulls = first ? "first" : last ? "last" : null;
    items.push({ range: parser.since(expression.range.start), expression, descending, nulls });
  } while (parser.takeSymbol(",") !== null);
  return items;
}

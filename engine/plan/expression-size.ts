import type { Expression } from "../sql/expression-ast.ts";

/** Nodes of an expression, itself among them; what is shared counts at each place. */
export function expressionSize(expression: Expression): number {
  let size = 0;
  const left: unknown[] = [expression];
  while (left.length > 0) {
    const part = left.pop();
    if (typeof part !== "object" || part === null) continue;
    if ("kind" in part) size++;
    for (const child of Object.values(part)) left.push(child);
  }
  return size;
}

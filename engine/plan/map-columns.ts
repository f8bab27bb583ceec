import type { ColumnReference, Expression } from "../sql/expression-ast.ts";

const queries: ReadonlySet<unknown> = new Set(["select", "union", "with", "values"]);

/** A copy of a tree with other expressions in the places of its columns. Queries inside it stay as they are. */
export function mapColumns<T>(tree: T, replace: (node: ColumnReference) => Expression): T {
  return mapped(tree, replace) as T;
}

function mapped(tree: unknown, replace: (node: ColumnReference) => Expression): unknown {
  if (Array.isArray(tree)) return tree.map((part) => mapped(part, replace));
  if (typeof tree !== "object" || tree === null) return tree;
  if (isColumn(tree)) return replace(tree);
  if ("kind" in tree && queries.has(tree.kind)) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, part]) => [key, mapped(part, replace)]));
}

function isColumn(node: object): node is ColumnReference {
  return "kind" in node && node.kind === "column" && "qualifier" in node;
}

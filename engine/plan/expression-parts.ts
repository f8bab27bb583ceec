import type { Expression } from "../sql/expression-ast.ts";

/**
 * The expression and all that stand inside it, in the order of the text. However deep it is, the stack stays flat.
 * @param enter whether to look into an expression.
 */
export function* partsOf(root: Expression, enter: (node: Expression) => boolean): Generator<Expression> {
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if (enter(node)) waiting.push(...childrenOf(node).toReversed());
  }
}

function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "unary":
    case "is-null":
    case "is-truth":
    case "cast":
    case "extract":
      return [node.operand];
    case "binary":
    case "is-distinct":
      return [node.left, node.right];
    case "between":
      return [node.operand, node.low, node.high];
    case "in":
      return [node.operand, ...node.list];
    case "like":
      return [node.operand, node.pattern, ...(node.escape ? [node.escape] : [])];
    case "case":
      return [
        ...(node.operand ? [node.operand] : []),
        ...node.branches.flatMap(({ when, result }) => [when, result]),
        ...(node.otherwise ? [node.otherwise] : []),
      ];
    case "call":
      return [
        ...node.arguments,
        ...node.orderBy.map(({ expression }) => expression),
        ...(node.filter ? [node.filter] : []),
      ];
    case "array":
      return node.elements;
    case "map":
      return node.entries.flatMap(({ key, value }) => [key, value]);
    case "row":
      return node.fields.map(({ value }) => value);
    case "field":
      return [node.operand];
    case "element":
      return [node.operand, node.index];
    case "integer":
    case "decimal":
    case "float":
    case "string":
    case "boolean":
    case "null":
    case "interval":
    case "time":
    case "column":
    case "subquery":
    case "missing":
      return [];
  }
}

import type { SourceRange } from "../common/source-range.ts";

/** Deeper trees would overflow the stack of whoever walks them recursively. */
export const greatestHeight = 400;

/**
 * The range of a node that lies more than `greatestHeight` levels deep, or null. Long chains of operators make such
 * trees without any nesting in the text. The walk keeps its own stack.
 */
export function tooHigh(root: object): SourceRange | null {
  const waiting: { readonly node: object; readonly level: number; readonly range: SourceRange }[] = [
    { node: root, level: 0, range: { start: 0, end: 0 } },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, level } = next;
    const range = "range" in node ? (node.range as SourceRange) : next.range;
    if (level > greatestHeight) return range;
    for (const part of Object.values(node))
      if (typeof part === "object" && part !== null)
        waiting.push({ node: part as object, level: level + 1, range });
  }
  return null;
}

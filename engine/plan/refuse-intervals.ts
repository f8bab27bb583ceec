import type { SourceRange } from "../common/source-range.ts";
import type { Select } from "../sql/ast.ts";
import type { BindingContext } from "./binding-context.ts";
import { treeNodes } from "./tree-nodes.ts";

/** The text up to the unit, the first number, the unit, and the digits that the unit is declared with. */
const written = /^(INTERVAL\s*[+-]?\s*'\s*[+-]?(\d+)[^']*'\s*([A-Z]+))(?:\s*\(\s*(\d+))?/i;

/** Refuses `INTERVAL '100' SECOND` where the engine takes two digits: the count is not in the tree, but in the text. */
export function refuseIntervals(select: Select, { sql, limits, report }: BindingContext): void {
  const refusal = limits.refusals?.intervalDigits;
  if (refusal === undefined) return;
  for (const range of lengthsIn(select)) {
    const text = sql.slice(range.start, range.end);
    const [found, before = "", number = "", unit = "", declared] = written.exec(text) ?? [];
    const digits = number.replace(/^0+(?=.)/, "").length;
    if (found === undefined || digits <= Number(declared ?? 2)) continue;
    report.error(refusal.code, range, refusal.message, {
      hint: `Write ${unit.toUpperCase()}(${digits}).`,
      fix: declared === undefined ? `${before}(${digits})${text.slice(before.length)}` : null,
    });
  }
}

/** Where the query has lengths of time: they have milliseconds. */
function lengthsIn(select: Select): readonly SourceRange[] {
  const ranges: SourceRange[] = [];
  for (const node of treeNodes(select))
    if ("ms" in node && "range" in node) ranges.push(node.range as SourceRange);
  return ranges;
}

import type { ColumnReference, Expression } from "../sql/expression-ast.ts";
import type { Source } from "./bind-source.ts";
import { findColumn, ownerOf } from "./column-lookup.ts";
import { boundOfColumn } from "./window-bound-names.ts";

/** A column of the stream, and the fields in fields of it that are taken; lower case. */
interface Path {
  readonly column: number;
  readonly fields: readonly string[];
}

/**
 * Whether two columns, or fields of columns, are the same one, however it is written: `a.b`, `a->b` or `stream.a.b`.
 * @returns undefined where one of them is a field of something else.
 */
export function sameReference(a: Expression, b: Expression, source: Source): boolean | undefined {
  const [one, other] = [pathOf(a, source), pathOf(b, source)];
  if (one === null || other === null) return undefined;
  return (
    one.column >= 0 &&
    one.column === other.column &&
    JSON.stringify(one.fields) === JSON.stringify(other.fields)
  );
}

function pathOf(node: Expression, source: Source): Path | null {
  if (node.kind === "field") {
    const path = pathOf(node.operand, source);
    return path && { ...path, fields: [...path.fields, node.name.text.toLowerCase()] };
  }
  if (node.kind !== "column") return null;
  const owner = ownerOf(node, source);
  if (owner === null) return { column: columnOf(node, source), fields: [] };
  return { column: findColumn(owner, source), fields: [node.name.text.toLowerCase()] };
}

/** The columns that a windowing table function adds have the numbers behind the stream's columns and the arrival. */
function columnOf(node: ColumnReference, source: Source): number {
  const own = findColumn(node, source);
  const which = own < 0 && source.tableFunction !== null ? boundOfColumn(node.name.text) : null;
  return which === null ? own : source.stream.schema.length + 1 + ["start", "end", "time"].indexOf(which);
}

import type { Schema } from "../data/schema.ts";
import type { SelectExpression } from "../sql/ast.ts";
import type { BindingContext } from "./binding-context.ts";

/** The name of a result column: the one given with AS, the column's or field's own, or the expression as it was typed. */
export function outputName({ alias, expression }: SelectExpression, { sql }: BindingContext): string {
  if (alias) return alias.text;
  if (expression.kind === "column" || expression.kind === "field") return expression.name.text;
  return sql.slice(expression.range.start, expression.range.end).replace(/\s+/g, " ");
}

/** Warns of result columns that share a name with one before them. */
export function warnOfRepeatedNames(
  output: Schema,
  items: readonly { readonly range: SelectExpression["range"] }[],
  { report }: BindingContext,
): void {
  const seen = new Set<string>();
  output.forEach(({ name }, index) => {
    if (seen.has(name.toLowerCase()))
      report.warning("DUPLICATE_COLUMN", items[index]!.range, `The result has two columns named ${name}.`, {
        hint: "Name one of them with AS.",
      });
    seen.add(name.toLowerCase());
  });
}

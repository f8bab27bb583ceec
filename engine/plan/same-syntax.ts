import type { ColumnReference, Expression } from "../sql/expression-ast.ts";

/**
 * Whether two expressions are written alike: ranges, letter case of names and parentheses do not matter.
 * @param sameColumn decides on columns.
 */
export function sameSyntax(
  a: Expression,
  b: Expression,
  sameColumn: (a: ColumnReference, b: ColumnReference) => boolean,
): boolean {
  return same(a, b, sameColumn);
}

/** As `sameSyntax` for any two trees, where columns are the same that are written alike. */
export function sameTree(a: object, b: object): boolean {
  const sameColumn = (x: ColumnReference, y: ColumnReference): boolean =>
    lower(x.name.text) === lower(y.name.text) && lower(x.qualifier?.text) === lower(y.qualifier?.text);
  return same(a, b, sameColumn);
}

function same(
  a: unknown,
  b: unknown,
  sameColumn: (a: ColumnReference, b: ColumnReference) => boolean,
): boolean {
  if (!isObject(a) || !isObject(b)) return a === b;
  if (isColumn(a) && isColumn(b)) return sameColumn(a, b);
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => {
      if (key === "range" || key.endsWith("Range")) return true;
      if (key === "text" && "quoted" in a) return lower(a[key]) === lower(b[key]);
      return key === "quoted" || same(a[key], b[key], sameColumn);
    })
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isColumn(value: object): value is ColumnReference {
  return "kind" in value && value.kind === "column";
}

function lower(value: unknown): unknown {
  return typeof value === "string" ? value.toLowerCase() : value;
}

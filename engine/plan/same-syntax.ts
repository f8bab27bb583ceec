import type { ColumnReference, Expression, FieldAccess } from "../sql/expression-ast.ts";

/** Decides on two columns or fields of something; undefined: they are compared part by part. */
type SameReference = (
  a: ColumnReference | FieldAccess,
  b: ColumnReference | FieldAccess,
) => boolean | undefined;

/** Whether two expressions are written alike: ranges, letter case of names and parentheses do not matter. */
export function sameSyntax(a: Expression, b: Expression, sameReference: SameReference): boolean {
  return same(a, b, sameReference);
}

/** As `sameSyntax` for any two trees, where columns are the same that are written alike. */
export function sameTree(a: object, b: object): boolean {
  return same(a, b, () => undefined);
}

function same(a: unknown, b: unknown, sameReference: SameReference): boolean {
  if (!isObject(a) || !isObject(b)) return a === b;
  const known = isReference(a) && isReference(b) ? sameReference(a, b) : undefined;
  if (known !== undefined) return known;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => {
      if (key === "range" || key.endsWith("Range")) return true;
      if (key === "text" && "quoted" in a) return lower(a[key]) === lower(b[key]);
      return key === "quoted" || same(a[key], b[key], sameReference);
    })
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isReference(value: object): value is ColumnReference | FieldAccess {
  return "kind" in value && (value.kind === "column" || value.kind === "field");
}

function lower(value: unknown): unknown {
  return typeof value === "string" ? value.toLowerCase() : value;
}

import { aggregateNames, findAggregate } from "../aggregate/registry.ts";
import type { FunctionDocument } from "../expression/function-document.ts";
import { writtenFunctions } from "../expression/function-registry.ts";
import { functionForms } from "../plan/form-documents.ts";

/** A function as completion, hover and the list of functions show it. */
export interface DocumentedFunction {
  /** Upper case, as it is written: `SUBSTRING`. */
  readonly name: string;
  readonly kind: "scalar" | "aggregate";
  readonly document: FunctionDocument;
}

/** Every function that a query can call, sorted by name; aliases are in the documents. */
export function functionDocuments(): readonly DocumentedFunction[] {
  const aggregates = new Set(aggregateNames().map((name) => findAggregate(name)!));
  return [
    ...[...aggregates].flatMap((entry) => documented(entry, "aggregate")),
    ...functionForms.flatMap((entry) => documented(entry, "scalar")),
    ...writtenFunctions().flatMap((entry) => documented(entry, "scalar")),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** One, or none where the function says nothing of itself. */
function documented(
  { name, document }: { readonly name: string; readonly document?: FunctionDocument },
  kind: DocumentedFunction["kind"],
): readonly DocumentedFunction[] {
  return document ? [{ name: name.toUpperCase(), kind, document }] : [];
}

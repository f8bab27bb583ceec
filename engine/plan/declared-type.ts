import type { DataType } from "../data/data-type.ts";
import type { TypeName } from "../sql/expression-ast.ts";
import { declaredKind } from "./type-names.ts";

/**
 * Whether the type that a definition writes can be that of a column of the data. Lengths and widths say nothing of values
 * that are there already; the digits behind the point of a DECIMAL do, and so do elements and fields.
 */
export function describesType(node: TypeName, actual: DataType): boolean {
  if (declaredKind(node.name) !== actual.kind) return false;
  const { parameters, elements, fields } = node;
  if (actual.kind === "DECIMAL") return parameters.length === 0 || (parameters[1] ?? 0) === actual.scale;
  if (actual.kind === "ARRAY") return elements[0] !== undefined && describesType(elements[0], actual.element);
  if (actual.kind === "MAP") return elements[1] !== undefined && describesType(elements[1], actual.value);
  if (actual.kind !== "STRUCT") return true;
  return (
    elements.length === actual.fields.length &&
    actual.fields.every(
      ({ name, type }, index) =>
        fields[index]?.text.toLowerCase() === name.toLowerCase() && describesType(elements[index]!, type),
    )
  );
}

import type { SourceRange } from "../common/source-range.ts";
import { BIGINT, type DataType, structOf, typeName } from "../data/data-type.ts";
import type { Identifier } from "../sql/ast.ts";
import type * as ast from "../sql/expression-ast.ts";
import { bindCall } from "./bind-call.ts";
import type { BindingContext } from "./binding-context.ts";
import { bound, type Bound } from "./bound.ts";
import { listNames } from "./list-names.ts";
import { nearestName } from "./nearest-name.ts";
import { quoteName } from "./quote-name.ts";

/** `operand.name`, `operand->name`: a field of a STRUCT. */
export function bindField(
  operand: Bound,
  name: Identifier,
  range: SourceRange,
  { report }: BindingContext,
): Bound | null {
  const { type } = operand;
  if (type?.kind !== "STRUCT")
    return report.error(
      "NOT_A_STRUCT",
      name.range,
      `${name.text} is a field of nothing here: ${hasNoFields(type)}.`,
      {
        hint: fieldlessHint(type, name),
      },
    );
  const wanted = name.text.toLowerCase();
  const index = type.fields.findIndex((field) => field.name.toLowerCase() === wanted);
  const field = type.fields[index];
  if (field)
    return bound(
      {
        kind: "call",
        name: ".",
        arguments: [operand.expression, { kind: "literal", value: BigInt(index), type: BIGINT }],
        type: field.type,
      },
      range,
    );
  const names = type.fields.map((one) => one.name);
  const near = nearestName(name.text, names);
  return report.error("UNKNOWN_FIELD", name.range, `This structure has no field ${name.text}.`, {
    hint: near === null ? `Its fields are: ${listNames(names)}.` : `Did you mean ${near}?`,
    fix: near === null ? null : quoteName(near),
  });
}

function hasNoFields(type: DataType | null): string {
  return type === null ? "NULL has no fields" : `${typeName(type)} has no fields`;
}

function fieldlessHint(type: DataType | null, name: Identifier): string {
  if (type?.kind === "MAP") return `The value of a key is taken by map['${name.text}'].`;
  if (type?.kind === "STRING") return `A value in JSON text is taken by JSON_VALUE(text, '$.${name.text}').`;
  return "Only a STRUCT has fields.";
}

/** `ROW(a, b)` and `STRUCT(x := a)`: fields without a name are called f1, f2, … by their place. */
export function bindRow(
  fields: ast.RowConstructor["fields"],
  values: readonly Bound[],
  range: SourceRange,
  context: BindingContext,
): Bound | null {
  const struct = bindCall("struct", values, range, context);
  if (struct === null || struct.type?.kind !== "STRUCT") return struct;
  const seen = new Set<string>();
  for (const { name } of fields) {
    if (name === null) continue;
    if (seen.has(name.text.toLowerCase()))
      return context.report.error(
        "DUPLICATE_FIELD",
        name.range,
        `The structure has two fields named ${name.text}.`,
        {
          hint: "Give one of them another name.",
        },
      );
    seen.add(name.text.toLowerCase());
  }
  const type = structOf(
    struct.type.fields.map((field, index) => ({ ...field, name: fields[index]?.name?.text ?? field.name })),
  );
  return { ...struct, expression: { ...struct.expression, type }, type };
}

import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { typeName, type DataType } from "../data/data-type.ts";
import { fieldIndex } from "../data/schema.ts";
import type { Identifier } from "../sql/ast.ts";
import type { ColumnDefinition, CreateStatement } from "../sql/statement-ast.ts";
import { describesType } from "./declared-type.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { listNames } from "./list-names.ts";
import { nearestName } from "./nearest-name.ts";
import { declarableNames, declaredKind, isTypeName } from "./type-names.ts";
import { quoteName } from "./quote-name.ts";

/**
 * Checks the columns of a definition against those of the data. @returns Their indexes in the data's schema, in the
 * order of the definition; those that the data do not have are left out. null: it lists none, or all by `*`.
 */
export function bindDeclaredColumns(
  { elements, includes }: CreateStatement,
  loaded: StreamDefinition,
  report: DiagnosticList,
): readonly number[] | null {
  const listed = elements?.columns ?? [];
  const indexes: number[] = [];
  const add = (index: number | null, name: Identifier): void => {
    if (index === null) return;
    if (indexes.includes(index))
      report.error("DUPLICATE_COLUMN", name.range, `The column ${name.text} stands twice.`, {
        hint: "Remove one of them.",
      });
    else indexes.push(index);
  };
  for (const column of listed) add(bindColumn(column, loaded, report), column.name);
  for (const { name, what, range } of includes) {
    const index = name === null ? -1 : fieldIndex(loaded.schema, name.text);
    if (index >= 0) add(index, name!);
    else
      report.unsupported(
        "UNSUPPORTED_METADATA_COLUMN",
        range,
        `${loaded.name} has no ${what} of a message that could become a column.`,
        { hint: `Leave INCLUDE out; the columns are: ${namesOf(loaded)}.` },
      );
  }
  return listed.length === 0 || elements?.star ? null : indexes;
}

function bindColumn(
  column: ColumnDefinition,
  loaded: StreamDefinition,
  report: DiagnosticList,
): number | null {
  const { name, computed } = column;
  if (computed !== null)
    return report.unsupported(
      "UNSUPPORTED_COMPUTED_COLUMN",
      column.range,
      `Columns that a definition computes, as ${name.text}, are not run yet.`,
      { hint: "Write the expression in the query." },
    );
  const index = fieldIndex(loaded.schema, name.text);
  if (index >= 0) {
    checkType(column, loaded.schema[index]!.type, report);
    return index;
  }
  if (column.metadata !== null)
    return report.unsupported(
      "UNSUPPORTED_METADATA_COLUMN",
      column.range,
      `${loaded.name} has no column ${name.text}, and no message around its records.`,
      { hint: `Leave it out; the columns are: ${namesOf(loaded)}.` },
    );
  const near = nearestName(
    name.text,
    loaded.schema.map((field) => field.name),
  );
  return report.error(
    "UNKNOWN_COLUMN",
    name.range,
    `The data of ${loaded.name} have no column ${name.text}.`,
    {
      hint: near === null ? `The columns are: ${namesOf(loaded)}.` : `Did you mean ${near}?`,
      fix: near === null ? null : quoteName(near),
    },
  );
}

function checkType({ type, name }: ColumnDefinition, actual: DataType, report: DiagnosticList): void {
  if (type === null || describesType(type, actual)) return;
  const right = typeName(actual);
  const { range } = type;
  if (!isTypeName(type.name)) {
    const near = nearestName(type.name, declarableNames);
    report.error("UNKNOWN_TYPE", range, `There is no type ${type.name}.`, {
      hint: near === null ? `In the data ${name.text} is ${right}.` : `Did you mean ${near}?`,
      fix: right,
    });
  } else if (declaredKind(type.name) === null)
    report.unsupported("UNSUPPORTED_TYPE", range, `No column here is of the type ${type.name}.`, {
      hint: `In the data ${name.text} is ${right}.`,
      fix: right,
    });
  else {
    const nested = ["ARRAY", "MAP", "STRUCT"].includes(declaredKind(type.name)!);
    report.error("TYPE_MISMATCH", range, `${name.text} is ${right} in the data.`, {
      hint:
        nested && actual.kind === "STRING"
          ? `Write ${right}; where it is JSON, CAST(${name.text} AS ${type.name}<…>) in the query makes a value of this type.`
          : `Write ${right}; convert it in the query with CAST.`,
      fix: right,
    });
  }
}

function namesOf({ schema }: StreamDefinition): string {
  return listNames(schema.map((field) => field.name));
}

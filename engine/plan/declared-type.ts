import type { DataType } from "../data/data-type.ts";
import type { TypeName } from "../sql/expression-ast.ts";

type Kind = DataType["kind"];

const names: Readonly<Record<Kind, string>> = {
  BOOLEAN: "BOOLEAN BOOL",
  BIGINT: "BIGINT INT INTEGER SMALLINT TINYINT INT2 INT4 INT8 LONG",
  DOUBLE: "DOUBLE FLOAT REAL FLOAT4 FLOAT8",
  DECIMAL: "DECIMAL NUMERIC DEC",
  STRING: "STRING VARCHAR CHAR TEXT CHARACTER JSON JSONB UUID",
  TIMESTAMP: "TIMESTAMP TIMESTAMP_LTZ TIMESTAMPTZ DATETIME",
  DATE: "DATE",
  INTERVAL: "INTERVAL",
  ARRAY: "ARRAY LIST",
  MAP: "MAP",
  STRUCT: "STRUCT ROW",
};

const kinds: ReadonlyMap<string, Kind> = new Map([
  ...Object.entries(names).flatMap(([kind, spellings]) =>
    spellings.split(" ").map((name) => [name, kind as Kind] as const),
  ),
  ["DOUBLE PRECISION", "DOUBLE"],
  ["CHARACTER VARYING", "STRING"],
]);

/** Types that the engines have and that no column here has. */
const foreign: ReadonlySet<string> = new Set(
  "BYTES BINARY VARBINARY BYTEA BLOB TIME TIMETZ VARIANT RAW MULTISET RW_INT256 SYMBOL NULL".split(" "),
);

/** Whether an engine has a type of that name. */
export function isKnownType(node: TypeName): boolean {
  return declaredKind(node) !== null || foreign.has(node.name.split(" ")[0]!);
}

/** The names that a column's type may have in a definition. */
export const declarableTypes: readonly string[] = [...kinds.keys()];

/** The kind of value that a type of a definition stands for, whatever its length or width; null: it is none of ours. */
export function declaredKind({ name }: TypeName): Kind | null {
  const plain = name.replace(/ WITH(OUT)?( LOCAL)? TIME ZONE$/, "");
  return kinds.get(plain) ?? null;
}

/**
 * Whether the type that a definition writes can be that of a column of the data. Lengths and widths say nothing of values
 * that are there already; the digits behind the point of a DECIMAL do, and so do elements and fields.
 */
export function describesType(node: TypeName, actual: DataType): boolean {
  if (declaredKind(node) !== actual.kind) return false;
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

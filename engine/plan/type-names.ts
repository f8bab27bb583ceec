import type { DataType } from "../data/data-type.ts";

type Kind = DataType["kind"];

/** The names of the types, by the kind of value that they stand for; `_` is a space where SQL has two words. */
const spellings: Readonly<Record<Kind, string>> = {
  BOOLEAN: "BOOLEAN BOOL",
  BIGINT: "BIGINT INT INTEGER INT8",
  DOUBLE: "DOUBLE DOUBLE_PRECISION FLOAT REAL FLOAT8",
  DECIMAL: "DECIMAL NUMERIC DEC",
  STRING: "STRING VARCHAR TEXT CHARACTER_VARYING CHAR_VARYING",
  TIMESTAMP: "TIMESTAMP TIMESTAMP_LTZ TIMESTAMPTZ DATETIME",
  DATE: "DATE",
  INTERVAL: "INTERVAL",
  ARRAY: "ARRAY",
  MAP: "MAP",
  STRUCT: "STRUCT ROW",
};

/** Names that columns may have: their values are kept as those of a wider type, and CAST would have to make less of them. */
const onlyDeclared: Readonly<Partial<Record<Kind, string>>> = {
  BIGINT: "SMALLINT TINYINT INT2 INT4 LONG",
  DOUBLE: "FLOAT4",
  STRING: "CHAR CHARACTER JSON JSONB UUID",
  ARRAY: "LIST",
};

/** Types that the engines have and that no value here has. */
const foreign: ReadonlySet<string> = new Set(
  "BYTES BINARY VARBINARY BYTEA BLOB TIME TIMETZ VARIANT RAW MULTISET RW_INT256 SYMBOL NULL".split(" "),
);

const castable = byName(spellings);
const declarable = new Map([...castable, ...byName(onlyDeclared)]);

/** @param name as the parser reads it. @returns The kind that CAST makes of it, or null. */
export function castKind(name: string): Kind | null {
  return castable.get(withoutZone(name)) ?? null;
}

/** @returns The kind of value that a column declared so has, or null. */
export function declaredKind(name: string): Kind | null {
  return declarable.get(withoutZone(name)) ?? null;
}

/** Whether an engine has a type of that name. */
export function isTypeName(name: string): boolean {
  return declaredKind(name) !== null || foreign.has(name.split(" ")[0]!);
}

/** The names that CAST knows, for "did you mean". */
export const castNames: readonly string[] = [...castable.keys()];

/** The names that a column's type may have in a definition. */
export const declarableNames: readonly string[] = [...declarable.keys()];

/** All times are UTC. */
function withoutZone(name: string): string {
  return name.replace(/^(TIME|TIMESTAMP) WITH(OUT)?( LOCAL)? TIME ZONE$/, "$1");
}

function byName(list: Readonly<Partial<Record<Kind, string>>>): ReadonlyMap<string, Kind> {
  const kinds = Object.keys(list) as Kind[];
  return new Map(
    kinds.flatMap((kind) =>
      list[kind]!.split(" ").map((name) => [name.replace(/(?<=DOUBLE|CHARACTER|CHAR)_/, " "), kind] as const),
    ),
  );
}

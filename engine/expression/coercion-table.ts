import { type DataType, typeName } from "../data/data-type.ts";

/**
 * How values of one type become values of another:
 * `implicit` wherever the other is wanted, without loss of meaning; `compared` beside it in a comparison only, where a
 * text is read as a time and a BIGINT as ms since the epoch; `cast` by CAST alone; `never` at all.
 */
export type Coercion = "implicit" | "compared" | "cast" | "never";

type Kind = DataType["kind"];

/** All that is not listed is `never`; a kind to itself is looked at in `coercionOf`. */
const table: Readonly<Record<Kind, Readonly<Partial<Record<Kind, Coercion>>>>> = {
  BOOLEAN: { STRING: "cast", BIGINT: "cast" },
  BIGINT: {
    DECIMAL: "implicit",
    DOUBLE: "implicit",
    TIMESTAMP: "compared",
    STRING: "cast",
    BOOLEAN: "cast",
    INTERVAL: "cast",
  },
  DECIMAL: { DOUBLE: "implicit", BIGINT: "cast", STRING: "cast" },
  DOUBLE: { BIGINT: "cast", DECIMAL: "cast", STRING: "cast" },
  STRING: {
    TIMESTAMP: "compared",
    BOOLEAN: "cast",
    BIGINT: "cast",
    DECIMAL: "cast",
    DOUBLE: "cast",
    DATE: "cast",
    INTERVAL: "cast",
    ARRAY: "cast",
    MAP: "cast",
    STRUCT: "cast",
  },
  TIMESTAMP: { STRING: "cast", BIGINT: "cast", DATE: "cast" },
  DATE: { TIMESTAMP: "implicit", STRING: "cast" },
  INTERVAL: { STRING: "cast", BIGINT: "cast" },
  ARRAY: { STRING: "cast" },
  MAP: { STRING: "cast" },
  STRUCT: { STRING: "cast" },
};

/**
 * The most that is allowed from one type to another. DECIMALs of other digits are `implicit`; an ARRAY, MAP or STRUCT
 * goes to one of its own kind as what is in it does, a STRUCT field by field in order.
 */
export function coercionOf(from: DataType, to: DataType): Coercion {
  if (from.kind === "ARRAY" && to.kind === "ARRAY") return inside(coercionOf(from.element, to.element));
  if (from.kind === "MAP" && to.kind === "MAP") return inside(coercionOf(from.value, to.value));
  if (from.kind === "STRUCT" && to.kind === "STRUCT") {
    if (from.fields.length !== to.fields.length) return "never";
    const parts = from.fields.map(({ type }, index) => inside(coercionOf(type, to.fields[index]!.type)));
    return parts.includes("never") ? "never" : parts.includes("cast") ? "cast" : "implicit";
  }
  return from.kind === to.kind ? "implicit" : (table[from.kind][to.kind] ?? "never");
}

/** What comparisons do with a value they do not do with what is in it. */
function inside(coercion: Coercion): Coercion {
  return coercion === "compared" ? "cast" : coercion;
}

/** @param from null: an untyped NULL, which casts to all. @returns One sentence why CAST is refused, or null. */
export function castProblem(from: DataType | null, to: DataType): string | null {
  if (from === null || coercionOf(from, to) !== "never") return null;
  return `${typeName(from)} cannot be cast to ${typeName(to)}.`;
}

/** @returns The kinds that CAST makes a value of the type from, its own last. */
export function sourcesOf({ kind }: DataType): readonly Kind[] {
  const others = (Object.keys(table) as Kind[]).filter(
    (from) => from !== kind && table[from][kind] !== undefined,
  );
  return [...others, kind];
}

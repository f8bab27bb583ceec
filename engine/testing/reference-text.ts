import type { DataType, Value } from "../data/data-type.ts";
import { textOf } from "./reference-cast.ts";

/** Functions of text, of arguments that are not NULL. Lengths and positions count code points. */
export function applyText(name: string, values: readonly Value[], types: readonly DataType[]): Value {
  const text = textOf(values[0]!, types[0]!);
  const characters = Array.from(text);
  switch (name) {
    case "||":
      return text + textOf(values[1]!, types[1]!);
    case "upper":
    case "ucase":
      return text.toUpperCase();
    case "lower":
    case "lcase":
      return text.toLowerCase();
    case "trim":
      return text.trim();
    case "ltrim":
      return text.trimStart();
    case "rtrim":
      return text.trimEnd();
    case "length":
    case "len":
    case "char_length":
      return BigInt(characters.length);
    case "substring":
    case "substr":
      return substring(characters, Number(values[1]), values.length > 2 ? Number(values[2]) : Infinity);
    case "like":
      return like(characters, Array.from(String(values[1])), values.length > 2 ? String(values[2]) : null);
    default:
      throw new Error(`The reference engine has no function ${name}.`);
  }
}

/** Counted from 1, or from the end where `from` is below 0. */
function substring(characters: readonly string[], from: number, length: number): string {
  const start = from < 0 ? characters.length + from : from - 1;
  return characters.filter((_, index) => index >= start && index < start + length).join("");
}

/** `%` any run, `_` any one character; after the escape character both are themselves. */
function like(text: readonly string[], pattern: readonly string[], escape: string | null): boolean {
  if (pattern.length === 0) return text.length === 0;
  const [first, ...rest] = pattern;
  if (first === escape && rest.length > 0)
    return text[0] === rest[0] && like(text.slice(1), rest.slice(1), escape);
  if (first === "%")
    return like(text, rest, escape) || (text.length > 0 && like(text.slice(1), pattern, escape));
  return text.length > 0 && (first === "_" || first === text[0]) && like(text.slice(1), rest, escape);
}

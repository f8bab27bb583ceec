import type { Identifier } from "../../sql/ast.ts";

/** Lines of a tree are broken where they would be longer. */
const lineLength = 110;

/** Fields that say something when they are false. */
const telling = new Set(["value", "truth"]);

/**
 * A syntax tree as one S-expression, to read in review and to compare: `(kind :field value …)`, lists in brackets.
 * Left out are ranges, and fields that are null, empty or a false flag. A field that holds only the range of a word
 * (DISTINCT) prints as `yes`; a name prints as typed, in backquotes where it was quoted; any other text as JSON.
 */
export function treeText(node: unknown): string {
  return layOut(node).print(0);
}

/** A text that can be printed on one line, where it fits, or on several. */
interface Layout {
  /** null: too long for any line. */
  readonly line: string | null;
  readonly print: (indent: number) => string;
}

function layOut(value: unknown): Layout {
  if (typeof value !== "object" || value === null) return word(atom(value));
  if (isRange(value)) return word("yes");
  if (isIdentifier(value)) return word(value.quoted ? `\`${value.text}\`` : value.text);
  if (Array.isArray(value)) return group("[", value.map(layOut), "]");
  const { kind, ...rest } = value as Readonly<Record<string, unknown>>;
  const fields = Object.entries(rest).filter(([name, field]) => says(name, field));
  const parts = fields.map(([name, field]) => named(name, layOut(field)));
  return group(typeof kind === "string" ? `(${kind}` : "(", parts, ")");
}

function word(line: string): Layout {
  return { line, print: () => line };
}

function named(name: string, { line, print }: Layout): Layout {
  return {
    line: line === null ? null : `:${name} ${line}`,
    print: (indent) => `:${name} ${print(indent)}`,
  };
}

/** The parts behind a head, on one line where they fit, else one a line. */
function group(head: string, parts: readonly Layout[], tail: string): Layout {
  const gap = head.length > 1 && parts.length > 0 ? " " : "";
  const flat = parts.every((part) => part.line !== null)
    ? `${head}${gap}${parts.map((part) => part.line).join(" ")}${tail}`
    : null;
  const line = flat !== null && flat.length <= lineLength ? flat : null;
  return {
    line,
    print: (indent) => {
      if (line !== null && indent + line.length <= lineLength) return line;
      const start = `\n${" ".repeat(indent + 2)}`;
      return `${head}${parts.map((part) => start + part.print(indent + 2)).join("")}${tail}`;
    },
  };
}

function atom(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return String(value);
}

function says(name: string, field: unknown): boolean {
  if (name === "range" || name.endsWith("Range")) return false;
  if (field === null || field === undefined) return false;
  if (Array.isArray(field)) return field.length > 0;
  return field !== false || telling.has(name);
}

function isRange(value: object): boolean {
  return (
    "start" in value && "end" in value && Object.keys(value).length === 2 && typeof value.start === "number"
  );
}

function isIdentifier(value: object): value is Identifier {
  return "text" in value && "quoted" in value;
}

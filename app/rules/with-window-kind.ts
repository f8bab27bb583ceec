import type { SqlToken } from "../story/sql-tokens.ts";
import { applyEdit, isSymbol, isWord, readQuery } from "../story/with-clause.ts";

export type WindowKind = "TUMBLING" | "SLIDING" | "SESSION" | "CUMULATE";

const KINDS: readonly WindowKind[] = ["TUMBLING", "SLIDING", "SESSION", "CUMULATE"];

/** A native window clause: `WINDOW TUMBLING(ts, 5s)`. */
interface Clause {
  readonly kind: WindowKind;
  /** Offsets from the kind to the closing parenthesis. */
  readonly start: number;
  readonly end: number;
  /** The time column as it is written, or "". */
  readonly time: string;
  /** Lengths as they are written: size alone, or size and advance, or step and size. */
  readonly lengths: readonly string[];
}

/**
 * The text with its native window of another kind, of the same time and size; a step is half the size where none is known.
 * @returns null where there is no such window, or it says more than time and lengths.
 */
export function withWindowKind(sql: string, kind: WindowKind): string | null {
  const clause = clauseIn(sql);
  if (clause === null) return null;
  if (clause.kind === kind) return sql;
  const [first, second] = clause.lengths;
  const size = (clause.kind === "CUMULATE" ? second : first)!;
  const step = (clause.kind === "CUMULATE" ? first : second) ?? half(size);
  if (step === null) return null;
  const lengths = { TUMBLING: [size], SESSION: [size], SLIDING: [size, step], CUMULATE: [step, size] }[kind];
  const parts = [...(clause.time === "" ? [] : [clause.time]), ...lengths];
  return applyEdit(sql, { start: clause.start, end: clause.end, text: `${kind}(${parts.join(", ")})` });
}

/** The kind of a native window; null where there is none, or it says more than time and lengths. */
export function windowKindIn(sql: string): WindowKind | null {
  return clauseIn(sql)?.kind ?? null;
}

function clauseIn(sql: string): Clause | null {
  const tokens = readQuery(sql)?.tokens ?? [];
  const starts = tokens.flatMap((token, at) => (isWord(token, "WINDOW") ? [at] : []));
  const [at] = starts;
  if (at === undefined || starts.length > 1 || !isSymbol(tokens[at + 2], "(")) return null;
  const name = tokens[at + 1]!;
  const kind = KINDS.find((one) => isWord(name, one)) ?? (isWord(name, "HOPPING") ? "SLIDING" : null);
  const close = tokens.findIndex((token, index) => index > at + 2 && isSymbol(token, ")"));
  if (kind === null || close < 0) return null;
  const parts = split(tokens.slice(at + 3, close));
  const [first, ...rest] = parts;
  const text = (part: readonly SqlToken[]): string => sql.slice(part[0]!.start, part.at(-1)!.end);
  if (!first || parts.some((part) => part.length === 0)) return null;
  const isTime = first.every(
    ({ kind: token, text: word }) => token === "quoted" || token === "word" || word === ".",
  );
  const lengths = isTime ? rest : parts;
  const wanted = kind === "TUMBLING" || kind === "SESSION" ? 1 : 2;
  // `5s`: anything longer, such as GRACE PERIOD or OFFSET, would be lost.
  if (lengths.length !== wanted || lengths.some((part) => part.length !== 1 || part[0]!.kind !== "number"))
    return null;
  return {
    kind,
    start: name.start,
    end: tokens[close]!.end,
    time: isTime ? text(first) : "",
    lengths: lengths.map(text),
  };
}

function split(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const parts: SqlToken[][] = [[]];
  for (const token of tokens)
    if (isSymbol(token, ",")) parts.push([]);
    else parts.at(-1)!.push(token);
  return parts;
}

const UNITS: Readonly<Record<string, number>> = { d: 24, h: 60, m: 60, s: 1_000, ms: 1 };
const SMALLER: Readonly<Record<string, string>> = { d: "h", h: "m", m: "s", s: "ms" };

/** Half of a length such as `5s`, in whole units: `2500ms`. @returns null where it has no whole half. */
function half(length: string): string | null {
  const match = /^(\d+)(d|h|m|s|ms)$/.exec(length);
  if (!match) return null;
  const [, digits, unit] = match as unknown as readonly [string, string, string];
  const amount = Number(digits);
  if (amount % 2 === 0) return `${amount / 2}${unit}`;
  const smaller = SMALLER[unit];
  return smaller === undefined ? null : `${(amount * UNITS[unit]!) / 2}${smaller}`;
}

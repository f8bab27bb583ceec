import type { SqlToken } from "../story/sql-tokens.ts";
import { applyEdit, isSymbol, isWord, readQuery } from "../story/with-clause.ts";

export type WindowKind = "TUMBLING" | "SLIDING" | "SESSION" | "CUMULATE";

/** A window clause: `WINDOW TUMBLING(ts, 5s)`, or in words `WINDOW HOPPING (SIZE 10 SECONDS, ADVANCE BY 5 SECONDS)`. */
interface Clause {
  readonly kind: WindowKind;
  /** Offsets from the kind to the closing parenthesis. */
  readonly start: number;
  readonly end: number;
  /** Whether it says SIZE and ADVANCE BY. */
  readonly inWords: boolean;
  /** The time column as it is written, or "". */
  readonly time: string;
  /** Lengths as they are written: "5s", "5 SECONDS". */
  readonly size: string;
  /** Advance or step; null: it has none. */
  readonly step: string | null;
}

/**
 * The text with its window of another kind, of the same time and size; a step is half the size where none is known.
 * @returns null where there is no such window, it says more than time and lengths, or its size has no half.
 */
export function withWindowKind(sql: string, kind: WindowKind): string | null {
  const clause = clauseIn(sql);
  if (clause === null) return null;
  if (clause.kind === kind) return sql;
  const text = clause.inWords ? inWords(kind, clause) : inShort(kind, clause);
  return text && applyEdit(sql, { start: clause.start, end: clause.end, text });
}

/** The kind of the window; null where there is none, or it says more than time and lengths. */
export function windowKindIn(sql: string): WindowKind | null {
  return clauseIn(sql)?.kind ?? null;
}

function inShort(kind: WindowKind, { time, size, step: known }: Clause): string | null {
  const step = known ?? half(size);
  if (step === null) return null;
  const lengths = { TUMBLING: [size], SESSION: [size], SLIDING: [size, step], CUMULATE: [step, size] }[kind];
  return `${kind}(${[...(time === "" ? [] : [time]), ...lengths].join(", ")})`;
}

function inWords(kind: WindowKind, { time, size, step: known }: Clause): string | null {
  const step = known ?? half(size);
  if (step === null) return null;
  const lengths = {
    TUMBLING: `SIZE ${size}`,
    SLIDING: `SIZE ${size}, ADVANCE BY ${step}`,
    SESSION: size,
    CUMULATE: `${step}, ${size}`,
  }[kind];
  return `${kind === "SLIDING" ? "HOPPING" : kind} (${time === "" ? "" : `${time}, `}${lengths})`;
}

function clauseIn(sql: string): Clause | null {
  const tokens = readQuery(sql)?.tokens ?? [];
  const starts = tokens.flatMap((token, at) => (isWord(token, "WINDOW") ? [at] : []));
  const [at] = starts;
  if (at === undefined || starts.length > 1 || !isSymbol(tokens[at + 2], "(")) return null;
  const name = tokens[at + 1]!;
  const kind = kindOf(name);
  const close = tokens.findIndex((token, index) => index > at + 2 && isSymbol(token, ")"));
  if (kind === null || close < 0) return null;
  const parts = split(tokens.slice(at + 3, close));
  const first = parts[0]!;
  const isTime = first.length > 0 && first.every((token) => isName(token)) && !isWord(first[0], "SIZE");
  const lengths = (isTime ? parts.slice(1) : parts).map((part) => lengthOf(sql, part));
  const wanted = kind === "TUMBLING" || kind === "SESSION" ? 1 : 2;
  // Anything more, such as GRACE PERIOD or OFFSET, would be lost.
  if (lengths.length !== wanted || lengths.includes(null)) return null;
  const [one, two = null] = lengths as readonly string[];
  const texts = kind === "CUMULATE" ? { size: two!, step: one! } : { size: one!, step: two };
  return {
    kind,
    start: name.start,
    end: tokens[close]!.end,
    inWords: texts.size.includes(" "),
    time: isTime ? sql.slice(first[0]!.start, first.at(-1)!.end) : "",
    ...texts,
  };
}

function kindOf(token: SqlToken): WindowKind | null {
  const kinds: readonly WindowKind[] = ["TUMBLING", "SLIDING", "SESSION", "CUMULATE"];
  return isWord(token, "HOPPING") ? "SLIDING" : (kinds.find((kind) => isWord(token, kind)) ?? null);
}

function isName({ kind, text }: SqlToken): boolean {
  return kind === "quoted" || kind === "word" || text === ".";
}

function split(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const parts: SqlToken[][] = [[]];
  for (const token of tokens)
    if (isSymbol(token, ",")) parts.push([]);
    else parts.at(-1)!.push(token);
  return parts;
}

/** `5s`, `5 SECONDS`, `SIZE 5 SECONDS` or `ADVANCE BY 5 SECONDS`; null where a part says anything else. */
function lengthOf(sql: string, part: readonly SqlToken[]): string | null {
  const words = isWord(part[0], "SIZE") ? 1 : isWord(part[0], "ADVANCE") && isWord(part[1], "BY") ? 2 : 0;
  const [amount, unit, ...more] = part.slice(words);
  if (amount?.kind !== "number" || more.length > 0 || (unit && unit.kind !== "word")) return null;
  return sql.slice(amount.start, (unit ?? amount).end);
}

/** By how much a smaller unit divides one. */
const PARTS: Readonly<Record<string, readonly [smaller: string, parts: number]>> = {
  d: ["h", 24],
  h: ["m", 60],
  m: ["s", 60],
  s: ["ms", 1_000],
  DAY: ["HOURS", 24],
  HOUR: ["MINUTES", 60],
  MINUTE: ["SECONDS", 60],
  SECOND: ["MILLISECONDS", 1_000],
};

/** Half of a length such as `5s` or `5 SECONDS`, in whole units: `2500ms`. @returns null where it has no whole half. */
function half(length: string): string | null {
  const match = /^(\d+)(\s*)([a-z]+|[A-Z]+)$/.exec(length);
  if (!match) return null;
  const [, digits, space, unit] = match as unknown as readonly [string, string, string, string];
  const amount = Number(digits);
  if (amount % 2 === 0) return `${amount / 2}${space}${unit}`;
  const [smaller, parts] = PARTS[space === "" ? unit : unit.replace(/S$/, "")] ?? [];
  return smaller === undefined || parts === undefined ? null : `${(amount * parts) / 2}${space}${smaller}`;
}

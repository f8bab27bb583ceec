import type { Select } from "./ast.ts";
import { parseEmit } from "./parse-emit.ts";
import { parseFrom } from "./parse-from.ts";
import { parseGroupBy } from "./parse-group-by.ts";
import { parseOrderItems } from "./parse-order-by.ts";
import { parseProperties } from "./parse-properties.ts";
import { parseNamedWindows, parseWindowClause } from "./parse-window-clause.ts";
import type { Parser } from "./parser.ts";

/** A SELECT while its clauses come in. */
export type SelectDraft = { -readonly [Field in keyof Select]: Select[Field] } & {
  /** Whether the window is written in ksqlDB's way. */
  ksqldbWindow: boolean;
};

export interface Clause {
  readonly name: string;
  /** The word that begins it, upper case. */
  readonly word: string;
  /** The native order of clauses is that of rising ranks. */
  readonly rank: number;
  /** Parses from its first word into the draft. */
  parse(parser: Parser, draft: SelectDraft): void;
}

const from: Clause = {
  name: "FROM",
  word: "FROM",
  rank: 0,
  parse(parser, draft) {
    parser.advance();
    draft.from = parseFrom(parser);
  },
};

const where: Clause = {
  name: "WHERE",
  word: "WHERE",
  rank: 1,
  parse(parser, draft) {
    parser.advance();
    draft.where = parser.expression();
  },
};

const groupBy: Clause = {
  name: "GROUP BY",
  word: "GROUP",
  rank: 2,
  parse(parser, draft) {
    const { start } = parser.advance();
    parser.expectWord("BY", "after GROUP");
    draft.groupBy = parseGroupBy(parser, start);
  },
};

/** ksqlDB's PARTITION BY. */
const partitionBy: Clause = {
  name: "PARTITION BY",
  word: "PARTITION",
  rank: 2,
  parse(parser, draft) {
    parser.advance();
    parser.expectWord("BY", "after PARTITION");
    do draft.partitionBy = [...draft.partitionBy, parser.expression()];
    while (parser.takeSymbol(",") !== null);
  },
};

const window: Clause = {
  name: "WINDOW",
  word: "WINDOW",
  rank: 3,
  parse(parser, draft) {
    const parsed = parseWindowClause(parser);
    if (parsed === null) return;
    draft.window = { ...parsed.clause, position: "after-group-by" };
    draft.ksqldbWindow = parsed.ksqldbStyle;
  },
};

/** Standard SQL's WINDOW name AS (…), behind HAVING. */
const namedWindows: Clause = {
  name: "WINDOW … AS",
  word: "WINDOW",
  rank: 5,
  parse(parser, draft) {
    draft.namedWindows = parseNamedWindows(parser);
  },
};

const having: Clause = {
  name: "HAVING",
  word: "HAVING",
  rank: 4,
  parse(parser, draft) {
    parser.advance();
    draft.having = parser.expression();
  },
};

const qualify: Clause = {
  name: "QUALIFY",
  word: "QUALIFY",
  rank: 6,
  parse(parser, draft) {
    parser.advance();
    draft.qualify = parser.expression();
  },
};

const orderBy: Clause = {
  name: "ORDER BY",
  word: "ORDER",
  rank: 7,
  parse(parser, draft) {
    parser.advance();
    parser.expectWord("BY", "after ORDER");
    draft.orderBy = parseOrderItems(parser);
  },
};

/** LIMIT may also follow EMIT, as in ksqlDB: so nothing but WITH ranks above it. */
const limit: Clause = {
  name: "LIMIT",
  word: "LIMIT",
  rank: 8,
  parse(parser, draft) {
    parser.advance();
    if (parser.takeWords("ALL") === null) draft.limit = parser.expression();
  },
};

/** OFFSET n ROWS. */
const offset: Clause = {
  name: "OFFSET",
  word: "OFFSET",
  rank: 8,
  parse(parser, draft) {
    parser.advance();
    draft.offset = parser.expression();
    if (parser.takeWords("ROWS") === null) parser.takeWords("ROW");
  },
};

/** FETCH FIRST n ROWS ONLY; without a number it is one. */
const fetch: Clause = {
  name: "FETCH",
  word: "FETCH",
  rank: 8,
  parse(parser, draft) {
    parser.advance();
    if (parser.takeWords("NEXT") === null) parser.takeWords("FIRST");
    const { start } = parser.token;
    const one = parser.atAnyWord("ROW", "ROWS");
    const rows = one ? null : parser.expression();
    if (parser.takeWords("ROWS") === null) parser.takeWords("ROW");
    parser.expectWord("ONLY", "at the end of FETCH");
    draft.limit = rows ?? { kind: "integer", range: { start, end: start }, value: 1n };
  },
};

const emit: Clause = {
  name: "EMIT",
  word: "EMIT",
  rank: 8,
  parse(parser, draft) {
    draft.emit = parseEmit(parser);
  },
};

const into: Clause = {
  name: "INTO",
  word: "INTO",
  rank: 9,
  parse(parser, draft) {
    parser.advance();
    draft.into = parser.expectName("the name of a sink after INTO");
  },
};

const properties: Clause = {
  name: "WITH",
  word: "WITH",
  rank: 10,
  parse(parser, draft) {
    draft.properties = [...draft.properties, ...parseProperties(parser)];
  },
};

const clauses: readonly Clause[] = [
  from,
  where,
  groupBy,
  partitionBy,
  window,
  having,
  qualify,
  orderBy,
  limit,
  offset,
  fetch,
  emit,
  into,
  properties,
];

/** ORDER BY and what ranks above it ends a query, whatever it is made of. */
export const lowestEnd: number = orderBy.rank;

/** The clause that begins at the next token, or null. */
export function clauseAt(parser: Parser): Clause | null {
  if (parser.atWords("WINDOW") && parser.peek(2).word === "AS") return namedWindows;
  return clauseOf(parser.token.word);
}

/** The clause that a word in upper case begins, or null. */
export function clauseOf(word: string): Clause | null {
  return clauses.find((clause) => clause.word === word) ?? null;
}

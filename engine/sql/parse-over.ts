import type { Duration, Frame, FrameBound, Identifier, OrderItem, OverSpecification } from "./ast.ts";
import type { Expression } from "./expression-ast.ts";
import { atDuration, parseDurationLength } from "./parse-duration.ts";
import { parseOrderItems } from "./parse-order-by.ts";
import { rangeOf, type Parser } from "./parser.ts";

/** Parses `( [ROWS WINDOW BUFFER n ROWS] [PARTITION BY …] [ORDER BY …] [frame] [EMIT …] [EXPIRE AFTER …] )`. */
export function parseOverSpecification(parser: Parser): OverSpecification {
  const opened = rangeOf(parser.token);
  parser.expectSymbol("(", "before the window of OVER");
  const base = parseBase(parser);
  const bufferRows = parseBuffer(parser);
  const partitionBy: Expression[] = [];
  if (takesBy(parser, "PARTITION"))
    do partitionBy.push(parser.expression());
    while (parser.takeSymbol(",") !== null);
  const orderBy: readonly OrderItem[] = takesBy(parser, "ORDER") ? parseOrderItems(parser) : [];
  const frame = parser.atAnyWord("ROWS", "RANGE", "GROUPS") ? parseFrame(parser) : null;
  const sessionGap =
    parser.takeWords("SESSION", "WITH", "GAP") === null ? null : parseDurationLength(parser, "after GAP");
  const emit = parseEmit(parser);
  const expireAfter = parseExpire(parser);
  parser.closeParenthesis(opened);
  const range = parser.since(opened.start);
  return { range, base, bufferRows, partitionBy, orderBy, frame, sessionGap, emit, expireAfter };
}

/** Takes `PARTITION BY` or `ORDER BY`; where BY is missing that is reported, and the list is read as if it were there. */
function takesBy(parser: Parser, word: "PARTITION" | "ORDER"): boolean {
  if (parser.takeWords(word) === null) return false;
  parser.expectWord("BY", `after ${word}`);
  return true;
}

/** The window that this one extends: OVER (w ORDER BY …). */
function parseBase(parser: Parser): Identifier | null {
  const { kind } = parser.token;
  const other = parser.atAnyWord(
    "PARTITION",
    "ORDER",
    "ROWS",
    "RANGE",
    "GROUPS",
    "SESSION",
    "EMIT",
    "EXPIRE",
  );
  if (kind === "quoted" || (kind === "word" && !other))
    return parser.expectName("PARTITION BY, ORDER BY or a window's name");
  return null;
}

function parseBuffer(parser: Parser): bigint | null {
  if (parser.takeWords("ROWS", "WINDOW", "BUFFER") === null) return null;
  const rows = parseCount(parser, "a number of rows after BUFFER");
  parser.expectWord("ROWS", "after the number of BUFFER");
  return rows;
}

function parseCount(parser: Parser, what: string): bigint | null {
  if (parser.token.kind === "integer" && parser.token.text.length <= 18) return BigInt(parser.advance().text);
  parser.expected(what, "Write a whole number.");
  return null;
}

function parseFrame(parser: Parser): Frame {
  const unit = parser.advance();
  const between = parser.takeWords("BETWEEN") !== null;
  const start = parseBound(parser);
  if (between) parser.expectWord("AND", "between the two ends of the frame");
  const end: FrameBound = between
    ? parseBound(parser)
    : { range: start.range, kind: "current-row", amount: null };
  const exclude = parser.takeWords("EXCLUDE") === null ? null : parseExclusion(parser);
  return { range: parser.since(unit.start), unit: frameUnits.get(unit.word) ?? "rows", start, end, exclude };
}

const frameUnits: ReadonlyMap<string, Frame["unit"]> = new Map([
  ["ROWS", "rows"],
  ["RANGE", "range"],
  ["GROUPS", "groups"],
]);

function parseExclusion(parser: Parser): Frame["exclude"] {
  if (parser.takeWords("CURRENT", "ROW") !== null) return "current-row";
  if (parser.takeWords("GROUP") !== null) return "group";
  if (parser.takeWords("TIES") !== null) return "ties";
  if (parser.takeWords("NO", "OTHERS") === null)
    parser.expected("CURRENT ROW, GROUP, TIES or NO OTHERS after EXCLUDE", "Write EXCLUDE CURRENT ROW.");
  return null;
}

function parseBound(parser: Parser): FrameBound {
  const { start } = parser.token;
  if (parser.takeWords("CURRENT", "ROW") !== null)
    return { range: parser.since(start), kind: "current-row", amount: null };
  const unbounded = parser.takeWords("UNBOUNDED") !== null;
  const amount = unbounded ? null : parser.expression();
  const following = parser.takeWords("FOLLOWING") !== null;
  if (!following) parser.expectWord("PRECEDING", "or FOLLOWING in the frame");
  const direction = following ? "following" : "preceding";
  return { range: parser.since(start), kind: unbounded ? `unbounded-${direction}` : direction, amount };
}

function parseEmit(parser: Parser): OverSpecification["emit"] {
  if (parser.takeWords("EMIT") === null) return null;
  if (parser.takeWords("EVERY", "RECORD") !== null) return "every-record";
  if (parser.takeWords("ON", "BUFFER", "FULL") !== null) return "on-buffer-full";
  parser.expected("EVERY RECORD or ON BUFFER FULL after EMIT", "Write EMIT EVERY RECORD.");
  parser.skipTo(() => false);
  return null;
}

function parseExpire(parser: Parser): Duration | "never" | null {
  if (parser.takeWords("EXPIRE", "AFTER") === null) return null;
  if (parser.takeWords("NEVER") !== null) return "never";
  const length = atDuration(parser) ? parseDurationLength(parser, "after EXPIRE AFTER") : null;
  if (length === null)
    parser.expected("a duration or NEVER after EXPIRE AFTER", "Write INTERVAL '5' MINUTE.");
  parser.expectWord("INACTIVITY", "after the duration of EXPIRE AFTER");
  return length;
}

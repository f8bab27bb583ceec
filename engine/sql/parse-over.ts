import type { Duration, Frame, FrameBound, OrderItem, OverSpecification } from "./ast.ts";
import type { Expression } from "./expression-ast.ts";
import { atDuration, parseDurationLength } from "./parse-duration.ts";
import { parseOrderItems } from "./parse-order-by.ts";
import { rangeOf, type Parser } from "./parser.ts";

/** Parses `( [ROWS WINDOW BUFFER n ROWS] [PARTITION BY …] [ORDER BY …] [frame] [EMIT …] [EXPIRE AFTER …] )`. */
export function parseOverSpecification(parser: Parser): OverSpecification {
  const opened = rangeOf(parser.token);
  parser.expectSymbol("(", "before the window of OVER");
  const bufferRows = parseBuffer(parser);
  // Another window that this one extends: OVER (w ORDER BY …).
  if (
    parser.token.kind === "word" &&
    !parser.atAnyWord("PARTITION", "ORDER", "ROWS", "RANGE", "EMIT", "EXPIRE")
  )
    if (!parser.atAnyWord("SESSION", "GROUPS"))
      parser.expectName("PARTITION BY, ORDER BY or a window's name");
  const partitionBy: Expression[] = [];
  if (parser.takeWords("PARTITION", "BY") !== null)
    do partitionBy.push(parser.expression());
    while (parser.takeSymbol(",") !== null);
  const orderBy: readonly OrderItem[] =
    parser.takeWords("ORDER", "BY") === null ? [] : parseOrderItems(parser);
  const frame = parser.atAnyWord("ROWS", "RANGE") ? parseFrame(parser) : null;
  const emit = parseEmit(parser);
  const expireAfter = parseExpire(parser);
  // RisingWave's SESSION WITH GAP and frame exclusions: OVER is refused as a whole, so they need no meaning here.
  if (parser.atAnyWord("SESSION", "GROUPS", "EXCLUDE")) parser.skipTo(() => false);
  parser.closeParenthesis(opened);
  const range = parser.since(opened.start);
  return { range, bufferRows, partitionBy, orderBy, frame, emit, expireAfter };
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
  return { range: parser.since(unit.start), unit: unit.word === "ROWS" ? "rows" : "range", start, end };
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

function parseEmit(parser: Parser): "every-record" | "on-buffer-full" | null {
  if (parser.takeWords("EMIT", "EVERY", "RECORD") !== null) return "every-record";
  return parser.takeWords("EMIT", "ON", "BUFFER", "FULL") === null ? null : "on-buffer-full";
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

import { asLength, durationOf, parseDuration, type ParsedDuration } from "../common/duration.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { Duration } from "./ast.ts";
import { intervalOfFields } from "./interval-fields.ts";
import { isReserved } from "./keyword.ts";
import { isSymbol, type Parser } from "./parser.ts";
import type { Token } from "./token.ts";

/** Whether a duration begins at the next token. */
export function atDuration(parser: Parser): boolean {
  const { token } = parser;
  if (isAmount(token)) return true;
  if (isSymbol(token, "-") || isSymbol(token, "+")) return isAmount(parser.peek(1)) || atInterval(parser, 1);
  return atInterval(parser, 0);
}

/** Whether `INTERVAL '…'` begins here; without a value behind it INTERVAL is a name. */
export function atInterval(parser: Parser, distance: number): boolean {
  if (parser.peek(distance).word !== "INTERVAL") return false;
  const next = parser.peek(distance + 1);
  return (
    next.kind === "string" || isAmount(next) || (isSign(next) && parser.peek(distance + 2).kind === "string")
  );
}

/** Parses the length of a window or a wait: `5m`, `60` (seconds), `5 SECONDS`, `INTERVAL '5' MINUTE`, each with a sign; null when reported. */
export function parseDurationLength(parser: Parser, place: string): Duration | null {
  const { start } = parser.token;
  if (!atDuration(parser)) {
    parser.expected(`a duration ${place}`, "Write 5m, 30s, 500ms, 5 MINUTES or INTERVAL '5' MINUTE.");
    return null;
  }
  const sign = isSign(parser.token) ? parser.advance().text : "";
  if (parser.token.word === "INTERVAL") {
    const interval = parseInterval(parser);
    if (interval === null) return null;
    const ms = sign === "-" ? 0 - interval.ms : interval.ms;
    return checked(parser, parser.since(start), asLength({ ok: true, ms }));
  }
  const amount = parser.advance();
  if (amount.kind === "duration")
    return checked(parser, parser.since(start), asLength(parseDuration(sign + amount.text)));
  const unit = takeUnit(parser);
  return checked(parser, parser.since(start), asLength(durationOf(sign + amount.text, unit ?? "s")));
}

/**
 * Parses from the word INTERVAL: `INTERVAL '5' MINUTE(3)`, `INTERVAL '5 minutes'`, `INTERVAL 5 MINUTES`,
 * `INTERVAL '1:30' MINUTE TO SECOND`; null when reported.
 */
export function parseInterval(parser: Parser): Duration | null {
  const { start } = parser.advance();
  const sign = isSign(parser.token) ? parser.advance().text : "";
  const amount = parser.advance();
  // In INTERVAL '5 minutes' PRECEDING the unit has been said.
  const whole = amount.kind === "duration" || (amount.kind === "string" && /\p{L}/u.test(amount.text));
  const unit = whole ? null : takeUnit(parser);
  takePrecision(parser);
  const text = sign + amount.text;
  if (parser.takeWords("TO") !== null) {
    const to = takeUnit(parser);
    takePrecision(parser);
    const range = parser.since(start);
    const calendar = [unit, to].some((name) => /^(YEAR|MONTH)$/i.test(name ?? ""));
    if (calendar) return checked(parser, range, durationOf("1", "MONTH"));
    return checked(
      parser,
      range,
      intervalOfFields(text, (unit ?? "").toUpperCase(), (to ?? "").toUpperCase()),
    );
  }
  return checked(parser, parser.since(start), unit === null ? parseDuration(text) : durationOf(text, unit));
}

/** Words that follow a length. */
const notUnits = new Set(["GRACE", "TO", "PRECEDING", "FOLLOWING", "INACTIVITY"]);

function takeUnit(parser: Parser): string | null {
  const { token } = parser;
  const other = isReserved(token.word) || notUnits.has(token.word);
  return token.kind === "word" && !other ? parser.advance().text : null;
}

/** Takes `(3)` behind a unit. */
export function takePrecision(parser: Parser): void {
  if (!parser.atSymbol("(") || parser.peek(1).kind !== "integer" || !isSymbol(parser.peek(2), ")")) return;
  for (let n = 0; n < 3; n++) parser.advance();
}

function isAmount(token: Token): boolean {
  return token.kind === "integer" || token.kind === "decimal" || token.kind === "duration";
}

function isSign(token: Token): boolean {
  return isSymbol(token, "-") || isSymbol(token, "+");
}

/** Reports a unit without a fixed length: what is measured is milliseconds. */
export function refuseCalendarUnit(parser: Parser, range: SourceRange): void {
  parser.error(
    "UNSUPPORTED_CALENDAR_UNIT",
    range,
    "Months, quarters and years have no fixed length, so they cannot be used here.",
    "Write the length in days or a smaller unit.",
  );
}

function checked(parser: Parser, range: SourceRange, parsed: ParsedDuration): Duration | null {
  if (parsed.ok) return { range, ms: parsed.ms };
  if (parsed.problem === "calendar-unit") refuseCalendarUnit(parser, range);
  else
    parser.error(
      "SYNTAX_DURATION",
      range,
      parsed.reason,
      "Write a number and a unit from milliseconds to weeks: 500ms, 5m, INTERVAL '5' MINUTE.",
    );
  return null;
}

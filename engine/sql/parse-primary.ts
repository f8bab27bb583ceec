import type { Identifier } from "./ast.ts";
import type { Expression, Literal } from "./expression-ast.ts";
import { beginsClause, isReserved } from "./keyword.ts";
import { parseCall } from "./parse-call.ts";
import { parseConstructor } from "./parse-constructor.ts";
import { atInterval, parseInterval } from "./parse-duration.ts";
import { parseTypeName } from "./parse-type-name.ts";
import { plainCall } from "./plain-call.ts";
import { capital, describe, isSymbol, rangeOf, type Parser } from "./parser.ts";

/** Functions that are called without parentheses. */
const bareFunctions = new Set([
  "CURRENT_TIMESTAMP",
  "CURRENT_DATE",
  "CURRENT_TIME",
  "LOCALTIME",
  "LOCALTIMESTAMP",
]);

/** A number with more characters is refused before any arithmetic. */
const longestNumber = 100;

/** Parses what operators stand between: a literal, a name, a call, CASE, CAST, or something in parentheses. */
export function parsePrimary(parser: Parser): Expression {
  const { token } = parser;
  if (token.kind === "string") return { kind: "string", range: rangeOf(parser.advance()), value: token.text };
  if (token.kind === "integer" || token.kind === "decimal" || token.kind === "float")
    return parseNumber(parser);
  if (token.kind === "quoted") return parseName(parser);
  if (token.kind === "word") return parseWord(parser);
  if (parser.atSymbol("(")) return parseParentheses(parser);
  if (token.kind === "duration") return refuseDuration(parser);
  if (parser.atSymbol("*")) {
    parser.advance();
    const message = "`*` stands alone in SELECT or as the argument of COUNT.";
    return refuseToken(parser, "SYNTAX_STAR", message, "Write COUNT(*), or name the columns.");
  }
  return missing(parser);
}

function refuseToken(
  parser: Parser,
  code: string,
  message: string,
  hint: string,
  fix: string | null = null,
): Expression {
  const range = rangeOf(parser.previous);
  parser.error(code, range, message, hint, fix);
  return { kind: "missing", range };
}

const unitNames: ReadonlyMap<string, string> = new Map([
  ["ms", "MILLISECOND"],
  ["s", "SECOND"],
  ["m", "MINUTE"],
  ["h", "HOUR"],
  ["d", "DAY"],
  ["w", "WEEK"],
]);

/** `5m` is a length in a window only; a name that begins with a digit looks alike. */
function refuseDuration(parser: Parser): Expression {
  const { text } = parser.advance();
  const [, amount = "", unit = ""] = /^([\d.]+)(.*)$/su.exec(text) ?? [];
  const name = unitNames.get(unit.toLowerCase());
  if (name === undefined)
    return refuseToken(
      parser,
      "SYNTAX_NUMBER",
      `\`${text}\` is neither a number nor a name.`,
      "A name that begins with a digit needs double quotes; a length of time is INTERVAL '5' SECOND here.",
    );
  const interval = `INTERVAL '${amount}' ${name}`;
  const message = `\`${text}\` is a length of time in a window only.`;
  return refuseToken(parser, "SYNTAX_NUMBER", message, `Here it is written ${interval}.`, interval);
}

/** Words that only follow an expression: where one stands instead of it, the gap is before the word. */
const operandEnds = new Set("AS AND OR IS IN BETWEEN LIKE WHEN THEN ELSE ON".split(" "));

function missing(parser: Parser): Expression {
  const { previous, token } = parser;
  // Where the text goes on with another clause, the gap is behind the token before it.
  const endsOperand = beginsClause(token.word) || operandEnds.has(token.word);
  const gap = token.kind === "end" || endsOperand || isSymbol(token, ";") || isSymbol(token, ")");
  const range = rangeOf(gap ? previous : token);
  const comma = gap && isSymbol(previous, ",");
  parser.errorAtToken(
    "SYNTAX_EXPRESSION",
    range,
    gap
      ? `An expression is missing after ${describe(previous)}.`
      : `${capital(describe(token))} begins no expression.`,
    token.kind === "word" && !gap
      ? `Write a column, a value or a call; \`${token.text}\` is a keyword, as a name it needs double quotes.`
      : comma
        ? "Write a column, a value or a function call here, or remove the comma."
        : "Write a column, a value or a function call here.",
    comma ? "" : null,
  );
  return { kind: "missing", range };
}

function parseNumber(parser: Parser): Expression {
  const { kind, text } = parser.advance();
  const range = rangeOf(parser.previous);
  if (text.length > longestNumber)
    return refuseToken(
      parser,
      "SYNTAX_NUMBER",
      `This number has ${text.length} characters.`,
      "Write a shorter one.",
    );
  if (kind === "integer") return { kind: "integer", range, value: BigInt(text) };
  if (kind === "decimal") return { kind: "decimal", range, text };
  const value = Number(text);
  if (Number.isFinite(value)) return { kind: "float", range, value };
  return refuseToken(
    parser,
    "SYNTAX_NUMBER",
    "This number is too large for a DOUBLE.",
    "Write a smaller one.",
  );
}

function parseWord(parser: Parser): Expression {
  const { token } = parser;
  const next = parser.peek(1);
  switch (token.word) {
    case "NULL":
      return { kind: "null", range: rangeOf(parser.advance()) };
    case "TRUE":
    case "FALSE":
      return { kind: "boolean", range: rangeOf(parser.advance()), value: token.word === "TRUE" };
    case "CASE":
      return parseCase(parser);
    case "EXISTS":
      return parseExists(parser);
    case "INTERVAL":
      return atInterval(parser, 0) ? parseIntervalLiteral(parser) : parseName(parser);
    case "TIMESTAMP":
    case "DATE":
    case "TIMESTAMPTZ":
      return next.kind === "string" ? parseTime(parser, token.word) : parseName(parser);
    case "CAST":
    case "TRY_CAST":
      return isSymbol(next, "(") ? parseCast(parser) : parseName(parser);
    case "EXTRACT":
      return isSymbol(next, "(") ? parseExtract(parser) : parseName(parser);
    case "ANY":
    case "SOME":
    case "ALL":
      return atQueryInParentheses(parser) ? parseQuantified(parser) : parseName(parser);
    case "LEFT":
    case "RIGHT":
      return isSymbol(next, "(") ? parseCall(parser) : missing(parser);
    case "ROW":
    case "STRUCT":
      return isSymbol(next, "(") ? parseConstructor(parser) : parseName(parser);
    case "ARRAY":
    case "MAP":
      return atConstructor(parser) ? parseConstructor(parser) : parseName(parser);
    default:
      return isReserved(token.word) ? missing(parser) : parseName(parser);
  }
}

function parseName(parser: Parser): Expression {
  if (isSymbol(parser.peek(1), "(")) return parseCall(parser);
  const first = parser.takeName();
  if (!first.quoted && bareFunctions.has(first.text.toUpperCase()))
    return { ...plainCall(first.text, first.range, [], first.range), name: first };
  const second =
    parser.takeSymbol(".") === null ? null : parser.expectName(`a column name after \`${first.text}.\``);
  if (second === null) return { kind: "column", range: first.range, qualifier: null, name: first };
  return { kind: "column", range: parser.since(first.range.start), qualifier: first, name: second };
}

function parseParentheses(parser: Parser): Expression {
  const opened = rangeOf(parser.advance());
  if (parser.atAnyWord("SELECT", "WITH")) {
    const query = parser.nested(() => parser.query());
    parser.closeParenthesis(opened);
    const range = parser.since(opened.start);
    return query === null
      ? { kind: "missing", range }
      : { kind: "subquery", range, exists: false, quantifier: null, query };
  }
  const fields = [{ name: null, value: parser.expression() }];
  while (parser.takeSymbol(",") !== null) fields.push({ name: null, value: parser.expression() });
  parser.closeParenthesis(opened);
  const range = parser.since(opened.start);
  return fields.length === 1 ? { ...fields[0]!.value, range } : { kind: "row", range, fields };
}

function parseExists(parser: Parser): Expression {
  const word = parser.advance();
  const opened = rangeOf(parser.token);
  if (!parser.expectSymbol("(", "after EXISTS")) return { kind: "missing", range: rangeOf(word) };
  const query = parser.nested(() => parser.query());
  parser.closeParenthesis(opened);
  const range = parser.since(word.start);
  return query === null
    ? { kind: "missing", range }
    : { kind: "subquery", range, exists: true, quantifier: null, query };
}

function parseIntervalLiteral(parser: Parser): Expression {
  const { start } = parser.token;
  const interval = parseInterval(parser);
  const range = parser.since(start);
  return interval === null ? { kind: "missing", range } : { kind: "interval", range, ms: interval.ms };
}

function parseTime(parser: Parser, word: string): Literal {
  const { start } = parser.advance();
  const { text } = parser.advance();
  return { kind: "time", range: parser.since(start), type: word === "DATE" ? word : "TIMESTAMP", text };
}

function parseCast(parser: Parser): Expression {
  const word = parser.advance();
  const opened = rangeOf(parser.advance());
  const operand = parser.expression();
  parser.expectWord("AS", "and a type after the value of CAST");
  const type = parseTypeName(parser);
  parser.closeParenthesis(opened);
  const range = parser.since(word.start);
  return type === null
    ? { kind: "missing", range }
    : { kind: "cast", range, operand, type, lenient: word.word === "TRY_CAST" };
}

function parseCase(parser: Parser): Expression {
  const word = parser.advance();
  const operand = parser.atAnyWord("WHEN", "ELSE", "END") ? null : parser.expression();
  const branches: { when: Expression; result: Expression }[] = [];
  while (parser.takeWords("WHEN") !== null) {
    const when = parser.expression();
    parser.expectWord("THEN", "after the condition of WHEN");
    branches.push({ when, result: parser.expression() });
  }
  if (branches.length === 0)
    parser.expected("`WHEN` after CASE", "Write CASE WHEN condition THEN value END.");
  const otherwise = parser.takeWords("ELSE") === null ? null : parser.expression();
  parser.expectWord("END", "at the end of CASE");
  return { kind: "case", range: parser.since(word.start), operand, branches, otherwise };
}

/** Parses `EXTRACT(part FROM x)`; the word and `(` are next. */
function parseExtract(parser: Parser): Expression {
  const { start } = parser.advance();
  const opened = rangeOf(parser.advance());
  const part = parser.token.kind === "string" ? quotedPart(parser) : parser.expectName("a part such as HOUR");
  parser.expectWord("FROM", "after the part of EXTRACT");
  const operand = parser.expression();
  parser.closeParenthesis(opened);
  const range = parser.since(start);
  return part === null
    ? { kind: "missing", range }
    : { kind: "extract", range, part: part.text.toUpperCase(), operand };
}

/** EXTRACT('hour' FROM x). */
function quotedPart(parser: Parser): Identifier {
  const { text } = parser.advance();
  return { range: rangeOf(parser.previous), text, quoted: true };
}

/** `ARRAY[…]`, `ARRAY(…)`; ARRAY of a query is a call. */
function atConstructor(parser: Parser): boolean {
  const next = parser.peek(1);
  return isSymbol(next, "[") || (isSymbol(next, "(") && !atQueryInParentheses(parser));
}

/** Whether `(SELECT …` stands behind the next word. */
function atQueryInParentheses(parser: Parser): boolean {
  return isSymbol(parser.peek(1), "(") && ["SELECT", "WITH"].includes(parser.peek(2).word);
}

/** `ANY (query)`, `ALL (query)`. */
function parseQuantified(parser: Parser): Expression {
  const { word, start } = parser.advance();
  const opened = rangeOf(parser.advance());
  const query = parser.nested(() => parser.query());
  parser.closeParenthesis(opened);
  const range = parser.since(start);
  if (query === null) return { kind: "missing", range };
  return { kind: "subquery", range, exists: false, quantifier: word === "ALL" ? "all" : "any", query };
}

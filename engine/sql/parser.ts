import type { Diagnostic } from "../common/diagnostic.ts";
import type { Dialect } from "../common/dialect.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { Identifier, OverSpecification, Query } from "./ast.ts";
import type { Expression } from "./expression-ast.ts";
import { beginsClause, isReserved } from "./keyword.ts";
import type { Token } from "./token.ts";

/** The rules that contain each other. They come from outside so that each can live in its own file. */
export interface Grammar {
  /** @param first the first query of a chain of set operations where it has been read already. */
  query(parser: Parser, first?: Query): Query;
  expression(parser: Parser): Expression;
  /** An expression without comparisons, AND and OR. */
  operand(parser: Parser): Expression;
  overSpecification(parser: Parser): OverSpecification;
}

/** Queries and expressions may lie this deep in each other; more would overflow the stack somewhere. */
export const deepestNesting = 100;

/** Whatever is typed, the parser ends after so many looks a token. */
const mostStepsPerToken = 100;

/**
 * The state of one parse: a position in the tokens, which only moves forward, and what was reported so far. The rules
 * (parse-….ts) are functions over it.
 */
export class Parser {
  readonly diagnostics: Diagnostic[] = [];
  /** Of the statement that is being parsed. */
  dialect: Dialect = "velostream";
  /** Whether an annotation named the dialect. */
  dialectFixed = false;
  readonly #tokens: readonly Token[];
  readonly #grammar: Grammar;
  #index = 0;
  #depth = 0;
  #steps = 0;
  /** A second error at the same token would only be an echo of the first. */
  #silentAt = -1;

  /** @param tokens Of a whole text; the last one is of kind "end". */
  constructor(tokens: readonly Token[], grammar: Grammar) {
    this.#tokens = tokens;
    this.#grammar = grammar;
  }

  /** How often a token was looked at: the parser's work, for the proof that it is linear. */
  get steps(): number {
    return this.#steps;
  }

  get token(): Token {
    return this.peek(0);
  }

  /** The tokens from here to the end of the statement. */
  statementTokens(): readonly Token[] {
    let end = this.#index;
    while (end < this.#tokens.length && !isSymbol(this.#tokens[end]!, ";")) end += 1;
    return this.#tokens.slice(this.#index, end);
  }

  peek(distance: number): Token {
    this.#steps += 1;
    const last = this.#tokens.length - 1;
    // No rule looks so often at tokens. Should one ever go round in a circle, it sees the end and leaves it.
    if (this.#steps > mostStepsPerToken * (last + 10)) return this.#tokens[last]!;
    return this.#tokens[Math.min(this.#index + distance, last)]!;
  }

  /** The token before this one; at the start of the text the first. */
  get previous(): Token {
    return this.#tokens[Math.max(this.#index - 1, 0)]!;
  }

  /** Takes the token; the end is never passed. */
  advance(): Token {
    const token = this.token;
    if (token.kind !== "end") this.#index += 1;
    return token;
  }

  /** Whether the next tokens are these unquoted words, in upper case. */
  atWords(...words: readonly string[]): boolean {
    return words.every((word, distance) => this.peek(distance).word === word);
  }

  /** Whether the next token is one of these unquoted words. */
  atAnyWord(...words: readonly string[]): boolean {
    const { word } = this.token;
    return word !== "" && words.includes(word);
  }

  atSymbol(symbol: string): boolean {
    return isSymbol(this.token, symbol);
  }

  /** Takes the words if all of them are next. @returns Their range, or null. */
  takeWords(...words: readonly string[]): SourceRange | null {
    if (!this.atWords(...words)) return null;
    const { start } = this.token;
    for (const _ of words) this.advance();
    return this.since(start);
  }

  takeSymbol(symbol: string): Token | null {
    return this.atSymbol(symbol) ? this.advance() : null;
  }

  /** Takes the word or reports that it is missing. @param place Where it belongs: "after GROUP". */
  expectWord(word: string, place: string): boolean {
    if (this.takeWords(word) !== null) return true;
    this.expected(`\`${word}\` ${place}`, `Write ${word} here.`);
    return false;
  }

  /** Takes the symbol or reports that it is missing. @param place Where it belongs: "after TUMBLING". */
  expectSymbol(symbol: string, place: string): boolean {
    if (this.takeSymbol(symbol) !== null) return true;
    this.expected(`\`${symbol}\` ${place}`, `Write \`${symbol}\` here.`);
    return false;
  }

  /**
   * Takes the parenthesis that closes one opened at a range. What stands before it is reported and skipped; where none
   * comes before the next clause, the opening one is reported.
   */
  closeParenthesis(opened: SourceRange): void {
    if (this.takeSymbol(")") !== null) return;
    const found = this.token;
    const silent = this.#silentAt === this.#index;
    this.skipTo(({ word }) => beginsClause(word));
    const closed = this.takeSymbol(")") !== null;
    if (silent) return;
    if (closed)
      this.error(
        "SYNTAX_UNEXPECTED",
        rangeOf(found),
        `${capital(describe(found))} does not fit inside the parentheses.`,
        "Perhaps a comma, an operator or a parenthesis is missing before it.",
      );
    else
      this.error(
        "SYNTAX_UNCLOSED_PARENTHESIS",
        opened,
        `This parenthesis is not closed before ${describe(found)}.`,
        "Write `)` where it ends.",
      );
  }

  /** Takes a name, or reports that one is missing. @param what "a stream name after FROM". */
  expectName(what: string): Identifier | null {
    const { token } = this;
    if (token.kind === "quoted" || (token.kind === "word" && !isReserved(token.word))) return this.takeName();
    const hint =
      token.kind === "word" && !beginsClause(token.word)
        ? `\`${token.text}\` is a keyword; as a name it needs double quotes: "${token.text}".`
        : "Write a name of letters, digits and _; any other needs double quotes.";
    this.expected(what, hint);
    return null;
  }

  /** Takes the token, which is a word or quoted, as a name. */
  takeName(): Identifier {
    const token = this.advance();
    return { range: rangeOf(token), text: token.text, quoted: token.kind === "quoted" };
  }

  /** From an offset to the end of the token taken last. */
  since(start: number): SourceRange {
    return { start, end: Math.max(start, this.previous.end) };
  }

  /** Where something is missing: the token that stands there instead, at the end of the text the last one. */
  get here(): SourceRange {
    return rangeOf(this.token.kind === "end" ? this.previous : this.token);
  }

  /** Reports that something else was expected than the next token. */
  expected(what: string, hint: string): void {
    const message = `Expected ${what}, but found ${describe(this.token)}.`;
    this.errorAtToken("SYNTAX_EXPECTED", this.here, message, hint);
  }

  /** Reports an error of the next token, unless one was reported there already. */
  errorAtToken(
    code: string,
    range: SourceRange,
    message: string,
    hint: string,
    fix: string | null = null,
  ): void {
    if (this.#silentAt === this.#index) return;
    this.#silentAt = this.#index;
    this.error(code, range, message, hint, fix);
  }

  error(code: string, range: SourceRange, message: string, hint: string, fix: string | null = null): void {
    this.report({ code, severity: "error", range, message, hint, fix });
  }

  report(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }

  /**
   * Skips tokens, parentheses as a whole, up to one where `stop` holds, a closing parenthesis, a semicolon or the end.
   * What follows a skip is known to be out of step, so the next error at that place stays silent.
   */
  skipTo(stop: (token: Token) => boolean): void {
    let open = 0;
    for (; this.token.kind !== "end" && !this.atSymbol(";"); this.advance()) {
      if (open === 0 && (stop(this.token) || this.atSymbol(")"))) break;
      if (this.atSymbol("(")) open += 1;
      if (this.atSymbol(")")) open -= 1;
    }
    this.#silentAt = this.#index;
  }

  query(first?: Query): Query {
    return this.#grammar.query(this, first);
  }

  overSpecification(): OverSpecification {
    return this.#grammar.overSpecification(this);
  }

  expression(): Expression {
    return this.nestedExpression(() => this.#grammar.expression(this));
  }

  operand(): Expression {
    return this.nestedExpression(() => this.#grammar.operand(this));
  }

  /** As `nested`; what lies too deep is a missing expression. */
  nestedExpression(rule: () => Expression): Expression {
    return this.nested(rule) ?? { kind: "missing", range: this.here };
  }

  /** Runs a rule one level deeper. Beyond the deepest level: null, reported, and the statement's rest is skipped. */
  nested<T>(rule: () => T): T | null {
    if (this.#depth >= deepestNesting) {
      this.errorAtToken(
        "SYNTAX_TOO_DEEP",
        this.here,
        `More than ${deepestNesting} expressions or queries lie in each other here.`,
        "Take the expression apart.",
      );
      while (this.token.kind !== "end" && !this.atSymbol(";")) this.advance();
      this.#silentAt = this.#index;
      return null;
    }
    this.#depth += 1;
    const result = rule();
    this.#depth -= 1;
    return result;
  }
}

export function isSymbol(token: Token, symbol: string): boolean {
  return token.kind === "symbol" && token.text === symbol;
}

export function rangeOf(token: SourceRange): SourceRange {
  return { start: token.start, end: token.end };
}

/** A token in a sentence. */
export function describe(token: Token): string {
  if (token.kind === "end") return "the end of the text";
  const text = token.text.length > 30 ? `${token.text.slice(0, 30)}…` : token.text;
  if (token.kind === "string") return `the string '${text}'`;
  return token.kind === "quoted" ? `the name "${text}"` : `\`${text}\``;
}

/** With a capital first letter, to begin a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

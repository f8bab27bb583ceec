import type { Property } from "./ast.ts";
import { describe, isSymbol, rangeOf, type Parser } from "./parser.ts";
import type { SourceRange } from "../common/source-range.ts";

/** A key or value and where it stands. */
export interface SpelledText {
  readonly text: string;
  readonly range: SourceRange;
}

/**
 * Parses from the word WITH: the options of a definition, quoted as in Flink (`'topic' = 'x'`), or bare as in ksqlDB and
 * RisingWave (`PARTITIONS = 4`, `properties.bootstrap.server = 'x'`). Pairs that cannot be read are reported and left out.
 */
export function parseDefinitionOptions(parser: Parser): readonly Property[] {
  parser.advance();
  const opened = rangeOf(parser.token);
  if (!parser.expectSymbol("(", "after WITH")) return [];
  return parseOptionList(parser, opened);
}

/** Parses behind an opening parenthesis up to the closing one. */
export function parseOptionList(parser: Parser, opened: SourceRange): readonly Property[] {
  const options: Property[] = [];
  if (!parser.atSymbol(")"))
    do {
      const option = parseOption(parser);
      if (option !== null) options.push(option);
      else parser.skipTo((token) => isSymbol(token, ","));
    } while (parser.takeSymbol(",") !== null);
  parser.closeParenthesis(opened);
  return options;
}

/** Parses `key = value`, and with `TO` also `key TO value`; null when reported. */
export function parseOption(parser: Parser, orTo: boolean = false): Property | null {
  const key = takeOptionKey(parser);
  if (key === null) return null;
  const to = orTo && parser.takeWords("TO") !== null;
  if (!to && !parser.expectSymbol("=", `after the key ${key.text}`)) return null;
  const value = takeOptionValue(parser);
  if (value === null) return null;
  return {
    range: parser.since(key.range.start),
    key: key.text,
    keyRange: key.range,
    value: value.text,
    valueRange: value.range,
  };
}

/** Takes `'a.b'`, `"a.b"` or `a.b`; null when reported. */
export function takeOptionKey(parser: Parser): SpelledText | null {
  const { start } = parser.token;
  const quoted = parser.token.kind === "string";
  let text = "";
  for (;;) {
    const { token } = parser;
    if (token.kind !== "word" && token.kind !== "quoted" && token.kind !== "string") {
      parser.errorAtToken(
        "SYNTAX_PROPERTY",
        parser.here,
        `A key is expected, but ${describe(token)} stands here.`,
        "Write 'key' = 'value'.",
      );
      return null;
    }
    text += parser.advance().text;
    // Parts of a bare key are joined by points, some also by a minus sign.
    const joint = parser.takeSymbol(".") ?? parser.takeSymbol("-");
    if (quoted || joint === null) return { text, range: parser.since(start) };
    text += joint.text;
  }
}

/** Takes a string, a word or a number of any sign; null when reported. */
export function takeOptionValue(parser: Parser): SpelledText | null {
  const { start } = parser.token;
  const sign = parser.takeSymbol("-");
  const { token } = parser;
  if (token.kind === "end" || token.kind === "symbol" || (sign !== null && !isNumber(token.kind))) {
    parser.errorAtToken(
      "SYNTAX_PROPERTY",
      parser.here,
      `A value is expected, but ${describe(token)} stands here.`,
      "Write 'key' = 'value'.",
    );
    return null;
  }
  parser.advance();
  return { text: `${sign?.text ?? ""}${token.text}`, range: parser.since(start) };
}

function isNumber(kind: string): boolean {
  return kind === "integer" || kind === "decimal" || kind === "float" || kind === "duration";
}

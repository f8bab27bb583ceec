import type { Duration, Identifier, Join } from "./ast.ts";
import type { Expression } from "./expression-ast.ts";
import { parseColumnNames } from "./parse-alias.ts";
import { parseDurationLength } from "./parse-duration.ts";
import { rangeOf, type Parser } from "./parser.ts";

const joinTypes: ReadonlyMap<string, Join["type"]> = new Map([
  ["LEFT", "left"],
  ["RIGHT", "right"],
  ["FULL", "full"],
  ["CROSS", "cross"],
]);

/** Takes a comma, or all words up to JOIN; null when neither is next. */
export function takeJoinWords(parser: Parser): Pick<Join, "type" | "modifier" | "wordsRange"> | null {
  const { start } = parser.token;
  if (parser.takeSymbol(",") !== null)
    return { type: "cross", modifier: null, wordsRange: parser.since(start) };
  if (!parser.atAnyWord("JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL", "ASOF")) return null;
  let type: Join["type"] = "inner";
  let modifier: Join["modifier"] = null;
  while (parser.atAnyWord("INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL", "ASOF", "OUTER")) {
    const { word } = parser.advance();
    type = joinTypes.get(word) ?? type;
    if (word === "NATURAL") modifier = "natural";
    if (word === "ASOF") modifier = "asof";
  }
  parser.expectWord("JOIN", "after the kind of join");
  return { type, modifier, wordsRange: parser.since(start) };
}

/** Parses ON, USING, WITHIN and GRACE PERIOD in any order: ksqlDB has WITHIN first, velostream last. */
export function parseJoinConditions(parser: Parser): Pick<Join, "on" | "using" | "within" | "gracePeriod"> {
  let on: Expression | null = null;
  let using: readonly Identifier[] = [];
  let within: Join["within"] = null;
  let gracePeriod: Duration | null = null;
  for (;;) {
    if (parser.takeWords("ON") !== null) on = parser.expression();
    else if (parser.atWords("WITHIN")) within = parseWithin(parser);
    else if (parser.takeWords("GRACE", "PERIOD") !== null)
      gracePeriod = parseDurationLength(parser, "after GRACE PERIOD");
    else if (parser.takeWords("USING") !== null) {
      if (parser.atSymbol("(")) using = parseColumnNames(parser);
      else parser.expectSymbol("(", "after USING");
    } else return { on, using, within, gracePeriod };
  }
}

function parseWithin(parser: Parser): Join["within"] {
  const { start } = parser.advance();
  const opened = rangeOf(parser.token);
  if (parser.takeSymbol("(") === null) {
    const both = parseDurationLength(parser, "after WITHIN");
    return { range: parser.since(start), before: both, after: both };
  }
  const before = parseDurationLength(parser, "after WITHIN (");
  parser.expectSymbol(",", "between the two durations of WITHIN");
  const after = parseDurationLength(parser, "after the comma");
  parser.closeParenthesis(opened);
  return { range: parser.since(start), before, after };
}

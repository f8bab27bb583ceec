import { nearestWord } from "../common/nearest-word.ts";
import type { EmitClause } from "./ast.ts";
import { parseDurationLength } from "./parse-duration.ts";
import { describe, type Parser } from "./parser.ts";

/** Parses from the word EMIT; null when reported. */
export function parseEmit(parser: Parser): EmitClause | null {
  const { start } = parser.advance();
  if (parser.takeWords("CHANGES") !== null) return { kind: "changes", range: parser.since(start) };
  if (parser.takeWords("FINAL") !== null) return { kind: "final", range: parser.since(start) };
  if (parser.takeWords("ON", "WINDOW", "CLOSE") !== null)
    return { kind: "on-window-close", range: parser.since(start) };
  if (parser.takeWords("EVERY") !== null) return parseEvery(parser, start);
  const near = nearestWord(parser.token.word, ["CHANGES", "FINAL", "EVERY"]);
  const hint =
    near === null
      ? "Write EMIT CHANGES, EMIT FINAL, EMIT EVERY … or EMIT ON WINDOW CLOSE."
      : `Did you mean ${near}?`;
  const message = `EMIT needs CHANGES, FINAL, EVERY … or ON WINDOW CLOSE, but found ${describe(parser.token)}.`;
  parser.errorAtToken("SYNTAX_EMIT", parser.here, message, hint, near);
  return null;
}

function parseEvery(parser: Parser, start: number): EmitClause | null {
  const { kind, text } = parser.token;
  if (kind === "integer" && text.length <= 18 && ["ROW", "ROWS"].includes(parser.peek(1).word)) {
    const count = parser.advance();
    parser.advance();
    const range = parser.since(start);
    if (BigInt(text) === 0n)
      parser.error("SYNTAX_EMIT", count, "EMIT EVERY needs at least 1 row.", "Write 1 or more.");
    return { kind: "every-rows", range, rows: BigInt(text) };
  }
  const interval = parseDurationLength(parser, "or a number of ROWS after EMIT EVERY");
  return { kind: "every-interval", range: parser.since(start), interval };
}

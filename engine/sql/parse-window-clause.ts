import type { Duration, Identifier, NamedWindow, WindowClause, WindowShape } from "./ast.ts";
import type { ColumnReference, Expression } from "./expression-ast.ts";
import { isReserved } from "./keyword.ts";
import { nearestWord } from "../common/nearest-word.ts";
import { parseColumnReference } from "./parse-column-reference.ts";
import { atDuration, parseDurationLength } from "./parse-duration.ts";
import { rangeOf, type Parser } from "./parser.ts";
import { notNegative, positive, windowShape } from "./window-measure.ts";

type Kind = WindowShape["kind"];

const kinds: ReadonlyMap<string, Kind> = new Map([
  ["TUMBLING", "tumbling"],
  ["SLIDING", "hopping"],
  ["HOPPING", "hopping"],
  ["SESSION", "session"],
  ["CUMULATE", "cumulate"],
]);

/** Which lengths without a word in front a kind takes, in order. */
const positional: Readonly<Record<Kind, readonly Slot[]>> = {
  tumbling: ["size"],
  hopping: ["size", "step"],
  cumulate: ["step", "size"],
  session: ["gap"],
};

type Slot = "size" | "step" | "gap" | "offset" | "grace" | "retention";

/** The words in front of a length, and the kinds that take it. */
const labels: readonly {
  readonly words: readonly [string, ...string[]];
  readonly slot: Slot;
  readonly kinds: readonly Kind[];
}[] = [
  { words: ["SIZE"], slot: "size", kinds: ["tumbling", "hopping"] },
  { words: ["ADVANCE", "BY"], slot: "step", kinds: ["hopping"] },
  { words: ["OFFSET"], slot: "offset", kinds: ["tumbling", "hopping", "cumulate"] },
  { words: ["GRACE", "PERIOD"], slot: "grace", kinds: ["tumbling", "hopping", "cumulate", "session"] },
  { words: ["RETENTION"], slot: "retention", kinds: ["tumbling", "hopping", "cumulate", "session"] },
];

export interface ParsedWindowClause {
  readonly clause: Omit<WindowClause, "position">;
  /** Whether the lengths are written as in ksqlDB: `(SIZE 5 SECONDS, …)`, `SESSION (5 SECONDS)`. */
  readonly ksqldbStyle: boolean;
}

/** Parses from the word WINDOW: `WINDOW TUMBLING(ts, 5m, OFFSET 1m)`; null when reported. */
export function parseWindowClause(parser: Parser): ParsedWindowClause | null {
  const { start } = parser.advance();
  const name = parser.expectName("a kind of window after WINDOW");
  if (name === null) return null;
  const kind = kinds.get(name.text.toUpperCase());
  if (kind === undefined) {
    reportKind(parser, name);
    return null;
  }
  const opened = rangeOf(parser.token);
  if (!parser.expectSymbol("(", `after ${name.text}`)) return null;
  const found = parseArgumentList(parser, kind, name.text.toUpperCase());
  parser.closeParenthesis(opened);
  const range = parser.since(start);
  const shape = shapeOf(parser, kind, found);
  return {
    clause: {
      range,
      name,
      shape,
      timeColumn: found.timeColumn,
      gracePeriod: notNegative(parser, found.lengths.get("grace") ?? null, "A grace period"),
      retention: notNegative(parser, found.lengths.get("retention") ?? null, "A retention"),
    },
    ksqldbStyle: found.ksqldbStyle,
  };
}

/** Parses from the word WINDOW: `WINDOW w AS (…), v AS (…)`. */
export function parseNamedWindows(parser: Parser): readonly NamedWindow[] {
  parser.advance();
  const windows: NamedWindow[] = [];
  do {
    const name = parser.expectName("the name of a window");
    if (name === null) break;
    if (!parser.expectWord("AS", "after the name of a window")) break;
    const over = parser.overSpecification();
    windows.push({ range: parser.since(name.range.start), name, over });
  } while (parser.takeSymbol(",") !== null);
  return windows;
}

function reportKind(parser: Parser, name: Identifier): void {
  const near = nearestWord(name.text.toUpperCase(), [...kinds.keys()]);
  parser.error(
    "SYNTAX_WINDOW_KIND",
    name.range,
    `\`${name.text}\` is no kind of window.`,
    near === null ? "Write TUMBLING, SLIDING, HOPPING, SESSION or CUMULATE." : `Did you mean ${near}?`,
    near,
  );
  if (parser.takeSymbol("(") === null) return;
  parser.skipTo(() => false);
  parser.takeSymbol(")");
}

interface FoundArguments {
  readonly lengths: ReadonlyMap<Slot, Duration | null>;
  readonly timeColumn: ColumnReference | null;
  readonly sessionKeys: readonly Expression[];
  readonly ksqldbStyle: boolean;
  /** A length could not be read, so its absence is no second error. */
  readonly damaged: boolean;
}

function parseArgumentList(parser: Parser, kind: Kind, name: string): FoundArguments {
  const lengths = new Map<Slot, Duration | null>();
  const sessionKeys: Expression[] = [];
  let timeColumn: ColumnReference | null = null;
  let native = false;
  let damaged = false;
  if (!parser.atSymbol(")"))
    do {
      const { start } = parser.token;
      const label = labels.find(({ words }) => parser.atWords(words[0]) && isLabel(parser));
      if (label !== undefined || atDuration(parser)) {
        if (label !== undefined) takeLabel(parser, label.words);
        const bare = parser.token.kind === "integer" && parser.peek(1).kind === "word";
        native ||= label === undefined && !(kind === "session" && bare);
        const words = label === undefined ? name : label.words.join(" ");
        const length = parseDurationLength(parser, `after ${words}`);
        const slot = label?.slot ?? positional[kind].find((candidate) => !lengths.has(candidate));
        damaged ||= length === null;
        if (slot === undefined || lengths.has(slot))
          reportSurplus(parser, start, name, label?.words.join(" "));
        else if (label?.kinds.includes(kind) === false) reportLabel(parser, start, name, words);
        else lengths.set(slot, length);
      } else if (atName(parser) && timeColumn === null && (kind !== "session" || !lengths.has("gap"))) {
        timeColumn = parseColumnReference(parser, "a time column or a duration");
        native = true;
      } else if (kind === "session" && atName(parser)) sessionKeys.push(parser.expression());
      else if (parser.token.kind === "string" && /^\d+(ms|[smhd])$/i.test(parser.token.text)) {
        const { text } = parser.advance();
        const message = "The length of a window stands without quotes.";
        parser.error("SYNTAX_EXPECTED", rangeOf(parser.previous), message, `Write ${text}.`, text);
        damaged = true;
      } else {
        parser.expected(
          `a duration in ${name}(…)`,
          "Write 5m, 30s, 500ms, 5 MINUTES or INTERVAL '5' MINUTE.",
        );
        parser.skipTo((token) => token.kind === "symbol" && token.text === ",");
        damaged = true;
      }
    } while (parser.takeSymbol(",") !== null);
  const ksqldbStyle = !native && lengths.size > 0;
  return { lengths, timeColumn, sessionKeys, ksqldbStyle, damaged: damaged || !parser.atSymbol(")") };
}

/** SIZE and its like are names too: only with something behind them they are labels. */
function isLabel(parser: Parser): boolean {
  const next = parser.peek(1);
  return ![",", ")", "."].includes(next.text);
}

function takeLabel(parser: Parser, [first, ...others]: readonly string[]): void {
  parser.advance();
  for (const word of others) parser.expectWord(word, `after ${first}`);
}

function atName(parser: Parser): boolean {
  const { kind, word } = parser.token;
  return kind === "quoted" || (kind === "word" && !isReserved(word));
}

function reportSurplus(parser: Parser, start: number, name: string, label: string | undefined): void {
  parser.error(
    "SYNTAX_WINDOW_ARGUMENT",
    parser.since(start),
    label === undefined ? `${name} takes no further length.` : `${label} is given twice.`,
    label === undefined && name === "TUMBLING"
      ? "To shift the windows write OFFSET before the second length."
      : "Remove it.",
  );
}

function reportLabel(parser: Parser, start: number, name: string, label: string): void {
  parser.error("SYNTAX_WINDOW_ARGUMENT", parser.since(start), `${name} takes no ${label}.`, "Remove it.");
}

function shapeOf(parser: Parser, kind: Kind, found: FoundArguments): WindowShape {
  const { lengths } = found;
  const missing = positional[kind].filter((slot) => !lengths.has(slot));
  if (missing.length > 0 && !found.damaged) {
    const example = (parser.dialect === "ksqldb" ? ksqldbExamples : examples)[kind];
    parser.errorAtToken(
      "SYNTAX_WINDOW_ARGUMENT",
      rangeOf(parser.previous),
      `The window has no ${missing.map((slot) => slotNames[slot]).join(" and no ")}.`,
      `Write it in the parentheses: ${example}.`,
    );
  }
  if (kind === "session") {
    const gap = positive(parser, lengths.get("gap") ?? null, "The gap of a session");
    return { kind, gap, keys: found.sessionKeys };
  }
  const [size, step, offset] = [lengths.get("size"), lengths.get("step"), lengths.get("offset")];
  return windowShape(parser, kind, { size: size ?? null, step: step ?? null, offset: offset ?? null });
}

const examples: Readonly<Record<Kind, string>> = {
  tumbling: "(5m)",
  hopping: "(10m, 5m)",
  cumulate: "(1m, 1h)",
  session: "(30s)",
};

const ksqldbExamples: Readonly<Record<Kind, string>> = {
  ...examples,
  tumbling: "(SIZE 5 MINUTES)",
  hopping: "(SIZE 10 MINUTES, ADVANCE BY 5 MINUTES)",
  session: "(30 SECONDS)",
};

const slotNames: Readonly<Record<Slot, string>> = {
  size: "size",
  step: "step",
  gap: "gap",
  offset: "offset",
  grace: "grace period",
  retention: "retention",
};

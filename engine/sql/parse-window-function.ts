import type { SourceRange } from "../common/source-range.ts";
import type { DerivedTable, Duration, StreamReference, WindowFunction, WindowShape } from "./ast.ts";
import type { ColumnReference, Expression } from "./expression-ast.ts";
import { isReserved } from "./keyword.ts";
import { unnamed } from "./parse-alias.ts";
import { parseColumnReference } from "./parse-column-reference.ts";
import { atDuration, parseDurationLength } from "./parse-duration.ts";
import { parseStreamName } from "./parse-stream-reference.ts";
import { isSymbol, rangeOf, type Parser } from "./parser.ts";
import { positive, windowShape } from "./window-measure.ts";

type Slot = "DATA" | "TIMECOL" | "SIZE" | "SLIDE" | "STEP" | "GAP" | "OFFSET";

interface FunctionKind {
  readonly kind: WindowShape["kind"];
  /** The arguments in order, by the names that Flink gives them. */
  readonly slots: readonly Slot[];
  /** How many of them must be there. */
  readonly needed: number;
}

const functions: ReadonlyMap<string, FunctionKind> = new Map([
  ["TUMBLE", { kind: "tumbling", slots: ["DATA", "TIMECOL", "SIZE", "OFFSET"], needed: 3 }],
  ["HOP", { kind: "hopping", slots: ["DATA", "TIMECOL", "SLIDE", "SIZE", "OFFSET"], needed: 4 }],
  ["CUMULATE", { kind: "cumulate", slots: ["DATA", "TIMECOL", "STEP", "SIZE", "OFFSET"], needed: 4 }],
  ["SESSION", { kind: "session", slots: ["DATA", "TIMECOL", "GAP"], needed: 3 }],
]);

/** The names of the window table functions, upper case. */
export const windowFunctionNames: readonly string[] = [...functions.keys()];

type Argument =
  | {
      readonly kind: "input";
      readonly range: SourceRange;
      readonly input: StreamReference | DerivedTable;
      readonly keys: readonly Expression[];
      /** PARTITION BY and the keys. */
      readonly keysRange: SourceRange | null;
    }
  | { readonly kind: "column"; readonly range: SourceRange; readonly column: ColumnReference | null }
  | { readonly kind: "duration"; readonly range: SourceRange; readonly duration: Duration | null }
  /** Reported. */
  | { readonly kind: "unreadable"; readonly range: SourceRange };

/** Parses `TUMBLE(…)` and its like without an alias; the name and `(` are next. null when reported. */
export function parseWindowFunction(parser: Parser): WindowFunction | null {
  const name = parser.takeName();
  const { kind, slots, needed } = functions.get(name.text.toUpperCase())!;
  const opened = rangeOf(parser.advance());
  const found = parseSlots(parser, name.text, slots);
  parser.closeParenthesis(opened);
  const range = parser.since(name.range.start);
  const missing = slots.slice(0, needed).filter((slot) => !found.has(slot));
  if (missing.length > 0)
    parser.errorAtToken(
      "SYNTAX_WINDOW_ARGUMENT",
      range,
      `${name.text} has no ${missing.map((slot) => slotNames[slot]).join(" and no ")}.`,
      `Write ${name.text}(TABLE stream, DESCRIPTOR(time), ${needed === 3 ? "length" : "length, length"}).`,
    );
  const data = found.get("DATA");
  if (data?.kind !== "input") return null;
  const time = found.get("TIMECOL");
  const timeColumn = time === undefined ? null : columnOf(time);
  const length = (slot: Slot): Duration | null => {
    const argument = found.get(slot);
    return argument?.kind === "duration" ? argument.duration : null;
  };
  const shape: WindowShape =
    kind === "session"
      ? { kind, gap: positive(parser, length("GAP"), "The gap of a session"), keys: data.keys }
      : windowShape(parser, kind, {
          size: length("SIZE"),
          step: length(kind === "hopping" ? "SLIDE" : "STEP"),
          offset: length("OFFSET"),
        });
  const surplusKeys = kind === "session" ? null : data.keysRange;
  return {
    kind: "window-function",
    range,
    name,
    input: data.input,
    timeColumn,
    shape,
    surplusKeys,
    ...unnamed,
  };
}

function parseSlots(parser: Parser, name: string, slots: readonly Slot[]): ReadonlyMap<Slot, Argument> {
  const found = new Map<Slot, Argument>();
  let position = 0;
  if (parser.atSymbol(")")) return found;
  do {
    const label = isSymbol(parser.peek(1), "=>") ? parser.takeName() : null;
    if (label !== null) parser.advance();
    const slot = label === null ? slots[position] : slots.find((known) => known === label.text.toUpperCase());
    position += 1;
    const argument = parseArgument(parser);
    const range = label === null ? argument.range : label.range;
    if (slot === undefined)
      parser.error(
        "SYNTAX_WINDOW_ARGUMENT",
        range,
        label === null
          ? `${name} takes no further argument.`
          : `${name} has no argument named ${label.text}.`,
        slots.includes("GAP") && argument.kind === "duration"
          ? "A session begins with its first record, so it has no offset: remove it."
          : `${name} takes ${slots.join(", ")}, in this order.`,
      );
    else if (found.has(slot))
      parser.error("SYNTAX_WINDOW_ARGUMENT", range, `${slot} is given twice.`, "Remove one of them.");
    else {
      found.set(slot, argument);
      if (!fits(slot, argument))
        parser.errorAtToken(
          "SYNTAX_WINDOW_ARGUMENT",
          argument.range,
          `Here ${name} takes ${slotNames[slot]}.`,
          `${name} takes ${slots.join(", ")}, in this order.`,
        );
    }
  } while (parser.takeSymbol(",") !== null);
  return found;
}

function fits(slot: Slot, argument: Argument): boolean {
  if (argument.kind === "unreadable") return true;
  if (slot === "DATA") return argument.kind === "input";
  if (slot === "TIMECOL") return argument.kind === "column" || columnOf(argument) !== null;
  return argument.kind === "duration";
}

function parseArgument(parser: Parser): Argument {
  const { start } = parser.token;
  if (atDuration(parser)) {
    const duration = parseDurationLength(parser, "as a length");
    return { kind: "duration", range: parser.since(start), duration };
  }
  if (takeProcessingTime(parser)) return { kind: "unreadable", range: parser.since(start) };
  if (parser.atWords("DESCRIPTOR") && isSymbol(parser.peek(1), "(")) {
    parser.advance();
    const opened = rangeOf(parser.advance());
    if (takeProcessingTime(parser)) {
      parser.closeParenthesis(opened);
      return { kind: "unreadable", range: parser.since(start) };
    }
    const column = parseColumnReference(parser, "the time column in DESCRIPTOR");
    parser.closeParenthesis(opened);
    return { kind: "column", range: parser.since(start), column };
  }
  if (parser.atWords("TABLE") && parser.peek(1).text !== ",") parser.advance();
  if (parser.atSymbol("(")) return parseQueryArgument(parser);
  const input = atName(parser) ? parseStreamName(parser) : null;
  if (input === null) {
    parser.expected(
      "a stream, a column or a length",
      "Write TABLE stream, DESCRIPTOR(time) or INTERVAL '5' MINUTE.",
    );
    parser.skipTo((token) => isSymbol(token, ","));
    return { kind: "unreadable", range: parser.since(start) };
  }
  return withKeys(parser, input, start);
}

/** Reports `PROCTIME()` in the place of a time column. @returns Whether it stood there. */
function takeProcessingTime(parser: Parser): boolean {
  if (!parser.atWords("PROCTIME") || !isSymbol(parser.peek(1), "(")) return false;
  const { start } = parser.token;
  parser.advance();
  parser.closeParenthesis(rangeOf(parser.advance()));
  parser.error(
    "UNSUPPORTED_PROCESSING_TIME",
    parser.since(start),
    "Windows of processing time go by the clock of a machine, which a replay does not have.",
    "Name a time column of the stream.",
  );
  return true;
}

function atName(parser: Parser): boolean {
  const { kind, word } = parser.token;
  return kind === "quoted" || (kind === "word" && !isReserved(word));
}

/** The column that an argument names: `DESCRIPTOR(ts)`, and in RisingWave `ts` or `stream.ts`. */
function columnOf(argument: Argument): ColumnReference | null {
  if (argument.kind === "column") return argument.column;
  if (argument.kind !== "input" || argument.input.kind !== "stream") return null;
  const { name, path, address, hints } = argument.input;
  if (path.length > 1 || address || hints.length > 0 || argument.keys.length > 0) return null;
  return { kind: "column", range: argument.range, qualifier: path[0] ?? null, name };
}

/** A query in the place of the stream. */
function parseQueryArgument(parser: Parser): Argument {
  const opened = rangeOf(parser.advance());
  const query = parser.nested(() => parser.query());
  parser.closeParenthesis(opened);
  const range = parser.since(opened.start);
  if (query === null) return { kind: "unreadable", range };
  return withKeys(parser, { kind: "derived", range, query, lateral: null, ...unnamed }, opened.start);
}

function withKeys(parser: Parser, input: StreamReference | DerivedTable, start: number): Argument {
  const { start: keysStart } = parser.token;
  if (parser.takeWords("PARTITION", "BY") === null)
    return { kind: "input", range: parser.since(start), input, keys: [], keysRange: null };
  const keys = parseKeys(parser);
  return { kind: "input", range: parser.since(start), input, keys, keysRange: parser.since(keysStart) };
}

/** `PARTITION BY a` or `PARTITION BY (a, b)`: without the parentheses a comma would end the argument. */
function parseKeys(parser: Parser): Expression[] {
  if (!parser.atSymbol("(")) return parseBareKeys(parser);
  const opened = rangeOf(parser.advance());
  const keys: Expression[] = [];
  do keys.push(parser.expression());
  while (parser.takeSymbol(",") !== null);
  parser.closeParenthesis(opened);
  return keys;
}

/** One key; where DESCRIPTOR shows that more were meant, all of them, and they are reported. */
function parseBareKeys(parser: Parser): Expression[] {
  const keys = [parser.expression()];
  const { start } = keys[0]!.range;
  while (parser.atSymbol(",") && furtherKeys(parser)) {
    parser.advance();
    keys.push(parser.expression());
  }
  if (keys.length === 1) return keys;
  const columns = keys.filter((key) => key.kind === "column" && key.qualifier === null && !key.name.quoted);
  const names = columns.map((key) => (key.kind === "column" ? key.name.text : ""));
  parser.error(
    "SYNTAX_WINDOW_ARGUMENT",
    parser.since(start),
    "Several columns of PARTITION BY need parentheses here, as a comma ends the argument.",
    "Write PARTITION BY (a, b).",
    columns.length === keys.length ? `(${names.join(", ")})` : null,
  );
  return keys;
}

/** Whether names up to `, DESCRIPTOR(` follow; not looked for further than anybody writes. */
function furtherKeys(parser: Parser): boolean {
  for (let at = 0; at < 20; at += 2) {
    const { kind, word } = parser.peek(at + 1);
    if (!isSymbol(parser.peek(at), ",") || (kind !== "word" && kind !== "quoted")) return false;
    if (word === "DESCRIPTOR") return at > 0;
  }
  return false;
}

const slotNames: Readonly<Record<Slot, string>> = {
  DATA: "stream",
  TIMECOL: "time column",
  SIZE: "size",
  SLIDE: "slide",
  STEP: "step",
  GAP: "gap",
  OFFSET: "offset",
};

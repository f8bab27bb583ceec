import { CharacterClass, caseVariants, lineEnds } from "./character-class.ts";
import { parseClass } from "./parse-class.ts";
import { parseEscape } from "./parse-escape.ts";
import { PatternReader } from "./pattern-reader.ts";
import type { Assertion, RegexNode } from "./regex-node.ts";

/** What flags say, and `(?i)` inside a pattern. */
export interface RegexFlags {
  /** Letter case does not matter. */
  readonly ignoreCase: boolean;
  /** `^` and `$` stand at lines too. */
  readonly multiline: boolean;
  /** `.` is any character, also the end of a line. */
  readonly dotAll: boolean;
}

export interface ParsedRegex {
  readonly root: RegexNode;
  /** Groups that capture. */
  readonly groups: number;
}

/** More would nest deeper than a parser may call itself. */
const MOST_NESTED = 200;
const MOST_GROUPS = 100;
const MOST_REPEATED = 1000;

/** @throws {PatternProblem} what is wrong with the pattern, or not known. */
export function parseRegex(pattern: string, flags: RegexFlags): ParsedRegex {
  return new RegexParser(new PatternReader(pattern)).parse(flags);
}

class RegexParser {
  readonly #reader: PatternReader;
  #groups = 0;
  #depth = 0;

  constructor(reader: PatternReader) {
    this.#reader = reader;
  }

  parse(flags: RegexFlags): ParsedRegex {
    const root = this.#choice(flags);
    if (!this.#reader.done) this.#reader.fail("A ) has no (; write \\) for the character itself");
    return { root, groups: this.#groups };
  }

  #choice(given: RegexFlags): RegexNode {
    const options: RegexNode[] = [];
    let flags = given;
    do {
      const parts: RegexNode[] = [];
      while (!this.#reader.done && this.#reader.peek() !== "|" && this.#reader.peek() !== ")") {
        const changed = this.#inlineFlags(flags);
        if (changed) flags = changed;
        else parts.push(this.#repeated(flags));
      }
      options.push(parts.length === 1 ? parts[0] : { kind: "sequence", parts });
    } while (this.#reader.take("|"));
    return options.length === 1 ? options[0] : { kind: "choice", options };
  }

  /** `(?i)`: holds up to the end of the group around it. */
  #inlineFlags(flags: RegexFlags): RegexFlags | null {
    const reader = this.#reader;
    for (let length = 0; ; length++) {
      const character = reader.peek(2 + length);
      if (character === ")" && length > 0 && reader.take("(?")) {
        const changed = this.#takeFlags(flags);
        reader.take(")");
        return changed;
      }
      if (!/[imsx-]/.test(character) || reader.peek() !== "(" || reader.peek(1) !== "?") return null;
    }
  }

  #takeFlags(flags: RegexFlags): RegexFlags {
    let on = true;
    let { ignoreCase, multiline, dotAll } = flags;
    for (const letter of this.#reader.takeWhile(/[a-z-]/, 10)) {
      if (letter === "-") on = false;
      else if (letter === "i") ignoreCase = on;
      else if (letter === "m") multiline = on;
      else if (letter === "s") dotAll = on;
      else this.#reader.fail(`The flag ${letter} is not known; i, m and s are`);
    }
    return { ignoreCase, multiline, dotAll };
  }

  #repeated(flags: RegexFlags): RegexNode {
    const body = this.#atom(flags);
    const reader = this.#reader;
    const bounds = this.#bounds();
    if (bounds === null) return body;
    const lazy = reader.take("?");
    if (reader.peek() === "+") reader.fail("A repetition that gives nothing back (such as a++) is not known");
    if (reader.peek() === "*" || this.#isBounds())
      reader.fail("A repetition of a repetition needs a group: (?:a+)*");
    return { kind: "repeat", body, least: bounds[0], most: bounds[1], lazy };
  }

  #bounds(): readonly [number, number] | null {
    const reader = this.#reader;
    if (reader.take("*")) return [0, Infinity];
    if (reader.take("+")) return [1, Infinity];
    if (reader.take("?")) return [0, 1];
    if (!this.#isBounds()) return null;
    reader.take("{");
    const least = Number(reader.takeWhile(/\d/, 9));
    const most = reader.take(",") ? reader.takeWhile(/\d/, 9) : String(least);
    reader.take("}");
    const last = most === "" ? Infinity : Number(most);
    if (last < least) reader.fail("A repetition goes from the lower number to the higher one");
    if (least > MOST_REPEATED || (last > MOST_REPEATED && last !== Infinity))
      reader.fail(`A repetition goes up to ${MOST_REPEATED} times`);
    return [least, last];
  }

  /** Whether `{2}`, `{2,}` or `{2,5}` is next; any other `{` is itself. */
  #isBounds(): boolean {
    const reader = this.#reader;
    if (reader.peek() !== "{" || !/\d/.test(reader.peek(1))) return false;
    let at = 1;
    while (/\d/.test(reader.peek(at))) at++;
    if (reader.peek(at) === ",") at++;
    while (/\d/.test(reader.peek(at))) at++;
    return reader.peek(at) === "}";
  }

  #atom(flags: RegexFlags): RegexNode {
    const reader = this.#reader;
    if (this.#isBounds()) reader.fail("There is nothing to repeat before the {");
    const character = reader.next();
    switch (character) {
      case "(":
        return this.#group(flags);
      case "[":
        return { kind: "class", class: parseClass(reader, flags.ignoreCase) };
      case ".":
        return { kind: "class", class: new CharacterClass(flags.dotAll ? [] : lineEnds, [], true, false) };
      case "^":
        return assertion(flags.multiline ? "line-start" : "text-start");
      case "$":
        return assertion(flags.multiline ? "line-end" : "text-end");
      case "*":
      case "+":
      case "?":
        return reader.fail(
          `There is nothing to repeat before the ${character}; write \\${character} for the character itself`,
        );
      case "\\":
        return this.#escape(flags);
      default:
        return literal(character.codePointAt(0)!, flags);
    }
  }

  #escape(flags: RegexFlags): RegexNode {
    const reader = this.#reader;
    if (reader.take("b")) return assertion("word-boundary");
    if (reader.take("B")) return assertion("no-word-boundary");
    if (reader.take("A")) return assertion("text-start");
    if (reader.take("z")) return assertion("text-end");
    const meant = parseEscape(reader);
    if (typeof meant === "number") return literal(meant, flags);
    const properties = meant.property ? [meant.property] : [];
    return { kind: "class", class: new CharacterClass(meant.ranges, properties, false, flags.ignoreCase) };
  }

  #group(flags: RegexFlags): RegexNode {
    const reader = this.#reader;
    let inner = flags;
    let captures = !reader.take("?");
    if (!captures && !reader.take(":")) {
      if (/^(?:[=!]|<[=!])/.test(reader.peek() + reader.peek(1)))
        reader.fail(
          "Looking ahead or behind (such as (?=…)) cannot be matched in time that grows with the text only, and is not known",
        );
      if (reader.take("P<") || reader.take("<")) {
        if (reader.takeWhile(/\w/, 60) === "" || !reader.take(">"))
          reader.fail("The name of a group is incomplete");
        captures = true;
      } else {
        inner = this.#takeFlags(flags);
        if (!reader.take(":")) reader.fail("A group that begins with (? and this character is not known");
      }
    }
    const group = captures ? ++this.#groups : 0;
    if (group > MOST_GROUPS) reader.fail(`A pattern has up to ${MOST_GROUPS} groups; begin others with (?:`);
    if (++this.#depth > MOST_NESTED) reader.fail(`Groups nest up to ${MOST_NESTED} deep`);
    const body = this.#choice(inner);
    this.#depth--;
    if (!reader.take(")")) reader.fail("A ( has no ); write \\( for the character itself");
    return captures ? { kind: "capture", body, group } : body;
  }
}

function assertion(kind: Assertion): RegexNode {
  return { kind: "assertion", assertion: kind };
}

function literal(codePoint: number, { ignoreCase }: RegexFlags): RegexNode {
  if (!ignoreCase || caseVariants(codePoint).length === 0) return { kind: "character", codePoint };
  return { kind: "class", class: new CharacterClass([[codePoint, codePoint]], [], false, true) };
}

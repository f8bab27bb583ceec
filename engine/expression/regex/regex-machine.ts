import { firstCharacters } from "./first-characters.ts";
import type { Assertion } from "./regex-node.ts";
import { ASSERT, CHARACTER, CLASS, JUMP, MATCH, type RegexProgram, SAVE, SPLIT } from "./regex-program.ts";
import { ThreadList } from "./thread-list.ts";

/** The pattern takes more steps over the text than are allowed. */
export class StepLimitReached extends Error {}

/**
 * Follows all ways through a program at once, one character of the text at a time: no pattern takes more steps than
 * its instructions x the characters of the text. Of several matches it finds the leftmost, and of those the one that
 * a matcher that goes back (Java's, JavaScript's, Perl's) would find first.
 */
export class RegexMachine {
  readonly #program: RegexProgram;
  readonly #begins: Uint8Array | null;
  readonly #slots: number;
  readonly #stack: Int32Array;
  /** Positions that the way being followed has kept. */
  readonly #current: Int32Array;
  readonly #found: Int32Array;
  #now: ThreadList;
  #next: ThreadList;
  #text = "";
  /** Instructions looked at since `begin`. */
  steps = 0;
  #limit = Infinity;

  /** @param keeps whether the positions of groups are asked for. */
  constructor(program: RegexProgram, keeps: boolean) {
    const size = program.operations.length;
    this.#program = program;
    this.#begins = firstCharacters(program);
    this.#slots = keeps ? program.slots : 0;
    this.#stack = new Int32Array(4 * size + 8);
    this.#current = new Int32Array(this.#slots);
    this.#found = new Int32Array(this.#slots);
    this.#now = new ThreadList(size, this.#slots);
    this.#next = new ThreadList(size, this.#slots);
  }

  /** @param limit of the steps of all searches of this text together. */
  begin(text: string, limit: number): void {
    this.#text = text;
    this.#limit = limit;
    this.steps = 0;
  }

  /**
   * @param from position in UTF-16 units, not inside a pair.
   * @returns Start and end of the match and of each group (-1 where it took no part), valid until the next call;
   * null: there is no match. Of a machine that keeps nothing: an empty array.
   * @throws {StepLimitReached}
   */
  search(from: number): Int32Array | null {
    const text = this.#text;
    const { operations, first, classes } = this.#program;
    this.#now.size = 0;
    let matched = false;
    for (let at = from; ;) {
      if (!matched) {
        if (this.#now.size === 0) at = this.#nextBegin(at);
        if (at < 0) return null;
        this.#current.fill(-1);
        this.#follow(this.#now, 0, at);
      }
      const now = this.#now;
      if (now.size === 0 && matched) break;
      const character = at < text.length ? text.codePointAt(at)! : -1;
      const after = at + (character > 0xffff ? 2 : 1);
      this.#next.size = 0;
      for (let i = 0; i < now.size; i++) {
        const place = now.at(i);
        const operation = operations[place];
        if (operation === MATCH) {
          copySlots(now.kept, place * this.#slots, this.#found, 0, this.#slots);
          matched = true;
          break;
        }
        if (character < 0) continue;
        const fits =
          operation === CHARACTER
            ? first[place] === character
            : operation === CLASS && classes[first[place]].has(character);
        if (!fits) continue;
        copySlots(now.kept, place * this.#slots, this.#current, 0, this.#slots);
        this.#follow(this.#next, place + 1, after);
      }
      this.#now = this.#next;
      this.#next = now;
      if (character < 0 || (matched && this.#slots === 0)) break;
      if (this.steps > this.#limit) throw new StepLimitReached();
      at = after;
    }
    return matched ? this.#found : null;
  }

  /** @returns The next position where a match may begin, or -1. */
  #nextBegin(from: number): number {
    const text = this.#text;
    const { prefix } = this.#program;
    if (prefix !== "") return text.indexOf(prefix, from);
    const begins = this.#begins;
    if (begins === null) return from;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 128 || begins[code] === 1) return at;
    }
    return -1;
  }

  /** Adds a place and all that can be reached from it without a character, the preferred first. */
  #follow(list: ThreadList, start: number, at: number): void {
    const { operations, first, second, assertions } = this.#program;
    const stack = this.#stack;
    const current = this.#current;
    let top = 0;
    stack[top++] = start;
    while (top > 0) {
      const place = stack[--top];
      if (place < 0) {
        current[~place] = stack[--top];
        continue;
      }
      if (list.has(place)) continue;
      list.add(place);
      this.steps++;
      switch (operations[place]) {
        case JUMP:
          stack[top++] = first[place];
          break;
        case SPLIT:
          stack[top++] = second[place];
          stack[top++] = first[place];
          break;
        case SAVE: {
          const slot = first[place];
          if (this.#slots > 0) {
            stack[top++] = current[slot];
            stack[top++] = ~slot;
            current[slot] = at;
          }
          stack[top++] = place + 1;
          break;
        }
        case ASSERT:
          if (holds(assertions[first[place]], this.#text, at)) stack[top++] = place + 1;
          break;
        default:
          copySlots(current, 0, list.kept, place * this.#slots, this.#slots);
      }
    }
  }
}

/** A view and `set` would cost more than the few slots that there are. */
function copySlots(source: Int32Array, from: number, target: Int32Array, to: number, count: number): void {
  for (let i = 0; i < count; i++) target[to + i] = source[from + i];
}

function holds(assertion: Assertion, text: string, at: number): boolean {
  switch (assertion) {
    case "text-start":
      return at === 0;
    case "text-end":
      return at === text.length;
    case "line-start":
      return at === 0 || isLineEnd(text.charCodeAt(at - 1));
    case "line-end":
      return at === text.length || isLineEnd(text.charCodeAt(at));
    case "word-boundary":
      return isWord(text, at - 1) !== isWord(text, at);
    case "no-word-boundary":
      return isWord(text, at - 1) === isWord(text, at);
  }
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x5f ||
    (code >= 0x61 && code <= 0x7a)
  );
}

import { parseRegex } from "./parse-regex.ts";
import { RegexAutomaton } from "./regex-automaton.ts";
import { RegexMachine, StepLimitReached } from "./regex-machine.ts";
import { PatternProblem } from "./regex-node.ts";
import { buildProgram, type RegexProgram } from "./regex-program.ts";

/** Steps that all searches of one text may take together: some tenths of a second. What is refused depends on nothing else. */
const MOST_STEPS = 20_000_000;

/**
 * A regular expression that no text makes slow: steps grow with pattern x text. Characters are code points; `\d \w \s \b`
 * mean ASCII; `$` is the end of the text only. It has no references back to groups and no looking around.
 */
export class Regex {
  /** Groups that capture. */
  readonly groups: number;
  /** The flag g: all matches are meant, not the first. */
  readonly all: boolean;
  readonly #size: number;
  readonly #automaton: RegexAutomaton | null;
  readonly #tester: RegexMachine;
  readonly #finder: RegexMachine;

  constructor(program: RegexProgram, all: boolean) {
    this.groups = program.slots / 2 - 1;
    this.all = all;
    this.#size = program.operations.length;
    this.#automaton = RegexAutomaton.of(program);
    this.#tester = new RegexMachine(program, false);
    this.#finder = new RegexMachine(program, true);
  }

  /** Whether the pattern matches some part of the text. @throws {StepLimitReached} */
  test(text: string): boolean {
    if (this.#size * text.length > MOST_STEPS) throw new StepLimitReached();
    if (this.#automaton !== null && text !== "") return this.#automaton.test(text);
    this.#tester.begin(text, MOST_STEPS);
    return this.#tester.search(0) !== null;
  }

  /**
   * Visits matches from left to right; after an empty one the search goes on a character further.
   *
   * @param visit gets start and end of the match and of each group, in UTF-16 units (-1 where a group took no part);
   * valid during the call. It answers whether to go on.
   * @throws {StepLimitReached}
   */
  forEachMatch(text: string, visit: (positions: Int32Array) => boolean): void {
    const finder = this.#finder;
    if (this.#size * text.length <= MOST_STEPS && !this.test(text)) return;
    finder.begin(text, MOST_STEPS);
    for (let at = 0; at <= text.length;) {
      const positions = finder.search(at);
      if (positions === null || !visit(positions)) return;
      const end = positions[1];
      const empty = positions[0] === end;
      at = empty ? end + (text.codePointAt(end)! > 0xffff ? 2 : 1) : end;
    }
  }
}

/** @param flags letters of g, i, m and s, each at most once. @returns The expression, or a sentence that says what is wrong. */
export function compileRegex(pattern: string, flags: string = ""): Regex | string {
  if (!/^[gims]{0,4}$/.test(flags) || new Set(flags).size < flags.length)
    return `Flags are letters of g, i, m and s, each once, not '${flags.slice(0, 20)}'.`;
  try {
    const { root, groups } = parseRegex(pattern, {
      ignoreCase: flags.includes("i"),
      multiline: flags.includes("m"),
      dotAll: flags.includes("s"),
    });
    return new Regex(buildProgram(root, groups), flags.includes("g"));
  } catch (problem) {
    if (problem instanceof PatternProblem) return problem.sentence;
    throw problem;
  }
}

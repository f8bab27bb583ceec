import { ASSERT, CHARACTER, CLASS, JUMP, MATCH, type RegexProgram, SAVE, SPLIT } from "./regex-program.ts";
import { ThreadList } from "./thread-list.ts";

/** Where all ways through a program stand at once. */
interface State {
  /** Characters to match, the match, and ends of the text to assert; ascending. */
  readonly places: Int32Array;
  readonly matches: boolean;
  /** Whether it matches when the text ends here. */
  readonly matchesAtEnd: boolean;
  /** By ASCII character, as far as they were seen. */
  readonly next: (State | undefined)[];
}

/** States beyond which those that are known are forgotten. */
const MOST_STATES = 1000;

/**
 * Decides whether a pattern matches: what `RegexMachine` would find, but without positions, so that each state and its
 * next ones are computed once and a character mostly costs one look-up. Knows no assertion besides start and end of the text.
 */
export class RegexAutomaton {
  readonly #program: RegexProgram;
  readonly #reached: ThreadList;
  readonly #stack: Int32Array;
  readonly #states = new Map<string, State>();
  /** Whether a match can only begin at the start of the text. */
  readonly #anchored: boolean;
  #start: State;

  private constructor(program: RegexProgram) {
    const size = program.operations.length;
    this.#program = program;
    this.#reached = new ThreadList(size, 0);
    this.#stack = new Int32Array(2 * size + 2);
    this.#follow(0, false, false);
    this.#anchored = this.#placesReached().length === 0;
    this.#start = this.#startState();
  }

  /** @returns null: the program asserts what this cannot tell. */
  static of(program: RegexProgram): RegexAutomaton | null {
    const known = program.assertions.every(
      (assertion) => assertion === "text-start" || assertion === "text-end",
    );
    return known ? new RegexAutomaton(program) : null;
  }

  /** @param text not empty: there the start is the end too. */
  test(text: string): boolean {
    const at = text.indexOf(this.#program.prefix);
    if (at < 0) return false;
    let state = this.#start;
    for (let i = at; i < text.length; i++) {
      if (state.matches) return true;
      if (this.#anchored && state.places.length === 0) return false;
      const code = text.charCodeAt(i);
      if (code < 128) state = state.next[code] ?? this.#advance(state, code);
      else {
        const codePoint = text.codePointAt(i)!;
        if (codePoint > 0xffff) i++;
        state = this.#advance(state, codePoint);
      }
    }
    return state.matches || state.matchesAtEnd;
  }

  #advance(from: State, codePoint: number): State {
    const { operations, first, classes } = this.#program;
    this.#reached.size = 0;
    for (const place of from.places) {
      const operation = operations[place];
      const fits =
        operation === CHARACTER
          ? first[place] === codePoint
          : operation === CLASS && classes[first[place]].has(codePoint);
      if (fits) this.#follow(place + 1, false, false);
    }
    if (!this.#anchored) this.#follow(0, false, false);
    const state = this.#intern();
    if (codePoint < 128) from.next[codePoint] = state;
    return state;
  }

  #startState(): State {
    this.#reached.size = 0;
    this.#follow(0, true, false);
    return this.#intern();
  }

  /** The state of the places that were reached. */
  #intern(): State {
    const places = this.#placesReached();
    const key = places.join();
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    if (this.#states.size >= MOST_STATES) {
      this.#states.clear();
      this.#start = this.#startState();
    }
    const { operations } = this.#program;
    this.#reached.size = 0;
    for (const place of places) if (operations[place] === ASSERT) this.#follow(place, false, true);
    const matchesAtEnd = this.#reaches(MATCH);
    const matches = places.some((place) => operations[place] === MATCH);
    const state: State = { places, matches, matchesAtEnd, next: Array.from({ length: 128 }) };
    this.#states.set(key, state);
    return state;
  }

  #placesReached(): Int32Array {
    const { operations } = this.#program;
    const places: number[] = [];
    for (let i = 0; i < this.#reached.size; i++) {
      const place = this.#reached.at(i);
      const operation = operations[place];
      if (operation === CHARACTER || operation === CLASS || operation === MATCH || this.#assertsEnd(place))
        places.push(place);
    }
    return Int32Array.from(places).sort();
  }

  #reaches(operation: number): boolean {
    for (let i = 0; i < this.#reached.size; i++)
      if (this.#program.operations[this.#reached.at(i)] === operation) return true;
    return false;
  }

  #assertsEnd(place: number): boolean {
    const { operations, first, assertions } = this.#program;
    return operations[place] === ASSERT && assertions[first[place]] === "text-end";
  }

  /** Reaches a place and all beyond it without a character. */
  #follow(start: number, atStart: boolean, atEnd: boolean): void {
    const { operations, first, second } = this.#program;
    const stack = this.#stack;
    let top = 0;
    stack[top++] = start;
    while (top > 0) {
      const place = stack[--top];
      if (this.#reached.has(place)) continue;
      this.#reached.add(place);
      switch (operations[place]) {
        case JUMP:
          stack[top++] = first[place];
          break;
        case SPLIT:
          stack[top++] = second[place];
          stack[top++] = first[place];
          break;
        case SAVE:
          stack[top++] = place + 1;
          break;
        case ASSERT:
          if (this.#assertsEnd(place) ? atEnd : atStart) stack[top++] = place + 1;
          break;
      }
    }
  }
}

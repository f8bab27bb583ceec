import type { CharacterClass } from "./character-class.ts";
import { type Assertion, PatternProblem, type RegexNode } from "./regex-node.ts";

/** One character. `first` is its code point. */
export const CHARACTER = 0;
/** A character of a class. `first` is its place in `classes`. */
export const CLASS = 1;
/** Go on at `first` and at `second`, which is preferred less. */
export const SPLIT = 2;
/** Go on at `first`. */
export const JUMP = 3;
/** Keep the position in slot `first`. */
export const SAVE = 4;
/** Go on where an assertion holds: `first` is its place in `assertions`. */
export const ASSERT = 5;
/** The pattern has matched. */
export const MATCH = 6;

/** Instructions for the machine; the first is 0. */
export interface RegexProgram {
  readonly operations: Uint8Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly classes: readonly CharacterClass[];
  readonly assertions: readonly Assertion[];
  /** Positions to keep: two a group, those of the whole match first. */
  readonly slots: number;
  /** What every match begins with; may be empty. */
  readonly prefix: string;
}

/** Instructions beyond which a pattern is refused: each may be looked at once a character. */
const MOST_INSTRUCTIONS = 5000;
/** Parts, copies of repetitions too, beyond which a pattern is refused: those that add no instruction cost time as well. */
const MOST_PARTS = 50_000;

/** @throws {PatternProblem} when its repetitions make it too long. */
export function buildProgram(root: RegexNode, groups: number): RegexProgram {
  const builder = new ProgramBuilder();
  builder.add(SAVE, 0);
  builder.compile(root);
  builder.add(SAVE, 1);
  builder.add(MATCH);
  return builder.program(2 * (groups + 1), prefixOf(root));
}

/** The characters that the pattern begins with, up to the first that may be another. */
function prefixOf(root: RegexNode): string {
  let prefix = "";
  for (const node of root.kind === "sequence" ? root.parts : [root]) {
    if (node.kind !== "character") break;
    prefix += String.fromCodePoint(node.codePoint);
  }
  return prefix;
}

class ProgramBuilder {
  readonly #operations: number[] = [];
  readonly #first: number[] = [];
  readonly #second: number[] = [];
  readonly #classes: CharacterClass[] = [];
  readonly #assertions: Assertion[] = [];
  #parts = 0;

  /** @returns The place of the instruction. */
  add(operation: number, first: number = 0): number {
    const at = this.#operations.length;
    if (at >= MOST_INSTRUCTIONS) throw tooLong();
    this.#operations.push(operation);
    this.#first.push(first);
    this.#second.push(0);
    return at;
  }

  compile(node: RegexNode): void {
    if (++this.#parts > MOST_PARTS) throw tooLong();
    switch (node.kind) {
      case "character":
        this.add(CHARACTER, node.codePoint);
        return;
      case "class":
        this.add(CLASS, this.#classes.push(node.class) - 1);
        return;
      case "assertion":
        this.add(ASSERT, this.#assertions.push(node.assertion) - 1);
        return;
      case "sequence":
        for (const part of node.parts) this.compile(part);
        return;
      case "capture":
        this.add(SAVE, 2 * node.group);
        this.compile(node.body);
        this.add(SAVE, 2 * node.group + 1);
        return;
      case "choice":
        this.#compileChoice(node.options);
        return;
      case "repeat":
        this.#compileCopies(node.body, node.least);
        if (node.most === Infinity) this.#compileStar(node.body, node.lazy);
        else this.#compileOptional(node.body, node.most - node.least, node.lazy);
    }
  }

  program(slots: number, prefix: string): RegexProgram {
    return {
      operations: Uint8Array.from(this.#operations),
      first: Int32Array.from(this.#first),
      second: Int32Array.from(this.#second),
      classes: this.#classes,
      assertions: this.#assertions,
      slots,
      prefix,
    };
  }

  /** Copies of a body without instructions are all alike: one stands for them. */
  #compileCopies(body: RegexNode, times: number): void {
    for (let i = 0; i < times; i++) {
      const before = this.#operations.length;
      this.compile(body);
      if (this.#operations.length === before) return;
    }
  }

  #compileChoice(options: readonly RegexNode[]): void {
    const jumps: number[] = [];
    options.forEach((option, index) => {
      const last = index === options.length - 1;
      const split = last ? -1 : this.add(SPLIT);
      this.compile(option);
      if (last) return;
      jumps.push(this.add(JUMP));
      this.#fork(split, split + 1, this.#operations.length, false);
    });
    for (const jump of jumps) this.#first[jump] = this.#operations.length;
  }

  #compileStar(body: RegexNode, lazy: boolean): void {
    const split = this.add(SPLIT);
    this.compile(body);
    this.add(JUMP, split);
    this.#fork(split, split + 1, this.#operations.length, lazy);
  }

  #compileOptional(body: RegexNode, times: number, lazy: boolean): void {
    const splits: number[] = [];
    for (let i = 0; i < times; i++) {
      splits.push(this.add(SPLIT));
      this.compile(body);
    }
    for (const split of splits) this.#fork(split, split + 1, this.#operations.length, lazy);
  }

  #fork(split: number, into: number, past: number, lazy: boolean): void {
    this.#first[split] = lazy ? past : into;
    this.#second[split] = lazy ? into : past;
  }
}

function tooLong(): PatternProblem {
  return new PatternProblem("The pattern is too long once its repetitions are written out.");
}

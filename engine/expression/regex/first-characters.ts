import { ASSERT, CHARACTER, CLASS, JUMP, MATCH, type RegexProgram, SAVE, SPLIT } from "./regex-program.ts";

/**
 * Which ASCII characters a match can begin with, one byte each.
 *
 * @returns null: any, as it may be empty or begins with an assertion.
 */
export function firstCharacters(program: RegexProgram): Uint8Array | null {
  const { operations, first, second, classes } = program;
  const begins = new Uint8Array(128);
  const reached = new Set<number>();
  const open = [0];
  while (open.length > 0) {
    const place = open.pop()!;
    if (reached.has(place)) continue;
    reached.add(place);
    switch (operations[place]) {
      case CHARACTER:
        if (first[place] < 128) begins[first[place]] = 1;
        break;
      case CLASS:
        for (let code = 0; code < 128; code++) if (classes[first[place]].has(code)) begins[code] = 1;
        break;
      case JUMP:
        open.push(first[place]);
        break;
      case SPLIT:
        open.push(first[place], second[place]);
        break;
      case SAVE:
        open.push(place + 1);
        break;
      case ASSERT:
      case MATCH:
        return null;
    }
  }
  return begins;
}

/** Code points from … to, both inclusive. */
export type CodePointRange = readonly [from: number, to: number];

const MAX_CODE_POINT = 0x10ffff;

export const digits: readonly CodePointRange[] = [[0x30, 0x39]];
export const wordCharacters: readonly CodePointRange[] = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
/** Space, tab, new line, vertical tab, form feed, carriage return. */
export const whiteSpace: readonly CodePointRange[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
];
/** What `.` leaves out. */
export const lineEnds: readonly CodePointRange[] = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];

/** A set of characters: `[a-z]`, `\d`, `.`. */
export class CharacterClass {
  readonly #ranges: readonly CodePointRange[];
  readonly #properties: readonly RegExp[];
  readonly #negated: boolean;
  readonly #ignoreCase: boolean;
  /** The answers for ASCII. */
  readonly #ascii = new Uint8Array(128);

  /** @param properties each matches one character that belongs to the set. */
  constructor(
    ranges: readonly CodePointRange[],
    properties: readonly RegExp[],
    negated: boolean,
    ignoreCase: boolean,
  ) {
    this.#ranges = ranges;
    this.#properties = properties;
    this.#negated = negated;
    this.#ignoreCase = ignoreCase;
    for (let code = 0; code < 128; code++) this.#ascii[code] = this.#decide(code) ? 1 : 0;
  }

  has(codePoint: number): boolean {
    return codePoint < 128 ? this.#ascii[codePoint] === 1 : this.#decide(codePoint);
  }

  #decide(codePoint: number): boolean {
    const listed =
      this.#lists(codePoint) || (this.#ignoreCase && caseVariants(codePoint).some((one) => this.#lists(one)));
    return listed !== this.#negated;
  }

  #lists(codePoint: number): boolean {
    for (const [from, to] of this.#ranges) if (codePoint >= from && codePoint <= to) return true;
    if (this.#properties.length === 0) return false;
    const character = String.fromCodePoint(codePoint);
    return this.#properties.some((property) => property.test(character));
  }
}

/** The other letter cases of a character, where they are one character each. */
export function caseVariants(codePoint: number): readonly number[] {
  const character = String.fromCodePoint(codePoint);
  const upper = single(character.toUpperCase());
  const lower = single(character.toLowerCase());
  const folded = upper === null ? null : single(String.fromCodePoint(upper).toLowerCase());
  return [...new Set([upper, lower, folded])].filter((one) => one !== null && one !== codePoint) as number[];
}

function single(text: string): number | null {
  const codePoint = text.codePointAt(0)!;
  return text.length === (codePoint > 0xffff ? 2 : 1) ? codePoint : null;
}

/** The code points that none of the ranges holds. */
export function complement(ranges: readonly CodePointRange[]): readonly CodePointRange[] {
  const gaps: CodePointRange[] = [];
  let next = 0;
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (from > next) gaps.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= MAX_CODE_POINT) gaps.push([next, MAX_CODE_POINT]);
  return gaps;
}

/**
 * A LIKE pattern: `%` is any text, `_` one character (code point); the escape character makes the next one plain.
 * Matching goes back to the last `%` only, so that no pattern takes more than pattern x text steps.
 */
export class LikePattern {
  readonly #tokens: readonly (string | typeof ANY | typeof ONE)[];

  /** @param escape one character, or null. */
  constructor(pattern: string, escape: string | null) {
    const characters = Array.from(pattern);
    const tokens: (string | typeof ANY | typeof ONE)[] = [];
    for (let i = 0; i < characters.length; i++) {
      const character = characters[i];
      if (character === escape && i + 1 < characters.length) tokens.push(characters[++i]);
      else if (character === "%") tokens.push(ANY);
      else tokens.push(character === "_" ? ONE : character);
    }
    this.#tokens = tokens;
  }

  matches(text: string): boolean {
    const tokens = this.#tokens;
    const characters = Array.from(text);
    let token = 0;
    let at = 0;
    let lastAny = -1;
    let resumeAt = 0;
    while (at < characters.length) {
      const wanted = tokens[token];
      if (token < tokens.length && wanted === ANY) {
        lastAny = token++;
        resumeAt = at;
      } else if (token < tokens.length && (wanted === ONE || wanted === characters[at])) {
        token++;
        at++;
      } else if (lastAny >= 0) {
        token = lastAny + 1;
        at = ++resumeAt;
      } else return false;
    }
    while (tokens[token] === ANY) token++;
    return token === tokens.length;
  }
}

const ANY = Symbol("any text");
const ONE = Symbol("one character");

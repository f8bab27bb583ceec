/**
 * A LIKE pattern: `%` is any text, `_` one character (code point); the escape character makes the next one plain.
 * Matching goes back to the last `%` only, so that no pattern takes more than pattern x text steps.
 */
export class LikePattern {
  /** The texts between the `%`, where there is no `_`. */
  readonly #parts: readonly string[] | null;
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
    this.#parts = tokens.includes(ONE) || /[\uD800-\uDFFF]/.test(pattern) ? null : partsOf(tokens);
  }

  matches(text: string): boolean {
    return this.#parts === null ? this.#matchesTokens(text) : matchesParts(text, this.#parts);
  }

  #matchesTokens(text: string): boolean {
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

function partsOf(tokens: readonly (string | symbol)[]): readonly string[] {
  const parts = [""];
  for (const token of tokens)
    if (typeof token === "string") parts[parts.length - 1] += token;
    else parts.push("");
  return parts;
}

/** The first part stands at the start, the last at the end, those between them one behind the other. */
function matchesParts(text: string, parts: readonly string[]): boolean {
  const [first] = parts;
  if (parts.length === 1) return text === first;
  const last = parts[parts.length - 1];
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (let i = 1; i < parts.length - 1; i++) {
    const found = text.indexOf(parts[i], at);
    if (found < 0) return false;
    at = found + parts[i].length;
  }
  return at <= end;
}

const ANY = Symbol("any text");
const ONE = Symbol("one character");

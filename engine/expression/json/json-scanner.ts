/** Objects and arrays in one another beyond which a text is taken for bad. */
const DEEPEST = 512;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;
const ARRAY = 0x5b;
const ARRAY_END = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;
const MINUS = 0x2d;

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Goes over JSON without building anything, and without calling itself. */
export class JsonScanner {
  readonly text: string;
  /** The container at each depth: OBJECT or ARRAY. */
  readonly #open = new Uint8Array(DEEPEST);

  constructor(text: string) {
    this.text = text;
  }

  /** @returns Whether the text is one JSON value (RFC 8259), not nested deeper than 512. */
  isValid(): boolean {
    const end = this.skipValue(0);
    return end >= 0 && this.skipSpace(end) === this.text.length;
  }

  skipSpace(at: number): number {
    const { text } = this;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    }
  }

  /** @param from before the value or the space before it. @returns Where it ends; -1: it is no value. */
  skipValue(from: number): number {
    const { text } = this;
    let depth = 0;
    for (let at = from; ;) {
      at = this.skipSpace(at);
      const code = text.charCodeAt(at);
      if (code === OBJECT || code === ARRAY) {
        if (depth === DEEPEST) return -1;
        const inside = this.skipSpace(at + 1);
        if (text.charCodeAt(inside) !== endOf(code)) {
          this.#open[depth++] = code;
          at = code === OBJECT ? this.skipKey(inside) : inside;
          if (at < 0) return -1;
          continue;
        }
        at = inside + 1;
      } else at = this.#skipScalar(at, code);
      if (at < 0) return -1;
      for (; depth > 0; at++) {
        at = this.skipSpace(at);
        const next = text.charCodeAt(at);
        const container = this.#open[depth - 1];
        if (next === COMMA) {
          at = container === OBJECT ? this.skipKey(this.skipSpace(at + 1)) : at + 1;
          break;
        }
        if (next !== endOf(container)) return -1;
        depth--;
      }
      if (at < 0) return -1;
      if (depth === 0) return at;
    }
  }

  /** @param at the key's quotation mark. @returns What stands behind the `:`; -1: there is no key. */
  skipKey(at: number): number {
    if (this.text.charCodeAt(at) !== QUOTE) return -1;
    const end = this.skipString(at);
    const colon = end < 0 ? -1 : this.skipSpace(end);
    return colon < 0 || this.text.charCodeAt(colon) !== COLON ? -1 : colon + 1;
  }

  /** @param at the first quotation mark. @returns What stands behind the last; -1: it is no string. */
  skipString(at: number): number {
    const { text } = this;
    for (let i = at + 1; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === QUOTE) return i + 1;
      if (code < 0x20) return -1;
      if (code !== BACKSLASH) continue;
      const escaped = text[++i];
      if (escaped === "u") {
        if (!/^[\da-f]{4}$/i.test(text.slice(i + 1, i + 5))) return -1;
        i += 4;
      } else if (escaped === undefined || !'"\\/bfnrt'.includes(escaped)) return -1;
    }
    return -1;
  }

  #skipScalar(at: number, code: number): number {
    const { text } = this;
    if (code === QUOTE) return this.skipString(at);
    if (code === MINUS || (code >= 0x30 && code <= 0x39)) {
      number.lastIndex = at;
      return number.test(text) ? number.lastIndex : -1;
    }
    for (const word of ["true", "false", "null"]) if (text.startsWith(word, at)) return at + word.length;
    return -1;
  }
}

function endOf(container: number): number {
  return container === OBJECT ? OBJECT_END : ARRAY_END;
}

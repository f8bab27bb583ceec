/** A JSON value whose numbers keep the digits they were written with; of a key that comes twice the last one counts. */
export type JsonTree =
  null | boolean | string | JsonNumber | readonly JsonTree[] | ReadonlyMap<string, JsonTree>;

export interface JsonNumber {
  /** As JSON writes it: `12.30`, `-1e9`. */
  readonly digits: string;
}

/** Brackets inside brackets: deeper texts are refused, so that none can exhaust the stack. */
const DEEPEST = 100;

/** @returns The value of a whole JSON text, or undefined when it is none or is more than 100 brackets deep. */
export function parseJsonTree(text: string): JsonTree | undefined {
  const reader = new JsonReader(text);
  const tree = reader.value(0);
  return tree !== undefined && reader.atEnd() ? tree : undefined;
}

class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  atEnd(): boolean {
    this.#skipSpace();
    return this.#at === this.#text.length;
  }

  value(depth: number): JsonTree | undefined {
    this.#skipSpace();
    switch (this.#text[this.#at]) {
      case "{":
        return depth < DEEPEST ? this.#object(depth) : undefined;
      case "[":
        return depth < DEEPEST ? this.#array(depth) : undefined;
      case '"':
        return this.#string();
      case "t":
        return this.#word("true") ? true : undefined;
      case "f":
        return this.#word("false") ? false : undefined;
      case "n":
        return this.#word("null") ? null : undefined;
      default:
        return this.#number();
    }
  }

  #array(depth: number): readonly JsonTree[] | undefined {
    const elements: JsonTree[] = [];
    this.#at++;
    if (this.#take("]")) return elements;
    do {
      const element = this.value(depth + 1);
      if (element === undefined) return undefined;
      elements.push(element);
    } while (this.#take(","));
    return this.#take("]") ? elements : undefined;
  }

  #object(depth: number): ReadonlyMap<string, JsonTree> | undefined {
    const entries = new Map<string, JsonTree>();
    this.#at++;
    if (this.#take("}")) return entries;
    do {
      this.#skipSpace();
      const key = this.#string();
      const value = key !== undefined && this.#take(":") ? this.value(depth + 1) : undefined;
      if (value === undefined) return undefined;
      entries.set(key!, value);
    } while (this.#take(","));
    return this.#take("}") ? entries : undefined;
  }

  #string(): string | undefined {
    const text = this.#text;
    if (text[this.#at] !== '"') return undefined;
    let end = this.#at + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
    if (end >= text.length) return undefined;
    const quoted = text.slice(this.#at, end + 1);
    this.#at = end + 1;
    try {
      return JSON.parse(quoted) as string;
    } catch {
      return undefined;
    }
  }

  #number(): JsonNumber | undefined {
    numberPattern.lastIndex = this.#at;
    const match = numberPattern.exec(this.#text);
    if (match === null) return undefined;
    this.#at = numberPattern.lastIndex;
    return { digits: match[0] };
  }

  #word(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  #take(symbol: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== symbol) return false;
    this.#at++;
    return true;
  }

  #skipSpace(): void {
    const text = this.#text;
    while (/[ \t\n\r]/.test(text[this.#at] ?? "")) this.#at++;
  }
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

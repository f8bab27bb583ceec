import type { JsonPath, JsonStep } from "./json-path.ts";
import { JsonScanner } from "./json-scanner.ts";

export type JsonKind = "object" | "array" | "string" | "number" | "boolean" | "null";

/** A value inside a text that is known to be JSON: a place in it, nothing built. */
export class JsonValue {
  readonly #scanner: JsonScanner;
  readonly #start: number;
  readonly #end: number;

  private constructor(scanner: JsonScanner, start: number, end: number) {
    this.#scanner = scanner;
    this.#start = start;
    this.#end = end;
  }

  /** @returns The value that the text is; null: it is no JSON, or nested too deep. */
  static of(text: string): JsonValue | null {
    const scanner = new JsonScanner(text);
    const start = scanner.skipSpace(0);
    return scanner.isValid() ? new JsonValue(scanner, start, text.trimEnd().length) : null;
  }

  get kind(): JsonKind {
    switch (this.#scanner.text[this.#start]) {
      case "{":
        return "object";
      case "[":
        return "array";
      case '"':
        return "string";
      case "t":
      case "f":
        return "boolean";
      case "n":
        return "null";
      default:
        return "number";
    }
  }

  /** @returns The value that the path leads to; null: there is none. Of members of one name the last counts. */
  at(path: JsonPath): JsonValue | null {
    return path.reduce<JsonValue | null>((value, step) => value && value.#follow(step), this);
  }

  /** The elements of an array; nothing of anything else. */
  elements(): readonly JsonValue[] {
    const elements: JsonValue[] = [];
    if (this.kind === "array") this.#eachElement((element) => elements.push(element));
    return elements;
  }

  /** The members of an object, in the order of their first appearance; nothing of anything else. */
  members(): ReadonlyMap<string, JsonValue> {
    const members = new Map<string, JsonValue>();
    if (this.kind === "object") this.#eachMember((key, value) => members.set(key, value));
    return members;
  }

  /** As JSON without spaces; numbers keep their digits. */
  json(): string {
    const scanner = this.#scanner;
    let written = "";
    let from = this.#start;
    for (let at = from; at < this.#end;) {
      const next = scanner.text[at] === '"' ? scanner.skipString(at) : scanner.skipSpace(at);
      if (scanner.text[at] !== '"' && next > at) {
        written += scanner.text.slice(from, at);
        from = next;
      }
      at = Math.max(next, at + 1);
    }
    return written + scanner.text.slice(from, this.#end);
  }

  /** A string without its quotation marks, anything else as JSON; null of JSON's null. */
  text(): string | null {
    const { kind } = this;
    if (kind === "null") return null;
    return kind === "string" ? unquoted(this.json()) : this.json();
  }

  #follow({ key, index }: JsonStep): JsonValue | null {
    const { kind } = this;
    let found: JsonValue | null = null;
    if (kind === "object" && key !== null)
      this.#eachMember((name, value) => {
        if (name === key) found = value;
      });
    if (kind === "array" && index !== null) {
      if (index < 0) return this.elements().at(index) ?? null;
      let place = 0;
      this.#eachElement((element) => {
        if (place++ === index) found = element;
      });
    }
    return found;
  }

  #eachElement(visit: (element: JsonValue) => void): void {
    const scanner = this.#scanner;
    let at = scanner.skipSpace(this.#start + 1);
    while (scanner.text[at] !== "]") {
      at = this.#visitValue(at, visit);
      if (scanner.text[at] === ",") at++;
    }
  }

  #eachMember(visit: (key: string, value: JsonValue) => void): void {
    const scanner = this.#scanner;
    let at = scanner.skipSpace(this.#start + 1);
    while (scanner.text[at] !== "}") {
      const key = unquoted(scanner.text.slice(at, scanner.skipString(at)));
      at = this.#visitValue(scanner.skipKey(at), (value) => visit(key, value));
      if (scanner.text[at] === ",") at = scanner.skipSpace(at + 1);
    }
  }

  /** @returns The `,` or the end of the container behind the value. */
  #visitValue(at: number, visit: (value: JsonValue) => void): number {
    const scanner = this.#scanner;
    const start = scanner.skipSpace(at);
    const end = scanner.skipValue(start);
    visit(new JsonValue(scanner, start, end));
    return scanner.skipSpace(end);
  }
}

function unquoted(json: string): string {
  return json.includes("\\") ? (JSON.parse(json) as string) : json.slice(1, -1);
}

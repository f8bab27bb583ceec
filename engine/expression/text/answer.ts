import type { WarningCode } from "../warning-counts.ts";

/** What a function gives for one row: a value, NULL, or the reason why it is NULL. */
export type Answer = string | number | boolean | null | Failure;

/** Counted as a warning; the value is NULL. */
export class Failure {
  readonly code: WarningCode;
  /** One value that went wrong, in words. */
  readonly example: string;

  constructor(code: WarningCode, example: string) {
    this.code = code;
    this.example = example;
  }
}

/** Characters of a value that an example shows. */
const SHOWN = 40;

/** A text in an example, cut where it is long: `'window'`. */
export function quoted(text: string): string {
  return `'${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}'`;
}

export function tooLong(name: string, text: string): Failure {
  return new Failure("TEXT_TOO_LONG", `${name} of ${quoted(text)}`);
}

import { StepLimitReached } from "../regex/regex-machine.ts";
import { Regex, compileRegex } from "../regex/regex.ts";
import { type Answer, Failure, quoted } from "./answer.ts";
import { Prepared } from "./prepared.ts";

/** Regular expressions of one call in a query, each compiled once. */
export class RegexCache {
  readonly #byFlags = new Map<string, Prepared<Regex | string>>();

  /** @param apply gets the expression. @returns What it gives; or why it could not be used. */
  with(pattern: string, flags: string, text: string, apply: (regex: Regex) => Answer): Answer {
    const regex = this.#of(pattern, flags);
    if (typeof regex === "string") return new Failure("BAD_REGEX", `${quoted(pattern)}: ${regex}`);
    try {
      return apply(regex);
    } catch (error) {
      if (!(error instanceof StepLimitReached)) throw error;
      return new Failure("BAD_REGEX", `${quoted(pattern)} takes too many steps over ${quoted(text)}`);
    }
  }

  #of(pattern: string, flags: string): Regex | string {
    let prepared = this.#byFlags.get(flags);
    if (prepared === undefined) {
      if (this.#byFlags.size > 64) this.#byFlags.clear();
      prepared = new Prepared((source) => compileRegex(source, flags));
      this.#byFlags.set(flags, prepared);
    }
    return prepared.of(pattern);
  }
}

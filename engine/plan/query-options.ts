import { parseDuration } from "../common/duration.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { nearestName } from "./nearest-name.ts";
import type { OptionKey } from "./option-keys.ts";
import type { SpokenOption } from "./read-options.ts";

/** The value of an option and where it stands. */
export interface OptionValue<T> {
  readonly value: T;
  /** The whole `'key' = 'value'`; of a setting from outside the text, the empty range at its start. */
  readonly range: SourceRange;
  /** Whether the stream says it and not the query: what the query says then goes before it, without a word. */
  readonly declared: boolean;
}

interface Entry extends SpokenOption {
  readonly declared: boolean;
}

/** What the stream, the settings and the query say of each key; the later of them goes before the earlier. */
export class QueryOptions {
  readonly #entries = new Map<OptionKey, Entry>();
  readonly #report: DiagnosticList;

  /**
   * @param declared what the stream says of itself.
   * @param spoken what settings and the query say, in rising precedence.
   */
  constructor(declared: readonly SpokenOption[], spoken: readonly SpokenOption[], report: DiagnosticList) {
    this.#report = report;
    for (const option of declared) this.#entries.set(option.key, { ...option, declared: true });
    for (const option of spoken) this.#entries.set(option.key, { ...option, declared: false });
  }

  text(key: OptionKey): OptionValue<string> | null {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    const value = entry.value.trim();
    if (value === "") return this.#bad(entry, `'${key}' is empty.`, "Give it a value or leave it out.");
    return { value, range: entry.range, declared: entry.declared };
  }

  /** One of some words, in any letter case. @param words the meaning of each. */
  choice<T>(key: OptionKey, words: Readonly<Record<string, T>>): OptionValue<T> | null {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    const typed = entry.value.trim().toLowerCase();
    if (Object.hasOwn(words, typed))
      return { value: words[typed]!, range: entry.range, declared: entry.declared };
    const near = nearestName(typed, Object.keys(words));
    return this.#bad(
      entry,
      `'${entry.value}' is no value of '${key}'.`,
      `It is one of: ${Object.keys(words).join(", ")}.`,
      near,
    );
  }

  /** ms, at least 0. */
  duration(key: OptionKey): OptionValue<number> | null {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    const parsed = parseDuration(entry.value);
    if (!parsed.ok)
      return this.#bad(entry, parsed.reason, "Write a number and a unit, such as '5s' or '250ms'.");
    if (parsed.ms < 0)
      return this.#bad(entry, `'${key}' is below zero.`, "Durations of WITH are zero or longer.");
    return { value: parsed.ms, range: entry.range, declared: entry.declared };
  }

  flag(key: OptionKey): OptionValue<boolean> | null {
    return this.choice(key, { true: true, false: false });
  }

  #bad(entry: Entry, message: string, hint: string, fix: string | null = null): null {
    return this.#report.error("BAD_OPTION_VALUE", entry.valueRange, message, {
      hint,
      fix: fix !== null && entry.quoted ? `'${fix}'` : null,
    });
  }
}

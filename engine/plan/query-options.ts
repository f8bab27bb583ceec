import { asLength, parseDuration } from "../common/duration.ts";
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

/**
 * What the stream, the settings and the query say of each key; the later of them goes before the earlier. Each method
 * also checks the values that are overruled: a wrong one is an error where it stands, whether it acts or not.
 */
export class QueryOptions {
  readonly #acting = new Map<OptionKey, Entry>();
  readonly #overruled: readonly Entry[];
  readonly #report: DiagnosticList;

  /**
   * @param declared what the stream says of itself.
   * @param spoken what settings and the query say, in rising precedence.
   * @param idle what acts on nothing from the start.
   */
  constructor(
    declared: readonly SpokenOption[],
    spoken: readonly SpokenOption[],
    idle: readonly SpokenOption[],
    report: DiagnosticList,
  ) {
    this.#report = report;
    const said = [
      ...declared.map((option) => ({ ...option, declared: true })),
      ...spoken.map((option) => ({ ...option, declared: false })),
    ];
    for (const entry of said) this.#acting.set(entry.key, entry);
    this.#overruled = [
      ...idle.map((option) => ({ ...option, declared: false })),
      ...said.filter((entry) => this.#acting.get(entry.key) !== entry),
    ];
  }

  /** @param check told of each value that is not empty; it reports what it has against it. */
  text(key: OptionKey): OptionValue<string> | null {
    return this.read(key, ({ value }) => value);
  }

  /** @param read the meaning of a text that is not empty; null after reporting what is wrong with it. */
  read<T>(key: OptionKey, read: (text: OptionValue<string>) => T | null): OptionValue<T> | null {
    return this.#acts(key, (entry) => {
      const text = this.#text(entry);
      const value = text && read(text);
      return value === null ? null : valueOf(entry, value);
    });
  }

  /** One of some words, in any letter case. @param words the meaning of each. */
  choice<T>(key: OptionKey, words: Readonly<Record<string, T>>): OptionValue<T> | null {
    return this.#acts(key, (entry) => this.#choice(entry, words));
  }

  /** ms, at least 0. */
  duration(key: OptionKey): OptionValue<number> | null {
    return this.#acts(key, (entry) => this.#duration(entry));
  }

  /** ms, at least 1; null: never. */
  timeout(key: OptionKey): OptionValue<number | null> | null {
    return this.#acts<number | null>(key, (entry) => {
      if (entry.value.trim().toLowerCase() === "never") return valueOf(entry, null);
      const timeout = this.#duration(entry);
      if (timeout?.value !== 0) return timeout;
      return this.#report.error(
        "BAD_OPTION_VALUE",
        timeout.range,
        "Idle after no time at all would mean always idle.",
        { hint: "Write a time such as '30s', or 'never'." },
      );
    });
  }

  flag(key: OptionKey): OptionValue<boolean> | null {
    return this.choice(key, { true: true, false: false });
  }

  /** Reads all values of a key. @returns What the one that acts comes to; null without one, or where it is wrong. */
  #acts<T>(key: OptionKey, read: (entry: Entry) => OptionValue<T> | null): OptionValue<T> | null {
    for (const entry of this.#overruled) if (entry.key === key) read(entry);
    const acting = this.#acting.get(key);
    return acting === undefined ? null : read(acting);
  }

  #text(entry: Entry): OptionValue<string> | null {
    const value = entry.value.trim();
    if (value === "") return this.#bad(entry, `'${entry.key}' is empty.`, "Give it a value or leave it out.");
    return valueOf(entry, value);
  }

  #choice<T>(entry: Entry, words: Readonly<Record<string, T>>): OptionValue<T> | null {
    const typed = entry.value.trim().toLowerCase();
    if (Object.hasOwn(words, typed)) return valueOf(entry, words[typed]!);
    const near = nearestName(typed, Object.keys(words));
    return this.#bad(
      entry,
      `'${entry.value}' is no value of '${entry.key}'.`,
      `It is one of: ${Object.keys(words).join(", ")}.`,
      near,
    );
  }

  #duration(entry: Entry): OptionValue<number> | null {
    const parsed = asLength(parseDuration(entry.value));
    if (!parsed.ok)
      return this.#bad(entry, parsed.reason, "Write a number and a unit, such as '5s' or '250ms'.");
    if (parsed.ms < 0)
      return this.#bad(entry, `'${entry.key}' is below zero.`, "Durations of WITH are zero or longer.");
    return valueOf(entry, parsed.ms);
  }

  #bad(entry: Entry, message: string, hint: string, fix: string | null = null): null {
    return this.#report.error("BAD_OPTION_VALUE", entry.valueRange, message, {
      hint,
      fix: fix !== null && entry.quoted ? `'${fix}'` : null,
    });
  }
}

function valueOf<T>({ range, declared }: Entry, value: T): OptionValue<T> {
  return { value, range, declared };
}
